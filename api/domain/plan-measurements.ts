import { answerPeriods, type Period } from './answer-periods.ts'
import type { Phase } from './codes.ts'
import { addDays, dateOfDay, dayNumber, isCivilDate } from './dates.ts'
import { firstIndexOnOrAfter, type LadderDates, measurementDays, measurementLadder } from './due-dates.ts'
import { recordedOn } from './measurement-days.ts'
import type { CivilDate, Indicator } from './model.ts'
import { obligationKey } from './obligation.ts'
import { spanOn } from './phases.ts'
import type { Planned, ProjectPlan } from './plan-context.ts'
import { baselineAt, inBounds } from './plan-dates.ts'
import { plannedOf } from './planned.ts'
import { indicatorChain, type Responsible } from './responsible.ts'

/** Where nothing else is said, measuring begins when the project has come to Realisere (rule 2). */
const DEFAULT_PHASES: readonly Phase[] = ['realise']

/** The last day of a hold that has an end: which measurement survives it does not depend on how far ahead is planned. */
const lastHeldDay = ({ project: { holdTo, state } }: ProjectPlan): CivilDate =>
  holdTo === null || state === 'stopped' || state === 'closed' ? '' : addDays(holdTo, -1)

/** First and last day measurement dates may lie on; null when the indicator has never been active. */
function activeRange(indicator: Indicator, plan: ProjectPlan): { from: CivilDate; to: CivilDate } | null {
  const { context, spans } = plan
  const held = lastHeldDay(plan)
  const last = held > plan.last ? held : plan.last
  const starts = spans.filter((span) => activePhases(indicator).includes(span.phase)).map((span) => span.from)
  const active = indicator.activeFrom ?? starts[0]
  if (active === undefined) return null
  const from = context.from !== null && context.from > active ? context.from : active
  const to = indicator.activeTo !== null && indicator.activeTo < last ? indicator.activeTo : last
  return from > to ? null : { from, to }
}

const activePhases = ({ activePhases: phases }: Indicator): readonly Phase[] => (phases.length > 0 ? phases : DEFAULT_PHASES)

/** A measurement date exists when it is on or after activation: activeFrom where set, otherwise while in an active phase (rule 2). */
const exists = (indicator: Indicator, date: CivilDate, { spans }: ProjectPlan): boolean => {
  if (indicator.activeFrom !== null) return true
  const span = spanOn(spans, date)
  return span !== null && activePhases(indicator).includes(span.phase)
}

function periodsOf(indicator: Indicator, plan: ProjectPlan): { periods: Period[]; before: number } {
  const range = activeRange(indicator, plan)
  const first = range && firstIndexOnOrAfter(indicator, range.from)
  if (!range || first === null) return { periods: [], before: Number.NEGATIVE_INFINITY }
  const { context } = plan
  const dayAt = measurementDays(indicator)
  const lastDay = dayNumber(range.to)
  const heldTo = lastHeldDay(plan)
  const once = indicator.frequency === 'once'
  let settings = context.settings
  let ladder = measurementLadder(indicator, settings)
  const periods: Period[] = []
  for (let k = Math.max(first, 0); ; k += 1) {
    const day = dayAt(k)
    if (day > lastDay) break
    const date = dateOfDay(day)
    const inForce = context.settingsAt(date)
    if (inForce !== settings) {
      settings = inForce
      ladder = measurementLadder(indicator, settings)
    }
    const dates = ladder(day)
    const beyond = dates.dueOn > context.to
    if (beyond && date > heldTo) break
    if (exists(indicator, date, plan))
      periods.push({
        day,
        date,
        dates: frozen(indicator, date, dates, plan),
        grace: indicator.graceOpenDays ?? settings.due.graceOpenDays,
        beyond,
        answer: null,
        by: null,
      })
    if (once) break
  }
  return { periods, before: once ? startOfOnce(indicator) : dayAt(Math.max(first, 0) - 1) }
}

/** A value for an indicator measured once counts when it is taken after the baseline. */
const startOfOnce = ({ baselineOn }: Indicator): number => (baselineOn === null ? Number.NEGATIVE_INFINITY : dayNumber(baselineOn))

/** The overdue date that stands in a stored row also decides which period a value answers. */
function frozen(indicator: Indicator, date: CivilDate, dates: LadderDates, { context }: ProjectPlan): LadderDates {
  if (context.storedCount === 0) return dates
  const stored = context.facts.tables.obligations.get(obligationKey('measurement', indicator.key, date))
  return stored ? { ...dates, dueOn: stored.dueOn, overdueFrom: stored.overdueFrom } : dates
}

function planBaseline(indicator: Indicator, responsible: Responsible | null, plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { plannedGoLive, phase } = project
  // A cumulative indicator counts from nothing: it needs no baseline.
  if (plannedGoLive === null || indicator.kind === 'cumulative' || phase === 'idea' || phase === 'concept') return []
  const { dates, day } = baselineAt(plannedGoLive, context)
  if (!inBounds(dates, context)) return []
  const taken = context.facts.measurementsByIndicator.get(indicator.key)?.find((row) => row.periodKey === 'baseline')
  const known = indicator.baseline === null ? null : { key: indicator.key, recordedOn: indicator.baselineOn }
  const given = taken ? { key: taken.key, recordedOn: recordedOn(taken, context.facts, context.settings.calendar.zone) } : known
  const input = {
    kind: 'baseline',
    refKey: indicator.key,
    periodKey: 'baseline',
    asOf: null,
    dates,
    day,
    responsible,
    answer: given,
    grace: 0,
  } as const
  const planned = plannedOf(input, plan)
  if (indicator.baselineWaiver !== null) planned.obligation.lapsedReason = 'waived'
  return [planned]
}

/** The baseline and the measurements of one indicator, oldest first. A draft asks for nothing. */
export function planIndicator(indicator: Indicator, plan: ProjectPlan): { baseline: Planned[]; measurements: Planned[] } {
  if (indicator.state === 'draft' || !isCivilDate(indicator.anchorOn)) return { baseline: [], measurements: [] }
  const { context, project } = plan
  const responsible = indicatorChain(indicator, project, context.facts)[0] ?? null
  const { periods, before } = periodsOf(indicator, plan)
  if (periods.length > 0) answerPeriods(indicator, periods, before, plan)
  const measurements = periods.map(({ date, dates, grace, beyond, answer: given }) => {
    const about = { kind: 'measurement', refKey: indicator.key, periodKey: date, asOf: date } as const
    const planned = plannedOf({ ...about, dates, day: date, responsible, answer: given, grace }, plan)
    return beyond ? { ...planned, beyond } : planned
  })
  return { baseline: planBaseline(indicator, responsible, plan), measurements: quieted(measurements, indicator, plan) }
}

/** Closed indicators and settled benefits ask no more; a paused or soon-to-close one waits (rule 10: nudges stop meanwhile). */
export function quieted(planned: Planned[], indicator: Indicator, { context }: ProjectPlan): Planned[] {
  const benefit = context.facts.tables.benefits.get(indicator.benefitKey)
  const settled = benefit?.state === 'realised' || benefit?.state === 'notRealised' || benefit?.state === 'cancelled'
  for (const { obligation } of planned) {
    if (settled) obligation.lapsedReason = 'settled'
    else if (indicator.state === 'closed') obligation.lapsedReason = 'closed'
    else if (indicator.state === 'paused' || indicator.state === 'closeProposed') obligation.state = 'onHold'
  }
  return planned
}
