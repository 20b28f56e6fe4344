/** ↗ → ↘, never red: the word beside it carries the meaning. */
export function TrendArrow({ trend }: { trend: 'better' | 'same' | 'worse' }) {
  const turn = { better: -45, same: 0, worse: 45 }[trend]
  const colour = trend === 'worse' ? 'var(--puls-plan)' : 'var(--puls-quiet)'
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M1.5 7h11M8.8 3.3 12.5 7l-3.7 3.7"
        fill="none"
        stroke={colour}
        strokeWidth="1.1"
        strokeLinecap="round"
        strokeLinejoin="round"
        transform={`rotate(${turn} 7 7)`}
      />
    </svg>
  )
}
