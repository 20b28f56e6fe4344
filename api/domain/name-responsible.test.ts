import { describe, expect, it } from 'vitest'
import { acting, action, decision, factsOf, indicator, peopleWith, person, project } from './facts.fixture.ts'
import type { ListCode } from './model.ts'
import { nameResponsible } from './name-responsible.ts'
import { type Obligation, planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const TODAY = '2026-02-17'
const KEY = 'measurement:indicator:2026-01-31'
const facts = factsOf({
  people: peopleWith(person('new'), person('gone', { reach: 'left' }), person('stranger')),
  indicators: [indicator(), indicator({ key: 'second' })],
  benefitActions: [action()],
  decisions: [decision('bp6', { key: 'd', outcome: null })],
  projects: [project({ benefitOwnerId: 'responsible' })],
})
const found = planObligations(facts, DEFAULT_SETTINGS, TODAY).find(({ key }) => key === KEY)
if (!found) throw new Error(`no ${KEY}`)
const first: Obligation = found
/** Something that is asked of nobody. */
const asked = (key: string, more: Partial<Obligation> = {}): Obligation => ({ ...first, key, assigneeId: null, ...more })

const named = (obligation: Obligation, others: Obligation[] = [], byId = 'owner', toId = 'new') =>
  nameResponsible({ obligation, obligations: [obligation, ...others], toId, byId }, acting(facts, TODAY))
const changesOf = (result: ReturnType<typeof named>) => {
  if (!result.ok) throw new Error(result.code)
  return result.value.changes
}

describe('«mangler ansvarlig»', () => {
  it.each<[string, Partial<Obligation>, { list: ListCode; key: string; field: string }]>([
    ['a measurement: the indicator’s measurer', {}, { list: 'indicators', key: 'indicator', field: 'measurerId' }],
    ['a baseline: the same', { kind: 'baseline' }, { list: 'indicators', key: 'indicator', field: 'measurerId' }],
    ['an action: its own', { kind: 'action', refKey: 'action' }, { list: 'benefitActions', key: 'action', field: 'responsibleId' }],
    ['a decision: who prepares it', { kind: 'decisionFollowUp', refKey: 'd' }, { list: 'decisions', key: 'd', field: 'responsibleId' }],
    [
      'a point held again: the benefit owner of the project',
      { kind: 'decisionFollowUp', refKey: 'project' },
      { list: 'projects', key: 'project', field: 'benefitOwnerId' },
    ],
    ['a report: the manager', { kind: 'statusReport', refKey: 'project' }, { list: 'projects', key: 'project', field: 'managerId' }],
    ['a measurement of no indicator: the manager', { refKey: 'gone' }, { list: 'projects', key: 'project', field: 'managerId' }],
  ])('of %s', (_what, more, { list, key, field }) => {
    expect(changesOf(named(asked('k', more)))).toEqual([
      { op: 'create', list: 'obligations', record: expect.objectContaining({ key: 'k', assigneeId: 'new', round: 2 }) },
      { op: 'update', list, key, set: { [field]: 'new' }, version: `${list}/${key}` },
      {
        op: 'create',
        list: 'log',
        record: { key: 'responsiblenamed:1:k', what: 'responsibleNamed', refKey: 'k', before: null, after: { [field]: 'new' }, why: null },
      },
    ])
  })

  it('takes along what hangs on the same row and field, and has nobody', () => {
    const keysAlong = (obligation: Obligation, others: Obligation[]) =>
      changesOf(named(obligation, others)).flatMap((change) =>
        change.op === 'create' && change.list === 'obligations' ? [change.record.key] : [],
      )
    const others = [
      asked('later'),
      asked('base', { kind: 'baseline' }),
      asked('theirs', { assigneeId: 'manager' }),
      asked('other', { refKey: 'second' }),
      asked('answered', { state: 'fulfilled' }),
      asked('act', { kind: 'action', refKey: 'action' }),
    ]
    expect(keysAlong(asked('k'), others)).toEqual(['k', 'later', 'base'])
    const report = asked('report', { kind: 'statusReport', refKey: 'project' })
    const review = asked('review', { kind: 'decisionFollowUp', refKey: 'project' })
    expect(keysAlong(report, [review])).toEqual(['report'])
    expect(keysAlong(review, [report])).toEqual(['review'])
  })

  it.each<[string, Obligation, string, string, string]>([
    ['by the benefit owner, of an indicator', asked('k'), 'benefit-owner', 'new', 'ok'],
    ['by the benefit owner, of a report', asked('k', { kind: 'statusReport', refKey: 'project' }), 'benefit-owner', 'new', 'notAllowed'],
    ['by the benefit owner, of an action', asked('k', { kind: 'action', refKey: 'action' }), 'benefit-owner', 'new', 'ok'],
    ['by the benefit owner, of a decision', asked('k', { kind: 'decisionFollowUp', refKey: 'd' }), 'benefit-owner', 'new', 'notAllowed'],
    ['by a stranger', asked('k'), 'stranger', 'new', 'notAllowed'],
    ['by somebody the lists do not know', asked('k'), 'nobody', 'new', 'notAllowed'],
    ['with somebody who has left', asked('k'), 'owner', 'gone', 'personInvalid'],
    ['with somebody the lists do not know', asked('k'), 'owner', 'nobody', 'personInvalid'],
    ['of what is somebody’s', asked('k', { assigneeId: 'manager' }), 'owner', 'new', 'cardOutdated'],
    ['of what is answered', asked('k', { state: 'fulfilled' }), 'owner', 'new', 'cardOutdated'],
    ['of what has fallen away', asked('k', { state: 'lapsed' }), 'owner', 'new', 'cardOutdated'],
  ])('%s', (_what, obligation, byId, toId, code) => {
    const result = named(obligation, [], byId, toId)
    expect(result.ok ? 'ok' : result.code).toBe(code)
  })

  it('said again changes nothing', () => {
    expect(changesOf(named(asked('k', { assigneeId: 'new', state: 'fulfilled' })))).toEqual([])
  })
})
