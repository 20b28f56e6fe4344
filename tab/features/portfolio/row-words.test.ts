import { describe, expect, test } from 'vitest'
import { translator } from '#contract/texts/catalogue.ts'
import { tab } from '#contract/texts/tab.ts'
import { words } from '#contract/texts/words.ts'
import { assessment, overdue, portfolio, row, TODAY } from '../../fixtures/portfolio.ts'
import { barWords, benefitWords, decisionWords, overdueWords, trendWords } from './row-words.ts'

const nb = translator(tab, 'nb')
const code = translator(words, 'nb')
const named = (title: string) => portfolio.projects.find((one) => one.title === title) ?? row({ title: 'none' })

describe('what is overdue', () => {
  test.each([
    ['Min side for innbyggere', 'Målinger for 1.\u00a0tertial', 'siden 16. mai'],
    ['Nasjonal tjenestekatalog', 'Statusrapport for april', 'siden 13. mai'],
    ['Nytt intranett', 'BP3 og rapport for april', 'siden 12. mai'],
    ['KS Fiks-plattformen', 'Måling for april', 'siden 16. mai'],
    ['SLIK – ledelse av innovasjon', 'Nullpunkt før ibruktaking', 'siden 16. mai'],
  ])('in %s: %s', (title, first, second) => {
    expect(overdueWords(named(title).overdue, nb, 'nb', TODAY)).toEqual({ first, second })
  })

  test('different periods are counted, and a period without a name is dated', () => {
    const april = overdue('measurement', '2026-04-30', '2026-05-16', 'monthly')
    expect(overdueWords([april, overdue('measurement', '2026-03-31', '2026-04-16', 'monthly')], nb, 'nb', TODAY)).toEqual({
      first: '2 målinger',
      second: 'siden 16. april',
    })
    expect(overdueWords([overdue('measurement', '2026-04-12', '2026-05-16', 'yearly')], nb, 'nb', TODAY).first).toBe('Måling per 12. april')
  })
})

describe('the main benefit', () => {
  test('one benefit, its own number, and how many are on track beside it', () => {
    expect(barWords(named('Min side for innbyggere'), nb, 'nb')).toEqual({
      percent: '41\u00a0%',
      plan: 'plan 70',
      title: 'Selvbetjeningsgrad',
      onTrack: '1 av 4 i rute',
    })
  })

  test('more than the whole way keeps its true number', () => {
    expect(barWords(named('N3 Nytt–Nyttig–Nyttiggjort'), nb, 'nb')?.percent).toBe('108\u00a0%')
  })

  test.each([
    ['Nasjonal tjenestekatalog', { first: 'Måles fra 30.09.2026', second: '3 gevinster planlagt' }],
    ['Nytt intranett', { first: '2 gevinster uten nullpunkt', second: 'av 3 beskrevne' }],
    ['Tidlig innsats', { first: 'Gevinster beskrives før BP2', second: '' }],
    ['Modig, endringsdyktig, raus', { first: '2 gevinster beskrevet', second: '1 uten eier' }],
  ])('%s has words instead of a bar', (title, lines) => {
    expect(barWords(named(title), nb, 'nb')).toBeNull()
    expect(benefitWords(named(title), nb, code)).toEqual(lines)
  })

  test('without a chosen main benefit only the count is shown, never an average', () => {
    const many = row({ title: 'x', benefits: { ...row({ title: 'y' }).benefits, total: 3, measured: 3, onTrack: 2 } })
    expect(benefitWords(many, nb, code).first).toBe('2 av 3 målte gevinster i rute')
  })

  test('a value that cannot become a percentage says why', () => {
    const kept = row({
      title: 'x',
      benefits: { ...row({ title: 'y' }).benefits, total: 1, measured: 1 },
      mainBenefit: {
        indicatorKey: 'i',
        title: 'Oppdatert status',
        unit: '%',
        assessment: assessment({ achievementPercent: null, course: 'maintained' }),
      },
    })
    expect(benefitWords(kept, nb, code)).toEqual({ first: 'Opprettholdt', second: 'Oppdatert status' })
  })
})

describe('the next decision', () => {
  test.each([
    ['Nytt intranett', { first: '11.05.2026', second: 'Skulle vært besluttet' }],
    ['Elektroniske skjema, fullintegrert', { first: '12.06.2026', second: '4 krav mangler' }],
    ['KommIT verktøykasse', { first: '26.06.2026', second: 'Alle krav oppfylt' }],
    ['Tidlig innsats', { first: '04.06.2026', second: 'Til konsept' }],
  ])('of %s', (title, lines) => {
    const next = named(title).nextDecision
    expect(next && decisionWords(next, nb)).toEqual(lines)
  })
})

describe('the trend in words', () => {
  test.each([
    ['Nasjonal tjenestekatalog', 'ned fra Følg med'],
    ['KS Fiks-plattformen', 'opp fra Følg med'],
    ['Min side for innbyggere', 'uendret'],
    ['Tidlig innsats', 'ikke rapportert før'],
  ])('of %s: %s', (title, text) => {
    expect(trendWords(named(title).overall, nb, code)).toBe(text)
  })

  test('of a status that is measured, not reported, is its direction alone', () => {
    const measured = { rating: 'yellow', trend: 'better', previous: null, period: null, publishedAt: null } as const
    expect(trendWords(measured, nb, code)).toBe('bedre')
    expect(trendWords({ ...measured, trend: null }, nb, code)).toBe('')
    expect(trendWords({ ...measured, trend: null, period: '2026-04' }, nb, code)).toBe('første rapport')
  })
})
