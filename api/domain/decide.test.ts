import { describe, expect, it } from 'vitest'
import type { DecisionPoint, Phase } from './codes.ts'
import { type DecideInput, decide } from './decide.ts'
import {
  acting,
  applied,
  benefit,
  decision,
  factsOf,
  indicator,
  measurement,
  peopleWith,
  person,
  project,
  report,
} from './facts.fixture.ts'
import { checklistFor, pointIn } from './method-profile.ts'
import { PILOT, PROSJEKTVEIVISEREN_6 } from './method-profiles-built-in.ts'
import type { Change, ChecklistLine } from './model.ts'

type Rows = Parameters<typeof factsOf>[0]
const TODAY = '2026-03-20'
const people = peopleWith(person('leader', { roles: ['leader'] }))

const ticked = (point: DecisionPoint, profile = PROSJEKTVEIVISEREN_6): ChecklistLine[] => {
  const found = pointIn(profile, point)
  return found ? checklistFor(found, { size: null }).map(({ rule }) => ({ rule, done: true })) : []
}
/** A project that has all it needs for the point that ends its phase. */
const ready = (phase: Phase, more: Parameters<typeof project>[0] = {}): Rows => ({
  people,
  projects: [project({ phase, budget: 400_000, lineLeadId: 'owner', plannedGoLive: '2026-09-01', ...more })],
  benefits: [benefit(), benefit({ key: 'unit', level: 'unit' })],
  indicators: [indicator(), indicator({ key: 'second', benefitKey: 'unit' })],
  measurements: [measurement('2026-02-28'), measurement('2026-02-28', { key: 'm2', indicatorKey: 'second' })],
  statusReports: [report('2026-02', '2026-03-05T10:00:00Z')],
})
const input = (point: DecideInput['point'], more: Partial<DecideInput> = {}): DecideInput => ({
  projectKey: 'project',
  point,
  outcome: 'proceed',
  byId: point === 'bp1' || point === 'bp2' || point === 'bp6' || point === 'board' ? 'leader' : 'owner',
  on: TODAY,
  today: TODAY,
  checklist: point === 'board' ? [] : ticked(point),
  ...more,
})
const taken = (rows: Rows, given: DecideInput) => decide(given, acting(factsOf(rows), given.today))
const changes = (rows: Rows, given: DecideInput): Change[] => {
  const result = taken(rows, given)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value.changes
}
const brief = (change: Change): string =>
  change.op === 'create' ? `+${change.list} ${change.record.key}` : `${change.list} ${change.key} ${JSON.stringify(change.set)}`
const refusal = (rows: Rows, given: DecideInput): string => {
  const result = taken(rows, given)
  if (result.ok) return 'taken'
  const detail = 'field' in result ? result.field : 'expected' in result ? result.expected : 'rule' in result ? result.rule : ''
  return `${result.code} ${detail}`.trim()
}

describe('going on', () => {
  it.each<[Phase, DecisionPoint, Phase]>([
    ['idea', 'bp1', 'concept'],
    ['concept', 'bp2', 'plan'],
    ['plan', 'bp3', 'deliver'],
    ['deliver', 'bp4', 'close'],
    ['close', 'bp5', 'realise'],
  ])('from %s by %s opens %s', (phase, point, next) => {
    const made = changes(ready(phase), input(point)).map(brief)
    expect(made[0]).toBe(`+decisions project:${point}:1`)
    expect(made[1]).toBe(`projects project {"phase":"${next}","phaseEnteredOn":"${TODAY}"}`)
    expect(made[2]).toBe('+log phasechanged:1:project')
  })

  it('keeps who, when, what was there and who stood by what was not', () => {
    const waiver = { rule: 'riskAnalysis', reason: 'done in June', byId: 'owner' }
    const checklist = ticked('bp3').filter(({ rule }) => rule !== 'riskAnalysis')
    const result = taken(ready('plan'), input('bp3', { checklist, waivers: [waiver] }))
    expect(result).toMatchObject({ ok: true, value: { decisionKey: 'project:bp3:1', waived: [{ waiver }] } })
    const [row] = changes(ready('plan'), input('bp3', { checklist, waivers: [waiver] }))
    expect(row).toMatchObject({
      op: 'create',
      record: {
        outcome: 'proceed',
        decidedById: 'owner',
        decidedOn: TODAY,
        occurrence: 1,
        waivers: [waiver],
        responsibleId: null,
        dueOn: null,
      },
    })
    const kept = row?.op === 'create' && row.list === 'decisions' ? row.record.checklist : []
    expect(kept.filter(({ done }) => !done)).toEqual([{ rule: 'riskAnalysis', done: false }])
    expect(kept.map(({ rule }) => rule)).toContain('indicator')
  })

  it('with nothing ticked lacks every document', () => {
    const result = taken(ready('plan'), { ...input('bp3'), checklist: undefined })
    expect(result.ok === false && result.code === 'gateNotReady' && result.lacks.every(({ code }) => code === 'documentMissing')).toBe(true)
  })

  it('writes over the planned row, with what was ticked and waived there', () => {
    const planned = decision('bp3', {
      key: 'planned',
      occurrence: 2,
      outcome: null,
      responsibleId: 'responsible',
      dueOn: '2026-03-25',
      checklist: ticked('bp3').filter(({ rule }) => rule !== 'riskAnalysis'),
      waivers: [{ rule: 'riskAnalysis', reason: 'done in June', byId: 'owner' }],
    })
    const [row] = changes({ ...ready('plan'), decisions: [planned] }, input('bp3', { checklist: [] }))
    expect(row).toMatchObject({
      op: 'update',
      key: 'planned',
      version: 'decisions/planned',
      set: { occurrence: 2, outcome: 'proceed', responsibleId: 'responsible', dueOn: '2026-03-25' },
    })
  })

  it('is refused with exactly what is missing', () => {
    const rows = {
      ...ready('close'),
      indicators: [indicator({ baseline: null }), indicator({ key: 'second', benefitKey: 'unit', targetOn: null })],
    }
    expect(taken(rows, input('bp5'))).toEqual({
      ok: false,
      code: 'gateNotReady',
      lacks: [
        { rule: 'baseline', code: 'baselineMissing', benefitKey: 'benefit', indicatorKey: 'indicator', waivable: true },
        { rule: 'targetOn', code: 'targetOnMissing', benefitKey: 'unit', indicatorKey: 'second', waivable: false },
      ],
    })
    expect(refusal(ready('close'), input('bp5', { checklist: [] }))).toBe('gateNotReady')
  })

  it('hands over: approved benefits are being realised, drafts are measured from now on', () => {
    const rows = {
      ...ready('close'),
      benefits: [benefit(), benefit({ key: 'dropped', state: 'cancelled' }), benefit({ key: 'early', state: 'realising' })],
      indicators: [
        indicator({ state: 'draft' }),
        indicator({ key: 'lost', benefitKey: 'dropped', state: 'draft' }),
        indicator({ key: 'other', benefitKey: 'early' }),
      ],
    }
    expect(changes(rows, input('bp5')).slice(3).map(brief)).toEqual([
      'benefits benefit {"state":"realising"}',
      'indicators indicator {"state":"active"}',
    ])
    const bare = { ...ready('close'), benefits: [], indicators: [] }
    expect(refusal(bare, input('bp5'))).toBe('gateNotReady')
  })

  it('hands over without a baseline that somebody stands by doing without, and asks for it no more', () => {
    const waiver = { rule: 'baseline:indicator', reason: 'no data exist', byId: 'owner' }
    const rows = {
      ...ready('close'),
      indicators: [indicator({ baseline: null, state: 'draft' }), indicator({ key: 'second', benefitKey: 'unit' })],
    }
    const made = changes(rows, input('bp5', { waivers: [waiver] }))
    expect(made.at(-1)).toEqual({
      op: 'update',
      list: 'indicators',
      key: 'indicator',
      set: { state: 'active', baselineWaiver: waiver },
      version: 'indicators/indicator',
    })
    expect(made.filter(({ list }) => list === 'indicators')).toHaveLength(1)
  })

  it('at BP6 goes on following up, and is decided again next time', () => {
    const first = changes(ready('realise'), input('bp6'))
    expect(first.map(brief)).toEqual(['+decisions project:bp6:1'])
    const again = decide(input('bp6'), acting(applied(factsOf(ready('realise')), first), TODAY))
    expect(again).toMatchObject({ ok: true, value: { decisionKey: 'project:bp6:2' } })
  })

  it('ends a pilot at its last point', () => {
    const pilot = ready('concept', { methodVersion: PILOT.version })
    expect(changes(pilot, input('bp2', { checklist: ticked('bp2', PILOT) })).map(brief)[1]).toBe('projects project {"state":"closed"}')
  })

  it('by the board changes nothing but its own row', () => {
    expect(changes(ready('deliver'), input('board')).map(brief)).toEqual(['+decisions project:board:1'])
  })
})

describe('adjusting', () => {
  const adjust = { outcome: 'adjust', reason: 'budget first', responsibleId: 'responsible', dueOn: '2026-04-10' } as const

  it('asks somebody for something by a day, whatever is missing', () => {
    const [row, log, ...rest] = changes({ people, indicators: [] }, input('bp6', adjust))
    expect(row).toMatchObject({ record: { outcome: 'adjust', responsibleId: 'responsible', dueOn: '2026-04-10' } })
    expect(log).toMatchObject({ list: 'log', record: { what: 'decisionTaken', why: 'budget first', after: { outcome: 'adjust' } } })
    expect(rest).toEqual([])
  })

  it.each<[string, Partial<DecideInput>, string]>([
    ['a reason', { reason: ' ' }, 'fieldRequired reason'],
    ['a reason at all', { reason: undefined }, 'fieldRequired reason'],
    ['a day', { dueOn: null }, 'fieldRequired dueOn'],
    ['a day given', { dueOn: undefined }, 'fieldRequired dueOn'],
    ['a day that exists', { dueOn: '2026-02-30' }, 'fieldInvalid dueOn'],
    ['a later day', { dueOn: TODAY }, 'fieldInvalid dueOn'],
    ['a person', { responsibleId: null }, 'fieldRequired responsibleId'],
    ['a person given', { responsibleId: undefined }, 'fieldRequired responsibleId'],
    ['a person who is here', { responsibleId: 'gone' }, 'fieldInvalid responsibleId'],
    ['a person the lists know', { responsibleId: 'nobody-knows' }, 'fieldInvalid responsibleId'],
    ['a day of its own that exists', { on: 'today' }, 'fieldInvalid on'],
    ['a day of its own that has come', { on: '2026-03-21' }, 'fieldInvalid on'],
    ['a day in its phase', { on: '2025-12-31' }, 'fieldInvalid on'],
  ])('needs %s', (_title, more, expected) => {
    const rows = { people: [...people, person('gone', { reach: 'left' })] }
    expect(refusal(rows, input('bp6', { ...adjust, ...more }))).toBe(expected)
  })

  it('may be decided on the phase’s first day', () => {
    expect(refusal({ people }, input('bp6', { ...adjust, on: '2026-01-01' }))).toBe('taken')
  })
})

describe('extending', () => {
  const extend = { outcome: 'extend', reason: 'supplier late', responsibleId: 'manager', dueOn: '2026-06-01' } as const

  it('plans the same point anew with its day', () => {
    const [row, next, log] = changes(ready('deliver'), input('bp4', extend))
    expect(row).toMatchObject({ record: { key: 'project:bp4:1', outcome: 'extend', responsibleId: null, dueOn: null } })
    expect(next).toMatchObject({
      list: 'decisions',
      record: {
        key: 'project:bp4:2',
        occurrence: 2,
        outcome: null,
        responsibleId: 'manager',
        dueOn: '2026-06-01',
        checklist: [],
        waivers: [],
      },
    })
    expect(log).toMatchObject({ list: 'log', record: { key: 'decision:project:bp4:1', why: 'supplier late' } })
  })

  it('plans after the last one that is planned already', () => {
    const decisions = [
      decision('bp4', { key: 'a', occurrence: 1, outcome: null }),
      decision('bp4', { key: 'b', occurrence: 2, outcome: null }),
    ]
    const made = changes({ ...ready('deliver'), decisions }, input('bp4', extend))
    expect(made[0]).toMatchObject({ op: 'update', key: 'a', set: { occurrence: 1, outcome: 'extend' } })
    expect(made[1]).toMatchObject({ op: 'create', record: { key: 'project:bp4:3', occurrence: 3, outcome: null } })
  })

  it('moves the end of a pilot', () => {
    const pilot = ready('concept', { methodVersion: PILOT.version, endOn: '2026-04-01' })
    expect(changes(pilot, input('bp2', extend)).map(brief)).toContain('projects project {"endOn":"2026-06-01"}')
    expect(
      changes(ready('concept'), input('bp2', extend))
        .map(brief)
        .filter((text) => text.startsWith('projects')),
    ).toEqual([])
  })
})

describe('stopping', () => {
  const stop = { outcome: 'stop', reason: 'no need left' } as const

  it('stops the project, keeps the reason, and leaves the lesson to be asked for', () => {
    const [row, about, log] = changes(ready('deliver'), input('bp4', stop))
    expect(row).toMatchObject({ record: { outcome: 'stop' } })
    expect(about).toMatchObject({ set: { state: 'stopped', stoppedOn: TODAY, stopReason: null } })
    expect(log).toMatchObject({ record: { why: 'no need left' } })
    const told = changes(ready('deliver', { stopReason: 'before' }), input('bp4', { ...stop, lesson: ' ask users ' }))[1]
    expect(told).toMatchObject({ set: { stopReason: 'ask users' } })
    expect(changes(ready('deliver', { stopReason: 'before' }), input('bp4', stop))[1]).toMatchObject({ set: { stopReason: 'before' } })
  })

  it('by the board, and of a project on hold', () => {
    expect(changes(ready('deliver', { state: 'onHold' }), input('board', stop))[1]).toMatchObject({ set: { state: 'stopped' } })
  })

  it('at BP6 closes the project when every benefit is settled, and not before (N32)', () => {
    const settled = { ...ready('realise'), benefits: [benefit({ state: 'realised' }), benefit({ key: 'unit', drawback: true })] }
    expect(changes(settled, input('bp6', stop))[1]).toMatchObject({ set: { state: 'closed' } })
    const open = { ...ready('realise'), benefits: [benefit({ state: 'notRealised' }), benefit({ key: 'unit', state: 'realising' })] }
    expect(taken(open, input('bp6', stop))).toEqual({
      ok: false,
      code: 'gateNotReady',
      lacks: [{ rule: 'settled', code: 'benefitUnsettled', benefitKey: 'unit', indicatorKey: null, waivable: false }],
    })
    expect(refusal({ ...settled, benefits: [] }, input('bp6', stop))).toBe('taken')
  })
})

describe('who, and when', () => {
  it.each<[string, Rows, DecideInput, string]>([
    ['no such project', ready('plan'), input('bp3', { projectKey: 'other' }), 'notFound'],
    ['not the one who decides', ready('plan'), input('bp3', { byId: 'manager' }), 'notAllowed'],
    ['somebody nobody knows', ready('plan'), input('bp3', { byId: 'stranger' }), 'notAllowed'],
    ['another point ends the phase', ready('plan'), input('bp5'), 'pointNotCurrent bp3'],
    ['on hold it does not go on', ready('plan', { state: 'onHold' }), input('bp3'), 'projectNotActive'],
    ['on hold it is not extended', ready('plan', { state: 'onHold' }), input('bp3', { outcome: 'extend' }), 'projectNotActive'],
    ['stopped', ready('plan', { state: 'stopped' }), input('bp3'), 'projectNotActive'],
    ['closed', ready('realise', { state: 'closed' }), input('bp6', { outcome: 'stop' }), 'projectNotActive'],
    [
      'a waiver without a reason',
      ready('plan'),
      input('bp3', { waivers: [{ rule: 'cost', reason: '', byId: 'owner' }] }),
      'waiverIncomplete cost',
    ],
    [
      'a waiver by somebody nobody knows',
      ready('plan'),
      input('bp3', { waivers: [{ rule: 'cost', reason: 'later', byId: 'made-up' }] }),
      'waiverIncomplete cost',
    ],
  ])('is refused: %s', (_title, rows, given, expected) => expect(refusal(rows, given)).toBe(expected))

  it('on hold it may still be adjusted', () => {
    const rows = ready('plan', { state: 'onHold' })
    const given = input('bp3', { outcome: 'adjust', reason: 'x', responsibleId: 'manager', dueOn: '2026-05-01' })
    expect(refusal(rows, given)).toBe('taken')
  })
})

describe('what was prepared', () => {
  it('stands until other waivers are given', () => {
    const planned = decision('bp3', { key: 'p', outcome: null, waivers: [{ rule: 'riskAnalysis', reason: 'later', byId: 'owner' }] })
    const checklist = ticked('bp3').filter(({ rule }) => rule !== 'riskAnalysis')
    const rows = { ...ready('plan'), decisions: [planned] }
    expect(refusal(rows, input('bp3', { checklist }))).toBe('taken')
    expect(refusal(rows, input('bp3', { checklist, waivers: [] }))).toBe('gateNotReady')
  })
})
