import { scaleUtc } from 'd3-scale'

export const ZOOMS = ['quarter', 'plan', 'year', 'three', 'all'] as const
export type Zoom = (typeof ZOOMS)[number]

/** The days shown, [from, to). */
export interface Period {
  from: string
  to: string
}

/** One mark on the axis: `year` where a year begins, which is written bold. */
export interface Tick {
  date: string
  x: number
  year: boolean
}

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** The first day of a month, `count` months after that of `date`. */
export function monthFrom(date: string, count: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
}
/** The day before a day. */
export const dayBefore = (date: string): string => new Date(utc(date).getTime() - 86_400_000).toISOString().slice(0, 10)
const yearFrom = (date: string, count: number): string => `${Number(date.slice(0, 4)) + count}-01-01`

/** How far one step back or forward goes, in months; 0 where the period is fixed. */
export const STEP: Record<Zoom, number> = { quarter: 3, plan: 0, year: 12, three: 12, all: 0 }

/** Which days a zoom shows. `at` is a day in it; `plan` the twelve months of the handlingsplan; `whole` the first and last day of all roads. */
export function periodOf(zoom: Zoom, at: string, given: { plan: Period; whole: Period }): Period {
  switch (zoom) {
    case 'quarter': {
      const first = monthFrom(at, -((Number(at.slice(5, 7)) - 1) % 3))
      return { from: first, to: monthFrom(first, 3) }
    }
    case 'plan':
      return given.plan
    case 'year':
      return { from: yearFrom(at, 0), to: yearFrom(at, 1) }
    case 'three':
      return { from: yearFrom(at, -1), to: yearFrom(at, 2) }
    case 'all':
      return { from: yearFrom(given.whole.from, 0), to: yearFrom(given.whole.to, 1) }
  }
}

/** The first and last day anything happens on the roads, today among them. */
export function wholeOf(
  rows: readonly { spans: readonly { from: string; to: string | null }[]; decisions: readonly { on: string }[] }[],
  today: string,
): Period {
  let [from, to] = [today, today]
  for (const { spans, decisions } of rows) {
    for (const day of [...spans.flatMap((span) => [span.from, span.to ?? span.from]), ...decisions.map(({ on }) => on)]) {
      if (day < from) from = day
      if (day > to) to = day
    }
  }
  return { from, to }
}

/** Where days stand in a period, in per cent of its width: below 0 before it, above 100 after. */
export function placing({ from, to }: Period): (date: string) => number {
  const scale = scaleUtc()
    .domain([utc(from), utc(to)])
    .range([0, 100])
  return (date) => scale(utc(date))
}

const MONTHS = [1, 3, 6, 12, 24, 60]
/** The least a month's name needs beside the next. */
const LABEL_PX = 46

/** The axis's marks: as many months as have room in `width` pixels, always counted from a January. */
export function ticksOf(period: Period, width: number): Tick[] {
  const place = placing(period)
  const months = monthsBetween(period)
  const step = MONTHS.find((one) => (width * one) / months >= LABEL_PX) ?? 120
  const ticks: Tick[] = []
  for (let n = 0; n < months; n += 1) {
    const date = monthFrom(period.from, n)
    const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
    if (month % step === 0) ticks.push({ date, x: place(date), year: date.slice(5, 7) === '01' })
  }
  return ticks
}

const monthsBetween = ({ from, to }: Period): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
