import type { BotLogView } from '#contract/bot-log.ts'
import { tabBotLog } from '#contract/texts/tab-bot-log.ts'
import { useSay } from '../../app/session.ts'
import css from './bot-log.module.css'

type Share = BotLogView['shares']['areas'][number]

/** How much is answered before it is overdue: areas at once, projects one tap away. Never persons. */
export function Shares({ areas, projects }: { areas: readonly Share[]; projects: readonly Share[] }) {
  const say = useSay(tabBotLog)
  if (areas.length === 0) return <p className={css.quiet}>{say('shares.none')}</p>
  return (
    <>
      <ShareTable caption={say('shares.area')} shares={areas} />
      <details className={css.details}>
        <summary>{say('shares.perProject')}</summary>
        <ShareTable caption={say('shares.project')} shares={projects} />
      </details>
    </>
  )
}

function ShareTable({ caption, shares }: { caption: string; shares: readonly Share[] }) {
  const say = useSay(tabBotLog)
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{caption}</th>
            <th scope="col">{say('shares.inTime')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ name, asked, inTime }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{say('shares.of', { inTime, asked, percent: Math.round((100 * inTime) / asked) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
