const WIDTH = 84
/** 100 % ends here; the last pixels show that a value went past the target. */
const FULL = 76
const at = (percent: number): number => (Math.max(0, Math.min(percent, 108)) / 100) * FULL

/**
 * How far one benefit has come: fill = achieved, upright tick = plan, dashes and ring = forecast.
 * All in per cent of the way from baseline to target; below zero shows an empty bar, above 100 stops just past the end.
 * Decoration: the number stands beside it.
 */
export function AchievementBar({ achieved, plan, forecast }: { achieved: number; plan: number | null; forecast: number | null }) {
  const end = at(achieved)
  const ring = forecast === null ? null : Math.max(3, Math.min(at(forecast), WIDTH - 4))
  return (
    <svg width={WIDTH} height="14" viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true">
      <rect x="0.5" y="4.5" width={FULL - 1} height="5" rx="2.5" fill="var(--puls-track)" stroke="var(--puls-track-line)" />
      <rect x="0" y="4" width={end} height="6" rx="2.5" fill="var(--puls-now)" />
      {ring !== null && Math.abs(ring - end) > 5 && (
        <path
          d={`M${Math.min(ring, end) + 2} 7H${Math.max(ring, end) - 3}`}
          stroke="var(--puls-now)"
          strokeWidth="1.6"
          strokeDasharray="2 2"
        />
      )}
      {ring !== null && <circle cx={ring} cy="7" r="2.8" fill="var(--puls-surface)" stroke="var(--puls-now)" strokeWidth="1.6" />}
      {plan !== null && <path d={`M${Math.max(1.5, at(plan))} 1v12`} stroke="var(--puls-surface)" strokeWidth="5" />}
      {plan !== null && <path d={`M${Math.max(1.5, at(plan))} 1v12`} stroke="var(--puls-plan)" strokeWidth="2" />}
    </svg>
  )
}
