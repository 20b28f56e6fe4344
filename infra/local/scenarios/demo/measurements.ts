import { nextOpenDay, previousOpenDay } from '#domain/calendar.ts'
import { addDays, dayNumber } from '#domain/dates.ts'
import { MONTHS_BETWEEN, measurementDateAt, measurementDue } from '#domain/due-dates.ts'
import type { CivilDate, Indicator, Measurement } from '#domain/model.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { monthsFrom, workingDay, workingTime } from '../days.ts'
import { idOf, type Who } from '../people.ts'
import { type Random, randomOf } from '../random.ts'
import { stampOf } from '../stamp.ts'
import type { HistorySpec, IndicatorSpec } from './spec.ts'

const { calendar } = DEFAULT_SETTINGS

interface Period {
  date: CivilDate
  overdueFrom: CivilDate
  recordedOn: CivilDate
}

/** Measurement dates up to `today`, each with when it was (or would be) answered. */
function periodsUntil(today: CivilDate, indicator: Indicator, history: HistorySpec, random: Random): Period[] {
  const periods: Period[] = []
  for (let k = 0; ; k += 1) {
    const date = measurementDateAt(indicator, k)
    if (date > today || (indicator.activeTo !== null && date > indicator.activeTo)) return periods
    const { overdueFrom } = measurementDue(date, indicator)
    periods.push({ date, overdueFrom, recordedOn: answeredOn(date, overdueFrom, history, random) })
    if (indicator.frequency === 'once') return periods
  }
}

/** The answer always comes on an open day before it would be overdue. */
function answeredOn(date: CivilDate, overdueFrom: CivilDate, history: HistorySpec, random: Random): CivilDate {
  const last = previousOpenDay(addDays(overdueFrom, -1), calendar)
  if (history.answers === 'late') return last
  const wait = history.answers === 'prompt' ? random.whole(1, 2) : random.whole(2, 8)
  const wanted = nextOpenDay(addDays(date, wait), calendar)
  return wanted < last ? wanted : last
}

/** The periods that have got an answer before `today`; the last overdue one is left out when the story says so. */
function answeredPeriods(today: CivilDate, indicator: Indicator, history: HistorySpec, random: Random): Period[] {
  const answered = periodsUntil(today, indicator, history, random).filter(({ recordedOn }) => recordedOn < today)
  if (!history.leavesLastOverdue) return answered
  const overdue = answered.filter(({ overdueFrom }) => overdueFrom <= today)
  return overdue.slice(0, -1)
}

const rounded = (value: number, decimals: number): number => {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}

/** Units that cannot leave 0–100 stay there; nothing counted goes below 0. */
const bounded = (value: number, unit: string): number => Math.max(0, unit === '%' ? Math.min(100, value) : value)

function shareOfPlan(indicator: Indicator, start: CivilDate, date: CivilDate): number {
  const from = dayNumber(start)
  const to = dayNumber(indicator.targetOn ?? date)
  return to <= from ? 1 : Math.min(1, Math.max(0, (dayNumber(date) - from) / (to - from)))
}

/** One value of a cumulative indicator: its part of the way, scattered. */
function increment(indicator: Indicator, start: CivilDate, history: HistorySpec, random: Random): number {
  const days = dayNumber(indicator.targetOn ?? start) - dayNumber(start)
  const perPeriod = ((indicator.target ?? 0) * history.pace * MONTHS_BETWEEN[indicator.frequency] * 30.44) / Math.max(days, 1)
  return perPeriod * (1 + random.noise() * (history.noise ?? 0.1))
}

/** Real figures are never smooth; how much all scatter is enlarged together. */
const LIVELINESS = 1.6

function snapshotValue(indicator: Indicator, start: CivilDate, date: CivilDate, history: HistorySpec, random: Random): number {
  const target = indicator.target ?? 0
  const baseline = indicator.baseline ?? history.startsAt ?? target
  const way = target - baseline
  const scatter = random.noise() * (history.noise ?? 0.02) * LIVELINESS
  if (way === 0 || indicator.direction === 'maintain') return target + scatter * target
  return baseline + way * (history.pace * shareOfPlan(indicator, start, date) + scatter)
}

function valueAt(indicator: Indicator, start: CivilDate, date: CivilDate, history: HistorySpec, random: Random): number {
  const raw =
    indicator.kind === 'cumulative' ? increment(indicator, start, history, random) : snapshotValue(indicator, start, date, history, random)
  return rounded(bounded(raw, indicator.unit), indicator.decimals ?? 0)
}

const isWeaker = ({ kind, direction }: Indicator, value: number, before: number | null): boolean => {
  if (before === null) return false
  if (kind === 'cumulative') return value < before * 0.75
  return direction === 'decrease' ? value > before : direction === 'increase' && value < before
}

const WEAKER: [string, ...string[]] = [
  'Tallet svinger fra periode til periode, og vi ser an neste måling.',
  'Lavere bemanning enn vanlig i perioden.',
]

/** The baseline as it was measured; none when it is missing or waived. */
function baselineRow(indicator: Indicator, measurer: Who, via: Measurement['via'], random: Random): Measurement[] {
  if (indicator.baseline === null || indicator.baselineOn === null) return []
  const at = workingTime(previousOpenDay(indicator.baselineOn, calendar), random)
  return [
    {
      ...stampOf(`${indicator.key}:baseline:1`, { actorId: idOf(measurer), actedAt: at, via }),
      ...answerOf(indicator, 'baseline', indicator.baselineOn, indicator.baseline),
    },
  ]
}

const answerOf = (indicator: Indicator, periodKey: string, asOf: CivilDate, value: number | null) => ({
  indicatorKey: indicator.key,
  projectKey: indicator.projectKey,
  periodKey,
  asOf,
  value,
  reason: null,
  comment: null,
  correctsKey: null,
})

/**
 * Everything measured on an indicator before `today`, oldest first: the baseline and one value for each period, with
 * gaps, comments on weaker values and one correction where the story says so. What was answered before `usedFrom`, the
 * day the municipality began to use the tool, came in by import.
 */
export function measurementsOf(
  indicator: Indicator,
  spec: IndicatorSpec,
  measurer: Who,
  { today, usedFrom }: { today: CivilDate; usedFrom: CivilDate },
): Measurement[] {
  const random = randomOf(indicator.key)
  const viaOn = (day: CivilDate): Measurement['via'] => (spec.imported || day < usedFrom ? 'import' : random.next() < 0.75 ? 'bot' : 'tab')
  const rows =
    indicator.baselineOn !== null && indicator.baselineOn < today
      ? baselineRow(indicator, measurer, viaOn(indicator.baselineOn), random)
      : []
  const history = spec.history
  if (!history) return rows

  const start = indicator.baselineOn ?? monthsFrom(today, spec.from)
  const periods = answeredPeriods(today, indicator, history, random)
  let before: number | null = null
  for (const [index, { date, recordedOn }] of periods.entries()) {
    const back = periods.length - 1 - index
    const stand = history.answeredBy
    const actorId = idOf(stand && recordedOn >= workingDay(today, stand.since) ? stand.who : measurer)
    const stamp = stampOf(`${indicator.key}:${date}:1`, { actorId, actedAt: workingTime(recordedOn, random), via: viaOn(recordedOn) })
    const value = valueAt(indicator, start, date, history, random)
    const gap = history.notMeasured?.find((missing) => missing.back === back)
    if (gap) {
      rows.push({ ...stamp, ...answerOf(indicator, date, date, null), reason: gap.reason })
      continue
    }
    const comment = isWeaker(indicator, value, before) ? random.pick(history.comments ?? WEAKER) : null
    before = value
    if (history.corrected?.back !== back) {
      rows.push({ ...stamp, ...answerOf(indicator, date, date, value), comment })
      continue
    }
    const correctedOn = nextOpenDay(addDays(recordedOn, 2), calendar)
    rows.push({ ...stamp, ...answerOf(indicator, date, date, value + history.corrected.wrongBy) })
    rows.push({
      ...stampOf(`${indicator.key}:${date}:2`, { actorId, actedAt: workingTime(correctedOn, random), via: 'tab' }),
      ...answerOf(indicator, date, date, value),
      comment,
      reason: history.corrected.why,
      correctsKey: stamp.key,
    })
  }
  return rows
}
