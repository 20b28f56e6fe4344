import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COVERAGE } from './coverage.ts'
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
