export const MINUTE_MS = 60_000
export const DAY_MS = 24 * 60 * MINUTE_MS
/** From this share of the budget on the answers say how much is left (Microsoft's throttling page). */
const TOLD_FROM = 0.8

export interface Spending {
  throttled: boolean
  /** RateLimit headers as Microsoft writes them; none below 80 % of the budget. */
  headers: Record<string, string>
}

export interface Budget {
  /** Spends units and says whether the request may be answered. What is throttled has been spent too. */
  spend(units: number): Spending
}

/**
 * Resource units by the minute, or by another window of `windowMs`; it begins with its first request. `ticks`: milliseconds
 * that never go back.
 */
export const unitBudget = (unitsAtMost: number, ticks: () => number, withHeaders = true, windowMs = MINUTE_MS): Budget => {
  let begun = Number.NEGATIVE_INFINITY
  let spent = 0
  return {
    spend: (units) => {
      const now = ticks()
      if (now - begun >= windowMs) {
        begun = now
        spent = 0
      }
      spent += units
      const reset = String(Math.max(1, Math.ceil((begun + windowMs - now) / 1000)))
      const throttled = spent > unitsAtMost
      const told: Record<string, string> =
        withHeaders && spent >= TOLD_FROM * unitsAtMost
          ? {
              'RateLimit-Limit': String(unitsAtMost),
              'RateLimit-Remaining': String(Math.max(0, unitsAtMost - spent)),
              'RateLimit-Reset': reset,
            }
          : {}
      return { throttled, headers: throttled ? { ...told, 'Retry-After': reset } : told }
    },
  }
}
