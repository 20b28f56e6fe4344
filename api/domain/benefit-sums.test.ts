import { describe, expect, it } from 'vitest'
import { sumBenefits, timeWorth } from './benefit-sums.ts'
import { benefitYears, summable, unitOfBenefit } from './benefit-years.ts'
import type { BenefitLevel } from './codes.ts'
import { countedIn, isCounted, mayBeCountedTwice } from './counting.ts'
import { benefit, factsOf, indicator, measurement, project } from './facts.fixture.ts'
import type { Benefit, Indicator, Measurement } from './model.ts'

const TODAY = '2027-06-30'
const values = (text: string, indicatorKey = 'indicator'): Measurement[] =>
  text.split(' ').map((part) => {
    const [asOf = '', value = ''] = part.split('=')
    return measurement(asOf, { key: `${indicatorKey}${asOf}`, indicatorKey, value: value === 'gap' ? null : Number(value) })
  })
const years = (more: Partial<Benefit>, indicators: Indicator[], measurements: Measurement[] = []): string[] => {
  const { unit, years: found } = benefitYears(benefit(more), factsOf({ indicators, measurements }), TODAY)
  return found.map(({ year, planned, realised }) => `${year} ${planned ?? '–'} ${realised ?? '–'} ${unit}`)
}

describe('a unit that can be added up', () => {
  it.each<[string, string | null]>([
    ['kr', 'kr'],
    ['kr.', 'kr'],
    ['Kroner', 'kr'],
    ['NOK', 'kr'],
    ['kr per år', 'kr per year'],
    ['kr/år', 'kr per year'],
    ['kr pr. år', 'kr per year'],
    ['timer', 'hours'],
    ['timar i året', 'hours per year'],
    ['t', 'hours'],
    ['hours a year', 'hours per year'],
    ['årsverk', 'fte per year'],
    ['FTE', 'fte per year'],
    ['årsverk per år', 'fte per year'],
    ['kr per bruker', null],
    ['timer per måned', null],
    ['tonn', null],
    ['krav', null],
    ['årsverksandel', null],
    ['%', null],
    ['', null],
  ])('«%s»: %s', (unit, expected) => {
    const found = summable({ unit })
    expect(found && `${found.unit}${found.perYear ? ' per year' : ''}`).toBe(expected)
  })

  it('is the indicator’s, otherwise kroner for cost and hours for time; quality is not added up', () => {
    const unit = (more: Partial<Benefit>, indicators: Indicator[] = []) => unitOfBenefit(benefit(more), factsOf({ indicators }))
    expect(unit({ category: 'cost' })).toBe('kr')
    expect(unit({ category: 'time' }, [indicator({ unit: 'km' })])).toBe('hours')
    expect(unit({ category: 'quality' })).toBe(null)
    expect(unit({ category: 'cost', plannedUnit: 'fte' }, [indicator({ unit: 'kr' })])).toBe('fte')
    expect(unit({ category: 'quality' }, [indicator({ unit: 'timer' })])).toBe('hours')
    expect(unit({ category: 'time' }, [indicator({ key: 'b', unit: 'kr' }), indicator({ key: 'a', unit: 'årsverk' })])).toBe('fte')
    expect(unit({ category: 'time' }, [indicator({ unit: 'kr', state: 'draft' })])).toBe('hours')
  })
})

describe('planned and realised, year by year', () => {
  it('is what was counted in each year; a year without a count is a gap', () => {
    const counted = [indicator({ kind: 'cumulative', unit: 'kr', direction: 'increase' })]
    const measurements = values('2026-01-31=100 2026-12-31=50 2027-01-31=30 2027-02-28=gap 2027-12-31=900')
    const plannedByYear = { 2026: 200, 2028: 300 }
    expect(years({ category: 'cost', plannedByYear }, counted, measurements)).toEqual(['2026 200 150 kr', '2027 – 30 kr', '2028 300 – kr'])
  })

  it('is the change from the baseline at the year’s last measurement, where the unit is a year’s', () => {
    const rate = (more: Partial<Indicator>) => [indicator({ unit: 'kr per år', baseline: 500, ...more })]
    const measurements = values('2026-03-31=450 2026-12-31=400 2027-03-31=420')
    expect(years({ category: 'cost' }, rate({}), measurements)).toEqual(['2026 – 100 kr', '2027 – 80 kr'])
    expect(years({ category: 'cost' }, rate({ direction: 'increase', baseline: 400 }), measurements)).toEqual([
      '2026 – 0 kr',
      '2027 – 20 kr',
    ])
    expect(years({ category: 'cost' }, rate({ baseline: null }), measurements)).toEqual([])
    expect(years({ category: 'cost' }, rate({ direction: 'maintain' }), measurements)).toEqual([])
    expect(years({ category: 'cost' }, rate({ unit: 'kr' }), measurements)).toEqual([])
    expect(years({ category: 'cost' }, rate({}))).toEqual([])
    expect(years({}, rate({ unit: 'årsverk' }), values('2026-12-31=498.5'))).toEqual(['2026 – 1.5 fte'])
  })

  it('leaves out the baseline’s own measurement', () => {
    const first = measurement('2026-01-10', { key: 'b', periodKey: 'baseline', value: 7 })
    expect(years({ category: 'cost' }, [indicator({ kind: 'cumulative', unit: 'kr' })], [first])).toEqual([])
  })

  it('counts rather than estimates where both are measured, and adds the parts of one benefit', () => {
    const indicators = [
      indicator({ key: 'rate', unit: 'kr per år', baseline: 500 }),
      indicator({ key: 'count', kind: 'cumulative', unit: 'kr' }),
      indicator({ key: 'more', kind: 'cumulative', unit: 'kr' }),
      indicator({ key: 'other', kind: 'cumulative', unit: 'timer' }),
    ]
    const measurements = [
      ...values('2026-12-31=100', 'rate'),
      ...values('2026-06-30=70', 'count'),
      ...values('2026-06-30=5', 'more'),
      ...values('2026-06-30=9', 'other'),
    ]
    expect(years({ category: 'cost' }, indicators, measurements)).toEqual(['2026 – 75 kr'])
  })

  it('of a drawback is what it costs, planned with either sign', () => {
    const more = { category: 'cost', drawback: true } as const
    expect(years({ ...more, plannedByYear: { 2026: -310 } }, [])).toEqual(['2026 310 – kr'])
    expect(years({ ...more, plannedByYear: { 2026: 310 } }, [])).toEqual(['2026 310 – kr'])
    const licence = [indicator({ unit: 'kr per år', baseline: 0, direction: 'maintain' })]
    expect(years(more, licence, values('2026-12-31=250'))).toEqual(['2026 – 250 kr'])
    const falling = [indicator({ unit: 'kr per år', baseline: 400, direction: 'decrease' })]
    expect(years(more, falling, values('2026-12-31=500'))).toEqual(['2026 – 100 kr'])
  })

  it('of what cannot be added up is empty', () => expect(years({ category: 'quality', plannedByYear: { 2026: 4 } }, [])).toEqual([]))
})

const kr = (key: string, amount: number, more: Partial<Benefit> = {}): Benefit =>
  benefit({ key, category: 'cost', plannedByYear: { 2027: amount }, priceYear: 2026, ...more })
const sums = (benefits: Benefit[], levels?: BenefitLevel[]) => {
  const facts = factsOf({ benefits, indicators: [] })
  return sumBenefits(facts.tables.benefits.values(), facts, TODAY, levels)
}
const planned = (benefits: Benefit[], levels?: BenefitLevel[]): string[] =>
  sums(benefits, levels).lines.map(
    ({ unit, priceYear, year, planned: sides }) => `${unit} ${priceYear} ${year}: ${sides.benefits} − ${sides.drawbacks} = ${sides.net}`,
  )

describe('the sum of benefits', () => {
  it('is kept apart by unit, year and price year', () => {
    const hours = benefit({ key: 'h', category: 'time', plannedByYear: { 2026: 40, 2027: 60 }, priceYear: 2026 })
    expect(planned([kr('a', 100), kr('b', 20), kr('c', 7, { priceYear: 2027 }), kr('d', 3, { priceYear: null }), hours])).toEqual([
      'hours null 2026: 40 − 0 = 40',
      'hours null 2027: 60 − 0 = 60',
      'kr null 2027: 3 − 0 = 3',
      'kr 2026 2027: 120 − 0 = 120',
      'kr 2027 2027: 7 − 0 = 7',
    ])
  })

  it('adds no kroner to another currency', () => {
    const benefits = [kr('a', 100), kr('b', 20, { projectKey: 'abroad' }), kr('c', 3, { projectKey: 'gone' })]
    const facts = factsOf({ benefits, indicators: [], projects: [project(), project({ key: 'abroad', currency: 'SEK' })] })
    const { lines } = sumBenefits(benefits, facts, TODAY)
    expect(lines.map(({ currency, planned: sides }) => `${currency} ${sides.net}`)).toEqual(['NOK 103', 'SEK 20'])
    const hours = benefit({ category: 'time', plannedByYear: { 2027: 60 } })
    expect(sums([hours]).lines[0]?.currency).toBe(null)
  })

  it('takes drawbacks from benefits, for the municipality as a whole (N48)', () => {
    const all = [
      kr('a', 100, { level: 'unit' }),
      kr('b', 30, { drawback: true }),
      kr('c', 1000, { level: 'county' }),
      kr('d', 5000, { level: 'state' }),
    ]
    expect(planned(all)).toEqual(['kr 2026 2027: 100 − 30 = 70'])
    expect(sums(all).leftOut).toEqual({ contributes: 0, otherLevel: 2, noAmount: 0 })
    expect(planned(all, ['unit'])).toEqual(['kr 2026 2027: 100 − 0 = 100'])
    expect(planned([kr('a', 10), kr('b', 30, { drawback: true })])).toEqual(['kr 2026 2027: 10 − 30 = -20'])
  })

  it('counts nothing twice, nothing that is cancelled, and says what it left out', () => {
    const found = sums([
      kr('a', 100),
      kr('b', 40, { contributesTo: 'a' }),
      kr('c', 900, { state: 'cancelled' }),
      benefit({ key: 'q', category: 'quality' }),
      benefit({ key: 'e', category: 'cost' }),
    ])
    expect(found.lines).toHaveLength(1)
    expect(found.lines[0]?.planned.net).toBe(100)
    expect(found).toMatchObject({ counted: 1, leftOut: { contributes: 1, otherLevel: 0, noAmount: 2 } })
  })

  it('has realised beside planned, and the part that is taken out of a budget', () => {
    const cut = { effectKind: 'budgetary', takeOut: 'budgetCut' } as const
    const benefits = [
      kr('a', 100, cut),
      kr('b', 50, { effectKind: 'budgetary', takeOut: 'reallocated' }),
      kr('c', 25, { takeOut: 'budgetCut' }),
      kr('d', 10, { ...cut, drawback: true }),
    ]
    const indicators = benefits.map(({ key }) => indicator({ key: `i${key}`, benefitKey: key, kind: 'cumulative', unit: 'kr' }))
    const measurements = benefits.flatMap(({ key }, at) => values(`2027-03-31=${at + 1}`, `i${key}`))
    const facts = factsOf({ benefits, indicators, measurements })
    expect(sumBenefits(benefits, facts, TODAY).lines).toEqual([
      {
        unit: 'kr',
        currency: 'NOK',
        priceYear: 2026,
        year: '2027',
        planned: { benefits: 175, drawbacks: 10, net: 165 },
        realised: { benefits: 6, drawbacks: 4, net: 2 },
        measured: 4,
        budgetEffect: { planned: 100, realised: 1 },
      },
    ])
    const unplanned = [kr('a', 0, { ...cut, plannedByYear: {} })]
    const only = sumBenefits(unplanned, factsOf({ benefits: unplanned, indicators, measurements }), TODAY).lines[0]
    expect(only).toMatchObject({ measured: 1, budgetEffect: { planned: 0, realised: 1 } })
    expect(sums([kr('a', 100, cut)]).lines[0]).toMatchObject({ measured: 0, budgetEffect: { planned: 100, realised: 0 } })
  })
})

describe('hours', () => {
  it('are full-time equivalents and kroner only by what the municipality has said', () => {
    expect(timeWorth(3500, { hoursPerFte: 1750, hourlyRate: 400 })).toEqual({ fte: 2, kr: 1_400_000 })
    expect(timeWorth(3500, { hoursPerFte: null, hourlyRate: null })).toEqual({ fte: null, kr: null })
    expect(timeWorth(0, { hoursPerFte: 1750, hourlyRate: 400 })).toEqual({ fte: 0, kr: 0 })
  })
})

describe('where a benefit is counted', () => {
  const link = (text: string, more: Partial<Benefit> = {}): Benefit[] =>
    text.split(' ').map((pair) => {
      const [key = '', to = null] = pair.split('>')
      return benefit({ key, contributesTo: to, ...(key === 'x' ? more : {}) })
    })
  it.each<[string, string, string]>([
    ['in itself', 'a', 'a'],
    ['in what it contributes to', 'a>b b', 'b'],
    ['where the chain ends', 'a>b b>c c', 'c'],
    ['in itself, when that is not there', 'a>gone', 'a'],
    ['in the last that is there', 'a>b b>gone', 'b'],
    ['once in a ring', 'a>b b>c c>a', 'a'],
    ['once in a ring seen from inside it', 'c>a a>b b>c', 'a'],
    ['in the ring it leads into', 'a>c c>b b>c', 'b'],
    ['in itself, when it contributes to itself', 'a>a', 'a'],
  ])('%s: %s', (_title, text, expected) => {
    const [first] = link(text)
    const facts = factsOf({ benefits: link(text) })
    expect(first && countedIn(first, facts)).toBe(expected)
    expect(first && isCounted(first, facts)).toBe(first?.key === expected)
  })

  it('in itself, when what it contributes to is cancelled', () => {
    const benefits = link('a>x x', { state: 'cancelled' })
    expect(countedIn(benefits[0] as Benefit, factsOf({ benefits }))).toBe('a')
  })
})

describe('what may be counted twice', () => {
  const twice = (first: Partial<Benefit>, second: Partial<Benefit>) => {
    const benefits = [kr('a', 10, { title: 'Post', ...first }), kr('b', 10, { title: ' post', ...second })]
    return mayBeCountedTwice(benefits[0] as Benefit, factsOf({ benefits }))
  }
  it.each<[string, Partial<Benefit>, Partial<Benefit>, boolean]>([
    ['one name, one category, amounts in both', {}, {}, true],
    ['another name', {}, { title: 'Other' }, false],
    ['another category', {}, { category: 'time' }, false],
    ['a benefit and a drawback', {}, { drawback: true }, false],
    ['no amounts in the other', {}, { plannedByYear: { 2026: 0 } }, false],
    ['no amounts in itself', { plannedByYear: {} }, {}, false],
    ['the other is cancelled', {}, { state: 'cancelled' }, false],
    ['the other contributes to it', {}, { contributesTo: 'a' }, false],
    ['it contributes to the other', { contributesTo: 'b' }, {}, false],
    ['another project', {}, { projectKey: 'other' }, false],
  ])('%s: %s', (_title, first, second, expected) => expect(twice(first, second)).toBe(expected))

  it('is asked also of a benefit that is in no project’s list', () => {
    expect(mayBeCountedTwice(kr('a', 10, { projectKey: 'nowhere' }), factsOf())).toBe(false)
  })
})
