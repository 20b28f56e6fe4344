import { describe, expect, it } from 'vitest'
import { editIndicator } from './edit-indicator.ts'
import { acting, applied, factsOf, indicator, project } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { handOverAfter, withRecord } from './hand-over-after.ts'
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
