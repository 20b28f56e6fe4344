import { describe, expect, it } from 'vitest'
import { instantAt } from './dates.ts'
import { factsOf, indicator, measurement, nudge, peopleWith, person, project, stored } from './facts.fixture.ts'
import { NUDGE_WHYS, type NudgeRecord } from './model.ts'
import { type NudgeStop, nudgeOutlook } from './nudge-outlook.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

type Rows = Parameters<typeof factsOf>[0]
const KEY = 'measurement:indicator:2026-01-31'
const next = (day: string, rows: Rows = {}): string => {
  const facts = factsOf({ indicators: [indicator({ frequency: 'once' })], ...rows })
  const obligations = planObligations(facts, DEFAULT_SETTINGS, day)
  const [found] = nudgeOutlook({ obligations, facts, settings: DEFAULT_SETTINGS, now: instantAt(day, '09:00') })
  if (!found) throw new Error('nothing planned')
  const { outlook } = found
  const more =
    outlook.action === 'send'
      ? outlook.recipients.map(({ personId }) => personId).join(' ')
      : outlook.action === 'wait'
        ? outlook.until
        : ''
  return `${outlook.action} ${outlook.reason} ${more}`.trim()
}
const asked = (personId: string, day: string, step: NudgeRecord['steps'][number]['step']) =>
  nudge(personId, day, [{ obligationKey: KEY, round: 1, step, why: 'measurer' }])
const NOTICE = asked('measurer', '2026-02-03', 'preNotice')
const FIRST = asked('measurer', '2026-02-16', 'first')
const CHASE = asked('measurer', '2026-02-23', 'chase')
const LEADER = asked('benefit-owner', '2026-03-02', 'leader')
const row = (more: Parameters<typeof stored>[3]) => ({ obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', more)] })

describe('what happens next with an obligation', () => {
  it.each<[string, string, Rows, string]>([
    ['nothing until the notice', '2026-01-20', {}, 'wait notDue 2026-02-03'],
    ['the notice', '2026-02-03', {}, 'send preNotice measurer'],
    ['the first nudge, after the notice', '2026-02-04', { nudges: [NOTICE] }, 'wait notDue 2026-02-16'],
    ['the first nudge, when the notice was missed', '2026-02-11', {}, 'wait notDue 2026-02-16'],
    ['the first nudge', '2026-02-16', {}, 'send first measurer'],
    ['the chase', '2026-02-17', { nudges: [FIRST] }, 'wait notDue 2026-02-23'],
    ['the leader', '2026-02-24', { nudges: [FIRST, CHASE] }, 'wait notDue 2026-03-02'],
    ['the leader, on the day', '2026-03-02', { nudges: [FIRST, CHASE] }, 'send leader benefit-owner'],
    ['the office on its Monday', '2026-03-03', { nudges: [FIRST, CHASE, LEADER] }, 'wait notDue 2026-03-16'],
    ['the office, on the day', '2026-03-16', { nudges: [FIRST, CHASE, LEADER] }, 'send office office'],
    ['no more after the office', '2026-03-17', { nudges: [asked('office', '2026-03-16', 'office')] }, 'stop ladderEnded'],
    ['no more on the office’s own day', '2026-03-16', { nudges: [asked('office', '2026-03-16', 'office')] }, 'stop ladderEnded'],
    [
      'what a snooze that ends today brought',
      '2026-02-20',
      { ...row({ snoozedUntil: '2026-02-20', snoozeCount: 1 }), nudges: [FIRST, asked('measurer', '2026-02-20', 'chase')] },
      'wait notDue 2026-03-02',
    ],
    ['nobody to ask', '2026-03-16', { people: [] }, 'wait noRecipient null'],
    ['a pause', '2026-02-16', { people: peopleWith(person('measurer', { pausedUntil: '2026-02-18' })) }, 'wait paused 2026-02-18'],
    ['a snooze of what is due', '2026-02-17', row({ snoozedUntil: '2026-02-20', snoozeCount: 1 }), 'wait snoozed 2026-02-20'],
    [
      'a snooze of what is not yet due again',
      '2026-02-17',
      { ...row({ snoozedUntil: '2026-02-20', snoozeCount: 1 }), nudges: [FIRST] },
      'wait snoozed 2026-02-20',
    ],
    [
      'a snooze that ends today',
      '2026-02-20',
      { ...row({ snoozedUntil: '2026-02-20', snoozeCount: 1 }), nudges: [FIRST] },
      'send chase measurer',
    ],
    [
      'a snooze that has ended and been answered by a chase',
      '2026-02-20',
      { ...row({ snoozedUntil: '2026-02-18', snoozeCount: 1 }), nudges: [FIRST, asked('measurer', '2026-02-18', 'chase')] },
      'wait notDue 2026-03-02',
    ],
    [
      'a project on hold, of what was overdue',
      '2026-02-17',
      { projects: [project({ state: 'onHold', holdFrom: '2026-02-16', holdTo: '2026-04-01' })] },
      'wait onHold 2026-04-01',
    ],
    [
      'a project on hold, of the rest',
      '2026-02-12',
      { projects: [project({ state: 'onHold', holdFrom: '2026-02-11' })] },
      'wait onHold null',
    ],
    [
      'a proposal that it is not relevant',
      '2026-02-17',
      row({ state: 'onHold', waivedReason: 'gone', actedAt: '2026-02-16T10:00:00Z' }),
      'send approval benefit-owner',
    ],
    [
      'the answer to it',
      '2026-02-18',
      {
        ...row({ state: 'onHold', waivedReason: 'gone', actedAt: '2026-02-16T10:00:00Z' }),
        nudges: [asked('benefit-owner', '2026-02-17', 'approval')],
      },
      'wait approval null',
    ],
    ['an answer', '2026-02-17', { measurements: [measurement('2026-01-31')] }, 'stop answered'],
  ])('%s', (_title, day, rows, expected) => expect(next(day, rows)).toBe(expected))

  it.each<[NudgeStop, Rows]>([
    ['waived', row({ state: 'lapsed' })],
    ['stopped', { projects: [project({ state: 'stopped', stoppedOn: '2026-02-12' })] }],
    ['closed', { projects: [project({ state: 'closed' })] }],
    ['settled', { benefits: [{ ...[...factsOf().tables.benefits.values()][0], state: 'realised' } as never] }],
  ])('no more when it has fallen away: %s', (reason, rows) => expect(next('2026-02-17', rows)).toBe(`stop ${reason}`))

  it('is told of obligations in their order, each with one reason', () => {
    const facts = factsOf({ projects: [project({ holdFrom: '2026-03-05', holdTo: '2026-06-01' })] })
    const obligations = planObligations(facts, DEFAULT_SETTINGS, '2026-06-10')
    const found = nudgeOutlook({ obligations, facts, settings: DEFAULT_SETTINGS, now: instantAt('2026-06-10', '09:00') })
    expect(found.map(({ obligationKey }) => obligationKey)).toEqual(obligations.map(({ key }) => key))
    expect(found.map(({ outlook }) => `${outlook.action} ${outlook.reason}`)).toEqual([
      'send office',
      'stop hold',
      'stop hold',
      'stop hold',
      'send preNotice',
      'wait notDue',
    ])
  })

  it('says why it goes to each, in words the model knows', () => {
    const facts = factsOf({ indicators: [indicator({ frequency: 'once' })] })
    const obligations = planObligations(facts, DEFAULT_SETTINGS, '2026-03-16')
    const found = nudgeOutlook({ obligations, facts, settings: DEFAULT_SETTINGS, now: instantAt('2026-03-16', '09:00') })
    const whys = found.flatMap(({ outlook }) => (outlook.action === 'send' ? outlook.recipients.map(({ why }) => why) : []))
    expect(whys).toEqual(['office'])
    expect(NUDGE_WHYS).toContain(whys[0])
  })

  it('of what fell away without a word of why is that it was waived', () => {
    const facts = factsOf()
    const [first] = planObligations(facts, DEFAULT_SETTINGS, '2026-02-17')
    if (!first) throw new Error('nothing planned')
    const obligations = [{ ...first, state: 'lapsed' as const, lapsedReason: null }]
    const [found] = nudgeOutlook({ obligations, facts, settings: DEFAULT_SETTINGS, now: instantAt('2026-02-17', '09:00') })
    expect(found?.outlook).toEqual({ action: 'stop', reason: 'waived' })
  })
})
