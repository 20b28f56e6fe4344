import { formatDate, formatValue } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './benefit.module.css'

/** A dashed box that says what is lacking, and the act that mends it when there is one. Nothing when all is there. */
export function Lacking({
  indicator,
  onBaseline,
  today,
}: {
  indicator: IndicatorView | null
  onBaseline: (() => void) | null
  today: string
}) {
  const { language } = useSession()
  const say = useSay(tabProject)
  if (indicator === null) return <p className={css.lacking}>{say('benefits.noIndicator')}</p>
  const { course, currentValue } = indicator.assessment
  const show = (value: number) => formatValue(value, indicator.unit, language, indicator.decimals)
  if (course === 'notMeasured') {
    const next = indicator.nextMeasurementOn
    return (
      <p className={css.lacking}>
        {say('benefits.notMeasured')} {next !== null && say('benefits.firstOn', { date: formatDate(next, language, today) })}
      </p>
    )
  }
  if (course === 'cannotCompute') return <p className={css.lacking}>{say('benefits.cannotCompute')}</p>
  if (course !== 'baselineMissing') return null
  return (
    <p className={css.lacking}>
      {say('benefits.noBaseline')} {currentValue !== null && say('benefits.lastIs', { value: show(currentValue) })}{' '}
      {indicator.target !== null && say('benefits.targetIs', { value: show(indicator.target) })}{' '}
      {onBaseline !== null && (
        <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={onBaseline}>
          {say('act.recordBaseline')}
        </button>
      )}
    </p>
  )
}
