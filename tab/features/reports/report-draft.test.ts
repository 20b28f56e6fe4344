import { describe, expect, test } from 'vitest'
import { project, report } from '../../fixtures/project.ts'
import { firstMonth, goOnWith, lacksOf, monthsToReport, requestOf, seenVersion, startFrom } from './report-draft.ts'
import { trendFrom } from './report-preview.tsx'

describe('where a report begins', () => {
  test('with the status and figures of the last one, and none of its words', () => {
    const draft = startFrom(report, false, 'nb')
    expect(draft.rows.overall).toEqual({ rating: 'yellow', comment: '' })
    expect(draft.next).toBe('')
    expect(draft.budget).toBe('2\u00a0400\u00a0000')
  })

  test('a correction begins with the whole text', () => {
    const draft = startFrom(report, true, 'nb')
    expect(draft.rows.benefits.comment).toBe('Digitale søknader ligger 42 poeng bak planen.')
    expect(draft.sinceLast).toBe('Alle 42 skjema er i bruk.')
  })

  test('the first one is empty and asks for every status', () => {
    const draft = startFrom(null, false, 'nb')
    expect(lacksOf(draft, false)).toHaveLength(8)
    expect(lacksOf(draft, false)[0]).toEqual({ field: 'overall', what: 'rating' })
  })
})

describe('what a report lacks', () => {
  test('yellow and red need a word; green and not assessed do not', () => {
    const lacks = lacksOf(startFrom(report, false, 'nb'), false)
    expect(lacks.map((lack) => lack.field)).toEqual(['overall', 'benefits', 'risk'])
  })

  test('a correction needs its reason', () => {
    expect(lacksOf(startFrom(report, true, 'nb'), true)).toEqual([{ field: 'reason', what: 'reason' }])
  })
})

describe('the month', () => {
  test('is the one that waits, else the last that has ended, else this one', () => {
    expect(firstMonth(project)).toBe('2026-05')
    expect(firstMonth({ ...project, reportDue: null, reports: [] })).toBe('2026-04')
    expect(firstMonth({ ...project, reportDue: null, reports: project.reports.map((one) => ({ ...one, period: '2026-04' })) })).toBe(
      '2026-05',
    )
  })

  test('goes back over the turn of the year', () => {
    expect(monthsToReport('2026-02-10')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11', '2025-10', '2025-09'])
  })

  test('knows the newest version one has seen', () => {
    expect([seenVersion(project, '2026-03'), seenVersion(project, '2026-05')]).toEqual([2, 0])
  })
})

test('what is sent has eight rows and nothing for what was left empty', () => {
  const request = requestOf(startFrom(report, false, 'nb'), project, '2026-05')
  expect(request.rows).toHaveLength(8)
  expect(request).toMatchObject({ period: '2026-05', seenVersion: 0, sinceLast: null, reason: null, percentComplete: '90' })
})

test('the preview’s trend is against last month, and a correction has none', () => {
  expect(trendFrom('green', 'red', false)).toBe('worse')
  expect(trendFrom('red', 'yellow', false)).toBe('better')
  expect(trendFrom('green', 'green', false)).toBe('same')
  expect(trendFrom('notAssessed', 'green', false)).toBeNull()
  expect(trendFrom('green', 'red', true)).toBeNull()
})

describe('a report begun in a card', () => {
  test('is gone on with: what was typed there stands over last month’s, and the rest is as it was', () => {
    const start = startFrom(null, false, 'nb')
    const begun = {
      rows: [{ row: 'time' as const, rating: 'red' as const, comment: 'Forsinket' }],
      ...{ sinceLast: 'Tatt i bruk', next: null, decisionNeeded: null, at: '' },
    }
    const draft = goOnWith(begun, { ...start, next: 'Mer' })
    expect(draft.rows.time).toEqual({ rating: 'red', comment: 'Forsinket' })
    expect(draft.rows.cost).toEqual(start.rows.cost)
    expect(draft).toMatchObject({ sinceLast: 'Tatt i bruk', next: 'Mer', decisionNeeded: '' })
  })
})
