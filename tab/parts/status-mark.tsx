import type { ReactNode } from 'react'
import type { Course, ProjectState, Rating } from '#contract/codes.ts'
import css from './parts.module.css'

export type Shape = 'ok' | 'watch' | 'off' | 'none' | 'onHold' | 'stopped' | 'closed'

const OF_RATING: Record<Rating, Shape> = { green: 'ok', yellow: 'watch', red: 'off', notAssessed: 'none' }
const OF_COURSE: Record<Course, Shape> = {
  notMeasured: 'none',
  maintained: 'ok',
  notMaintained: 'off',
  baselineMissing: 'none',
  cannotCompute: 'none',
  onTrack: 'ok',
  watch: 'watch',
  offTrack: 'off',
  realised: 'ok',
  nearly: 'watch',
  notReached: 'off',
}
export const shapeOfRating = (rating: Rating): Shape => OF_RATING[rating]
export const shapeOfCourse = (course: Course): Shape => OF_COURSE[course]
export const shapeOfState = (state: Exclude<ProjectState, 'active'>): Shape => state

/** The shape alone, 14 px square. Never without its word beside it: see `Status`. */
export function StatusMark({ shape }: { shape: Shape }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[shape]}
    </svg>
  )
}

const quiet = { fill: 'none', stroke: 'var(--puls-quiet)', strokeWidth: 1.5 }
const SHAPES: Record<Shape, ReactNode> = {
  ok: <circle cx="7" cy="7" r="4.5" fill="var(--puls-ok)" />,
  watch: <path d="M7 1.6 13 12.4H1Z" fill="var(--puls-watch)" stroke="var(--puls-watch-line)" strokeWidth="1.2" strokeLinejoin="round" />,
  off: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="2.5" fill="var(--puls-off)" />
      <path d="M7 3.6v4.2M7 9.9v.1" stroke="var(--puls-off-mark)" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  none: <circle cx="7" cy="7" r="4.75" {...quiet} strokeDasharray="2.2 1.9" />,
  onHold: <path d="M4.6 2.8v8.4M9.4 2.8v8.4" stroke="var(--puls-quiet)" strokeWidth="2" strokeLinecap="round" />,
  stopped: (
    <>
      <circle cx="7" cy="7" r="4.75" {...quiet} />
      <path d="M3.7 10.3l6.6-6.6" {...quiet} />
    </>
  ),
  closed: <circle cx="7" cy="7" r="4.75" {...quiet} />,
}

/** Shape and word together; the word is bold when something is wrong. */
export function Status({ shape, children }: { shape: Shape; children: ReactNode }) {
  return (
    <span className={css.status}>
      <StatusMark shape={shape} />
      <span className={shape === 'off' ? css.strong : undefined}>{children}</span>
    </span>
  )
}
