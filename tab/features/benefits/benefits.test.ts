import { describe, expect, test } from 'vitest'
import { csvOf } from '#contract/csv.ts'
import { translator } from '#contract/texts/catalogue.ts'
import { tabBenefits } from '#contract/texts/tab-benefits.ts'
import { words } from '#contract/texts/words.ts'
import { benefitRow, benefitSums, benefits, sumLine } from '../../fixtures/benefits.ts'
import { amountWords, type BenefitSay, tableOf } from './benefit-table.ts'
import { choicesOf, filtered, groupedRows, isNarrowed, listedOf, queryFrom } from './choices.ts'
import { CHART, sumChart, sumGroups } from './sums-model.ts'

const rows = listedOf(benefits)
const say: BenefitSay = { say: translator(tabBenefits, 'nb'), sayWords: translator(words, 'nb'), language: 'nb' }
const choices = (query = '') => choicesOf(new URLSearchParams(query))
const titles = (query: string) =>
  groupedRows(filtered(rows, choices(query).filter), choices(query), (row) => row[choices(query).grouping as 'category'] ?? '').map(
    (group) => `${group.title}: ${group.rows.map(({ title }) => title).join(', ')}`,
  )
const plain = (text: string) => text.replace(/\u00a0/g, ' ')

describe('what is chosen', () => {
  test('stands in the address, and comes back from it', () => {
    const query = 'takeOut=budgetCut&q=porto&lacking=1&group=programme&sort=planned.down'
    expect(queryFrom(choices(query))).toMatchObject({ takeOut: 'budgetCut', q: 'porto', group: 'programme', sort: 'planned.down' })
    expect(choicesOf(new URLSearchParams(queryFrom(choices(query))))).toEqual(choices(query))
    expect(Object.values(queryFrom(choices())).join('')).toBe('')
  })

  test('an address nobody could have chosen shows all of them as always', () => {
    expect(choices('category=gold&sort=height&group=colour')).toEqual(choices())
  })

  test('a tab is a way of looking, not a narrowing', () => {
    expect([isNarrowed(choices('takeOut=quality').filter), isNarrowed(choices('mine=1').filter)]).toEqual([false, true])
  })
})

describe('the list', () => {
  test('stands under headings in their order, by name', () => {
    expect(titles('')).toEqual([
      'cost: Lavere porto, Lavere utgifter til porto',
      'quality: Raskere svar',
      'time: Mer opplæring, Spart tid i saksbehandlingen',
    ])
    expect(titles('takeOut=undecided')).toEqual(['quality: Raskere svar'])
  })

  test('sorted by amount the units stay apart, and what has none stands last', () => {
    const order = (sort: string) =>
      groupedRows(rows, { ...choices(`sort=${sort}`), grouping: 'level' }, () => '')[0]?.rows.map(({ title }) => title)
    expect(order('planned.down')).toEqual([
      'Spart tid i saksbehandlingen',
      'Mer opplæring',
      'Lavere utgifter til porto',
      'Lavere porto',
      'Raskere svar',
    ])
    expect(order('realised')?.slice(0, 2)).toEqual(['Spart tid i saksbehandlingen', 'Lavere utgifter til porto'])
  })

  test('an amount is written in its unit, a drawback with a minus, and what is not known never as 0', () => {
    const words = (title: string, amount: number | null) =>
      plain(amountWords(amount, rows.find((row) => row.title === title) as (typeof rows)[0], say))
    expect(words('Spart tid i saksbehandlingen', 1640)).toBe('1 640 timer')
    expect(words('Mer opplæring', 240)).toBe('−240 timer')
    expect(words('Lavere porto', 90_000)).toBe('90 000 kr')
    expect(words('Lavere porto', null)).toBe('–')
  })
})

describe('the file', () => {
  test('is what Norwegian Excel opens: semicolons, decimal commas, the mark of UTF-8', () => {
    const lines = csvOf(tableOf(rows.slice(0, 1), new Map([['innbyggeren-som-ressurs', 'Innbyggeren som ressurs']]), say)).split('\r\n')
    expect(lines[0]).toBe(
      '\ufeffProsjekt;Program;Område;Gevinst;Ulempe;Kategori;Nivå;Uttak;Tilstand;Ansvarlig;Enhet;Prisår;Kurs;Mangler;Telles i;Planlagt 2026;Realisert 2026',
    )
    expect(lines[1]).toBe(
      'Elektroniske skjema, fullintegrert;Innbyggeren som ressurs;Samfunn og plan;Spart tid i saksbehandlingen;;Tid;kommune;omdisponeres;Under realisering;Kari Nordmann;timer;;I rute;;;1640;820,5',
    )
  })

  test('a drawback is a negative number, a gap an empty cell', () => {
    const table = tableOf(rows.slice(-1), new Map(), say)
    expect(table[1]?.slice(-2)).toEqual([-240, null])
    expect(csvOf([[-240.5, null, 0]])).toBe('\ufeff-240,5;;0\r\n')
  })

  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+4712345678', "'+4712345678"],
    ['-1+2', "'-1+2"],
    ['−5', "'−5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['a=b', 'a=b'],
    ['to\nlinjer', '"to\nlinjer"'],
    ['a;b', '"a;b"'],
    ['han sa «ja»', 'han sa «ja»'],
    ['"x"', '"""x"""'],
  ])('%j is a text and nothing more', (text, cell) => {
    expect(csvOf([[text]])).toBe(`\ufeff${cell}\r\n`)
  })
})

describe('the sums', () => {
  test('stand in groups that may share an axis: money by price year, then hours', () => {
    const lines = [...benefitSums.lines, sumLine({ priceYear: 2024 }), sumLine({ currency: 'EUR' })]
    expect(sumGroups({ lines }).map(({ key }) => key)).toEqual(['kr EUR 2026', 'kr NOK 2026', 'kr NOK 2024', 'hours  '])
    expect(sumGroups({ lines: [sumLine({ year: '2027' }), sumLine()] })[0]?.lines.map(({ year }) => year)).toEqual(['2026', '2027'])
  })

  test('two bars a year from a common zero; a year nobody has measured has no second bar', () => {
    const { years, zero } = sumChart(benefitSums.lines.slice(0, 2))
    expect(years.map(({ planned, realised }) => [planned !== null, realised !== null])).toEqual([
      [true, true],
      [true, false],
    ])
    const [first] = years
    expect((first?.planned?.y ?? 0) + (first?.planned?.height ?? 0)).toBeCloseTo(zero)
    expect(first?.planned?.height ?? 0).toBeGreaterThan(first?.realised?.height ?? 0)
    expect(years.every(({ x }) => x > 0 && x < CHART.width)).toBe(true)
  })

  test('a net below zero goes down from the line, and nothing is ever not a number', () => {
    const minus = sumLine({ planned: { benefits: 0, drawbacks: 5, net: -5 }, realised: { benefits: 5, drawbacks: 0, net: 5 } })
    const { years, zero } = sumChart([minus])
    expect(years[0]?.planned?.y).toBeCloseTo(zero)
    expect(years[0]?.realised?.y ?? zero).toBeLessThan(zero)
    const nothing = sumChart([sumLine({ planned: { benefits: 0, drawbacks: 0, net: 0 }, having: { planned: 1, realised: 0 } })])
    expect(JSON.stringify(nothing)).not.toMatch(/null,"y|NaN/)
    expect(nothing.years[0]?.planned?.height).toBe(0)
  })
})

test('a row that belongs to no project that came along is not listed', () => {
  expect(listedOf({ ...benefits, benefits: [benefitRow({ title: 'A', projectKey: 'unknown' })] })).toEqual([])
})
