import { tabAdmin } from '#contract/texts/tab-admin.ts'
import { healthView } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import partsCss from '../../parts/parts.module.css'

/** For the office: rows in the lists that cannot be read, and the way to which. Nothing when all is well. */
export function UnreadableRows() {
  const say = useSay(tabAdmin)
  const { loaded } = useView({ schema: healthView, path: '/api/health-of-data' })
  if (loaded.state !== 'ready' || loaded.view.faults.length === 0) return null
  return (
    <p className={partsCss.notice}>
      {say('faults.rows', { n: loaded.view.faults.length })}
      <a className={`${partsCss.link} ${partsCss.inText}`} href={hrefOf({ name: 'health' })}>
        {say('faults.see')}
      </a>
    </p>
  )
}
