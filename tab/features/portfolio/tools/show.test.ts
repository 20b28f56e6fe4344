import { describe, expect, test } from 'vitest'
import type { DetailsRow } from '#contract/portfolio-details-view.ts'
import { translator } from '#contract/texts/catalogue.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import { words } from '#contract/texts/words.ts'
import { detailsWith } from '../../../fixtures/details.ts'
import { portfolio, TODAY } from '../../../fixtures/portfolio.ts'
import { NO_FILTERS } from '../filters.ts'
import { BY_NEED, type Shown } from '../shown.ts'
import { movedBy, movedTo, placeIn } from './ranking.ts'
import { detailsOf, showWith } from './show.ts'
import { orderOf } from './sorting.ts'

const keys = portfolio.projects.map(({ key }) => key)
const sum = (unit: 'kr' | 'hours', priceYear: number | null, planned: number, realised: number | null) => ({
  unit,
  currency: unit === 'kr' ? 'NOK' : null,
  priceYear,
  planned,
  realised: realised ?? 0,
  measured: realised !== null,
})
const more: Record<number, Partial<DetailsRow>> = {
  0: { budget: 1_000_000, ownerUnit: 'Helse', sums: [sum('hours', null, 100, 40), sum('kr', 2026, 5000, 0)] },
  1: { budget: 2_500_000, sums: [sum('hours', null, 20, 2.5), sum('kr', 2025, 7000, null)] },
  2: {
    currency: 'GBP',
    budget: 300,
    lacking: [{ why: 'overdue', title: 'Svartid', periodKey: '2026-04-30', frequency: 'monthly', on: '2026-05-16', reason: null }],
  },
}
const details = detailsWith(more)
function shower(ranked: readonly string[] = details.ranked) {
  const language = 'nb'
  const say = translator(tabPortfolio, language)
  return showWith({
    say,
    sayTab: translator(tab, language),
    sayWords: translator(words, language),
    language,
    today: TODAY,
    details,
    ranked,
    onMove: null,
    detailed: detailsOf(details, ranked),
  })
}
const show = (filters: object = {}, arrangement: object = {}, before: Shown | null = null) =>
  shower()(portfolio, { ...NO_FILTERS, ...filters }, { ...BY_NEED, ...arrangement }, before)
const spaced = (text: string | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ')

describe('the rows as they are chosen', () => {
  test('as everybody begins they stand as on the first screen', () => {
    const shown = show()
    expect(shown.columns).toBeUndefined()
    expect(shown.groups.map(({ id, title }) => [id, title])).toEqual(
      ['needsAction', 'watch', 'onPlan', 'resting'].map((id) => [id, undefined]),
    )
  })

  test('by phase the groups follow the method, by area the alphabet, and what is not given comes last', () => {
    expect(show({}, { group: 'phase' }).groups.map(({ title }) => title)).toEqual([
      'Idé',
      'Konsept',
      'Planlegge',
      'Gjennomføre',
      'Avslutte',
      'Realisere',
    ])
    const areas = show({}, { group: 'area' }).groups.map(({ title }) => title)
    expect(areas).toEqual([...areas].sort((a, b) => String(a).localeCompare(String(b), 'nb')))
    expect(show({}, { group: 'ownerUnit' }).groups.map(({ title }) => title)).toEqual(['Helse', 'Ikke oppgitt'])
  })

  test('a group tells what it comes to, unit by unit, and never adds two kinds of money', () => {
    const [group] = show({}, { group: 'none' }).groups
    expect(group?.rows).toHaveLength(keys.length)
    const text = spaced(group?.more)
    expect(text).toContain('budsjett 3 500 000 kr · budsjett')
    expect(text).toContain('2026: 42,5 av planlagt 120 timer')
    expect(text).toContain('0 av planlagt 5 000 kr i 2026-priser')
    expect(text).toContain('2026: 7 000 kr i 2025-priser planlagt, ikke målt')
  })

  test('a find leaves those it looks for and says why, without anybody’s name', () => {
    const shown = show({ finds: ['lacking'] })
    expect(shown.rows.map(({ key }) => key)).toEqual([keys[2]])
    expect(shown.columns?.map(({ id }) => id)).toEqual(['project', 'why', 'phase', 'status', 'decision', 'overdue'])
    expect(shown.lines?.(shown.rows[0] as never)).toEqual(['Svartid: måling for april, forfalt siden 16. mai'])
  })

  test('by rank the place stands first and those without one come last, whichever way it is turned', () => {
    const shown = show({}, { sort: 'rank', group: 'none' })
    expect(shown.columns?.[0]?.id).toBe('rank')
    const order = (sort: string) =>
      show({}, { sort, group: 'none' })
        .groups[0]?.rows.map(({ key }) => key)
        .slice(0, 2)
    expect(order('rank')).toEqual([keys[3], keys[0]])
    expect(order('-rank')).toEqual([keys[0], keys[3]])
  })

  test('a row that changes keeps its place until another order is asked for, but a move moves', () => {
    const arrangement = { sort: '-overdue', group: 'none' }
    const before = show({}, arrangement)
    const titles = (shown: Shown) => shown.groups[0]?.rows.map(({ key }) => key)
    const answered = { ...portfolio, projects: portfolio.projects.map((row) => ({ ...row, overdue: [] })) }
    const after = shower()(answered, NO_FILTERS, { ...BY_NEED, ...arrangement }, before)
    expect(titles(after)).toEqual(titles(before))
    const ranked = show({}, { sort: 'rank', group: 'none' })
    const moved = shower(movedBy(details.ranked, keys[0] as string, -1, details.ranked))(
      portfolio,
      NO_FILTERS,
      { ...BY_NEED, sort: 'rank', group: 'none' },
      ranked,
    )
    expect(titles(moved)?.slice(0, 2)).toEqual([keys[0], keys[3]])
  })

  test('the same choice is the same columns, so that rows that stand are not drawn again', () => {
    const one = shower()
    const columns = (text: string) => one(portfolio, { ...NO_FILTERS, text }, { ...BY_NEED, columns: ['budget'] }, null).columns
    expect(columns('a')).toBe(columns('b'))
  })

  test.each([
    ['project', false],
    ['-budget', true],
    ['parameters', true],
    ['trackShare', false],
  ])('the order by %s is one that can be sorted by', (sort) => {
    const projects = portfolio.projects.map(detailsOf(details, details.ranked))
    const order = orderOf(sort, projects)
    for (const { row: a } of projects) for (const { row: b } of projects) expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0)
  })
})

describe('a move in the order', () => {
  const ranked = ['a', 'b', 'c', 'd']
  test.each([
    ['c', -1, ['a', 'c', 'b', 'd']],
    ['b', 1, ['a', 'c', 'b', 'd']],
    ['a', -1, ranked],
    ['d', 1, ranked],
    ['new', -1, [...ranked, 'new']],
  ] as const)('%s one step by %i', (key, step, next) => {
    expect(movedBy(ranked, key, step, ranked)).toEqual(next)
  })

  test('passes those that are hidden between it and the neighbour one sees', () => {
    expect(movedBy(ranked, 'd', -1, ['a', 'd'])).toEqual(['d', 'a', 'b', 'c'])
    expect(movedBy(ranked, 'a', 1, ['a', 'd'])).toEqual(['b', 'c', 'd', 'a'])
  })

  test('is told by the neighbour above', () => {
    expect(placeIn(movedTo(ranked, 'd', 0), 'd')).toEqual({ place: 'first', afterKey: null })
    expect(placeIn(movedTo(ranked, 'a', 2), 'a')).toEqual({ place: 'after', afterKey: 'c' })
    expect(placeIn(ranked, 'nobody')).toEqual({ place: 'out', afterKey: null })
  })
})
