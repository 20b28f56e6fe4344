import type { RoadmapDecision, RoadmapRow, RoadmapSpan } from '#contract/roadmap-view.ts'
import { type Period, placing } from './period.ts'

/** A stretch as it is drawn: left and width in per cent of the track. */
export interface Bar {
  span: RoadmapSpan
  left: number
  width: number
  /** It goes on beyond what is shown, or nobody has said how long. */
  openLeft: boolean
  openRight: boolean
  /** Whether its word has room in it. */
  worded: boolean
}
export interface Mark {
  decision: RoadmapDecision
  /** Index among the row's decisions. */
  index: number
  x: number
}
export interface RoadModel {
  bars: Bar[]
  marks: Mark[]
}

/** What an end nobody has dated is drawn as: long enough to be seen, short enough not to be read as a date. */
const STUB = 6
const DIAMOND_PX = 9
/** About what a letter takes at 12 px. */
const LETTER_PX = 6.6

/**
 * One project's road in a period. `wordOf` gives the word that stands in a stretch, `width` is the track's width in pixels. A
 * stretch without an end reaches the edge when it is the realising of benefits, which goes on; else it ends soon after today.
 */
export function roadModel(
  { spans, decisions, state }: Pick<RoadmapRow, 'spans' | 'decisions' | 'state'>,
  period: Period,
  given: { today: string; width: number; wordOf: (span: RoadmapSpan) => string },
): RoadModel {
  const place = placing(period)
  const over = state === 'stopped' || state === 'closed'
  const marks = decisions.flatMap((decision, index): Mark[] => {
    const x = place(decision.on)
    return x < 0 || x > 100 ? [] : [{ decision, index, x }]
  })
  const bars = spans.flatMap((span): Bar[] => {
    const from = place(span.from)
    const end = span.to === null ? openEnd(span, over, from, place(given.today)) : place(span.to)
    const left = Math.max(0, from)
    const right = Math.min(100, end)
    if (right <= left) return []
    // A diamond on the way ends the room for the word; the one at the beginning stands before it.
    const first = marks.find(({ x }) => x > left + (DIAMOND_PX / given.width) * 100 && x < right)?.x ?? right
    const room = ((first - left) / 100) * given.width - 2 * DIAMOND_PX - 4
    return [
      {
        span,
        left,
        width: right - left,
        openLeft: from < 0,
        openRight: end > 100 || (span.to === null && !over),
        worded: room >= given.wordOf(span).length * LETTER_PX,
      },
    ]
  })
  return { bars, marks }
}

function openEnd({ through }: RoadmapSpan, over: boolean, from: number, today: number): number {
  if (over) return Math.max(from, today)
  return through === 'realise' ? 101 : Math.max(from, today) + STUB
}

/** The decision to step to from `at` (−1 = none yet): the next one in the direction, staying within. The first step begins nearest today. */
export function stepFrom(at: number, by: 1 | -1, decisions: readonly RoadmapDecision[], today: string): number {
  if (decisions.length === 0) return -1
  if (at >= 0) return Math.max(0, Math.min(decisions.length - 1, at + by))
  const coming = decisions.findIndex((decision) => decision.state === 'late' || decision.on >= today)
  if (by === 1) return coming < 0 ? decisions.length - 1 : coming
  return coming < 0 ? decisions.length - 1 : Math.max(0, coming - 1)
}
