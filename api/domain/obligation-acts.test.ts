import { describe, expect, it } from 'vitest'
import { instantAt } from './dates.ts'
import { delegate, takeBack } from './delegate.ts'
import {
  acting,
  action,
  applied,
  benefit,
  decision,
  entry,
  factsOf,
  indicator,
  measurement,
  nudge,
  peopleWith,
  person,
  project,
  stored,
} from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { handOver } from './hand-over.ts'
import type { Change, ObligationRecord } from './model.ts'
import { approveNotRelevant, isProposable, isProposed, proposedBy, proposeNotRelevant, rejectNotRelevant } from './not-relevant.ts'
import { decideNudges } from './nudge.ts'
import { type Obligation, planObligations } from './obligations.ts'
import { approverOf } from './responsible.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { snooze, snoozeDaysLeft, snoozedOpenDays, snoozeLatest } from './snooze.ts'
import { sayWrongPerson } from './wrong-person.ts'

type Rows = Parameters<typeof factsOf>[0]
const KEY = 'measurement:indicator:2026-01-31'
const DAY = '2026-02-17'
const people = peopleWith(person('helper'), person('gone', { reach: 'left' }))
const factsWith = (rows: Rows = {}): Facts => factsOf({ people, indicators: [indicator({ anchorOn: '2026-01-31' })], ...rows })
const obligationOf = (facts: Facts, today = DAY, key = KEY): Obligation => {
  const found = planObligations(facts, DEFAULT_SETTINGS, today).find((one) => one.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}
type Outcome = { ok: true; value: { changes: Change[] } } | { ok: false; code: string }
const codeOf = (result: Outcome): string => (result.ok ? 'ok' : result.code)
const changesOf = (result: Outcome): Change[] => {
  if (!result.ok) throw new Error(result.code)
  return result.value.changes
}
const cards = (facts: Facts, day: string): string[] =>
  decideNudges({
    obligations: planObligations(facts, DEFAULT_SETTINGS, day),
    facts,
    settings: DEFAULT_SETTINGS,
    now: instantAt(day, '09:00'),
  }).map(
    (card) =>
      `${card.personId}: ${card.steps.map(({ step, why }) => `${step} ${why}`).join(', ')}${card.action === 'skip' ? ` – ${card.reason}` : ''}`,
  )
const answered = { measurements: [measurement('2026-01-31', { periodKey: '2026-01-31' })] }

describe('putting off (rule 10)', () => {
  const put = (facts: Facts, until: Parameters<typeof snooze>[0]['until'], reason: string | null = null, byId = 'measurer', today = DAY) =>
    snooze({ obligation: obligationOf(facts, today), until, reason, byId }, acting(facts, today))

  it('freezes the row, moves the nudge, and tells the log', () => {
    expect(put(factsWith(), { openDays: 3 })).toEqual({
      ok: true,
      value: {
        until: '2026-02-20',
        changes: [
          {
            op: 'create',
            list: 'obligations',
            record: {
              key: KEY,
              kind: 'measurement',
              refKey: 'indicator',
              projectKey: 'project',
              periodKey: '2026-01-31',
              asOf: '2026-01-31',
              dueOn: '2026-02-10',
              overdueFrom: '2026-02-14',
              assigneeId: 'measurer',
              round: 1,
              state: 'overdue',
              snoozedUntil: '2026-02-20',
              snoozeCount: 1,
              delegatedToId: null,
              waivedReason: null,
              fulfilledByKey: null,
            },
          },
          {
            op: 'create',
            list: 'log',
            record: {
              key: `snooze:1:${KEY}`,
              what: 'snoozed',
              refKey: KEY,
              before: { snoozedUntil: null },
              after: { until: '2026-02-20', openDays: 3 },
              why: null,
            },
          },
        ],
      },
    })
  })

  it('may be done twice and for ten open days in all, with a reason from the second', () => {
    let facts = factsWith()
    expect(snoozeDaysLeft(obligationOf(facts), facts)).toEqual([1, 3, 5])
    expect(snoozeLatest(obligationOf(facts), acting(facts, DAY))).toBe('2026-03-03')
    facts = applied(facts, changesOf(put(facts, { date: '2026-02-25' })), '2026-02-17T10:00:00Z')
    expect(snoozedOpenDays(obligationOf(facts), facts)).toBe(6)
    expect(snoozeDaysLeft(obligationOf(facts), facts)).toEqual([1, 3])
    expect(codeOf(put(facts, { openDays: 3 }))).toBe('reasonRequired')
    expect(codeOf(put(facts, { openDays: 3 }, ' '))).toBe('reasonRequired')
    expect(codeOf(put(facts, { openDays: 5 }, 'ill'))).toBe('snoozeLimit')
    expect(codeOf(put(facts, { date: '2026-02-23' }, 'ill'))).toBe('ok')
    facts = applied(facts, changesOf(put(facts, { openDays: 1 }, 'ill')), '2026-02-18T10:00:00Z')
    expect(snoozeDaysLeft(obligationOf(facts), facts)).toEqual([])
    expect(snoozeLatest(obligationOf(facts), acting(facts, DAY))).toBeNull()
    expect(put(facts, { openDays: 1 }, 'ill')).toEqual({ ok: true, value: { until: '2026-02-18', changes: [] } })
    expect(codeOf(put(facts, { openDays: 3 }, 'ill'))).toBe('snoozeLimit')
  })

  it('a new owner may put off anew, in lines of the log beside those of the one before', () => {
    let facts = factsWith()
    facts = applied(facts, changesOf(put(facts, { openDays: 5 })), '2026-02-17T10:00:00Z')
    facts = applied(facts, handOver([obligationOf(facts)], 'helper', acting(facts, DAY)), '2026-02-17T11:00:00Z')
    const again = changesOf(put(facts, { openDays: 3 }))
    const created = again.flatMap((change) => (change.op === 'create' && change.list === 'log' ? [change.record.key] : []))
    expect(created.map((key) => [key, facts.tables.log.has(key)])).toEqual([[`snooze:2:1:${KEY}`, false]])
    facts = applied(facts, again, '2026-02-17T12:00:00Z')
    expect(snoozedOpenDays(obligationOf(facts), facts)).toBe(3)
  })

  it('takes exactly ten open days, and eleven not', () => {
    expect(codeOf(put(factsWith(), { date: '2026-03-03' }))).toBe('ok')
    expect(codeOf(put(factsWith(), { date: '2026-03-04' }))).toBe('snoozeLimit')
    const began = performance.now()
    expect(codeOf(put(factsWith(), { date: '9999-12-31' }))).toBe('snoozeLimit')
    expect(performance.now() - began, 'no walk through eight thousand years').toBeLessThan(500)
  })

  it('reads a log it cannot understand as no days', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { snoozeCount: 3 })
    const log = [
      entry('snoozed', KEY, { key: `snooze:1:${KEY}`, after: 'x' }),
      entry('snoozed', KEY, { key: `snooze:2:${KEY}`, after: { openDays: 'two' } }),
    ]
    const facts = factsWith({ obligations: [row], log })
    expect(snoozedOpenDays(obligationOf(facts), facts)).toBe(0)
  })

  it.each<[string, Rows, Parameters<typeof snooze>[0]['until'], string, string]>([
    ['by somebody else', {}, { openDays: 1 }, 'stranger', 'notAllowed'],
    ['of what is answered', answered, { openDays: 1 }, 'measurer', 'cardOutdated'],
    ['for two days', {}, { openDays: 2 }, 'measurer', 'fieldInvalid'],
    ['to today', {}, { date: DAY }, 'measurer', 'dateInvalid'],
    ['to a day that is none', {}, { date: '2026-02-30' }, 'measurer', 'dateInvalid'],
  ])('is refused %s', (_title, rows, until, byId, expected) => expect(codeOf(put(factsWith(rows), until, null, byId))).toBe(expected))
})

describe('delegating (rule 10)', () => {
  const give = (facts: Facts, toId = 'helper', byId = 'measurer', today = DAY) =>
    delegate({ obligation: obligationOf(facts, today), toId, byId, reason: ' on leave ' }, acting(facts, today))

  it('lets somebody else answer one, and is back after five open days though the row is written again', () => {
    const given = give(factsWith())
    expect(given).toMatchObject({ ok: true, value: { backOn: '2026-02-24' } })
    let facts = applied(factsWith(), changesOf(given), '2026-02-17T10:00:00Z')
    expect([...facts.tables.log.values()]).toMatchObject([{ what: 'delegated', refKey: KEY, why: 'on leave' }])
    expect(obligationOf(facts)).toMatchObject({ delegatedToId: 'helper', delegatedUntil: '2026-02-24' })
    expect(give(facts)).toEqual({ ok: true, value: { backOn: '2026-02-24', changes: [] } })
    expect(codeOf(give(facts, 'helper', 'measurer', '2026-02-24'))).toBe('delegateLimit')
    facts = applied(
      facts,
      [{ op: 'update', list: 'obligations', key: KEY, set: { snoozedUntil: '2026-02-20' }, version: '' }],
      '2026-02-19T10:00:00Z',
    )
    expect(obligationOf(facts)).toMatchObject({ delegatedUntil: '2026-02-24' })
    expect(cards(facts, '2026-02-23')).toContain('helper: request delegate')
    expect(cards(facts, '2026-02-24')).toContain('measurer: chase measurer')
  })

  it('counts from the latest time it was delegated', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { delegatedToId: 'helper', actedAt: '2026-02-20T10:00:00Z' })
    const log = ['2026-02-17T10:00:00Z', '2026-02-16T10:00:00Z'].map((actedAt) => entry('delegated', KEY, { actedAt }))
    expect(obligationOf(factsWith({ obligations: [row], log }))).toMatchObject({ delegatedUntil: '2026-02-24' })
    const other = [entry('delegated', 'other'), entry('snoozed', KEY, { actedAt: '2026-01-01T10:00:00Z' })]
    expect(obligationOf(factsWith({ obligations: [row], log: other }))).toMatchObject({ delegatedUntil: '2026-02-27' })
  })

  it.each<[string, Rows, string, string, string]>([
    ['to oneself', {}, 'measurer', 'measurer', 'personInvalid'],
    ['to somebody nobody knows', {}, 'stranger', 'measurer', 'personInvalid'],
    ['to somebody who has left', {}, 'gone', 'measurer', 'personInvalid'],
    ['by somebody else', {}, 'helper', 'stranger', 'notAllowed'],
    ['of what is answered', answered, 'helper', 'measurer', 'cardOutdated'],
    [
      'of what is delegated',
      { obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { delegatedToId: 'owner' })] },
      'helper',
      'measurer',
      'delegateLimit',
    ],
    [
      'of what somebody was asked to take before',
      { nudges: [nudge('helper', DAY, [{ obligationKey: KEY, round: 1, step: 'request', why: 'delegate' }])] },
      'helper',
      'measurer',
      'delegateLimit',
    ],
    [
      'after another owner’s delegate was asked',
      { nudges: [nudge('helper', DAY, [{ obligationKey: KEY, round: 2, step: 'request', why: 'delegate' }])] },
      'helper',
      'measurer',
      'ok',
    ],
  ])('%s: %s', (_title, rows, toId, byId, expected) => expect(codeOf(give(factsWith(rows), toId, byId))).toBe(expected))

  it('can be taken back, by the assignee or the delegate', () => {
    const facts = applied(factsWith(), changesOf(give(factsWith())), '2026-02-17T10:00:00Z')
    const back = (byId: string) => takeBack({ obligation: obligationOf(facts), byId }, acting(facts, DAY))
    expect(codeOf(back('helper'))).toBe('ok')
    expect(codeOf(back('stranger'))).toBe('notAllowed')
    const taken = applied(facts, changesOf(back('measurer')), `${DAY}T10:00:00Z`, 'measurer')
    expect(obligationOf(taken)).toMatchObject({ delegatedToId: null, delegatedUntil: null })
    expect(changesOf(takeBack({ obligation: obligationOf(taken), byId: 'measurer' }, acting(taken, DAY)))).toEqual([])
    expect(codeOf(takeBack({ obligation: obligationOf(taken), byId: 'owner' }, acting(taken, DAY)))).toBe('cardOutdated')
    expect(codeOf(takeBack({ obligation: obligationOf(factsWith()), byId: 'measurer' }, acting(factsWith(), DAY)))).toBe('cardOutdated')
    const done = factsWith({ ...answered, obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { delegatedToId: 'helper' })] })
    expect(codeOf(takeBack({ obligation: obligationOf(done), byId: 'measurer' }, acting(done, DAY)))).toBe('cardOutdated')
  })
})

describe('«ikke lenger aktuelt» (rule 10)', () => {
  const propose = (facts: Facts, byId = 'measurer', reason: string | null = 'the form is gone', key = KEY) =>
    proposeNotRelevant({ obligation: obligationOf(facts, DAY, key), byId, reason }, acting(facts, DAY))
  const proposed = (rows: Rows = {}): Facts => applied(factsWith(rows), changesOf(propose(factsWith(rows))), `${DAY}T10:00:00Z`, 'measurer')
  const lines = (facts: Facts, today = '2026-04-20') =>
    planObligations(facts, DEFAULT_SETTINGS, today, { kinds: ['measurement'] })
      .slice(0, 3)
      .map(({ periodKey, state, lapsedReason }) => [periodKey, state, lapsedReason].filter(Boolean).join(' '))

  it('stops the nudges of all that is left of the indicator, and asks the benefit owner once', () => {
    const facts = proposed()
    expect(isProposed(facts.tables.obligations.get(KEY))).toBe(true)
    expect(lines(facts)).toEqual(['2026-01-31 onHold', '2026-02-28 onHold', '2026-03-31 onHold'])
    expect(cards(facts, '2026-02-18')).toEqual(['benefit-owner: approval benefitOwner'])
    const asked = nudge('benefit-owner', '2026-02-18', [{ obligationKey: KEY, round: 1, step: 'approval', why: 'benefitOwner' }])
    const told = factsOf({
      ...Object.fromEntries(Object.entries(facts.tables).map(([list, rows]) => [list, [...rows.values()]])),
      nudges: [asked],
    })
    expect(cards(told, '2026-02-19')).toEqual([])
    expect(cards(told, '2026-03-13')).toEqual([])
    // Twenty open days after Tuesday 17 February is 17 March; the office's Monday is the 23rd.
    expect(cards(told, '2026-03-20')).toEqual([])
    expect(cards(told, '2026-03-23')).toEqual(['office: office office'])
  })

  it('is put to the project owner when the benefit owner is away for long, and to the office when there is nobody', () => {
    const away = peopleWith(person('benefit-owner', { pausedUntil: '2026-06-01' }))
    expect(cards(proposed({ people: away }), '2026-02-18')).toEqual(['owner: approval projectOwner'])
    const alone = { benefits: [benefit({ ownerId: null })], projects: [project({ ownerId: null, programmeKey: null })] }
    expect(propose(factsWith(alone))).toMatchObject({ ok: true, value: { approverId: null, approved: false } })
    expect(cards(proposed(alone), '2026-02-18')).toEqual(['office: office office'])
    expect(propose(proposed(alone))).toEqual({ ok: true, value: { approverId: null, approved: false, changes: [] } })
  })

  it('is not held back by a snooze of the one who says it, but by a project on hold', () => {
    const snoozed = { obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { snoozedUntil: '2026-03-10', snoozeCount: 1 })] }
    expect(cards(proposed(snoozed), '2026-02-18')).toEqual(['benefit-owner: approval benefitOwner'])
    const held = { projects: [project({ state: 'onHold', holdFrom: '2026-02-16' })] }
    expect(cards(proposed(held), '2026-02-18')).toEqual(['benefit-owner: approval benefitOwner – onHold'])
  })

  it('approved: this one and the rest fall away', () => {
    const facts = proposed()
    const yes = approveNotRelevant({ obligation: obligationOf(facts), byId: 'benefit-owner' }, acting(facts, '2026-02-18'))
    const settled = applied(facts, changesOf(yes), '2026-02-18T10:00:00Z', 'benefit-owner')
    expect(settled.tables.indicators.get('indicator')?.state).toBe('closed')
    expect(settled.tables.obligations.get(KEY)).toMatchObject({ state: 'lapsed', waivedReason: 'the form is gone' })
    expect(lines(settled)).toEqual(['2026-01-31 lapsed closed', '2026-02-28 lapsed closed', '2026-03-31 lapsed closed'])
    expect([...settled.tables.log.values()].map(({ what, why }) => `${what} ${why}`)).toEqual([
      'notRelevantProposed the form is gone',
      'notRelevantApproved null',
    ])
  })

  it('rejected: it is asked for again from the next open day, dates stand, and it is not proposed again', () => {
    const first = nudge('measurer', '2026-02-16', [{ obligationKey: KEY, round: 1, step: 'first', why: 'measurer' }])
    const facts = proposed({ nudges: [first] })
    const friday = rejectNotRelevant(
      { obligation: obligationOf(facts), byId: 'benefit-owner', reason: 'it is used' },
      acting(facts, '2026-02-20'),
    )
    const back = applied(facts, changesOf(friday), '2026-02-20T08:00:00Z', 'benefit-owner')
    expect(lines(back)).toEqual(['2026-01-31 overdue', '2026-02-28 overdue', '2026-03-31 overdue'])
    expect(obligationOf(back)).toMatchObject({ dueOn: '2026-02-10', overdueFrom: '2026-02-14', snoozedUntil: '2026-02-23', snoozeCount: 0 })
    expect(cards(back, '2026-02-20')).toEqual([])
    expect(cards(back, '2026-02-23')).toEqual(['measurer: chase measurer'])
    expect(codeOf(propose(back))).toBe('alreadyRejected')
  })

  it('said by the one who approves is so at once', () => {
    const facts = factsWith()
    const said = propose(facts, 'benefit-owner')
    expect(said).toMatchObject({ ok: true, value: { approved: true, approverId: 'benefit-owner' } })
    const settled = applied(facts, changesOf(said), `${DAY}T10:00:00Z`, 'benefit-owner')
    expect(lines(settled)[0]).toBe('2026-01-31 lapsed closed')
    expect(propose(settled, 'benefit-owner')).toMatchObject({ ok: true, value: { approved: true, changes: [] } })
    expect(codeOf(propose(settled, 'owner'))).toBe('cardOutdated')
  })

  it('said again by the same person is said once, and completes what was half written', () => {
    const facts = proposed()
    expect(propose(facts)).toEqual({ ok: true, value: { approverId: 'benefit-owner', approved: false, changes: [] } })
    expect([isProposable(obligationOf(factsWith()), factsWith()), isProposable(obligationOf(facts), facts)]).toEqual([true, false])
    expect(codeOf(propose(facts, 'owner'))).toBe('alreadyProposed')
    expect(codeOf(propose(facts, 'measurer', 'x', 'measurement:indicator:2026-02-28'))).toBe('alreadyProposed')
    const answer = (of: Facts, byId: string) => ({
      yes: approveNotRelevant({ obligation: obligationOf(of), byId }, acting(of, DAY)),
      no: rejectNotRelevant({ obligation: obligationOf(of), byId, reason: 'it is used' }, acting(of, DAY)),
    })
    const first = answer(facts, 'benefit-owner')
    const write = (changes: Change[]) => applied(facts, changes, `${DAY}T11:00:00Z`, 'benefit-owner')
    expect(changesOf(answer(write(changesOf(first.yes)), 'benefit-owner').yes)).toEqual([])
    expect(codeOf(answer(write(changesOf(first.yes)), 'owner').yes)).toBe('cardOutdated')
    expect(changesOf(answer(write(changesOf(first.no)), 'benefit-owner').no)).toEqual([])
    expect(codeOf(answer(write(changesOf(first.no)), 'benefit-owner').yes)).toBe('cardOutdated')
    const half = write(changesOf(first.yes).slice(0, 1))
    expect(changesOf(answer(half, 'benefit-owner').yes)).toMatchObject([{ list: 'indicators', set: { state: 'closed' } }])
    // The project owner may approve it, but does not say it and approve it in one.
    const byOwner = applied(facts, changesOf(answer(facts, 'owner').yes), `${DAY}T11:00:00Z`, 'owner')
    expect(codeOf(propose(byOwner, 'owner'))).toBe('cardOutdated')
    const written = factsWith({ obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { actorId: 'benefit-owner' })] })
    expect(codeOf(answer(written, 'benefit-owner').no)).toBe('cardOutdated')
    expect(changesOf(first.no)[0]).toMatchObject({ key: KEY, set: { state: 'open', waivedReason: null, snoozedUntil: '2026-02-18' } })
    const silent = rejectNotRelevant({ obligation: obligationOf(facts), byId: 'owner', reason: ' ' }, acting(facts, DAY))
    expect(codeOf(silent)).toBe('reasonRequired')
  })

  it('of what is about no indicator concerns that alone, and is the project owner’s', () => {
    const decisions = [decision('board', { key: 'd', outcome: null, responsibleId: 'responsible', dueOn: '2026-02-12' })]
    const facts = factsWith({ decisions })
    const key = 'decisionfollowup:d:decide'
    const said = propose(facts, 'responsible', 'moved', key)
    expect(said).toMatchObject({ ok: true, value: { approverId: 'owner' } })
    const waiting = applied(facts, changesOf(said), `${DAY}T10:00:00Z`)
    expect(cards(waiting, '2026-02-18')).toContain('owner: approval projectOwner')
    const yes = approveNotRelevant({ obligation: obligationOf(waiting, DAY, key), byId: 'owner' }, acting(waiting, DAY))
    expect(obligationOf(applied(waiting, changesOf(yes)), DAY, key)).toMatchObject({ state: 'lapsed', lapsedReason: 'waived' })
  })

  it('of a baseline leaves the indicator as it is', () => {
    const rows = { projects: [project({ phase: 'deliver', plannedGoLive: '2026-02-25' })], indicators: [indicator({ baseline: null })] }
    const facts = factsWith(rows)
    const said = propose(facts, 'measurer', 'too late', 'baseline:indicator:baseline')
    expect(changesOf(said).map(({ list }) => list)).toEqual(['obligations', 'log'])
  })

  it.each<[string, Rows, string, string | null, string]>([
    ['by somebody else', {}, 'stranger', 'x', 'notAllowed'],
    ['without a reason', {}, 'measurer', null, 'reasonRequired'],
    ['of what is answered', answered, 'measurer', 'x', 'cardOutdated'],
    [
      'twice',
      { obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { state: 'onHold', waivedReason: 'x' })] },
      'measurer',
      'x',
      'alreadyProposed',
    ],
  ])('is refused %s', (_title, rows, byId, reason, expected) => expect(codeOf(propose(factsWith(rows), byId, reason))).toBe(expected))

  it('meanwhile it is neither put off, delegated nor given away: its row says who proposed it', () => {
    const facts = proposed()
    const [obligation, now] = [obligationOf(facts), acting(facts, DAY)]
    const refused = [
      snooze({ obligation, until: { openDays: 1 }, reason: null, byId: 'measurer' }, now),
      delegate({ obligation, toId: 'helper', byId: 'measurer', reason: null }, now),
      takeBack({ obligation: { ...obligation, delegatedToId: 'helper' }, byId: 'owner' }, now),
      sayWrongPerson({ obligation, obligations: [obligation], byId: 'measurer', suggestedId: null, reason: null }, now),
    ]
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'cardOutdated'))
  })

  it('was said by who said it, also when somebody else has taken over meanwhile', () => {
    const before = proposed()
    const facts = applied(before, handOver([obligationOf(before)], 'helper', acting(before, DAY)), `${DAY}T12:00:00Z`, 'manager')
    const row = facts.tables.obligations.get(KEY) as ObligationRecord
    expect([row.actorId, isProposed(row)]).toEqual(['manager', true])
    expect(proposedBy(row, facts)).toEqual({ byId: 'measurer', at: `${DAY}T10:00:00Z` })
  })

  it('was said by who said it last, in whatever order the log is read, or else by who wrote the row', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { actorId: 'owner', actedAt: '2026-02-20T10:00:00Z' })
    const said = (n: number, more: Parameters<typeof entry>[2]) => entry('notRelevantProposed', row.key, { key: `${n}`, ...more })
    const last = said(2, { actorId: 'manager', actedAt: '2026-02-18T10:00:00Z' })
    const lines = [said(1, { actorId: 'measurer', actedAt: '2026-02-17T10:00:00Z' }), last]
    const others = [entry('snoozed', row.key, { actedAt: '2026-03-01T10:00:00Z' }), entry('notRelevantProposed', 'other')]
    for (const log of [lines, [...lines].reverse(), [...lines, ...others]])
      expect(proposedBy(row, factsWith({ log }))).toEqual({ byId: 'manager', at: last.actedAt })
    const same = said(3, { actorId: 'helper', actedAt: last.actedAt })
    expect(proposedBy(row, factsWith({ log: [...lines, same] })).byId).toBe('helper')
    expect(proposedBy(row, factsWith({ log: others }))).toEqual({ byId: 'owner', at: '2026-02-20T10:00:00Z' })
  })

  it('is answered only while it waits, and by who may', () => {
    const facts = proposed()
    const no = (byId: string, of = facts) =>
      codeOf(rejectNotRelevant({ obligation: obligationOf(of), byId, reason: 'it is used' }, acting(of, DAY)))
    const yes = (byId: string, of = facts) => codeOf(approveNotRelevant({ obligation: obligationOf(of), byId }, acting(of, DAY)))
    expect([no('helper'), yes('measurer'), yes('stranger')]).toEqual(['notAllowed', 'notAllowed', 'notAllowed'])
    expect([no('owner'), yes('owner')]).toEqual(['ok', 'ok'])
    expect([no('owner', factsWith()), yes('owner', factsWith())]).toEqual(['cardOutdated', 'cardOutdated'])
    const late = proposed()
    const both = applied(late, [
      { op: 'create', list: 'measurements', record: measurement('2026-01-31', { key: 'late', periodKey: '2026-01-31' }) },
    ])
    expect([no('owner', both), yes('owner', both)]).toEqual(['cardOutdated', 'cardOutdated'])
  })

  it('has its approver by what it is about', () => {
    const approver = (kind: Obligation['kind'], refKey: string, rows: Rows = {}) => {
      const found = approverOf({ kind, refKey, projectKey: 'project' }, factsWith(rows))
      return found && `${found.personId} ${found.why}`
    }
    expect(approver('measurement', 'indicator')).toBe('benefit-owner benefitOwner')
    expect(approver('measurement', 'indicator', { benefits: [benefit({ ownerId: null })] })).toBe('owner projectOwner')
    expect(approver('action', 'action', { benefitActions: [action()] })).toBe('benefit-owner benefitOwner')
    expect(approver('statusReport', 'project')).toBe('owner projectOwner')
    expect(approver('statusReport', 'project', { projects: [project({ ownerId: null })] })).toBe('programme-owner programmeOwner')
    expect(approver('statusReport', 'project', { projects: [] })).toBe(null)
  })
})

describe('handing over (rule 9)', () => {
  const rowOf = (change: Change | undefined): Partial<ObligationRecord> =>
    change?.op === 'create' && change.list === 'obligations'
      ? change.record
      : change?.op === 'update'
        ? (change.set as Partial<ObligationRecord>)
        : {}

  it('begins a new round for what is asked for now, without the earlier owner’s snooze and delegate', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { snoozedUntil: '2026-02-20', snoozeCount: 2, delegatedToId: 'helper' })
    const facts = factsWith({ obligations: [row] })
    const obligations = planObligations(facts, DEFAULT_SETTINGS, '2026-03-02', { kinds: ['measurement'] })
    const changes = handOver(obligations, 'new', acting(facts, '2026-03-02'))
    const fresh = { round: 2, assigneeId: 'new', snoozedUntil: null, snoozeCount: 0, delegatedToId: null }
    expect(changes.map(({ op }) => op)).toEqual(['update', 'create'])
    expect(rowOf(changes[0])).toEqual(fresh)
    expect(rowOf(changes[1])).toMatchObject({ ...fresh, key: 'measurement:indicator:2026-02-28', dueOn: '2026-03-10' })
    const told = applied(facts, changes, '2026-03-02T08:00:00Z')
    expect(cards(told, '2026-03-02')).toEqual(['new: handover measurer, handover measurer'])
  })

  it('takes what waits with it, and leaves what is answered, fallen away, still to come, or already theirs', () => {
    const facts = factsWith(answered)
    const of = (state: Obligation['state'], assigneeId = 'measurer') => ({ ...obligationOf(factsWith()), state, assigneeId })
    const taken = (one: Obligation) => handOver([one], 'new', acting(facts, DAY)).length
    expect((['open', 'overdue', 'onHold', 'upcoming', 'fulfilled', 'lapsed'] as const).map((state) => taken(of(state)))).toEqual([
      1, 1, 1, 0, 0, 0,
    ])
    expect(taken(of('open', 'new'))).toBe(0)
    const held = handOver([of('onHold')], 'new', acting(factsWith(), DAY))
    expect(rowOf(held[0])).toMatchObject({ state: 'open' })
  })
})
