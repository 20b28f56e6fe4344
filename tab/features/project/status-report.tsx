import { formatDate, formatMonth } from '#contract/texts/format.ts'
import { tabPlan } from '#contract/texts/tab-plan.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { ProjectView } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { Status, shapeOfRating } from '../../parts/status-mark.tsx'
import { ReportTable } from '../reports/report-table.tsx'
import css from './project.module.css'

/** The last published report as it was frozen, what report is due, and the earlier ones. */
export function StatusReport({ project }: { project: ProjectView }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const sayPlan = useSay(tabPlan)
  const { report, reportDue, today } = project
  const month = (period: string) => formatMonth(period, language, today)
  // Nothing is reported in Realisere: there the measurements and the yearly BP6 speak (domain.md §3.2.4).
  if (report === null && reportDue === null && project.phase === 'realise') return null
  const earlier = project.reports.filter((one) => one.key !== report?.key)
  return (
    <section className={css.report} aria-labelledby="report">
      <div className={css.sectionHead}>
        <h2 id="report">
          {report === null ? say('report.heading') : say('report.title', { period: formatMonth(report.period, language) })}
        </h2>
        {report !== null && report.publishedAt !== null && (
          <span className={css.quiet}>
            {say(report.version > 1 ? 'report.publishedVersion' : 'report.published', {
              date: formatDate(report.publishedAt.slice(0, 10), language, today),
              version: report.version,
            })}
          </span>
        )}
      </div>
      {reportDue !== null && (
        <p className={reportDue.state === 'overdue' ? css.late : css.quiet}>
          {say(reportDue.state === 'overdue' ? 'report.overdue' : 'report.due', {
            period: month(reportDue.period),
            date: formatDate(reportDue.state === 'overdue' ? reportDue.overdueFrom : reportDue.dueOn, language, today),
          })}
          {project.can.publishReport && (
            <>
              {' '}
              <a className={`${partsCss.link} ${partsCss.inText}`} href={hrefOf({ name: 'report', key: project.key })}>
                {say('act.report')}
              </a>
            </>
          )}
        </p>
      )}
      {report === null ? (
        <p className={css.quiet}>{say('report.none')}</p>
      ) : (
        <ReportTable report={report} currency={project.money.currency} />
      )}
      {project.reports.length > 1 && (
        <p>
          <a className={`${partsCss.link} ${partsCss.inText}`} href={hrefOf({ name: 'reports', key: project.key })}>
            {sayPlan('reports.link')}
          </a>
        </p>
      )}
      {earlier.length > 0 && (
        <details className={css.earlier}>
          <summary>{say('report.earlier')}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.key}>
                <Status shape={shapeOfRating(one.rating)}>{sayWords(`rating.${one.rating}`)}</Status> {formatMonth(one.period, language)}
                {one.corrected && ` · ${say('report.corrected')}, ${say('report.version', { n: one.version })}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
