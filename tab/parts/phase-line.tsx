const SEGMENTS = [0, 1, 2, 3, 4, 5]

/**
 * Six phases in 98 px: done flat, now taller, coming hollow. `number` is 1–6. Decoration: the phase's word
 * stands beside it. A project at rest has no «now».
 */
export function PhaseLine({ number, resting = false }: { number: number; resting?: boolean }) {
  return (
    <svg width="98" height="10" viewBox="0 0 98 10" aria-hidden="true">
      {SEGMENTS.map((i) => {
        const x = i * 16.6
        if (i + 1 === number && !resting) return <rect key={i} x={x} y="0" width="15" height="10" rx="3" fill="var(--puls-now)" />
        if (i + 1 <= number) return <rect key={i} x={x} y="3" width="14" height="4" rx="2" fill="var(--puls-done)" />
        return <rect key={i} x={x + 0.5} y="3.5" width="13" height="3" rx="1.5" fill="none" stroke="var(--puls-coming)" strokeWidth="1" />
      })}
    </svg>
  )
}
