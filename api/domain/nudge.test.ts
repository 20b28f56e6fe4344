import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpenDay } from './calendar.ts'
import { addDays, instantAt, isoWeek } from './dates.ts'
import { benefit, decision, factsOf, indicator, nudge, peopleWith, person, project, setting, stored } from './facts.fixture.ts'
import { type Facts, joinFacts } from './facts.ts'
import type { NudgeRecord, Person } from './model.ts'
import { decideNudges, type NudgeDecision } from './nudge.ts'
import type { Away } from './nudge-people.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS, settingsOn } from './settings.ts'

const KEY = 'measurement:indicator:2026-01-31'
/** January's measurement alone: due 10 February, overdue from the 14th, first nudge on Monday the 16th, chase 23rd, leader 2 March, office 16 March. */
const january = { indicators: [indicator({ frequency: 'once' })] }
type Rows = Parameters<typeof factsOf>[0]

const decide = (facts: Facts, day: string, time = '09:00', away?: ReadonlyMap<string, Away>): NudgeDecision[] => {
  const settings = settingsOn(day, facts.tables.settings.values())
  const obligations = planObligations(facts, settings, day, { kinds: ['measurement', 'statusReport', 'decisionFollowUp'] })
  return decideNudges({ obligations, facts, settings, now: instantAt(day, time), ...(away && { away }) })
}

const summary = (decision: NudgeDecision): string => {
  const steps = decision.steps.map(({ step, why }) => `${step} ${why}`).join(', ')
  const skip = decision.action === 'skip' ? ` – ${decision.reason} ${decision.until}` : ''
  return `${decision.personId || 'nobody'}: ${steps}${skip}`
}
const on = (day: string, rows: Rows = {}, time?: string): string[] => decide(factsOf({ ...january, ...rows }), day, time).map(summary)

const step = (code: NudgeRecord['steps'][number]['step'], more: Partial<NudgeRecord['steps'][number]> = {}) => ({
  obligationKey: KEY,
  round: 1,
  step: code,
  why: 'measurer' as const,
  ...more,
})
const asked = (personId: string, day: string, code: Parameters<typeof step>[0], more: Partial<NudgeRecord> = {}) =>
  nudge(personId, day, [step(code)], more)
const FIRST = asked('measurer', '2026-02-16', 'first')
const CHASE = asked('measurer', '2026-02-23', 'chase')
const LEADER = asked('benefit-owner', '2026-03-02', 'leader')

describe('the ladder', () => {
  it.each<[string, string, NudgeRecord[], string[]]>([
    ['nothing before the notice', '2026-02-02', [], []],
    ['notice five open days before it is due', '2026-02-03', [], ['measurer: preNotice measurer']],
    ['a late notice, as long as it is not due', '2026-02-10', [], ['measurer: preNotice measurer']],
    ['no notice in the days of grace', '2026-02-11', [], []],
    ['the first nudge when it is overdue', '2026-02-16', [], ['measurer: first measurer']],
    ['nothing again the day after', '2026-02-17', [FIRST], []],
    ['the measurer again after five open days', '2026-02-23', [FIRST], ['measurer: chase measurer']],
    ['only the highest step when the pass is late', '2026-02-27', [], ['measurer: chase measurer']],
    ['the next responsible after ten', '2026-03-02', [FIRST, CHASE], ['benefit-owner: leader benefitOwner']],
    ['nothing while the leader has it', '2026-03-03', [FIRST, CHASE, LEADER], []],
    ['not to the office before Monday', '2026-03-13', [FIRST, CHASE, LEADER], []],
    ['the office on its Monday', '2026-03-16', [FIRST, CHASE, LEADER], ['office: office office']],
    ['only the office, when the pass is that late', '2026-03-20', [], ['office: office office']],
    ['and then no more', '2026-04-20', [asked('office', '2026-03-16', 'office')], []],
  ])('%s', (_title, day, nudges, expected) => expect(on(day, { nudges })).toEqual(expected))

  it('sends the digest of a Tuesday on the Monday after, or the first open day from it', () => {
    const rows = { indicators: [indicator({ frequency: 'once', anchorOn: '2026-03-13' })] }
    // The office’s day is Wednesday 29 April; Monday 4 May is open.
    expect(on('2026-04-30', rows)).toEqual(['benefit-owner: leader benefitOwner'])
    expect(on('2026-05-04', rows)).toEqual(['office: office office'])
    // The office’s day is Tuesday 19 May; the Monday after is Whit Monday.
    const whit = { indicators: [indicator({ frequency: 'once', anchorOn: '2026-04-01' })] }
    const day = planObligations(factsOf(whit), DEFAULT_SETTINGS, '2026-05-22')[0]?.officeOn
    expect(day).toBe('2026-05-19')
    expect(on('2026-05-22', whit)).toEqual(['benefit-owner: leader benefitOwner'])
    expect(on('2026-05-26', whit)).toEqual(['office: office office'])
  })

  it.each(['claimed', 'sent', 'unknown'] as const)('takes a step in a row that is %s as done', (state) => {
    expect(on('2026-02-17', { nudges: [{ ...FIRST, state }] })).toEqual([])
  })

  it.each(['planned', 'failed', 'skipped'] as const)('sends a step again whose row is %s', (state) => {
    expect(on('2026-02-16', { nudges: [{ ...FIRST, state }] })).toEqual(['measurer: first measurer'])
  })

  it('asks the first not yet asked of benefit owner, project owner, programme owner, and else passes over', () => {
    const leader = (rows: Rows, nudges: NudgeRecord[] = [FIRST, CHASE]) => on('2026-03-02', { ...rows, nudges })
    expect(leader({ benefits: [benefit({ ownerId: 'measurer' })] })).toEqual(['owner: leader projectOwner'])
    const sameOwner = { benefits: [benefit({ ownerId: 'measurer' })], projects: [project({ ownerId: 'measurer' })] }
    expect(leader(sameOwner)).toEqual(['programme-owner: leader programmeOwner'])
    const alone = {
      ...sameOwner,
      projects: [project({ ownerId: 'measurer', programmeKey: null })],
      indicators: [indicator({ frequency: 'once', measurerId: null })],
    }
    expect(leader(alone)).toEqual([])
    expect(leader(alone, [FIRST])).toEqual(['measurer: chase benefitOwner'])
    expect(leader(alone, [])).toEqual(['measurer: leader benefitOwner'])
    expect(leader({ people: peopleWith(person('benefit-owner', { reach: 'blocked' })) })).toEqual(['owner: leader projectOwner'])
    const nobody = ['benefit-owner', 'owner', 'programme-owner'].map((id) => person(id, { reach: 'blocked' }))
    expect(leader({ people: peopleWith(...nobody) })).toEqual(['benefit-owner: leader benefitOwner – unreachable null'])
  })

  it('gives a status report from the manager to the owner', () => {
    const rows = { projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-03-01' })] }
    expect(on('2026-04-15', rows)).toEqual(['manager: first projectManager'])
    const asOf = { obligationKey: 'statusreport:project:2026-03', why: 'projectManager' as const }
    const nudges = [nudge('manager', '2026-04-15', [step('first', asOf)]), nudge('manager', '2026-04-22', [step('chase', asOf)])]
    expect(on('2026-04-29', { ...rows, nudges })).toEqual(['owner: leader projectOwner'])
  })

  it('asks nothing about what is answered, lapsed or waiting', () => {
    expect(on('2026-02-16', { obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { state: 'lapsed' })] })).toEqual([])
    expect(on('2026-02-16', { obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { state: 'onHold' })] })).toEqual([])
  })
})

describe('the ledger', () => {
  it('counts from the latest day somebody was told, whatever the order of its rows', () => {
    const left = { people: peopleWith(person('measurer', { reach: 'left' })) }
    const rows = [asked('owner', '2026-02-24', 'first'), asked('owner', '2026-02-04', 'preNotice')]
    for (const nudges of [rows, [...rows].reverse()]) {
      expect(on('2026-03-02', { ...left, nudges })).toEqual([])
      expect(on('2026-03-09', { ...left, nudges })).toEqual(['office: office office'])
    }
  })
})

describe('open days and hours', () => {
  it.each([
    ['2026-02-21', '09:00', 'notOpenDay 2026-02-23'],
    ['2026-02-16', '07:59', 'quietHours 2026-02-16'],
    ['2026-02-16', '16:00', 'quietHours 2026-02-17'],
    ['2026-02-20', '18:00', 'quietHours 2026-02-23'],
  ])('%s %s: %s', (day, time, expected) => expect(on(day, {}, time)).toEqual([`measurer: first measurer – ${expected}`]))

  it.each(['08:00', '15:59'])('sends at %s', (time) => expect(on('2026-02-16', {}, time)).toEqual(['measurer: first measurer']))

  it('stops at half past eleven on a half day', () => {
    const rows = { indicators: [indicator({ frequency: 'once', anchorOn: '2026-03-16' })] }
    expect(on('2026-04-01', rows, '11:29')).toEqual(['measurer: first measurer'])
    expect(on('2026-04-01', rows, '11:30')).toEqual(['measurer: first measurer – quietHours 2026-04-07'])
  })
})

describe('limits', () => {
  const other = (day: string, state: NudgeRecord['state'] = 'sent') =>
    nudge('measurer', day, [step('preNotice', { obligationKey: 'x' })], { state })
  it.each<[string, NudgeRecord[], string]>([
    ['one card a day', [other('2026-02-18')], ' – dailyLimit 2026-02-19'],
    ['two cards a week', [other('2026-02-16'), other('2026-02-17')], ' – weeklyLimit 2026-02-23'],
    ['an ambiguous card counts', [other('2026-02-16', 'unknown'), other('2026-02-17', 'claimed')], ' – weeklyLimit 2026-02-23'],
    ['a failed one does not', [other('2026-02-16', 'failed'), other('2026-02-17', 'skipped')], ''],
    ['last week’s do not', [other('2026-02-12'), other('2026-02-13')], ''],
  ])('%s', (_title, nudges, skip) => expect(on('2026-02-18', { nudges })).toEqual([`measurer: first measurer${skip}`]))

  it('are those the municipality has set', () => {
    const rows = { settings: [setting('limits', '2026-01-01', { perDay: 2 })], nudges: [other('2026-02-18')] }
    expect(on('2026-02-18', rows)).toEqual(['measurer: first measurer'])
  })

  it('wait over a closed week: the next card comes on the first open day of a later week', () => {
    const rows = {
      indicators: [indicator({ frequency: 'once', anchorOn: '2026-06-15' })],
      nudges: [other('2026-06-29'), other('2026-06-30')],
    }
    expect(on('2026-07-01', rows)).toEqual(['measurer: first measurer – weeklyLimit 2026-07-27'])
  })
})

describe('one card', () => {
  it('bundles what is one person’s: higher step first, then longest overdue, then key', () => {
    const indicators = ['b', 'a', 'c'].map((key) =>
      indicator({ key, frequency: 'once', anchorOn: key === 'c' ? '2026-01-26' : '2026-01-31' }),
    )
    const early = indicator({ key: 'early', frequency: 'once', anchorOn: '2026-02-13' })
    const old = indicator({ key: 'old', frequency: 'once', anchorOn: '2026-01-28', registrationDays: 0 })
    const [card, ...more] = decide(factsOf({ indicators: [...indicators, early, old] }), '2026-02-16')
    expect(more).toEqual([])
    expect(card?.steps.map(({ obligationKey, step: code }) => `${obligationKey.split(':')[1]} ${code}`)).toEqual([
      'old chase',
      'c first',
      'a first',
      'b first',
      'early preNotice',
    ])
    expect(card?.obligationKeys).toEqual(card?.steps.map(({ obligationKey }) => obligationKey))
    expect(card?.day).toBe('2026-02-16')
  })

  it('leaves out what is withheld for its own sake, and skips when nothing is left', () => {
    const two = [indicator({ frequency: 'once' }), indicator({ key: 'other', frequency: 'once' })]
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { snoozedUntil: '2026-02-18' })
    const cards = decide(factsOf({ indicators: two, obligations: [row] }), '2026-02-16')
    expect(cards).toMatchObject([{ action: 'send', obligationKeys: ['measurement:other:2026-01-31'] }])
    expect(on('2026-02-16', { obligations: [row] })).toEqual(['measurer: first measurer – snoozed 2026-02-18'])
  })
})

describe('a snooze (rule 10)', () => {
  const row = (until: string) =>
    stored('2026-01-31', '2026-02-10', '2026-02-14', { snoozedUntil: until, snoozeCount: 1, actedAt: '2026-02-16T12:00:00Z' })
  it('of five open days moves the next nudge, and neither the overdue date nor the office’s (case 37)', () => {
    const rows = { obligations: [row('2026-02-23')], nudges: [FIRST] }
    expect(['2026-02-17', '2026-02-20'].flatMap((day) => on(day, rows))).toEqual([])
    expect(on('2026-02-23', rows)).toEqual(['measurer: chase measurer'])
    expect(planObligations(factsOf({ ...january, ...rows }), DEFAULT_SETTINGS, '2026-02-23')[0]).toMatchObject({
      overdueFrom: '2026-02-14',
      officeOn: '2026-03-16',
    })
  })

  it('of a day brings the next nudge when it ends: the person asked for it', () => {
    expect(on('2026-02-17', { obligations: [row('2026-02-17')], nudges: [FIRST] })).toEqual(['measurer: chase measurer'])
    expect(on('2026-02-17', { obligations: [row('2026-02-13')], nudges: [FIRST] })).toEqual([])
  })

  it('holds the leader back, but not the office', () => {
    const rows = { obligations: [row('2026-04-01')], nudges: [FIRST, CHASE] }
    expect(on('2026-03-03', rows)).toEqual(['benefit-owner: leader benefitOwner – snoozed 2026-04-01'])
    expect(on('2026-03-16', rows)).toEqual(['office: office office'])
  })
})

describe('a delegated obligation', () => {
  const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { delegatedToId: 'helper', actedAt: '2026-02-16T12:00:00Z' })
  const people = peopleWith(person('helper'))
  const rows = { obligations: [row], people }

  it('is put to the delegate at once, who gets the ladder’s steps', () => {
    expect(on('2026-02-17', { ...rows, nudges: [FIRST] })).toEqual(['helper: request delegate'])
    const requested = nudge('helper', '2026-02-17', [step('request')])
    expect(on('2026-02-18', { ...rows, nudges: [FIRST, requested] })).toEqual([])
    expect(on('2026-02-18', { ...rows, nudges: [requested] })).toEqual(['helper: first delegate'])
  })

  it('is back after five open days unanswered', () => {
    const requested = nudge('helper', '2026-02-17', [step('request')])
    expect(on('2026-02-23', { ...rows, nudges: [FIRST, requested] })).toEqual(['measurer: chase measurer'])
  })

  it('is the assignee’s again when the delegate has left', () => {
    const gone = peopleWith(person('helper', { reach: 'left' }))
    expect(on('2026-02-17', { ...rows, people: gone, nudges: [FIRST] })).toEqual([])
    expect(on('2026-02-17', { ...rows, people: gone })).toEqual(['measurer: first measurer'])
  })
})

describe('a new owner (rule 9)', () => {
  const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { round: 2, assigneeId: 'new', actedAt: '2026-02-23T08:00:00Z' })
  const rows = { obligations: [row], people: peopleWith(person('new')) }
  const told = nudge('new', '2026-02-23', [step('handover', { round: 2 })])

  it('is told at once, asked after five open days, and the ladder starts again (case 36)', () => {
    expect(on('2026-02-23', { ...rows, nudges: [FIRST, CHASE] })).toEqual(['new: handover measurer'])
    expect(on('2026-02-27', { ...rows, nudges: [FIRST, CHASE, told] })).toEqual([])
    expect(on('2026-03-02', { ...rows, nudges: [FIRST, CHASE, told] })).toEqual(['new: first measurer'])
    const first = nudge('new', '2026-03-02', [step('first', { round: 2 })])
    expect(on('2026-03-16', { ...rows, nudges: [FIRST, CHASE, told, first] })).toEqual(['benefit-owner: leader benefitOwner'])
  })
})

describe('somebody who cannot be asked', () => {
  const gone = (personId: string, more: Partial<Person>) => ({ people: peopleWith(person(personId, more), person('deputy')) })
  const may = { indicators: [indicator({ frequency: 'once', anchorOn: '2026-05-31' })] }

  it('paused up to five open days: it waits (case 34)', () => {
    expect(on('2026-06-16', { ...may, ...gone('measurer', { pausedUntil: '2026-06-20' }) })).toEqual([
      'measurer: first measurer – paused 2026-06-20',
    ])
    expect(on('2026-06-22', { ...may, ...gone('measurer', { pausedUntil: '2026-06-20' }) })).toEqual(['measurer: first measurer'])
    expect(on('2026-06-16', { ...may, ...gone('measurer', { pausedUntil: '2026-06-23', deputyId: 'deputy' }) })).toEqual([
      'measurer: first measurer – paused 2026-06-23',
    ])
  })

  it('paused longer: the deputy is asked, otherwise the next above (case 35)', () => {
    const long = { pausedUntil: '2026-08-15' }
    expect(on('2026-06-16', { ...may, ...gone('measurer', { ...long, deputyId: 'deputy' }) })).toEqual(['deputy: first deputy'])
    expect(
      on('2026-06-16', {
        indicators: [indicator({ frequency: 'once', anchorOn: '2026-05-31', deputyId: 'deputy' })],
        ...gone('measurer', long),
      }),
    ).toEqual(['deputy: first deputy'])
    expect(on('2026-06-16', { ...may, ...gone('measurer', long) })).toEqual(['benefit-owner: first benefitOwner'])
    const all = ['measurer', 'benefit-owner', 'owner', 'programme-owner'].map((id) => person(id, long))
    expect(on('2026-06-16', { ...may, people: peopleWith(...all) })).toEqual(['measurer: first measurer – paused 2026-08-15'])
    const report = { projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-05-10', deputyId: 'deputy' })] }
    expect(on('2026-06-10', { ...report, ...gone('manager', long) })).toEqual(['deputy: first deputy'])
  })

  it('away by presence, whose end nobody knows: asked anew each day, held five open days, then the deputy', () => {
    const away = new Map([['measurer', { since: '2026-06-15' }]])
    const ask = (day: string, rows: Rows) => decide(factsOf({ ...may, ...rows }), day, '09:00', away).map(summary)
    expect(ask('2026-06-19', gone('measurer', { deputyId: 'deputy' }))).toEqual(['measurer: first measurer – away null'])
    expect(ask('2026-06-22', gone('measurer', { deputyId: 'deputy' }))).toEqual(['deputy: first deputy'])
  })

  it('a deputy whose time is over is not asked: the next above is', () => {
    const over = { pausedUntil: '2026-08-15', deputyId: 'deputy', deputyFrom: '2026-05-01', deputyTo: '2026-06-15' }
    expect(on('2026-06-16', { ...may, ...gone('measurer', over) })).toEqual(['benefit-owner: first benefitOwner'])
  })

  it('in the deputy’s time the deputy is asked at once', () => {
    const time = { deputyId: 'deputy', deputyFrom: '2026-02-10', deputyTo: '2026-02-16' }
    expect(on('2026-02-16', gone('measurer', time))).toEqual(['deputy: first deputy'])
    expect(on('2026-02-17', gone('measurer', time))).toEqual(['measurer: first measurer'])
    expect(on('2026-02-16', { people: peopleWith(person('measurer', time), person('deputy', { reach: 'blocked' })) })).toEqual([
      'measurer: first measurer',
    ])
    expect(on('2026-02-16', gone('measurer', { deputyId: 'deputy' }))).toEqual(['measurer: first measurer'])
  })

  it.each(['blocked', 'notInstalled'] as const)('%s: not sent, and the next step takes over', (reach) => {
    expect(on('2026-02-16', gone('measurer', { reach }))).toEqual(['measurer: first measurer – unreachable null'])
    expect(on('2026-03-02', gone('measurer', { reach }))).toEqual(['benefit-owner: leader benefitOwner'])
  })

  it('not in the list of people, or never seen: it is tried', () => {
    expect(on('2026-02-16', { people: [] })).toEqual(['measurer: first measurer'])
    expect(on('2026-02-16', gone('measurer', { reach: 'unknown' }))).toEqual(['measurer: first measurer'])
  })
})

describe('nobody responsible («mangler ansvarlig», rule 8)', () => {
  const left = { people: peopleWith(person('measurer', { reach: 'left' })) }

  it('somebody who has left is not asked: the project owner is told, the same day', () => {
    expect(on('2026-02-04', left)).toEqual(['owner: preNotice projectOwner'])
    expect(on('2026-02-12', left)).toEqual([])
    expect(on('2026-02-16', left)).toEqual(['owner: first projectOwner'])
    expect(on('2026-02-18', { ...left, nudges: [FIRST] })).toEqual(['owner: chase projectOwner'])
    expect(on('2026-02-24', { ...left, nudges: [FIRST, CHASE] })).toEqual(['owner: leader projectOwner'])
    expect(on('2026-02-24', { ...left, nudges: [FIRST, CHASE, asked('x', '2026-02-24', 'leader')] })).toEqual([])
  })

  it('and the office after five open days, on its Monday', () => {
    const nudges = [asked('owner', '2026-02-17', 'first')]
    expect(on('2026-02-24', { ...left, nudges })).toEqual([])
    expect(on('2026-03-02', { ...left, nudges })).toEqual(['office: office office'])
    expect(on('2026-02-16', { ...left, nudges: [asked('owner', '2026-02-04', 'preNotice')] })).toEqual(['owner: first projectOwner'])
  })

  it('where the project owner cannot be told, the programme’s, then the benefit owner', () => {
    const gone = [person('measurer', { reach: 'left' }), person('owner', { reach: 'left' })]
    expect(on('2026-02-16', { people: peopleWith(...gone) })).toEqual(['programme-owner: first programmeOwner'])
    const more = [...gone, person('programme-owner', { reach: 'blocked' })]
    expect(on('2026-02-16', { people: peopleWith(...more) })).toEqual(['benefit-owner: first benefitOwner'])
  })

  const nobody = {
    indicators: [indicator({ frequency: 'once', measurerId: null })],
    benefits: [],
    projects: [project({ ownerId: null, programmeKey: null })],
  }
  it('with nobody above it is the office’s at once; without an office nobody can be asked', () => {
    expect(on('2026-02-13', nobody)).toEqual([])
    expect(on('2026-02-16', nobody)).toEqual(['office: office office'])
    expect(on('2026-02-16', { ...nobody, people: [] })).toEqual(['nobody: office office – noRecipient null'])
  })

  it('unless it is delegated: then the delegate has it', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { delegatedToId: 'helper', actedAt: '2026-02-16T12:00:00Z' })
    const helper = { ...nobody, obligations: [row], people: peopleWith(person('helper')) }
    expect(on('2026-02-17', helper)).toEqual(['helper: request delegate'])
    expect(on('2026-02-17', { ...helper, people: peopleWith(person('helper', { reach: 'left' })) })).toEqual(['office: office office'])
  })
})

describe('the office', () => {
  const team = peopleWith(
    person('second', { roles: ['office'] }),
    person('third', { roles: ['office'], reach: 'blocked' }),
    person('fourth', { roles: ['office'], reach: 'left' }),
  )
  it('gets the digest each, once each, without waiting for those who cannot be reached', () => {
    expect(on('2026-03-16', { people: team })).toEqual(['office: office office', 'second: office office'])
    expect(on('2026-03-17', { people: team, nudges: [asked('office', '2026-03-16', 'office')] })).toEqual(['second: office office'])
    const both = [asked('office', '2026-03-16', 'office'), asked('second', '2026-03-16', 'office')]
    expect(on('2026-03-17', { people: team, nudges: both })).toEqual([])
  })

  it('waits when none of it can be reached', () => {
    expect(on('2026-03-16', { people: [person('third', { roles: ['office'], reach: 'blocked' })] })).toEqual([
      'third: office office – unreachable null',
    ])
  })
})

describe('a project on hold', () => {
  it('asks for nothing; what was overdue waits with its reason', () => {
    const rows = { projects: [project({ state: 'onHold', holdFrom: '2026-02-17', holdTo: '2026-03-20' })] }
    expect(on('2026-02-18', rows)).toEqual(['measurer: first measurer – onHold 2026-03-20'])
    expect(on('2026-02-16', rows)).toEqual(['measurer: first measurer'])
    expect(on('2026-02-12', { projects: [project({ state: 'onHold', holdFrom: '2026-02-11' })] })).toEqual([])
  })
})

describe('a decision that is due', () => {
  it('is put to the one responsible', () => {
    const decisions = [decision('board', { outcome: null, responsibleId: 'responsible', dueOn: '2026-02-13' })]
    expect(on('2026-02-16', { indicators: [], decisions })).toEqual(['responsible: first responsible'])
  })
})

describe('a year of passes, some of them missed', () => {
  const perDay = fc.array(fc.boolean(), { minLength: 200, maxLength: 200 })
  const kinds = fc.constantFrom<Partial<Person>>({}, { pausedUntil: '2026-04-01' }, { reach: 'left' }, { reach: 'blocked' })
  it('sends no step twice, no more than one card a day and two a week, and only on open days', () => {
    fc.assert(
      fc.property(perDay, kinds, fc.integer({ min: 1, max: 6 }), (runs, measurer, count) => {
        const indicators = Array.from({ length: count }, (_, at) => indicator({ key: `i${at}`, anchorOn: addDays('2026-01-10', at * 3) }))
        const base = factsOf({ indicators, people: peopleWith(person('measurer', measurer)) })
        const rows = new Map<string, NudgeRecord>()
        const sent = new Set<string>()
        runs.forEach((runsToday, at) => {
          if (!runsToday) return
          const day = addDays('2026-01-20', at)
          for (const pass of ['09:00', '13:00']) {
            const facts = joinFacts({ ...base.tables, nudges: rows })
            for (const card of decide(facts, day, pass)) {
              if (card.action === 'skip') continue
              expect(isOpenDay(day, DEFAULT_SETTINGS.calendar)).toBe(true)
              for (const entry of card.steps) {
                const identity = `${entry.obligationKey}|${entry.round}|${entry.step}`
                expect(sent.has(identity)).toBe(false)
                sent.add(identity)
              }
              const row = nudge(card.personId, day, card.steps)
              expect(rows.has(row.key)).toBe(false)
              rows.set(row.key, row)
            }
          }
        })
        const weeks = new Map<string, number>()
        for (const { personId, day } of rows.values()) {
          const { year, week } = isoWeek(day)
          const key = `${personId} ${year}-${week}`
          weeks.set(key, (weeks.get(key) ?? 0) + 1)
        }
        expect(Math.max(0, ...weeks.values())).toBeLessThanOrEqual(2)
      }),
      { numRuns: 25 },
    )
  })
})

describe('who and when, to the day', () => {
  const may = { indicators: [indicator({ frequency: 'once', anchorOn: '2026-05-31' })] }
  const away = (personId: string, more: Partial<Person>) => ({
    people: peopleWith(person('deputy'), person('helper'), person(personId, more)),
  })

  it('a notice comes before the measurement date when there are no days to register', () => {
    const rows = { indicators: [indicator({ frequency: 'once', anchorOn: '2026-02-26', registrationDays: 0 })] }
    expect(on('2026-02-18', rows)).toEqual([])
    expect(on('2026-02-19', rows)).toEqual(['measurer: preNotice measurer'])
  })

  it('a pause ends on its day, and is long from the sixth open day', () => {
    expect(on('2026-06-16', { ...may, ...away('measurer', { pausedUntil: '2026-06-16' }) })).toEqual(['measurer: first measurer'])
    const paused = (pausedUntil: string) => on('2026-06-16', { ...may, ...away('measurer', { pausedUntil, deputyId: 'deputy' }) })
    expect(paused('2026-06-23')).toEqual(['measurer: first measurer – paused 2026-06-23'])
    expect(paused('2026-06-24')).toEqual(['deputy: first deputy'])
  })

  it('the deputy of an indicator stands in for its baseline too, and for no delegate', () => {
    const baseline = {
      projects: [project({ phase: 'deliver', plannedGoLive: '2026-06-15' })],
      indicators: [indicator({ baseline: null, deputyId: 'deputy', activePhases: ['close'] })],
      ...away('measurer', { pausedUntil: '2026-08-15' }),
    }
    const facts = factsOf(baseline)
    const obligations = planObligations(facts, DEFAULT_SETTINGS, '2026-06-15', { kinds: ['baseline'] })
    const cards = decideNudges({ obligations, facts, settings: DEFAULT_SETTINGS, now: instantAt('2026-06-15', '09:00') })
    expect(cards.map(summary)).toEqual(['deputy: first deputy'])
    const delegated = {
      indicators: [indicator({ frequency: 'once', deputyId: 'deputy' })],
      obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { delegatedToId: 'helper', actedAt: '2026-02-16T12:00:00Z' })],
      ...away('helper', { pausedUntil: '2026-04-15' }),
    }
    expect(on('2026-02-17', delegated)).toEqual(['measurer: request measurer'])
  })

  it('a snooze that ended when the first nudge was sent brings no chase', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { snoozedUntil: '2026-02-16', snoozeCount: 1 })
    expect(on('2026-02-17', { obligations: [row], nudges: [FIRST] })).toEqual([])
  })

  it('an approval goes to the programme owner when both owners are away for long', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { state: 'onHold', waivedReason: 'gone', actedAt: '2026-02-16T12:00:00Z' })
    const long = { pausedUntil: '2026-06-01' }
    const people = peopleWith(person('benefit-owner', long), person('owner', long))
    expect(on('2026-02-17', { obligations: [row], people })).toEqual(['programme-owner: approval programmeOwner'])
  })
})

describe('in one card', () => {
  it('what is asked for the first time stands before what is only told, however long that has been overdue', () => {
    const indicators = ['a', 'b', 'c', 'd'].map((key) => indicator({ key, frequency: 'once', benefitKey: key === 'b' ? 'own' : 'benefit' }))
    const later = indicator({ key: 'later', frequency: 'once', anchorOn: '2026-02-10' })
    const row = (key: string, more: Parameters<typeof stored>[3]) =>
      stored('2026-01-31', '2026-02-10', '2026-02-14', {
        key: `measurement:${key}:2026-01-31`,
        refKey: key,
        actedAt: '2026-02-25T12:00:00Z',
        ...more,
      })
    const rows = {
      indicators: [...indicators, later],
      benefits: [benefit(), benefit({ key: 'own', ownerId: 'measurer' })],
      obligations: [
        row('a', { round: 2, assigneeId: 'measurer' }),
        row('b', { state: 'onHold', waivedReason: 'gone' }),
        row('c', { delegatedToId: 'measurer', assigneeId: 'owner' }),
        row('d', { state: 'lapsed' }),
      ],
    }
    const [card] = decide(factsOf(rows), '2026-02-26').filter(({ personId }) => personId === 'measurer')
    expect(card?.steps.map(({ obligationKey, step: code }) => `${obligationKey.split(':')[1]} ${code}`)).toEqual([
      'later first',
      'a handover',
      'b approval',
      'c request',
    ])
  })
})
