import { describe, expect, test } from 'vitest'
import { translator } from '#contract/texts/catalogue.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { assessment } from '../../fixtures/portfolio.ts'
import { computedShown, gapWords } from './numbers.tsx'

const nb = translator(tabProject, 'nb')

describe('the gap to the plan', () => {
  test.each([
    [72.22, 66.67, '5\u00a0poeng foran plan'],
    [35.71, 77.66, '42\u00a0poeng bak plan'],
    [50, 50.4, 'på plan'],
    [-20, 49.86, '70\u00a0poeng bak plan'],
  ])('achieved %d of planned %d: %s', (achievementPercent, plannedPercent, text) => {
    expect(gapWords(assessment({ achievementPercent, plannedPercent }), nb, 'nb')).toBe(text)
  })

  test('is not said where there is nothing to compare', () => {
    expect(gapWords(assessment({ plannedPercent: null }), nb, 'nb')).toBeNull()
  })
})

test('what is computed is not more exact than what is measured', () => {
  expect(computedShown(11.234, null)).toBe(11.2)
  expect(computedShown(1640.4, null)).toBe(1640)
  expect(computedShown(11.234, 2)).toBe(11.23)
  expect(computedShown(11.5, 0)).toBe(12)
})
