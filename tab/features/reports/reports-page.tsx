import { useState } from 'react'
import { type ReportsView, reportsView } from '#contract/reports-view.ts'
import { formatDate, formatMonth } from '#contract/texts/format.ts'
import { tabPlan } from '#contract/texts/tab-plan.ts'
import type { ReportView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { Crumbs } from '../../parts/crumbs.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { unlessRestricted } from '../../store/storable.ts'
import { ReportCompare } from './report-compare.tsx'
import { ReportTable } from './report-table.tsx'
import css from './reports-page.module.css'

/** A project's published reports: one read as it was frozen, or two beside each other. */
export function ReportsPage({ projectKey }: { projectKey: string }) {
  const say = useSay(tabPlan)
  const { loaded, reload } = useView({
    schema: reportsView,
    path: `/api/projects/${encodeURIComponent(projectKey)}/reports`,
    kept: { storable: unlessRestricted },
  })
  if (loaded.state !== 'ready')
    return <NotReady of={loaded} title={say('reports.title')} className={css.title} shape="text" onRetry={reload} />
  return (
    <>
      <AsOf of={loaded} />
      <Reports view={loaded.view} />
    </>
  )
}

function Reports({ view }: { view: ReportsView }) {
  const { language } = useSession()
  const say = useSay(tabPlan)
  const { reports } = view
  const [first, setFirst] = useState(reports[0]?.key ?? '')
  const [other, setOther] = useState(reports[1]?.key ?? '')
  const chosen = reports.find(({ key }) => key === first)
  const beside = reports.find(({ key }) => key === other && key !== first)
  const name = (report: ReportView) => {
    const several = reports.filter(({ period }) => period === report.period).length > 1
    return say(several ? 'reports.option' : 'reports.option1', { period: formatMonth(report.period, language), version: report.version })
  }
  const told = (report: ReportView) =>
    say('reports.by', {
      date: report.publishedAt === null ? '–' : formatDate(report.publishedAt.slice(0, 10), language),
      name: report.byName,
    })
  return (
    <div className={css.page}>
      <Crumbs project={view} />
      <PageHeading title={say('reports.title')} className={css.title} />
      {chosen === undefined ? (
        <p>{say('reports.none')}</p>
      ) : (
        <>
          <div className={css.choices}>
            <Choice
              label={say('reports.one')}
              value={first}
              onChange={setFirst}
              options={reports.map((report) => [report.key, name(report)])}
            />
            {reports.length > 1 && (
              <Choice
                label={say('reports.compare')}
                value={beside?.key ?? ''}
                onChange={setOther}
                options={[
                  ['', say('reports.nothing')],
                  ...reports.filter(({ key }) => key !== first).map((report): [string, string] => [report.key, name(report)]),
                ]}
              />
            )}
          </div>
          {beside === undefined ? (
            <>
              <p className={css.quiet}>{told(chosen)}</p>
              <ReportTable report={chosen} currency={view.currency} />
            </>
          ) : (
            <ReportCompare {...ordered(chosen, beside)} currency={view.currency} name={name} told={told} />
          )}
        </>
      )}
    </div>
  )
}

/** The older one stands to the left, whichever was chosen first. */
function ordered(a: ReportView, b: ReportView): { before: ReportView; after: ReportView } {
  const isLater = a.period > b.period || (a.period === b.period && a.version > b.version)
  return isLater ? { before: b, after: a } : { before: a, after: b }
}

function Choice(props: { label: string; value: string; onChange: (value: string) => void; options: readonly [string, string][] }) {
  return (
    <label className={css.choice}>
      {props.label}
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
