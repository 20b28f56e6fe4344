import { scaleLinear, scaleTime } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Frequency } from '#contract/codes.ts'
import type { IndicatorView } from '#contract/views.ts'
import { planStops } from './live-course.ts'

export const CHART = { width: 300, height: 78 }
const TOP = 8
/** Where × and the hollow square stand: below the lines, so that a gap is seen as a gap. */
const AXIS = 70

export interface ChartStep {
  kind: 'point' | 'notMeasured' | 'overdue' | 'preview'
  date: string
  /** What was measured; for a cumulative indicator the sum up to then. */
  value: number | null
  x: number
  y: number
}

export interface ChartModel {
  /** Where the lines begin and end; labels stand outside. */
  left: number
  right: number
  axis: number
  plan: string | null
  measured: string[]
  forecast: string | null
  band: string | null
  baseline: { value: number; y: number } | null
  target: { value: number; x: number; y: number } | null
  todayX: number | null
  /** Everything one can step through, oldest first. */
  steps: ChartStep[]
}

const at = (date: string): Date => new Date(`${date}T00:00:00Z`)
/** A step longer than this many days has a period missing in it. */
const LONGEST_STEP: Record<Frequency, number> = {
  monthly: 46,
  quarterly: 138,
  tertial: 184,
  halfYearly: 276,
  yearly: 549,
  once: Number.POSITIVE_INFINITY,
}

/**
 * The indicator drawn in 300 × 78: plan, measured line broken at every gap, forecast, and what was not measured or is
 * overdue as marks on the axis. `room` is the width of the labels left and right. `preview` is a number not saved yet.
 * Null when there is nothing to draw.
 */
export function chartModel(
  indicator: IndicatorView,
  today: string,
  room: { left: number; right: number },
  preview: { asOf: string; value: number } | null = null,
): ChartModel | null {
  const points = indicator.points.filter((point) => point.periodKey !== 'baseline')
  const saved = measuredValues(indicator)
  const values = preview === null ? saved : withPreview(saved, preview, indicator)
  const stops = planStops(indicator)
  const { forecastValue } = indicator.assessment
  const overdue = indicator.open.filter((open) => open.state === 'overdue' && open.asOf !== null && open.asOf !== preview?.asOf)
  const notMeasured = points.filter((point) => point.value === null)
  const levels = [...stops.map((stop) => stop.value), ...values.map((one) => one.value)]
  if (indicator.target !== null) levels.push(indicator.target)
  if (forecastValue !== null) levels.push(forecastValue)
  const dates = [...stops.map((stop) => stop.date), ...points.map((point) => point.asOf), ...values.map((one) => one.date)]
  dates.push(...overdue.map((open) => open.asOf as string))
  if (levels.length === 0 || dates.length === 0) return null
  const first = dates.reduce((a, b) => (a < b ? a : b))
  const last = dates.reduce((a, b) => (a > b ? a : b), first)

  const right = CHART.width - room.right
  const x = scaleTime()
    .domain([at(first), at(last)])
    .range([room.left, right])
  const low = Math.min(...levels)
  const high = Math.max(...levels)
  const y = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([AXIS - 12, TOP])
  const path = line<{ date: string; value: number }>()
    .x((one) => x(at(one.date)))
    .y((one) => y(one.value))
  const end = values.at(-1)
  const targetOn = indicator.targetOn
  const ahead =
    end && forecastValue !== null && targetOn !== null && targetOn > end.date ? [end, { date: targetOn, value: forecastValue }] : null
  const spread = ahead === null || targetOn === null ? 0 : spreadAt(values, targetOn)
  const baseline = indicator.baseline ?? (indicator.kind === 'cumulative' ? 0 : null)

  return {
    left: room.left,
    right,
    axis: AXIS,
    plan: stops.length > 1 ? path(stops) : null,
    measured: runs(
      values,
      notMeasured.map((point) => point.asOf),
      indicator.frequency,
    ).flatMap((run) => (run.length > 1 ? [path(run) ?? ''] : [])),
    forecast: ahead === null ? null : path(ahead),
    band: ahead === null || spread === 0 ? null : bandPath(ahead, spread, (date) => x(at(date)), y),
    baseline: baseline === null ? null : { value: baseline, y: y(baseline) },
    target:
      indicator.target === null
        ? null
        : { value: indicator.target, x: targetOn === null ? right : x(at(targetOn)), y: y(indicator.target) },
    todayX: today >= first && today <= last ? x(at(today)) : null,
    steps: [
      ...values.map(
        (one): ChartStep => ({
          kind: one.preview ? 'preview' : 'point',
          date: one.date,
          value: one.value,
          x: x(at(one.date)),
          y: y(one.value),
        }),
      ),
      ...notMeasured.map((point): ChartStep => ({ kind: 'notMeasured', date: point.asOf, value: null, x: x(at(point.asOf)), y: AXIS })),
      ...overdue.map(
        (open): ChartStep => ({ kind: 'overdue', date: open.asOf as string, value: null, x: x(at(open.asOf as string)), y: AXIS }),
      ),
    ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  }
}

interface Value {
  date: string
  value: number
  preview?: boolean
}

/** What is drawn as the measured line: the values themselves, or their running sum. One a day, the latest stands. */
export function measuredValues(indicator: Pick<IndicatorView, 'points' | 'kind'>): Value[] {
  const measured = indicator.points.flatMap((point) =>
    point.value === null || point.periodKey === 'baseline' ? [] : [{ date: point.asOf, value: point.value }],
  )
  measured.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  let sum = 0
  const summed = measured.map((one) => {
    sum += one.value
    return { date: one.date, value: sum }
  })
  const drawn = indicator.kind === 'cumulative' ? summed : measured
  return drawn.filter((one, i) => drawn[i + 1]?.date !== one.date)
}

function withPreview(values: readonly Value[], preview: { asOf: string; value: number }, indicator: IndicatorView): Value[] {
  const before = values.filter((one) => one.date < preview.asOf)
  const after = values.filter((one) => one.date > preview.asOf)
  const level = indicator.kind === 'cumulative' ? preview.value + (before.at(-1)?.value ?? 0) : preview.value
  return [...before, { date: preview.asOf, value: level, preview: true }, ...after]
}

/** The line broken where something is missing: a period answered «ikke målt», or one skipped altogether. */
export function runs<T extends { date: string }>(values: readonly T[], holes: readonly string[], frequency: Frequency): T[][] {
  const found: T[][] = []
  let before: T | null = null
  for (const one of values) {
    const from = before
    const broken =
      from === null ||
      holes.some((hole) => hole > from.date && hole < one.date) ||
      (at(one.date).getTime() - at(from.date).getTime()) / 86_400_000 > LONGEST_STEP[frequency]
    if (broken) found.push([one])
    else found.at(-1)?.push(one)
    before = one
  }
  return found
}

/** How uncertain the straight line is at a date ahead: the standard error of its prediction over the last eight values. */
function spreadAt(values: readonly Value[], date: string): number {
  const used = values.slice(-8).map((one) => ({ t: at(one.date).getTime() / 86_400_000, v: one.value }))
  const n = used.length
  if (n < 3) return 0
  const meanT = used.reduce((sum, one) => sum + one.t, 0) / n
  const meanV = used.reduce((sum, one) => sum + one.v, 0) / n
  const width = used.reduce((sum, one) => sum + (one.t - meanT) ** 2, 0)
  if (width === 0) return 0
  const slope = used.reduce((sum, one) => sum + (one.t - meanT) * (one.v - meanV), 0) / width
  const residual = used.reduce((sum, one) => sum + (one.v - meanV - slope * (one.t - meanT)) ** 2, 0) / (n - 2)
  return Math.sqrt(residual * (1 + 1 / n + (at(date).getTime() / 86_400_000 - meanT) ** 2 / width))
}

function bandPath(ahead: readonly Value[], spread: number, x: (date: string) => number, y: (value: number) => number): string | null {
  const clamp = (px: number) => Math.max(2, Math.min(AXIS, px))
  return area<Value>()
    .x((one) => x(one.date))
    .y0((one, i) => clamp(y(one.value - (i === 0 ? 0 : spread))))
    .y1((one, i) => clamp(y(one.value + (i === 0 ? 0 : spread))))([...ahead])
}
