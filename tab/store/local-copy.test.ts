import { describe, expect, test } from 'vitest'
import { measurer } from '../fixtures/people.ts'
import { portfolio } from '../fixtures/portfolio.ts'
import { openLocalCopy, stillGood, withoutRestricted } from './local-copy.ts'

const DAY = 86_400_000
const stored = { me: measurer, portfolio, etag: '"v1"', owner: 'tenant:kari', savedAt: 10 * DAY }

describe('the copy on a person’s machine', () => {
  test('is good for the same person, at most seven days', () => {
    expect(stillGood(stored, 'tenant:kari', 17 * DAY)?.portfolio.projects).toHaveLength(portfolio.projects.length)
    expect(stillGood(stored, 'tenant:kari', 17 * DAY + 1)).toBeNull()
  })

  test('is not good for another person or tenant, nor when the clock has gone back', () => {
    expect(stillGood(stored, 'tenant:ola', 11 * DAY)).toBeNull()
    expect(stillGood(stored, 'other:kari', 11 * DAY)).toBeNull()
    expect(stillGood(stored, 'tenant:kari', 9 * DAY)).toBeNull()
  })

  test('of another version’s shape is thrown away', () => {
    expect(stillGood({ ...stored, portfolio: { ...portfolio, summary: null } as never }, 'tenant:kari', 11 * DAY)).toBeNull()
  })

  test('holds no restricted project, and then must be fetched whole next time', () => {
    const kept = withoutRestricted(stored)
    expect(kept.portfolio.projects.some((project) => project.restricted)).toBe(false)
    expect(kept.etag).toBeNull()
  })

  test('keeps its version when nothing was left out', () => {
    const open = { ...stored, portfolio: { ...portfolio, projects: portfolio.projects.filter((project) => !project.restricted) } }
    expect(withoutRestricted(open).etag).toBe('"v1"')
  })

  test('where there is no storage the tab works without', async () => {
    const copy = openLocalCopy({ tenantId: 'tenant', personId: 'kari' }, () => 0)
    await copy.save(stored)
    expect(await copy.read()).toBeNull()
  })
})
