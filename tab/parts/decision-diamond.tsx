export type DiamondState = 'taken' | 'planned' | 'late' | 'blocked'

/** A decision point, 16 px: taken is filled with a tick, planned is hollow, late or blocked is red with a mark. */
export function DecisionDiamond({ state }: { state: DiamondState }) {
  const wrong = state === 'late' || state === 'blocked'
  const fill = wrong ? 'var(--puls-off)' : state === 'taken' ? 'var(--puls-done)' : 'var(--puls-surface)'
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path
        d="m9 1.4 7.6 7.6L9 16.6 1.4 9Z"
        fill={fill}
        stroke={wrong ? fill : 'var(--puls-done)'}
        strokeWidth="1.3"
        strokeLinejoin="round"
      />
      {state === 'taken' && (
        <path d="m6 9.1 2.1 2.1L12 7" fill="none" stroke="var(--puls-surface)" strokeWidth="1.5" strokeLinecap="round" />
      )}
      {wrong && <path d="M9 5.4v4M9 12v.1" stroke="var(--puls-off-mark)" strokeWidth="1.8" strokeLinecap="round" />}
    </svg>
  )
}
