import { describe, expect, test } from 'vitest'
import { translator } from '#contract/texts/catalogue.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabRoadmap } from '#contract/texts/tab-roadmap.ts'
import { words } from '#contract/texts/words.ts'
import { withQuery } from '../../app/hash-query.ts'
import { TODAY } from '../../fixtures/portfolio.ts'
import { mark, roadmap, roadRow, span } from '../../fixtures/roadmap.ts'
import { choicesOf, filtered, groupedRows, queryFrom } from './choices.ts'
import { listOf } from './decision-list-model.ts'
import { dayBefore, periodOf, placing, ticksOf, wholeOf, type ZOOMS } from './period.ts'
import { roadModel, stepFrom } from './road-model.ts'
import { decisionSentence, type RoadSay, rowSummary, spanSentence } from './road-words.ts'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const whole = wholeOf(roadmap.projects, TODAY)
const given = { plan: roadmap.plan, whole }
const say: RoadSay = {
  say: translator(tabRoadmap, 'nb'),
  sayTab: translator(tab, 'nb'),
  sayWords: translator(words, 'nb'),
  language: 'nb',
  today: TODAY,
}

describe('the period', () => {
  test.each([
    ['quarter', TODAY, '2026-04-01', '2026-07-01'],
    ['quarter', '2026-12-31', '2026-10-01', '2027-01-01'],
    ['plan', TODAY, '2026-05-01', '2027-05-01'],
    ['year', TODAY, '2026-01-01', '2027-01-01'],
    ['three', TODAY, '2025-01-01', '2028-01-01'],
    ['all', TODAY, '2025-01-01', '2028-01-01'],
  ] as const)('%s around %s', (zoom, at, from, to) => {
    expect(periodOf(zoom, at, given)).toEqual({ from, to })
  })

  test('a day stands where it belongs, before and after as well', () => {
    const place = placing({ from: '2026-01-01', to: '2027-01-01' })
    expect([place('2026-01-01'), place('2027-01-01')]).toEqual([0, 100])
    expect(place('2026-07-02')).toBeCloseTo(49.86, 1)
    expect(place('2025-01-01')).toBe(-100)
    expect(dayBefore('2026-03-01')).toBe('2026-02-28')
  })

  test('the axis has as many months as there is room for, counted from January', () => {
    const dates = (zoom: (typeof ZOOMS)[number], width: number) => ticksOf(periodOf(zoom, TODAY, given), width).map(({ date }) => date)
    expect(dates('quarter', 900)).toEqual(['2026-04-01', '2026-05-01', '2026-06-01'])
    expect(dates('three', 940)).toHaveLength(12)
    expect(dates('three', 200)).toEqual(['2025-01-01', '2026-01-01', '2027-01-01'])
    expect(dates('plan', 200)).toEqual(['2026-07-01', '2026-10-01', '2027-01-01', '2027-04-01'])
  })
})

describe('one road', () => {
  const year = periodOf('year', TODAY, given)
  const drawn = (row: Parameters<typeof roadRow>[0]) =>
    roadModel(roadRow(row), year, { today: TODAY, width: 800, wordOf: () => 'Gjennomføre' })

  test('is cut at the edges, and what lies outside is not drawn', () => {
    const { bars, marks } = drawn({ title: 'A' })
    expect(bars.map(({ span: { phase }, openLeft, openRight }) => [phase, openLeft, openRight])).toEqual([
      ['plan', true, false],
      ['deliver', false, false],
      ['close', false, true],
    ])
    expect(bars.at(-1)?.left).toBeGreaterThan(70)
    expect((bars.at(-1)?.left ?? 0) + (bars.at(-1)?.width ?? 0)).toBe(100)
    expect(marks.map(({ decision }) => decision.point)).toEqual(['bp3', 'bp4'])
  })

  test('the realising of benefits goes on to the edge; another phase nobody has dated ends soon after today', () => {
    const today = placing(year)(TODAY)
    const end = (text: string) => {
      const bar = drawn({ title: 'A', spans: [span(text)] }).bars[0]
      return (bar?.left ?? 0) + (bar?.width ?? 0)
    }
    expect(end('realise 2026-02-01 open now')).toBe(100)
    expect(end('plan 2026-02-01 open now')).toBeGreaterThan(today)
    expect(end('plan 2026-02-01 open now')).toBeLessThan(today + 10)
  })

  test('a word stands only where it has room, up to the next diamond', () => {
    const worded = (decisions: string[]) =>
      drawn({ title: 'A', spans: [span('deliver 2026-01-01 2026-12-01 now')], decisions: decisions.map(mark) }).bars[0]?.worded
    expect(worded(['bp3 2026-01-01 taken'])).toBe(true)
    expect(worded(['bp3 2026-01-01 taken', 'bp4 2026-02-01 planned'])).toBe(false)
  })

  test('arrows step through the decisions from today, and stop at the ends', () => {
    const decisions = [mark('bp2 2026-01-15 taken'), mark('bp3 2026-05-11 late'), mark('bp4 2026-09-01 planned')]
    expect(stepFrom(-1, 1, decisions, TODAY)).toBe(1)
    expect(stepFrom(-1, -1, decisions, TODAY)).toBe(0)
    expect(stepFrom(2, 1, decisions, TODAY)).toBe(2)
    expect(stepFrom(0, -1, decisions, TODAY)).toBe(0)
    expect(stepFrom(-1, 1, decisions.slice(0, 1), TODAY)).toBe(0)
    expect(stepFrom(-1, 1, [], TODAY)).toBe(-1)
  })
})

describe('in words', () => {
  test.each([
    ['plan 2025-03-01 2026-01-05 done', 'Planlegge: 1. mars 2025 til 5. januar'],
    ['deliver 2026-01-05 2026-10-01 now', 'Gjennomføre nå: siden 5. januar, planlagt til 1. oktober'],
    ['plan 2026-01-05 open now', 'Planlegge nå: siden 5. januar, slutten er ikke datert'],
    ['realise 2026-01-05 open now', 'Realisere nå: siden 5. januar'],
    ['deliver–close 2026-06-01 2027-03-01 planned', 'Gjennomføre–Avslutte, planlagt: 1. juni til 1. mars 2027'],
    ['deliver–realise 2026-06-01 open planned', 'Gjennomføre–Realisere, planlagt fra 1. juni'],
    ['deliver 2026-03-01 2026-09-01 held', 'Satt på vent: 1. mars til 1. september'],
    ['deliver 2026-03-01 open held', 'Satt på vent fra 1. mars'],
    ['plan 2026-03-01 open done', 'Planlegge: fra 1. mars'],
  ])('%s', (text, sentence) => {
    expect(plain(spanSentence(span(text), say))).toBe(sentence)
  })

  test('a decision says where it leads and how it stands', () => {
    const said = (text: string) => plain(decisionSentence(mark(text), say))
    expect(said('bp3 2026-05-11 late')).toBe('BP3 – Til gjennomføring, skulle vært tatt 11. mai')
    expect(said('bp4 2026-10-01 planned')).toBe('BP4 – Til avslutning, planlagt 1. oktober')
    expect(said('bp2 2025-01-15 taken')).toBe('BP2 – Til planlegging, besluttet 15. januar 2025: gå videre')
    expect(said('board 2026-10-01 planned')).toBe('Porteføljestyret, planlagt 1. oktober')
  })

  test('a row is heard as where it is, what comes, and what it lacks', () => {
    const [, , intranet, waiting] = roadmap.projects
    expect(plain(rowSummary(intranet as (typeof roadmap.projects)[0], say))).toBe(
      'Planlegge nå: siden 15. januar, planlagt til 18. mai. BP3 – Til gjennomføring, skulle vært tatt 11. mai. Sluttdato mangler',
    )
    expect(rowSummary(waiting as (typeof roadmap.projects)[0], say)).toMatch(/^Satt på vent\. /)
  })
})

describe('what is chosen', () => {
  test('stands in the address, and comes back from it', () => {
    const chosen = {
      ...choicesOf(new URLSearchParams()),
      grouping: 'area',
      zoom: 'plan',
      phase: 'plan',
      text: 'æ & b',
      flagged: true,
    } as const
    const address = withQuery('#/roadmap?old=1', queryFrom(chosen))
    expect(choicesOf(new URLSearchParams(address.split('?')[1]))).toEqual(chosen)
    expect(withQuery('#/roadmap?old=1', queryFrom(choicesOf(new URLSearchParams())))).toBe('#/roadmap')
  })

  test('an address nobody could have chosen shows the road map as always', () => {
    expect(choicesOf(new URLSearchParams('zoom=week&group=x&at=now&phase=none'))).toEqual(choicesOf(new URLSearchParams()))
  })

  test('narrows, and groups with the farthest first; what belongs nowhere stands last', () => {
    const none = choicesOf(new URLSearchParams())
    const titles = (query: string) => filtered(roadmap.projects, choicesOf(new URLSearchParams(query))).map(({ title }) => title)
    expect(titles('flagged=1')).toEqual(['Nytt intranett'])
    expect(titles('q=INTRA')).toEqual(['Nytt intranett'])
    expect(titles('programme=laerende-organisasjon')).toEqual(['Nytt intranett'])
    const naming = { none: 'Uten program', phase: (phase: string) => phase }
    const groups = groupedRows(filtered(roadmap.projects, none), 'programme', naming)
    expect(groups.map(({ title }) => title)).toEqual(['Innbyggeren som ressurs', 'Lærende organisasjon', 'Uten program'])
    expect(groups[0]?.rows.map(({ title }) => title)).toEqual(['Min side for innbyggere', 'Elektroniske skjema'])
    expect(groupedRows(roadmap.projects, 'phase', naming).map(({ title }) => title)).toEqual(['plan', 'deliver', 'realise'])
  })
})

test('the list has the late ones first, then month by month, and those without a date', () => {
  const undated = roadRow({ title: 'Uten dato', decisions: [] })
  const list = listOf([...roadmap.projects, undated], TODAY)
  expect(list.late.map(({ row }) => row.title)).toEqual(['Nytt intranett'])
  expect(list.months.map(({ month, items }) => [month, items.length])).toEqual([['2026-10', 2]])
  expect(list.undated.map(({ title }) => title)).toEqual(['Uten dato'])
  expect(list.taken.map(({ decision }) => decision.on)).toEqual(['2026-01-15', '2026-01-05', '2026-01-05', '2025-10-01'])
})
