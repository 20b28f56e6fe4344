import type { StatusCardView } from '#contract/card-views.ts'
import { formatDate, formatDeadline, formatMonth, formatPercent, formatShortDate, formatValue } from '#contract/texts/format.ts'
import { actions, caption, card, type Json, line, openUrl, rich, run, type Say, sayIn } from './parts.ts'

/** «status PROSJEKT»: phase, status with its direction, benefits against plan, what is overdue, the next decision. */
export function statusCard(view: StatusCardView): Json {
  const say = sayIn(view)
  const facts: [string, string][] = [
    [say.bot('status.phase'), phaseOf(view, say)],
    [say.bot('status.status'), statusOf(view, say)],
    [say.bot('status.overdue'), view.overdue === 0 ? say.bot('status.noOverdue') : say.bot('status.answers', { n: view.overdue })],
    ...(view.decision ? [[say.bot('status.decision'), decisionOf(view, say)] as [string, string]] : []),
  ]
  return card(view, {
    speak: `${view.title}. ${statusOf(view, say)}.`,
    body: [
      line(view.title, { weight: 'Bolder', size: 'Medium' }),
      caption(view.area),
      ...facts.map(([name, value]) => factRow(name, value)),
      ...(view.benefits.length === 0 ? [caption(say.bot('status.noBenefits'), { separator: true, spacing: 'Medium' })] : []),
      ...view.benefits.map((benefit) => benefitRow(benefit, view, say)),
      ...(view.moreBenefits > 0 ? [caption(say.bot('status.moreBenefits', { n: view.moreBenefits }))] : []),
      actions([openUrl(say.bot('open.tab'), view.url)], { spacing: 'Medium' }),
    ],
  })
}

const factRow = (name: string, value: string): Json => ({
  type: 'ColumnSet',
  spacing: 'Small',
  columns: [
    { type: 'Column', width: '110px', items: [caption(name)] },
    { type: 'Column', width: 'stretch', items: [line(value)] },
  ],
})

const phaseOf = (view: StatusCardView, say: Say): string =>
  view.state === 'active'
    ? say.word(`phase.${view.phase}`)
    : `${say.word(`phase.${view.phase}`)}, ${say.word(`state.${view.state}`).toLowerCase()}`

function statusOf(view: StatusCardView, say: Say): string {
  if (view.rating === null) return say.word('rating.notAssessed')
  const now = say.word(`rating.${view.rating}`)
  const previous = view.previous ? say.word(`rating.${view.previous}`) : ''
  const moved =
    view.trend === 'worse' && previous !== ''
      ? [say.bot('status.from', { rating: previous })]
      : view.trend === 'better' && previous !== ''
        ? [say.bot('status.up', { rating: previous })]
        : []
  const report = view.reportPeriod
    ? [say.bot('status.reported', { period: formatMonth(view.reportPeriod, view.language, view.today) })]
    : []
  return [now, ...moved, ...report].join(' · ')
}

function decisionOf(view: StatusCardView, say: Say): string {
  const { decision } = view
  if (!decision) return ''
  const point = decision.point.toUpperCase()
  if (!decision.dueOn) return point
  return decision.late
    ? `${point}, ${say.bot('status.late', { date: formatDate(decision.dueOn, view.language, view.today) })}`
    : `${point} ${formatDeadline(decision.dueOn, view.language, view.today)}`
}

function benefitRow(benefit: StatusCardView['benefits'][number], view: StatusCardView, say: Say): Json {
  const course = say.word(`course.${benefit.course}`)
  const achievement = benefit.achievementPercent === null ? null : formatPercent(benefit.achievementPercent, view.language)
  const planned = benefit.plannedPercent === null ? null : formatPercent(benefit.plannedPercent, view.language)
  const words =
    achievement === null
      ? `${course}.`
      : planned === null
        ? say.bot('measured.courseNoPlan', { course, achievement })
        : say.bot('measured.course', { course, achievement, planned })
  const value =
    benefit.value === null
      ? ''
      : `${formatValue(benefit.value, benefit.unit, view.language)}${benefit.asOf ? ` (${formatShortDate(benefit.asOf)})` : ''}`
  return {
    type: 'Container',
    separator: true,
    spacing: 'Small',
    items: [rich([run(benefit.title, { weight: 'Bolder' }), ...(value === '' ? [] : [run(`: ${value}`)])]), caption(words)],
  }
}
