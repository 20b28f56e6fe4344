import { describe, expect, it } from 'vitest'
import { editIndicator, type IndicatorSet, isReady } from './edit-indicator.ts'
import { acting, applied, factsOf, indicator, project } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { handOverAfter, withRecord } from './hand-over-after.ts'
import type { Indicator } from './model.ts'
import { planObligations } from './obligations.ts'

const TODAY = '2026-05-18'
const planOf = (facts: Facts) => planObligations(facts, acting(facts, TODAY).settings, TODAY)
const given = indicator()
const facts = factsOf({ indicators: [given] })

describe('a change of an indicator', () => {
  it.each([
    ['more days to register', { registrationDays: 30 }, null],
    ['fewer days of grace', { graceOpenDays: 0 }, null],
    ['another frequency', { frequency: 'yearly' as const }, null],
    ['another next date', {}, '2026-07-07'],
  ])('%s leaves every date that has come where it was', (_name, set, firstOn) => {
    const dates = (all: Facts) =>
      planOf(all)
        .filter(({ kind, asOf }) => kind === 'measurement' && asOf !== null && asOf <= TODAY)
        .map(({ key, dueOn, overdueFrom }) => ({ key, dueOn, overdueFrom }))
    const edited = editIndicator(given, { set, firstOn }, acting(facts, TODAY))
    if (!edited.ok) throw new Error(edited.code)
    const after = applied(facts, [
      ...edited.value.first,
      { op: 'update', list: 'indicators', key: given.key, set: edited.value.set, version: 'v' },
    ])
    expect(dates(facts).length).toBeGreaterThan(0)
    expect(dates(after)).toEqual(dates(facts))
  })

  it('a draft that gets its target is measured from then on', () => {
    const draft = indicator({ state: 'draft', target: null, targetOn: null, direction: 'increase', baseline: 1, baselineOn: '2026-01-01' })
    const edited = editIndicator(draft, { set: { target: 5, targetOn: '2027-01-01' }, firstOn: null }, acting(facts, TODAY))
    expect(edited).toMatchObject({ ok: true, value: { set: { state: 'active' } } })
  })

  it('numbers that were amiss before do not keep a measurer from being named, and may not be made again', () => {
    const amiss = indicator({ direction: 'increase', baseline: 5, baselineOn: '2026-01-01', target: 5, targetOn: '2027-01-01' })
    expect(editIndicator(amiss, { set: { measurerId: 'owner' }, firstOn: null }, acting(facts, TODAY)).ok).toBe(true)
    expect(editIndicator(amiss, { set: { target: 5 }, firstOn: null }, acting(facts, TODAY))).toMatchObject({
      code: 'targetEqualsBaseline',
    })
  })
})

describe('what an indicator may become', () => {
  const outcome = (was: Partial<Indicator>, set: IndicatorSet, firstOn: string | null = null): string => {
    const result = editIndicator(indicator(was), { set, firstOn }, acting(facts, TODAY))
    if (!result.ok) return [result.code, result.field, 'date' in result ? result.date : ''].join(' ').trim()
    return 'ok'
  }
  const draft = { state: 'draft', target: null, targetOn: null } as const

  it.each<[string, Partial<Indicator>, IndicatorSet, string]>([
    ['a target the day after the baseline', {}, { targetOn: '2025-06-02' }, 'ok'],
    ['a target on the day of the baseline', {}, { targetOn: '2025-06-01' }, 'datesReversed targetOn 2025-06-01'],
    ['a target on no day', {}, { targetOn: null }, 'fieldRequired targetOn'],
    ['a target that is the baseline', {}, { target: 40 }, 'targetEqualsBaseline target'],
    ['a target the other way', {}, { target: 41 }, 'targetAgainstDirection target'],
    ['a tolerance below nought', { direction: 'maintain' }, { tolerance: -1 }, 'fieldInvalid tolerance'],
    [
      'two milestones',
      {},
      {
        milestones: [
          { date: '2026-06-30', value: 35 },
          { date: '2026-12-31', value: 30 },
        ],
      },
      'ok',
    ],
    [
      'two milestones of one day',
      {},
      {
        milestones: [
          { date: '2026-06-30', value: 35 },
          { date: '2026-06-30', value: 30 },
        ],
      },
      'fieldInvalid milestones',
    ],
    ['no target any more', {}, { target: null, targetOn: null }, 'fieldRequired target'],
    ['no target, as a draft', draft, { title: 'New' }, 'ok'],
    ['no target, to be kept level', {}, { direction: 'maintain', target: null, targetOn: null }, 'ok'],
    ['a target that is amiss, left as it was', { target: 40 }, { title: 'New', measurerId: 'owner' }, 'ok'],
    ['a target that is amiss, and a direction', { target: 40 }, { direction: 'decrease' }, 'targetEqualsBaseline target'],
    ['a target that is amiss, and a baseline', { target: 40 }, { baseline: 40 }, 'targetEqualsBaseline target'],
    ['a target that is amiss, and its day', { target: 40 }, { targetOn: '2027-06-30' }, 'targetEqualsBaseline target'],
    ['a target that is amiss, and active again', { target: 40, state: 'closed' }, { state: 'active' }, 'targetEqualsBaseline target'],
    ['measured until today', {}, { activeTo: TODAY }, 'ok'],
    ['measured until yesterday', {}, { activeTo: '2026-05-17' }, 'datesReversed activeTo 2026-05-17'],
    ['measured until the day it has', { activeTo: '2026-05-01' }, { activeTo: '2026-05-01' }, 'ok'],
    ['measured without an end', { activeTo: '2026-05-01' }, { activeTo: null }, 'ok'],
  ])('%s', (_what, was, set, expected) => {
    expect(outcome(was, set)).toBe(expected)
  })

  it.each<[string, Partial<Indicator>, IndicatorSet, string | null, string]>([
    ['the next date is tomorrow', {}, {}, '2026-05-19', 'ok'],
    ['the next date is today', {}, {}, TODAY, `datesReversed firstOn ${TODAY}`],
    ['the next date does not exist', {}, {}, '2026-06-31', `datesReversed firstOn ${TODAY}`],
    ['measured once, on no day', {}, { frequency: 'once' }, null, 'fieldRequired firstOn'],
    ['measured once, on a day', {}, { frequency: 'once' }, '2026-06-30', 'ok'],
    ['measured yearly, from a date nobody has given', { anchorOn: '' }, { frequency: 'yearly' }, null, 'fieldRequired firstOn'],
    ['measured yearly, from a date given now', { anchorOn: '' }, { frequency: 'yearly' }, '2026-06-30', 'ok'],
  ])('%s', (_what, was, set, firstOn, expected) => {
    expect(outcome(was, set, firstOn)).toBe(expected)
  })

  it.each<[string, Partial<Indicator>, IndicatorSet, string | null, Partial<Indicator>, number]>([
    ['the same again', {}, { frequency: 'monthly', monthEndRule: null, registrationDays: null }, null, {}, 0],
    ['another title', {}, { title: 'New' }, null, {}, 0],
    ['more days to register freezes what has come', {}, { registrationDays: 30 }, null, {}, 4],
    ['the same days of grace freezes nothing', { graceOpenDays: 5 }, { graceOpenDays: 5 }, null, {}, 0],
    [
      'measured yearly, from the next date on',
      {},
      { frequency: 'yearly' },
      null,
      { anchorOn: '2027-01-31', monthEndRule: 'lastDay', activeFrom: null },
      4,
    ],
    [
      'from another date, as at the month’s end as before',
      { monthEndRule: 'lastDay' },
      {},
      '2026-06-30',
      { frequency: 'monthly', anchorOn: '2026-06-30', monthEndRule: 'lastDay', activeFrom: null },
      4,
    ],
    [
      'from another date, on that day each month',
      { monthEndRule: 'lastDay' },
      { monthEndRule: null },
      '2026-06-30',
      { frequency: 'monthly', anchorOn: '2026-06-30', activeFrom: null },
      4,
    ],
    [
      'on the same day each month instead of the last',
      { monthEndRule: 'lastDay' },
      { monthEndRule: 'sameDay' },
      null,
      { frequency: 'monthly', anchorOn: '2026-05-31', activeFrom: null },
      4,
    ],
  ])('%s', (_what, was, set, firstOn, more, frozen) => {
    const result = editIndicator(indicator(was), { set, firstOn }, acting(facts, TODAY))
    if (!result.ok) throw new Error(result.code)
    expect(result.value.set).toEqual({ ...set, ...more })
    expect(result.value.first.map(({ op, list }) => `${op} ${list}`)).toEqual(Array.from({ length: frozen }, () => 'create obligations'))
  })

  it('a draft stays one while it lacks something, and when that is said', () => {
    const state = (was: Partial<Indicator>, set: IndicatorSet) => {
      const result = editIndicator(indicator({ ...draft, ...was }), { set, firstOn: null }, acting(facts, TODAY))
      return result.ok ? (result.value.set.state ?? 'as it was') : result.code
    }
    const target = { target: 20, targetOn: '2027-12-31' }
    expect(state({}, target)).toBe('active')
    expect(state({}, { ...target, state: 'draft' })).toBe('draft')
    expect(state({}, { title: 'New' })).toBe('as it was')
    expect(state({ direction: 'maintain' }, { title: 'New' })).toBe('active')
    expect(state({ direction: 'maintain', baseline: null }, { title: 'New' })).toBe('as it was')
    expect(state({ state: 'active', ...target }, { title: 'New' })).toBe('as it was')
    expect(state({}, { ...target, target: 40 })).toBe('targetEqualsBaseline')
  })

  it.each([
    [{ target: 5, direction: 'increase', baseline: null }, true],
    [{ target: 0, direction: 'decrease', baseline: 3 }, true],
    [{ target: null, direction: 'increase', baseline: 3 }, false],
    [{ target: null, direction: 'maintain', baseline: 0 }, true],
    [{ target: null, direction: 'maintain', baseline: null }, false],
  ] as const)('%j is ready: %s', (numbers, ready) => {
    expect(isReady(numbers)).toBe(ready)
  })
})

describe('what is asked for now follows who is responsible', () => {
  const open = planOf(facts).filter(({ state }) => state === 'open' || state === 'overdue')
  it.each([
    ['a new measurer', withRecord(facts, 'indicators', { ...given, measurerId: 'responsible' }), 'responsible'],
    ['no measurer: the benefit owner', withRecord(facts, 'indicators', { ...given, measurerId: null }), 'benefit-owner'],
  ])('%s', (_name, after, to) => {
    const changes = handOverAfter(open, facts, after, acting(facts, TODAY))
    expect(changes.length).toBe(open.filter(({ kind }) => kind === 'measurement' || kind === 'baseline').length)
    for (const change of changes) expect(change).toMatchObject({ op: 'create', record: { assigneeId: to, round: 2 } })
  })

  it('a new manager of a project whose indicators have measurers takes over no measurement', () => {
    const after = withRecord(facts, 'projects', project({ managerId: 'responsible' }))
    expect(
      handOverAfter(
        open.filter(({ kind }) => kind === 'measurement'),
        facts,
        after,
        acting(facts, TODAY),
      ),
    ).toEqual([])
  })
})
