import type { KeptBenefit } from '#contract/edit-view.ts'
import { formatShortDate, formatValue } from '#contract/texts/format.ts'
import { tabPlan } from '#contract/texts/tab-plan.ts'
import { words } from '#contract/texts/words.ts'
import type { BenefitView, IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { usePlannedAmount } from '../benefit/planned-amount.ts'
import { useFieldWords } from '../edit/field-words.ts'
import css from './plan.module.css'

/** One benefit of the plan: what changes, what it is worth, how it is measured, what is done for it, what it hangs on. */
export function PlanBenefit({ benefit, kept, currency }: { benefit: BenefitView; kept: KeptBenefit | null; currency: string }) {
  const say = useSay(tabPlan)
  const sayWords = useSay(words)
  const field = useFieldWords()
  const planned = usePlannedAmount(benefit.plannedUnit, currency)
  const fields = kept?.fields
  const years = Object.entries(benefit.plannedByYear).sort(([a], [b]) => (a < b ? -1 : 1))
  const kind = [
    sayWords(`category.${benefit.category}`),
    sayWords(`level.${benefit.level}`),
    fields?.effectKind ? field.value('effectKind', fields.effectKind) : null,
    benefit.takeOut ? sayWords(`takeOut.${benefit.takeOut}`) : null,
  ]
  const facts: [string, string | null | undefined][] = [
    [say('plan.owner'), benefit.owner?.name ?? say('plan.missing')],
    [say('plan.kind'), kind.filter(Boolean).join(' · ')],
    [field.label('beneficiary'), fields?.beneficiary ? field.value('beneficiary', fields.beneficiary) : null],
    [field.label('contributesTo'), fields?.contributesTo],
    [field.label('change'), benefit.change],
    [field.label('before'), benefit.before],
    [field.label('after'), benefit.after],
    [say('plan.yearly'), years.map(([year, amount]) => `${year}: ${planned(amount)}`).join(' · ')],
    [field.label('assumptions'), benefit.assumptions],
    [field.label('risk'), fields?.risk],
    [say('plan.state'), field.value('state', benefit.state)],
  ]
  return (
    <section className={css.benefit} aria-label={benefit.title}>
      <h2>
        {benefit.title}
        {benefit.drawback && <span className={css.quiet}> · {say('plan.drawback')}</span>}
      </h2>
      <Facts facts={facts} />
      {benefit.indicators.map((indicator) => (
        <PlanIndicator
          key={indicator.key}
          indicator={indicator}
          source={kept?.indicators.find(({ key }) => key === indicator.key)?.fields.source ?? null}
        />
      ))}
      <h3>{say('plan.actions')}</h3>
      {benefit.actions.length === 0 ? (
        <p className={css.quiet}>{say('plan.noActions')}</p>
      ) : (
        <div className={css.frame}>
          <table className={css.table}>
            <thead>
              <tr>
                {(['action', 'responsible', 'due', 'state'] as const).map((column) => (
                  <th key={column} scope="col">
                    {say(`plan.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {benefit.actions.map((action) => (
                <tr key={action.key}>
                  <th scope="row">{action.title}</th>
                  <td>{action.responsible?.name ?? say('plan.missing')}</td>
                  <td>{action.dueOn === null ? '–' : formatShortDate(action.dueOn)}</td>
                  <td>{field.value('state', action.state)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function PlanIndicator({ indicator, source }: { indicator: IndicatorView; source: string | null }) {
  const { language } = useSession()
  const say = useSay(tabPlan)
  const sayWords = useSay(words)
  const field = useFieldWords()
  const value = (given: number | null) =>
    given === null ? say('plan.missing') : formatValue(given, indicator.unit, language, indicator.decimals)
  const on = (date: string | null) => (date === null ? '' : ` (${formatShortDate(date)})`)
  const facts: [string, string | null][] = [
    [
      say('plan.baseline'),
      indicator.baseline === null && indicator.baselineWaived
        ? say('plan.waived')
        : `${value(indicator.baseline)}${on(indicator.baselineOn)}`,
    ],
    [say('plan.target'), `${value(indicator.target)}${on(indicator.targetOn)}`],
    [field.label('milestones'), indicator.milestones.map((point) => `${formatShortDate(point.date)}: ${value(point.value)}`).join(' · ')],
    [say('plan.frequency'), sayWords(`frequency.${indicator.frequency}`)],
    [say('plan.measurer'), indicator.measurer?.name ?? say('plan.missing')],
    [say('plan.howMeasured'), indicator.method],
    [field.label('source'), source],
  ]
  return (
    <>
      <h3>
        {say('plan.indicator')}: {indicator.title}
      </h3>
      <Facts facts={facts} />
    </>
  )
}

function Facts({ facts }: { facts: readonly [string, string | null | undefined][] }) {
  return (
    <dl className={css.list}>
      {facts
        .filter(([, text]) => Boolean(text))
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
