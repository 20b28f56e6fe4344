import type { Translator } from '#contract/texts/catalogue.ts'
import { formatTime } from '#contract/texts/format.ts'
import { tabAdmin } from '#contract/texts/tab-admin.ts'
import { healthView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import css from './admin.module.css'

/** Rows in the SharePoint lists that cannot be read, and what to mend, for the office. */
export function HealthPage() {
  const say = useSay(tabAdmin)
  const { loaded, reload } = useView({ schema: healthView, path: '/api/health-of-data' })
  if (loaded.state !== 'ready') {
    return (
      <NotReady
        of={loaded}
        title={say('health.title')}
        className={css.title}
        shape="rows"
        notAllowed={say('health.notAllowed')}
        onRetry={reload}
      />
    )
  }
  return (
    <div className={css.page}>
      <PageHeading title={say('health.title')} className={css.title} />
      <p className={css.text}>
        {loaded.view.faults.length === 0 ? say('health.fine') : say('health.lead')}{' '}
        {say('health.readAt', { time: formatTime(loaded.view.takenAt) })}.
      </p>
      {loaded.view.faults.length > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say('health.list')}</th>
              <th scope="col">{say('health.item')}</th>
              <th scope="col">{say('health.column')}</th>
              <th scope="col">{say('health.fault')}</th>
            </tr>
          </thead>
          <tbody>
            {loaded.view.faults.map((fault) => (
              <tr key={`${fault.list}${fault.itemId}${fault.column ?? ''}`}>
                <td>{listName(fault.list, say)}</td>
                <td>{fault.itemId}</td>
                <td>{fault.column ?? '–'}</td>
                <td>{fault.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {loaded.view.usage && <p className={css.quiet}>{say('health.usage', loaded.view.usage)}</p>}
      <section aria-labelledby="lists" className={css.section}>
        <h2 id="lists">{say('health.lists')}</h2>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say('health.list')}</th>
              <th scope="col">{say('health.rows')}</th>
            </tr>
          </thead>
          <tbody>
            {loaded.view.lists.map((one) => (
              <tr key={one.list}>
                <td>{listName(one.list, say)}</td>
                <td>{one.rows}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/** A list is called as its SharePoint list is; one we have no word for keeps its code. */
function listName(list: string, say: Translator<typeof tabAdmin>): string {
  const key = `list.${list}`
  return key in tabAdmin ? say(key as keyof typeof tabAdmin) : list
}
