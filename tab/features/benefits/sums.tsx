import { type BenefitSumsView, type BenefitsView, benefitSumsView, type SumLineView } from '#contract/benefits-view.ts'
import { formatMoney, formatValue } from '#contract/texts/format.ts'
import { useView } from '../../app/use-view.ts'
import { Failed } from '../../parts/failed.tsx'
import { ifAllOpen } from '../../store/storable.ts'
import type { BenefitSay } from './benefit-table.ts'
import css from './benefits.module.css'
import { CHART, type SumGroup, sumChart, sumGroups } from './sums-model.ts'

/** What the benefits shown add up to, year by year: one chart and one table for each unit and price year. */
export function Sums(props: { query: string; projects: BenefitsView['projects']; year: string; words: BenefitSay }) {
  const { query, projects, year, words } = props
  const { loaded, reload } = useView({
    schema: benefitSumsView,
    path: `/api/benefits/sums?${query}`,
    kept: { storable: ifAllOpen(projects) },
  })
  const { say } = words
  return (
    <section className={css.sums} aria-labelledby="sums" aria-busy={loaded.state === 'loading'}>
      <h2 id="sums" className={css.section}>
        {say('sums.title')}
      </h2>
      {loaded.state === 'failed' && <Failed fault={loaded.fault} onRetry={reload} />}
      {loaded.state === 'ready' && <Groups sums={loaded.view} year={year} words={words} />}
    </section>
  )
}

function Groups({ sums, year, words }: { sums: BenefitSumsView; year: string; words: BenefitSay }) {
  const { say } = words
  const groups = sumGroups(sums)
  const left = (['contributes', 'otherLevel', 'noAmount', 'stopped'] as const).filter((why) => sums.leftOut[why] > 0)
  return (
    <>
      {groups.length === 0 && <p>{say('sums.none')}</p>}
      <div className={css.groups}>
        {groups.map((group) => (
          <Group key={group.key} group={group} year={year} words={words} />
        ))}
      </div>
      <p className={css.quiet}>
        {sums.counted > 0 && say('sums.counted', { n: sums.counted })}{' '}
        {left.length > 0 && say('sums.leftOut', { list: left.map((why) => say(`leftOut.${why}`, { n: sums.leftOut[why] })).join(', ') })}
      </p>
    </>
  )
}

function Group({ group, year, words }: { group: SumGroup; year: string; words: BenefitSay }) {
  const { say, sayWords, language } = words
  const { unit, currency, priceYear } = group
  const money = currency === 'NOK' ? say('sums.kroner') : (currency ?? '')
  const title =
    unit !== 'kr'
      ? say(`sums.${unit}`)
      : priceYear === null
        ? say('sums.krNoYear', { currency: money })
        : say('sums.kr', { currency: money, year: String(priceYear) })
  const shown = (amount: number) =>
    unit === 'kr'
      ? formatMoney(amount, currency ?? 'NOK', language)
      : formatValue(amount, sayWords(`amountUnit.${unit}`), language, unit === 'fte' ? 1 : 0)
  const budget = group.lines.some(({ budgetEffect }) => budgetEffect.planned !== 0 || budgetEffect.realised !== 0)
  return (
    <div className={css.group}>
      <Chart lines={group.lines} label={say('sums.chart', { unit: title })} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
      <section className={css.scroll} tabIndex={0} aria-label={title}>
        <table className={css.table}>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('sums.year')}</th>
              <th scope="col">
                <i className={css.plannedKey} aria-hidden="true" />
                {say('sums.planned')}
              </th>
              <th scope="col">
                <i className={css.realisedKey} aria-hidden="true" />
                {say('sums.realised')}
              </th>
              <th scope="col">{say('sums.measured')}</th>
              {budget && <th scope="col">{say('sums.budget')}</th>}
            </tr>
          </thead>
          <tbody>
            {group.lines.map((line) => (
              <tr key={line.year}>
                <th scope="row">{line.year}</th>
                <td>
                  {line.having.planned === 0 ? '–' : shown(line.planned.net)}
                  <Beneath line={line} of="planned" shown={shown} words={words} />
                </td>
                <td>
                  {line.having.realised > 0 ? shown(line.realised.net) : line.year > year ? '–' : say('sums.notMeasured')}
                  <Beneath line={line} of="realised" shown={shown} words={words} />
                </td>
                <td className={css.whole}>
                  {line.year <= year &&
                    say('sums.measuredOf', { n: line.having.realised, all: Math.max(line.having.planned, line.having.realised) })}
                </td>
                {budget && (
                  <td>
                    {shown(line.budgetEffect.planned)} / {line.having.realised === 0 ? '–' : shown(line.budgetEffect.realised)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/** Under a net: its two sides where there are drawbacks, and what hours are worth where the municipality has said how. */
function Beneath(props: { line: SumLineView; of: 'planned' | 'realised'; shown: (amount: number) => string; words: BenefitSay }) {
  const { line, of, shown } = props
  const { say, sayWords, language } = props.words
  const sides = line[of]
  if (line.having[of] === 0) return null
  const worth = line.worth?.[of]
  const equal = [
    ...(worth?.fte == null ? [] : [formatValue(worth.fte, sayWords('amountUnit.fte'), language, 1)]),
    ...(worth?.kr == null ? [] : [formatMoney(worth.kr, 'NOK', language)]),
  ]
  return (
    <>
      {sides.drawbacks !== 0 && (
        <span className={css.under}>{say('sums.sides', { benefits: shown(sides.benefits), drawbacks: shown(-sides.drawbacks) })}</span>
      )}
      {equal.length > 0 && <span className={css.under}>{say('sums.worth', { worth: equal.join(' · ') })}</span>}
    </>
  )
}

function Chart({ lines, label }: { lines: readonly SumLineView[]; label: string }) {
  const { years, zero } = sumChart(lines)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${CHART.width} ${CHART.height}`} className={css.chart}>
      {years.map(({ year, x, planned, realised }) => (
        <g key={year}>
          {planned && <rect {...planned} className={css.planned} />}
          {realised && <rect {...realised} className={css.realised} />}
          <text x={x} y={CHART.height - 4} textAnchor="middle" className={css.axis}>
            {year}
          </text>
        </g>
      ))}
      <path d={`M0 ${zero}H${CHART.width}`} stroke="var(--colorNeutralStrokeAccessible)" />
    </svg>
  )
}
