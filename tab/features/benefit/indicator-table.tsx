import { formatPercent, formatShortDate, formatValue } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { IndicatorView, MeasurementPoint } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './benefit.module.css'
import { plannedValue } from './live-course.ts'
import { computedShown } from './numbers.tsx'

/** Whether this is the measurement the baseline was taken from: then it is told once. */
const isBaselineOf = (point: MeasurementPoint, { baseline, baselineOn }: IndicatorView): boolean =>
  point.periodKey === 'baseline' && point.value === baseline && point.asOf === baselineOn

/** The chart's content as a table: baseline, every measurement with who and from where, gaps, what is overdue, target, forecast. */
export function IndicatorTable(props: { indicator: IndicatorView; title: string; onCorrect: ((point: MeasurementPoint) => void) | null }) {
  const { indicator, title, onCorrect } = props
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const show = (value: number | null) => (value === null ? '–' : formatValue(value, indicator.unit, language, indicator.decimals))
  const cumulative = indicator.kind === 'cumulative'
  let sum = 0
  const points = indicator.points.map((point) => {
    if (point.periodKey !== 'baseline') sum += point.value ?? 0
    return { point, sum }
  })
  const open = indicator.open.filter((one) => one.state === 'overdue' && one.asOf !== null)
  const { forecastValue, forecastPercent } = indicator.assessment
  const columns = cumulative ? 6 : 5
  return (
    <div className={css.tableFrame}>
      <table className={css.table}>
        <caption className={partsCss.hidden}>{say('table.caption', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('table.date')}</th>
            <th scope="col">{say('table.value')}</th>
            {cumulative && <th scope="col">{say('table.sum')}</th>}
            <th scope="col">{say('table.plan')}</th>
            <th scope="col">{say('table.comment')}</th>
            <th scope="col">{say('table.by')}</th>
          </tr>
        </thead>
        <tbody>
          {!points.some(({ point }) => isBaselineOf(point, indicator)) && (
            <tr>
              <th scope="row">
                {indicator.baselineOn === null ? '–' : formatShortDate(indicator.baselineOn)} · {say('table.baseline')}
              </th>
              <td>{show(indicator.baseline)}</td>
              <td colSpan={columns - 2} />
            </tr>
          )}
          {points.map(({ point, sum: total }) => {
            const planned = plannedValue(indicator, point.asOf)
            return (
              <tr key={point.key}>
                <th scope="row">
                  {formatShortDate(point.asOf)}
                  {point.periodKey === 'baseline' && ` · ${say('table.baseline')}`}
                </th>
                <td>{point.value === null ? say('table.notMeasured') : show(point.value)}</td>
                {cumulative && <td>{show(total)}</td>}
                <td>{show(planned === null ? null : computedShown(planned, indicator.decimals))}</td>
                <td>{[point.comment, point.reason].filter((text) => text !== null).join(' ')}</td>
                <td>
                  {point.byName}, {sayWords(`via.${point.via}`)}{' '}
                  {onCorrect !== null && (
                    <button
                      type="button"
                      className={partsCss.link}
                      aria-label={say('table.correctOf', { date: formatShortDate(point.asOf) })}
                      onClick={() => onCorrect(point)}
                    >
                      {say('table.correct')}
                    </button>
                  )}
                </td>
              </tr>
            )
          })}
          {open.map((one) => (
            <tr key={one.obligationKey}>
              <th scope="row">{formatShortDate(one.asOf as string)}</th>
              <td className={css.late}>{say('table.overdue')}</td>
              <td colSpan={columns - 2} />
            </tr>
          ))}
          {forecastValue !== null && indicator.targetOn !== null && (
            <tr>
              <th scope="row">
                {formatShortDate(indicator.targetOn)} · {say('table.forecast')}
              </th>
              <td>{show(computedShown(forecastValue, indicator.decimals))}</td>
              <td colSpan={columns - 2}>{forecastPercent === null ? '' : formatPercent(forecastPercent, language)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">
              {indicator.targetOn === null ? '–' : formatShortDate(indicator.targetOn)} · {say('table.target')}
            </th>
            <td>{show(indicator.target)}</td>
            <td colSpan={columns - 2} />
          </tr>
        </tbody>
      </table>
    </div>
  )
}
