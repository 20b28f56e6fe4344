import { formatMoney, formatPercent, formatShortDate, formatValue } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { ReportView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { Status, shapeOfCourse, shapeOfRating } from '../../parts/status-mark.tsx'
import { TrendArrow } from '../../parts/trend-arrow.tsx'
import css from './reports.module.css'

type Shown = Pick<
  ReportView,
  'rows' | 'sinceLast' | 'next' | 'decisionNeeded' | 'percentComplete' | 'budget' | 'spent' | 'forecastCost' | 'snapshot'
>

/** A report as it is read: eight rows, the three texts, the figures, and the benefits as they were. */
export function ReportTable({ report, currency }: { report: Shown; currency: string }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const money = (amount: number) => formatMoney(amount, currency, language)
  const figures = [
    report.percentComplete === null ? null : say('report.percent', { percent: formatPercent(report.percentComplete, language) }),
    report.budget !== null && report.spent !== null
      ? say('about.spent', { spent: money(report.spent), budget: money(report.budget) })
      : null,
    report.forecastCost === null ? null : say('about.forecastCost', { amount: money(report.forecastCost) }),
  ].filter((text) => text !== null)
  const texts: [string, string | null][] = [
    [say('report.sinceLast'), report.sinceLast],
    [say('report.next'), report.next],
    [say('report.decisionNeeded'), report.decisionNeeded],
  ]
  return (
    <div className={css.reportView}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say('report.parameter')}</th>
            <th scope="col">{say('report.status')}</th>
            <th scope="col">{say('report.trend')}</th>
            <th scope="col">{say('report.comment')}</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">{sayWords(`row.${row.row}`)}</th>
              <td>
                <Status shape={shapeOfRating(row.rating)}>{sayWords(`rating.${row.rating}`)}</Status>
              </td>
              <td>
                {row.trend === null ? (
                  '–'
                ) : (
                  <span className={css.trend}>
                    <TrendArrow trend={row.trend} /> {sayWords(`trend.${row.trend}`)}
                  </span>
                )}
              </td>
              <td className={css.comment}>{row.comment}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {figures.length > 0 && <p className={css.quiet}>{figures.join(' ')}</p>}
      {texts.some(([, text]) => text !== null && text !== '') && (
        <dl className={css.texts}>
          {texts
            .filter(([, text]) => text !== null && text !== '')
            .map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
      )}
      {report.snapshot.length > 0 && (
        <details className={css.frozen}>
          <summary>{say('report.figures')}</summary>
          <ul>
            {report.snapshot.map((one) => (
              <li key={`${one.title}${one.asOf ?? ''}`}>
                {one.title}
                {one.value !== null && `: ${formatValue(one.value, one.unit ?? '', language)}`}
                {one.asOf !== null && `, ${say('numbers.measured', { date: formatShortDate(one.asOf) })}`}
                {one.achievementPercent !== null && ` · ${say('numbers.achieved')} ${formatPercent(one.achievementPercent, language)}`}
                {one.plannedPercent !== null && ` · ${say('numbers.plan')} ${formatPercent(one.plannedPercent, language)}`}{' '}
                <FrozenCourse course={one.course} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** The course as it was frozen; a code from another time is left out rather than guessed at. */
function FrozenCourse({ course }: { course: string }) {
  const sayWords = useSay(words)
  const key = `course.${course}`
  if (!(key in words)) return null
  return <Status shape={shapeOfCourse(course as Parameters<typeof shapeOfCourse>[0])}>{sayWords(key as keyof typeof words)}</Status>
}
