import { describe, expect, it } from 'vitest'
import { acting, decision, factsOf, peopleWith, person, stored } from './facts.fixture.ts'
import { type Obligation, planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { isTold, tell } from './tell.ts'

const TODAY = '2026-04-20'
const KEY = 'decisionfollowup:d:follow-up'
const decisions = [
  decision('bp3', { key: 'd', outcome: 'adjust', decidedOn: '2026-03-02', responsibleId: 'responsible', dueOn: '2026-04-13' }),
]
const rows = { indicators: [], decisions, people: peopleWith(person('stranger')) }
const said = (
  more: Partial<Obligation> = {},
  byId = 'responsible',
  sentence: string | null = ' Planen er endret. ',
  obligations = [stored('', '', '')],
) => {
  const facts = factsOf({ ...rows, obligations })
  const asked = planObligations(factsOf(rows), DEFAULT_SETTINGS, TODAY).find(({ key }) => key === KEY)
  if (!asked) throw new Error(`no ${KEY}`)
  return tell({ obligation: { ...asked, ...more }, byId, said: sentence }, acting(facts, TODAY))
}

describe('what came of a decision or a trial', () => {
  it('is a sentence in the log, and the obligation is answered by it', () => {
    expect(said()).toEqual({
      ok: true,
      value: {
        changes: [
          {
            op: 'create',
            list: 'obligations',
            record: expect.objectContaining({ key: KEY, state: 'fulfilled', fulfilledByKey: `told:${KEY}`, dueOn: '2026-04-13' }),
          },
          {
            op: 'create',
            list: 'log',
            record: { key: `told:${KEY}`, what: 'told', refKey: KEY, before: null, after: { round: 1 }, why: 'Planen er endret.' },
          },
        ],
      },
    })
  })

  it('is written on the row where it has one', () => {
    const row = stored('follow-up', '2026-04-13', '2026-04-14', { key: KEY })
    expect(said({}, 'responsible', 'x', [row])).toMatchObject({
      value: { changes: [{ op: 'update', key: KEY, set: { state: 'fulfilled', fulfilledByKey: `told:${KEY}` } }, { list: 'log' }] },
    })
  })

  it('keeps a key within what a column holds', () => {
    const result = said({ key: 'k'.repeat(300) })
    if (!result.ok) throw new Error(result.code)
    expect(result.value.changes[1]).toMatchObject({ record: { key: `told:${'k'.repeat(195)}` } })
  })

  it.each<[string, Partial<Obligation>, string, string | null, string]>([
    ['by the project’s owner', {}, 'owner', 'x', 'ok'],
    ['by somebody else', {}, 'stranger', 'x', 'notAllowed'],
    ['by somebody the lists do not know', {}, 'nobody', 'x', 'notAllowed'],
    ['without a word', {}, 'responsible', null, 'saidRequired'],
    ['with space for a sentence', {}, 'responsible', '  ', 'saidRequired'],
    ['once more', { state: 'fulfilled' }, 'responsible', 'x', 'cardOutdated'],
    ['of a decision that is to be taken', { periodKey: 'decide' }, 'responsible', 'x', 'decideInstead'],
    ['of a status report', { kind: 'statusReport' }, 'responsible', 'x', 'cardOutdated'],
    ['of a trial', { kind: 'pilotEnd', periodKey: '2026-04-30' }, 'responsible', 'x', 'ok'],
  ])('%s', (_what, more, byId, sentence, code) => {
    const result = said(more, byId, sentence)
    expect(result.ok ? 'ok' : result.code).toBe(code)
  })

  it.each([
    ['pilotEnd', '2026-04-30', true],
    ['pilotEnd', 'follow-up', true],
    ['decisionFollowUp', 'follow-up', true],
    ['decisionFollowUp', 'decide', false],
    ['action', 'follow-up', false],
  ] as const)('%s of %s is answered so: %s', (kind, periodKey, told) => {
    expect(isTold({ kind, periodKey })).toBe(told)
  })
})
