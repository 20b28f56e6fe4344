import type { Language } from '#contract/codes.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatNumber, formatPercent, formatShortDate, formatValue, isBareCount } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { AssessmentView, IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './benefit.module.css'

/** The latest value large, when it was measured, and achieved, plan and forecast; a gap is in points, never per cent. */
export function BenefitNumbers({ indicator }: { indicator: IndicatorView | null }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  if (indicator === null || indicator.assessment.currentValue === null) return <div className={css.numbers} />
  const { currentValue, currentAsOf, achievementPercent, plannedPercent, forecastValue, forecastWhy, stale } = indicator.assessment
  const pairs: [string, string][] = []
  if (achievementPercent !== null) pairs.push([say('numbers.achieved'), formatPercent(achievementPercent, language)])
  if (plannedPercent !== null) pairs.push([say('numbers.plan'), formatPercent(plannedPercent, language)])
  if (forecastValue !== null) {
    pairs.push([say('numbers.forecast'), formatValue(computedShown(forecastValue, indicator.decimals), indicator.unit, language)])
  } else if (achievementPercent !== null && forecastWhy !== null && forecastWhy !== 'cumulative') {
    pairs.push([say('numbers.forecast'), say('numbers.tooFew')])
  }
  if (achievementPercent === null && indicator.target !== null) {
    pairs.push([say('numbers.target'), formatValue(indicator.target, indicator.unit, language, indicator.decimals)])
  }
  return (
    <div className={css.numbers}>
      <p>
        <span className={css.large}>{formatNumber(currentValue, language, indicator.decimals)}</span>{' '}
        {!isBareCount(indicator.unit) && <span className={css.quiet}>{indicator.unit}</span>}
      </p>
      {currentAsOf !== null && (
        <p className={css.quiet}>
          {say('numbers.measured', { date: formatShortDate(currentAsOf) })}
          {stale && ` · ${say('numbers.stale')}`}
        </p>
      )}
      <dl className={css.pairs}>
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** What is computed is not more exact than what is measured: the indicator's own decimals, else one, and none from a hundred up. */
export function computedShown(value: number, decimals: number | null): number {
  const places = decimals ?? (Math.abs(value) >= 100 ? 0 : 1)
  return Math.round(value * 10 ** places) / 10 ** places
}

/** «5 poeng foran plan»; null when there is no plan to compare with. */
export function gapWords(assessment: AssessmentView, say: Translator<typeof tabProject>, language: Language): string | null {
  const { achievementPercent, plannedPercent } = assessment
  if (achievementPercent === null || plannedPercent === null) return null
  const gap = Math.round(achievementPercent) - Math.round(plannedPercent)
  if (gap === 0) return say('gap.none')
  const text = say(gap > 0 ? 'gap.ahead' : 'gap.behind', { n: Math.abs(gap) })
  return language === 'en' ? text : text.replace(/^(\d+) /, '$1\u00a0')
}
