import { describe, expect, test } from 'vitest'
import type { ProjectRow } from '#contract/views.ts'
import { portfolio } from '../../fixtures/portfolio.ts'
import { areasOf, type Filters, filtered, GROUPS, grouped, isNarrowed, NO_FILTERS, placesOf, toggled } from './filters.ts'

const hits = (filters: Partial<Filters>) =>
  filtered(portfolio.projects, { ...NO_FILTERS, ...filters }, '2026-06-15').map((row) => row.title)

describe('the filter', () => {
  test('without anything chosen everything passes', () => {
    expect(hits({})).toHaveLength(portfolio.projects.length)
    expect(isNarrowed(NO_FILTERS)).toBe(false)
  })

  test.each<[Partial<Filters>, number]>([
    [{ narrow: ['overdue'] }, 6],
    [{ narrow: ['offTrack'] }, 2],
    [{ narrow: ['overdue', 'offTrack'] }, 2],
    [{ narrow: ['decisions'] }, 5],
    [{ view: 'mine' }, 1],
    [{ view: 'realising' }, 4],
    [{ phase: 'idea' }, 2],
    [{ programme: 'mennesker-og-teknologi', narrow: ['overdue'] }, 1],
    [{ text: '  SAKSbehandlingstid ' }, 1],
    [{ text: 'finnes ikke' }, 0],
  ])('%j leaves %i', (filters, n) => {
    expect(hits(filters)).toHaveLength(n)
  })

  test('pressing a chip twice lets go of it', () => {
    expect(toggled(toggled(NO_FILTERS, 'overdue'), 'overdue')).toEqual(NO_FILTERS)
    expect(isNarrowed(toggled(NO_FILTERS, 'overdue'))).toBe(true)
  })

  test('areas are listed once, in order', () => {
    expect(areasOf(portfolio)).toEqual(['Administrasjon', 'Digitalisering', 'Oppvekst', 'Samfunn og plan'])
  })
})

describe('the order of a visit', () => {
  const places = placesOf(portfolio.projects)
  const titles = (rows: readonly ProjectRow[]) => grouped(rows, places, GROUPS).map((one) => [one.id, one.rows.map((row) => row.title)])

  test('is by need, and the worst stands first', () => {
    const [first] = titles(portfolio.projects)
    expect(first?.[0]).toBe('needsAction')
    expect(first?.[1]?.slice(0, 3)).toEqual(['Min side for innbyggere', 'Nasjonal tjenestekatalog', 'Elektroniske skjema, fullintegrert'])
  })

  test('stands while a row changes: an answered project keeps its place until the next visit', () => {
    const answered = portfolio.projects.map((row) =>
      row.title === 'Min side for innbyggere' ? { ...row, group: 'onPlan' as const, overdue: [], overall: null } : row,
    )
    expect(titles(answered)).toEqual(titles(portfolio.projects))
    expect(grouped(answered, placesOf(answered), GROUPS)[0]?.rows[0]?.title).toBe('Nasjonal tjenestekatalog')
  })

  test('lets a new project in at the end of its group', () => {
    const newcomer = { ...(portfolio.projects[0] as ProjectRow), key: 'new', title: 'Aller nyest' }
    const rows = [newcomer, ...portfolio.projects]
    expect(grouped(rows, placesOf(rows, places), GROUPS)[0]?.rows.at(-1)?.title).toBe('Aller nyest')
  })

  test('an empty group is not shown', () => {
    expect(grouped([], places, GROUPS)).toEqual([])
  })
})
