import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COVERAGE } from './coverage.ts'
import { FAULT_NAMES } from './fault-schema.ts'
import { OTHERWISE } from './otherwise.ts'
import { ROUTES } from './routes.ts'
import { routeName } from './routing.ts'

const tests = readdirSync(import.meta.dirname)
  .filter((file) => /\.(test|integration)\.ts$/.test(file))
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n')

describe('the coverage list', () => {
  it('names every registered route, and no other', () => {
    const named = COVERAGE.flatMap((row) => (row.route ? [row.route] : []))
    expect([...new Set(named)].sort()).toEqual(ROUTES.map(routeName).sort())
  })

  it.each(COVERAGE)('points to a test that is there: $behaviour', ({ test }) => {
    expect(tests).toContain(`'${test}`)
  })
})

describe('what nobody has confirmed', () => {
  const unverified = COVERAGE.filter((row) => row.unverified)

  it('is marked, and nothing else is', () => {
    expect(COVERAGE.filter((row) => row.evidence === 'U')).toEqual(unverified)
  })

  it.each(unverified)('can be switched, or is no matter: $behaviour', (row) => {
    expect([row.switch, row.eitherWay].filter((reason) => reason !== undefined)).toHaveLength(1)
  })

  it('has a row for every switch, and no row names another', () => {
    const named = new Set(COVERAGE.flatMap((row) => (row.switch ? [row.switch] : [])))
    const switches = [...FAULT_NAMES.filter((name) => name !== 'otherwise'), ...OTHERWISE]
    expect([...named].sort()).toEqual([...switches].sort())
  })
})
