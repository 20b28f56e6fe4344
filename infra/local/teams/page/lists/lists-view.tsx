import { useState } from 'react'
import type { Text } from '../texts.ts'
import { FaultSwitchesView } from './fault-switches.tsx'
import './lists.css'
import { fetchLists } from './lists-api.ts'
import { RequestTable } from './request-table.tsx'
import { RowTable } from './row-table.tsx'
import { usePolled } from './use-polled.ts'

const REFRESH_MS = 10_000
const PARTS = ['rows', 'requests', 'faults'] as const
type Part = (typeof PARTS)[number]

/** The lists as a site owner sees them in SharePoint; beside them what they have been asked, and what can go wrong with them. */
export const ListsView = ({ text }: { text: Text }) => {
  const [part, setPart] = useState<Part>('rows')
  const [chosen, setChosen] = useState('projects')
  const { value: lists, reload } = usePolled('lists', fetchLists, REFRESH_MS)

  return (
    <main className="lists" aria-label={text('lists.title')}>
      <header className="conversation-head">
        <h2>{text('lists.title')}</h2>
        <div className="channel-tabs">
          {PARTS.map((one) => (
            <button key={one} type="button" className="lists-part" aria-pressed={part === one} onClick={() => setPart(one)}>
              {text(`lists.${one}`)}
            </button>
          ))}
        </div>
      </header>
      {part === 'rows' && (
        <div className="lists-body">
          <nav className="channel-list" aria-label={text('lists.title')}>
            <p className="quiet lists-hint">{text('lists.hint')}</p>
            <ul>
              {lists?.map((list) => (
                <li key={list.code}>
                  <button type="button" aria-current={list.code === chosen ? 'true' : undefined} onClick={() => setChosen(list.code)}>
                    <strong>{list.title}</strong>
                    <small>{text('lists.count', { count: list.items })}</small>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <RowTable key={chosen} code={chosen} text={text} onCounts={reload} />
        </div>
      )}
      {part === 'requests' && <RequestTable text={text} />}
      {part === 'faults' && <FaultSwitchesView text={text} />}
    </main>
  )
}
