import { expect, it } from 'vitest'
import { simulate } from './simulate.ts'

it('two instances under heavy faults send nothing twice and lose nothing', async () => {
  const result = await simulate({ scenario: 'demo', from: '2026-05-18', to: '2026-06-05', seed: 11, faults: 'heavy', instances: 2 })
  expect(result.sent).toBeGreaterThan(10)
  expect(result).toMatchObject({ duplicates: 0, lost: 0, maxCardsPerPersonPerDay: 1, outsideOpenHours: 0 })
  expect(result.maxCardsPerPersonPerWeek).toBeLessThanOrEqual(2)
}, 180_000)
