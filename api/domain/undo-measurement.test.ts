import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acting, applied, entry, factsOf, indicator, measurement, peopleWith, person, project, stored } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import type { Measurement } from './model.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { attemptsAt, isWithdrawal, standingMeasurements, withdrawalsOf } from './standing.ts'
import { baselineTaken, mayUndo, undoMeasurement, undoUntil } from './undo-measurement.ts'

type Rows = Parameters<typeof factsOf>[0]
const DAY = '2026-02-17'
const AT = `${DAY}T10:00:00Z`
const PERIOD = '2026-01-31'
const row = (n: number, more: Partial<Measurement> = {}): Measurement =>
  measurement(more.periodKey === 'baseline' ? DAY : PERIOD, {
    key: `indicator:${more.periodKey ?? PERIOD}:${n}`,
    periodKey: PERIOD,
    actorId: 'measurer',
    actedAt: AT,
    ...more,
  })
const taken = (n: number, of: number): Measurement => row(n, { value: null, correctsKey: `indicator:${PERIOD}:${of}` })
const corrected = (n: number, of: number): Measurement => row(n, { value: 20 + n, reason: 'x', correctsKey: `indicator:${PERIOD}:${of}` })

/** Takes it back at a time, and carries it out. */
function undo(facts: Facts, key: string, byId = 'measurer', now = `${DAY}T10:10:00Z`) {
  const found = facts.tables.measurements.get(key)
  if (!found) throw new Error(`no ${key}`)
  const undone = undoMeasurement({ measurement: found, byId, now }, acting(facts, DAY))
  return undone.ok
    ? { code: 'ok', changes: undone.value.changes, facts: applied(facts, undone.value.changes, now, byId) }
    : { ...undone, changes: [], facts }
}
const standing = (facts: Facts): string[] => (facts.measurementsByIndicator.get('indicator') ?? []).map(({ key }) => key)
const stateOf = (facts: Facts) => planObligations(facts, DEFAULT_SETTINGS, DAY).find(({ key }) => key === `measurement:indicator:${PERIOD}`)

describe('what stands', () => {
  it.each<[string, Measurement[], string[]]>([
    ['an answer', [row(1)], ['1']],
    ['a correction', [row(1), corrected(2, 1)], ['2']],
    ['nothing when the answer is taken back', [row(1), taken(2, 1)], []],
    ['a correction of what is gone from the list and was taken back', [taken(3, 1), corrected(4, 1)], ['4']],
    ['what a taken-back correction corrected', [row(1), corrected(2, 1), taken(3, 2)], ['1']],
    ['a new answer after that', [row(1), taken(2, 1), row(3)], ['3']],
    ['a new correction after that', [row(1), corrected(2, 1), taken(3, 2), corrected(4, 1)], ['4']],
    ['one, when a correction was made of what was taken back', [row(1), corrected(2, 1), taken(3, 2), corrected(4, 2)], ['4']],
    ['nothing, when all is taken back', [row(1), corrected(2, 1), taken(3, 2), taken(4, 1)], []],
    ['«får ikke målt», which has its reason', [row(1), row(2, { value: null, reason: 'no data', correctsKey: row(1).key })], ['2']],
    [
      'one that corrects rows which name each other and were both taken back',
      [row(1, { correctsKey: row(2).key }), corrected(2, 1), taken(3, 1), taken(4, 2), corrected(5, 2)],
      ['5'],
    ],
    ['rows that name each other, both gone', [row(1, { correctsKey: row(2).key }), corrected(2, 1)], []],
  ])('%s, in whatever order it was written', (_title, rows, expected) =>
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => {
        const found = [...standingMeasurements(new Map(order.map((one) => [one.key, one])))]
        expect(found.map(({ key }) => key.slice(-1)).sort()).toEqual(expected)
      }),
    ),
  )

  it('never holds a row that takes back, one taken back, or two of one period whatever people press', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('answer', 'correct', 'undo'), { maxLength: 8 }), (presses) => {
        let facts = factsOf({ measurements: [] })
        let n = 0
        for (const press of presses) {
          const [now] = facts.measurementsByIndicator.get('indicator') ?? []
          if (press === 'undo' && now) facts = undo(facts, now.key).facts
          else if (press === 'correct' && now) {
            n = facts.tables.measurements.size + 1
            facts = applied(
              facts,
              [{ op: 'create', list: 'measurements', record: { ...row(n), reason: 'x', correctsKey: now.key } }],
              AT,
              'measurer',
            )
          } else if (press === 'answer' && !now) {
            n = facts.tables.measurements.size + 1
            facts = applied(facts, [{ op: 'create', list: 'measurements', record: row(n) }], AT, 'measurer')
          }
          const rows = facts.measurementsByIndicator.get('indicator') ?? []
          expect(rows.length).toBeLessThanOrEqual(1)
          expect(rows.some(isWithdrawal)).toBe(false)
          expect(rows.some(({ key }) => withdrawalsOf('indicator', facts).some(({ correctsKey }) => correctsKey === key))).toBe(false)
        }
      }),
    )
  })
})

it('the rows of a period are counted from nothing, corrected and taken-back ones too', () => {
  const rows = [row(1), corrected(2, 1), taken(3, 2)]
  const attempts = (n: number, key = PERIOD) => attemptsAt('indicator', key, factsOf({ measurements: rows.slice(0, n) }))
  expect([attempts(0), attempts(1), attempts(2), attempts(3), attempts(3, '2026-02-28')]).toEqual([0, 1, 2, 3, 0])
})

describe('«angre»', () => {
  it('takes the answer back with a row of its own, and the period asks again', () => {
    const facts = factsOf({ measurements: [row(1)] })
    expect(stateOf(facts)?.state).toBe('fulfilled')
    const undone = undo(facts, row(1).key)
    expect(undone.changes).toEqual([
      {
        op: 'create',
        list: 'measurements',
        record: {
          key: `indicator:${PERIOD}:2`,
          indicatorKey: 'indicator',
          projectKey: 'project',
          periodKey: PERIOD,
          asOf: PERIOD,
          value: null,
          reason: null,
          comment: null,
          correctsKey: row(1).key,
        },
      },
    ])
    expect(standing(undone.facts)).toEqual([])
    expect(stateOf(undone.facts)).toMatchObject({ state: 'overdue', fulfilledByKey: null })
    expect(withdrawalsOf('indicator', undone.facts).map(({ key }) => key)).toEqual([`indicator:${PERIOD}:2`])
    expect(undo(undone.facts, row(1).key)).toMatchObject({ code: 'ok', changes: [] })
  })

  it('of a correction lets what it corrected stand again', () => {
    const undone = undo(factsOf({ measurements: [row(1), corrected(2, 1)] }), corrected(2, 1).key)
    expect(standing(undone.facts)).toEqual([row(1).key])
    expect(stateOf(undone.facts)).toMatchObject({ state: 'fulfilled', fulfilledByKey: row(1).key })
  })

  it('reopens a stored obligation that was frozen as answered by it', () => {
    const rows = [
      stored(PERIOD, '2026-02-10', '2026-02-14', { state: 'fulfilled', fulfilledByKey: row(1).key }),
      stored('2026-02-28', '2026-03-10', '2026-03-14', { state: 'fulfilled', fulfilledByKey: 'another' }),
    ]
    const undone = undo(factsOf({ measurements: [row(1)], obligations: rows }), row(1).key)
    expect(undone.facts.tables.obligations.get(`measurement:indicator:${PERIOD}`)).toMatchObject({ state: 'open', fulfilledByKey: null })
    expect(undone.facts.tables.obligations.get('measurement:indicator:2026-02-28')?.state).toBe('fulfilled')
    expect(stateOf(undone.facts)?.state).toBe('overdue')
  })

  const baseline = row(1, { periodKey: 'baseline', value: 38 })
  const log = [
    entry('baselineTaken', 'indicator', { key: 'b', before: { baseline: 1, baselineOn: null }, after: { measurementKey: 'another' } }),
    entry('baselineTaken', 'indicator', { key: 'c', before: 'x', after: { measurementKey: baseline.key } }),
    entry('baselineTaken', 'indicator', { key: 'd', before: null, after: null }),
    entry('baselineTaken', 'indicator', { key: 'e', before: null, after: { measurementKey: baseline.key } }),
    entry('baselineTaken', 'indicator', { key: 'f', before: {}, after: { measurementKey: baseline.key } }),
    entry('baselineTaken', 'indicator', { key: 'g', before: { baseline: 2 }, after: {} }),
    entry('baselineTaken', 'indicator', { key: 'h', before: { baseline: 2 }, after: baseline.key }),
    entry('baselineTaken', 'other', { key: 'i', before: { baseline: 3, baselineOn: null }, after: { measurementKey: baseline.key } }),
    entry('edited', 'indicator', { key: 'j', before: { baseline: 4, baselineOn: null }, after: { measurementKey: baseline.key } }),
    entry('baselineTaken', 'indicator', {
      key: 'a',
      before: { baseline: 40, baselineOn: '2025-06-01' },
      after: { measurementKey: baseline.key },
    }),
  ]
  const again = row(2, { periodKey: 'baseline', value: 39, correctsKey: baseline.key, reason: 'x' })
  it.each<[string, Rows, object]>([
    ['empties the indicator', {}, { baseline: null, baselineOn: null }],
    ['gives back the baseline that no measurement stood for', { log }, { baseline: 40, baselineOn: '2025-06-01' }],
    [
      'leaves what somebody has changed since',
      { indicators: [indicator({ baseline: 37, baselineOn: DAY })] },
      { baseline: 37, baselineOn: DAY },
    ],
    ['leaves one of another day', { indicators: [indicator({ baseline: 38, baselineOn: '2026-01-01' })] }, { baseline: 38 }],
  ])('of a baseline %s', (_title, rows, expected) => {
    const facts = factsOf({ indicators: [indicator({ baseline: 38, baselineOn: DAY })], measurements: [baseline], ...rows })
    const undone = undo(facts, baseline.key)
    expect(undone.facts.tables.indicators.get('indicator')).toMatchObject(expected)
    expect(undo(undone.facts, baseline.key).changes).toEqual([])
  })

  it('of a corrected baseline gives back the corrected one, or none where that could not be measured', () => {
    const of = (first: Measurement) =>
      undo(
        factsOf({ indicators: [indicator({ baseline: 39, baselineOn: DAY })], measurements: [first, again] }),
        again.key,
      ).facts.tables.indicators.get('indicator')
    expect(of(baseline)).toMatchObject({ baseline: 38, baselineOn: DAY })
    expect(of({ ...baseline, value: null, reason: 'no data' })).toMatchObject({ baseline: null, baselineOn: null })
  })

  it('of an answer that happens to say what the baseline says leaves the baseline', () => {
    const facts = factsOf({ indicators: [indicator({ baseline: 30, baselineOn: PERIOD })], measurements: [row(1)] })
    expect(undo(facts, row(1).key).changes.map(({ list }) => list)).toEqual(['measurements'])
  })

  it('of a baseline that could not be measured leaves what the indicator has', () => {
    const none = { ...baseline, value: null, reason: 'no data' }
    const facts = factsOf({ indicators: [indicator({ baseline: null, baselineOn: DAY })], measurements: [none] })
    expect(undo(facts, none.key).changes.map(({ list }) => list)).toEqual(['measurements'])
  })

  it('of a baseline that was half written completes it', () => {
    const facts = factsOf({ indicators: [indicator({ baseline: 38, baselineOn: DAY })], measurements: [baseline] })
    const half = applied(facts, undo(facts, baseline.key).changes.slice(0, 1), AT, 'measurer')
    expect(undo(half, baseline.key).changes).toMatchObject([{ list: 'indicators', set: { baseline: null } }])
  })

  it('may be said until ten minutes have gone', () => {
    expect(undoUntil({ actedAt: AT })).toBe(`${DAY}T10:10:00.000Z`)
  })

  it('keeps what a baseline was when no measurement stands for it', () => {
    expect(baselineTaken(indicator(), 'm', factsOf())).toMatchObject({
      list: 'log',
      record: { key: 'baselinetaken:1:indicator', before: { baseline: 40, baselineOn: '2025-06-01' }, after: { measurementKey: 'm' } },
    })
  })

  const hidden = { projects: [project({ restricted: true })] }
  it.each<[string, Rows, string, string, string]>([
    ['at the tenth minute', {}, 'measurer', `${DAY}T10:10:00Z`, 'ok'],
    ['a moment later', {}, 'measurer', `${DAY}T10:10:01Z`, 'undoTooLate'],
    ['by another of the indicator', {}, 'benefit-owner', AT, 'notAllowed'],
    ['by the office', {}, 'office', AT, 'notAllowed'],
    ['by somebody the lists do not know', {}, 'nobody', AT, 'notAllowed'],
    [
      'of what the office has taken back',
      { measurements: [row(1), { ...taken(2, 1), actorId: 'office' }] },
      'measurer',
      AT,
      'cardOutdated',
    ],
    ['by another, of a project that only those with a part in it see', hidden, 'owner', AT, 'notAllowed'],
    ['of a project one may not see', { ...hidden, people: peopleWith(person('helper')) }, 'helper', AT, 'notFound'],
    [
      'of what has been corrected since',
      { measurements: [row(1), { ...corrected(2, 1), actorId: 'owner' }] },
      'measurer',
      AT,
      'cardOutdated',
    ],
  ])('%s: %s', (_title, rows, byId, now, code) => {
    const facts = factsOf({ measurements: [row(1)], ...rows })
    expect(undo(facts, row(1).key, byId, now).code).toBe(code)
    expect(mayUndo({ measurement: row(1), byId, now })).toBe(code === 'ok' || code === 'cardOutdated')
  })
})
