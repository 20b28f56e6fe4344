import { Field, Input, Select } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { type BoardGroup, type BoardReason, type BoardView, boardView } from '#contract/board-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabBoard } from '#contract/texts/tab-board.ts'
import { useHashQuery } from '../../app/hash-query.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { Failed } from '../../parts/failed.tsx'
import { Loading } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import { openCases } from '../../store/storable.ts'
import { countWord } from '../portfolio/sentence.ts'
import { rememberAgenda } from './agenda-address.ts'
import css from './board.module.css'
import { BoardCaseArticle } from './board-case.tsx'
import { boardSentence, caseId, caseKey } from './board-words.ts'
import { Later } from './later.tsx'

type Group = BoardGroup | 'all'
const GROUPS: readonly Group[] = ['all', 'leader', 'projectOwner']

/** The agenda of a board meeting: what needs a decision, as a paper to read, and case by case in the meeting. */
export function BoardPage() {
  const { me } = useSession()
  const say = useSay(tabBoard)
  // The meeting stands in the address: a decision is taken on a page of its own, and the way back leads to the same case.
  const [query, setQuery] = useHashQuery()
  const until = query.get('until') ?? ''
  const own = me.roles.includes('leader') && !me.roles.includes('office') ? 'leader' : 'all'
  const group = GROUPS.find((one) => one === query.get('group')) ?? own
  const at = query.get('at')
  const turnTo = (values: { until?: string; group?: Group; at?: number | null }) => {
    const to = values.at === undefined ? at : values.at
    setQuery({ until: values.until ?? until, group: values.group ?? group, at: to === null ? '' : String(to) })
  }
  useEffect(() => rememberAgenda(window.location.hash))
  const path = `/api/board?${new URLSearchParams({ ...(until !== '' && { until }), ...(group !== 'all' && { group }) })}`
  const { loaded, reload } = useView({ schema: boardView, path, kept: { storable: openCases } })
  // What was read last stays while another choice is being read.
  const shown = useRef<BoardView | null>(null)
  if (loaded.state === 'ready') shown.current = loaded.view
  const board = shown.current
  return (
    <div className={css.page}>
      <AsOf of={loaded} />
      <PageHeading title={say('title')} className={css.title} />
      <div className={css.filters}>
        <Field label={say('filter.group')}>
          <Select value={group} onChange={(_event, data) => turnTo({ group: data.value as Group })}>
            {GROUPS.map((one) => (
              <option key={one} value={one}>
                {say(`group.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say('filter.until')}>
          <Input
            type="date"
            min={board?.today}
            value={until === '' ? (board?.until ?? '') : until}
            onChange={(_event, data) => turnTo({ until: data.value })}
          />
        </Field>
      </div>
      {loaded.state === 'failed' && <Failed fault={loaded.fault} onRetry={reload} />}
      {loaded.state === 'loading' && board === null && <Loading title="" shape="cards" />}
      {board !== null && loaded.state !== 'failed' && (
        <Agenda board={board} at={at === null ? null : Number(at) || 0} onTurn={(to) => turnTo({ at: to })} />
      )}
    </div>
  )
}

const REASONS: readonly BoardReason[] = ['late', 'due', 'stopCandidate', 'followUp']

/** `at` is the case on the screen when they are gone through one by one; null while all are shown. */
function Agenda({ board, at, onTurn: setAt }: { board: BoardView; at: number | null; onTurn: (at: number | null) => void }) {
  const { language } = useSession()
  const say = useSay(tabBoard)
  const sayTab = useSay(tab)
  const list = useRef<HTMLDivElement>(null)
  const { cases } = board
  const last = cases.length - 1
  const current = at === null ? null : Math.min(at, last)
  useEffect(() => {
    if (current !== null) list.current?.querySelector<HTMLElement>('[data-current="true"]')?.focus()
  }, [current])
  const date = formatDate(board.until, language, board.today)
  const later = board.later.length > 0 && current === null && <Later board={board} />
  if (cases.length === 0) {
    return (
      <>
        <p className={css.sentence}>{say('sentence.none', { date })}</p>
        {later}
      </>
    )
  }
  const counts = REASONS.map((reason) => ({ reason, n: cases.filter((one) => one.reason === reason).length }))
  const move = (to: number) => setAt(Math.max(0, Math.min(to, last)))
  return (
    <>
      <p className={css.sentence}>{boardSentence(cases.length, counts, date, say, (n) => countWord(n, 'feminine', sayTab, language))}</p>
      <div className={css.acts}>
        {current === null ? (
          <button type="button" className={`${partsCss.button} ${partsCss.primary}`} onClick={() => setAt(0)}>
            {say('act.step')}
          </button>
        ) : (
          <>
            <button type="button" className={partsCss.button} disabled={current === 0} onClick={() => move(current - 1)}>
              {say('act.previous')}
            </button>
            <button type="button" className={partsCss.button} disabled={current === last} onClick={() => move(current + 1)}>
              {say('act.next')}
            </button>
            <button type="button" className={partsCss.button} onClick={() => setAt(null)}>
              {say('act.all')}
            </button>
            <span className={css.quiet}>{say('act.keys')}</span>
          </>
        )}
        <button type="button" className={partsCss.button} onClick={() => window.print()}>
          {say('act.print')}
        </button>
      </div>
      {current === null && (
        <nav aria-label={say('agenda')} className={css.agenda}>
          <ol>
            {cases.map((one, index) => (
              <li key={caseKey(one)}>
                <button type="button" className={partsCss.link} onClick={() => toCase(caseId(one))}>
                  {index + 1}. {one.title}
                </button>{' '}
                <span className={css.quiet}>
                  {one.pointTitle} ·{' '}
                  {say(`reason.${one.reason}`, { date: one.dueOn === null ? '' : formatDate(one.dueOn, language, board.today) })}
                </span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div ref={list} className={css.cases} data-stepping={current !== null}>
        {cases.map((one, index) => (
          <BoardCaseArticle
            key={caseKey(one)}
            given={one}
            number={index + 1}
            all={cases.length}
            today={board.today}
            current={current === index}
            onTurn={current === null ? null : (by) => move(index + by)}
          />
        ))}
      </div>
      {later}
    </>
  )
}

function toCase(id: string): void {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
}
