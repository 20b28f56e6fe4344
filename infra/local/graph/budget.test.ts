import { describe, expect, it } from 'vitest'
import { DAY_MS, unitBudget } from './budget.ts'

describe('a budget of resource units', () => {
  it('says nothing below 80 %, then what is left, and throttles what goes beyond it until the minute is over', () => {
    let now = 5_000
    const budget = unitBudget(10, () => now)
    expect(budget.spend(7)).toEqual({ throttled: false, headers: {} })
    now += 15_000
    expect(budget.spend(2)).toEqual({
      throttled: false,
      headers: { 'RateLimit-Limit': '10', 'RateLimit-Remaining': '1', 'RateLimit-Reset': '45' },
    })
    expect(budget.spend(2)).toEqual({
      throttled: true,
      headers: { 'RateLimit-Limit': '10', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '45', 'Retry-After': '45' },
    })
    now += 45_000
    expect(budget.spend(2)).toEqual({ throttled: false, headers: {} })
  })

  it('counts what was throttled as well', () => {
    const budget = unitBudget(3, () => 0)
    expect([2, 2, 1].map((units) => budget.spend(units).throttled)).toEqual([false, true, true])
  })

  it('can be one for a day', () => {
    let now = 0
    const budget = unitBudget(3, () => now, false, DAY_MS)
    expect(budget.spend(3)).toEqual({ throttled: false, headers: {} })
    now += 3_600_000
    expect(budget.spend(1)).toEqual({ throttled: true, headers: { 'Retry-After': String(23 * 3600) } })
    now += DAY_MS - 3_600_000
    expect(budget.spend(3).throttled).toBe(false)
  })

  it('can keep its headers to itself, Retry-After excepted', () => {
    expect(unitBudget(1, () => 0, false).spend(2)).toEqual({ throttled: true, headers: { 'Retry-After': '60' } })
  })
})
