import type { ProjectFieldsView } from '#contract/edit-view.ts'
import { formatShortDate, formatValue } from '#contract/texts/format.ts'
import { tabPlan } from '#contract/texts/tab-plan.ts'
import { words } from '#contract/texts/words.ts'
import type { BenefitView, IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './plan.module.css'

/** All benefits in one table: owner, indicator, from, to, when, how often. What is missing is said in its place. */
export function PlanOverview({ benefits, fields }: { benefits: readonly BenefitView[]; fields: ProjectFieldsView }) {
  const { language } = useSession()
  const say = useSay(tabPlan)
  const sayWords = useSay(words)
  const missing = <span className={css.missing}>{say('plan.missing')}</span>
  const nextOf = (key: string) => fields.benefits.flatMap((benefit) => benefit.indicators).find((one) => one.key === key)?.nextOn ?? null
  const shown = (value: number | null, { unit, decimals }: IndicatorView) =>
    value === null ? missing : formatValue(value, unit, language, decimals)
  return (
    <section>
      <h2>{say('plan.overview')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
      <section className={css.frame} tabIndex={0} aria-label={say('plan.overview')}>
        <table className={css.table}>
          <thead>
            <tr>
              {(['benefit', 'owner', 'indicator', 'baseline', 'target', 'targetOn', 'frequency', 'next'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`plan.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {benefits.flatMap((benefit) =>
              (benefit.indicators.length > 0 ? benefit.indicators : [null]).map((indicator, n) => {
                const next = indicator === null ? null : nextOf(indicator.key)
                return (
                  <tr key={indicator?.key ?? benefit.key}>
                    {n === 0 && (
                      <>
                        <th scope="rowgroup" rowSpan={Math.max(benefit.indicators.length, 1)}>
                          {benefit.title}
                          {benefit.drawback && <span className={css.quiet}> ({say('plan.drawback')})</span>}
                        </th>
                        <td rowSpan={Math.max(benefit.indicators.length, 1)}>{benefit.owner?.name ?? missing}</td>
                      </>
                    )}
                    {indicator === null ? (
                      <td colSpan={6}>{benefit.drawback ? '–' : <span className={css.missing}>{say('plan.noIndicator')}</span>}</td>
                    ) : (
                      <>
                        <td>{indicator.title}</td>
                        <td>
                          {indicator.baseline === null && indicator.baselineWaived
                            ? say('plan.waived')
                            : shown(indicator.baseline, indicator)}
                        </td>
                        <td>{shown(indicator.target, indicator)}</td>
                        <td>{indicator.targetOn === null ? missing : formatShortDate(indicator.targetOn)}</td>
                        <td>{sayWords(`frequency.${indicator.frequency}`)}</td>
                        <td>{next === null ? '–' : formatShortDate(next)}</td>
                      </>
                    )}
                  </tr>
                )
              }),
            )}
          </tbody>
        </table>
      </section>
    </section>
  )
}
