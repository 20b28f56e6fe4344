import { describe, expect, it } from 'vitest'
import { action, decision, factsOf, person, project, stored } from '#domain/facts.fixture.ts'
import type { Facts } from '#domain/facts.ts'
import { PILOT } from '#domain/method-profiles-built-in.ts'
import { planObligations } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import { followUpDecision } from './follow-up-decision.ts'
import { memoryStore } from './memory-store.fixture.ts'
import { settleAction } from './settle-action.ts'

const TODAY = '2026-04-20'
const NOW = `${TODAY}T09:00:00Z`
const asker = (personId = 'responsible') => ({ personId, via: 'bot' as const, now: NOW, today: TODAY })
const obligation = (tables: Facts['tables'], key: string, today = TODAY) => {
  const facts = factsOf(Object.fromEntries(Object.entries(tables).map(([list, rows]) => [list, [...rows.values()]])))
  return planObligations(facts, settingsOn(today, tables.settings.values()), today).find((one) => one.key === key)
}
const codeOf = (result: { ok: true } | { ok: false; code: string; field?: string }): string =>
  result.ok ? 'ok' : [result.code, result.field].filter(Boolean).join(' ')

const ASKED = 'decisionfollowup:d:follow-up'
const asked = (more: Parameters<typeof decision>[1] = {}) =>
  factsOf({
    indicators: [],
    decisions: [
      decision('bp3', { key: 'd', outcome: 'adjust', decidedOn: '2026-03-02', responsibleId: 'responsible', dueOn: '2026-04-13', ...more }),
    ],
  })

describe('what a decision asked for', () => {
  it('is done when its responsible person says what was done, and the sentence is kept', async () => {
    const { store, tables } = memoryStore(asked())
    expect(codeOf(await followUpDecision({ obligationKey: ASKED, said: ' Planen er endret. ' }, asker(), { store }))).toBe('ok')
    expect(obligation(tables(), ASKED)).toMatchObject({ state: 'fulfilled', fulfilledInTime: false, dueOn: '2026-04-13' })
    expect([...tables().log.values()]).toMatchObject([{ what: 'told', refKey: ASKED, why: 'Planen er endret.', via: 'bot' }])
    expect(tables().decisions.get('d')?.outcome).toBe('adjust')
    expect(codeOf(await followUpDecision({ obligationKey: ASKED, said: 'igjen' }, asker(), { store }))).toBe('cardOutdated')
  })

  it.each([
    ['a stranger', ASKED, 'measurer', 'x', 'notAllowed'],
    ['no sentence', ASKED, 'responsible', '  ', 'fieldRequired said'],
    ['nothing of that name', 'decisionfollowup:x:follow-up', 'responsible', 'x', 'notFound'],
  ])('is refused: %s', async (_name, obligationKey, who, said, code) => {
    const { store } = memoryStore(asked())
    expect(codeOf(await followUpDecision({ obligationKey, said }, asker(who), { store }))).toBe(code)
  })

  it('is not a decision that is to be taken, nor anything that is measured or done', async () => {
    const { store } = memoryStore(asked({ outcome: null, decidedOn: null }))
    expect(codeOf(await followUpDecision({ obligationKey: 'decisionfollowup:d:decide', said: 'x' }, asker(), { store }))).toBe(
      'decideInstead',
    )
    const other = memoryStore(factsOf({ indicators: [], benefitActions: [action()] }))
    expect(codeOf(await followUpDecision({ obligationKey: 'action:action:done', said: 'x' }, asker(), other))).toBe('cardOutdated')
  })

  it('may be what came of a trial, told by its manager', async () => {
    const trial = { phase: 'concept', phaseEnteredOn: '2026-01-05', endOn: '2026-04-30', methodVersion: PILOT.version } as const
    const { store, tables } = memoryStore(factsOf({ indicators: [], projects: [project(trial)] }))
    const key = 'pilotend:project:2026-04-30'
    expect(codeOf(await followUpDecision({ obligationKey: key, said: 'Den virket.' }, asker('manager'), { store }))).toBe('ok')
    expect(obligation(tables(), key)).toMatchObject({ state: 'fulfilled', fulfilledInTime: true })
  })
})

const ACTION = 'action:action:done'
const toDo = (more: Parameters<typeof factsOf>[0] = {}) => factsOf({ indicators: [], benefitActions: [action()], ...more })

describe('a benefit action', () => {
  it.each([
    ['done', null, 'fulfilled', 'done'],
    ['dropped', 'Løst på annen måte', 'lapsed', 'dropped'],
  ] as const)('%s says so and keeps why', async (answer, said, state, kept) => {
    const { store, tables } = memoryStore(toDo())
    expect(codeOf(await settleAction({ obligationKey: ACTION, answer, said }, asker(), { store }))).toBe('ok')
    expect(tables().benefitActions.get('action')?.state).toBe(kept)
    expect(obligation(tables(), ACTION)?.state).toBe(state)
    expect([...tables().log.values()]).toMatchObject([{ what: 'actionSettled', refKey: 'action', why: said }])
    expect(codeOf(await settleAction({ obligationKey: ACTION, answer, said }, asker(), { store }))).toBe('cardOutdated')
  })

  it('gets a new day, also where its dates had been frozen, and the log keeps the old one', async () => {
    const frozen = stored('done', '2026-05-04', '2026-05-05', { key: ACTION, kind: 'action', refKey: 'action', asOf: null, snoozeCount: 1 })
    for (const rows of [{}, { obligations: [frozen] }]) {
      const { store, tables } = memoryStore(toDo(rows))
      const moved = { obligationKey: ACTION, answer: 'moved', said: 'Venter på leverandør', dueOn: '2026-05-30' } as const
      expect(codeOf(await settleAction(moved, asker(), { store }))).toBe('ok')
      expect(obligation(tables(), ACTION)).toMatchObject({ dueOn: '2026-06-01', overdueFrom: '2026-06-02' })
      expect([...tables().log.values()]).toMatchObject([{ before: { dueOn: '2026-05-01' }, after: { dueOn: '2026-05-30' } }])
    }
  })

  it.each([
    ['dropped without a reason', { answer: 'dropped' }, 'responsible', 'fieldRequired said'],
    ['moved without a reason', { answer: 'moved', dueOn: '2026-05-30' }, 'responsible', 'fieldRequired said'],
    ['moved to a day that has been', { answer: 'moved', dueOn: TODAY, said: 'x' }, 'responsible', 'fieldInvalid dueOn'],
    ['moved to no day', { answer: 'moved', said: 'x' }, 'responsible', 'fieldInvalid dueOn'],
    ['another’s', { answer: 'done' }, 'measurer', 'notAllowed'],
  ] as const)('%s is refused', async (_name, given, who, code) => {
    const { store } = memoryStore(toDo())
    expect(codeOf(await settleAction({ obligationKey: ACTION, ...given }, asker(who), { store }))).toBe(code)
  })

  it('may be the lesson of a stopped project: its sentence is the answer, and it is not dropped', async () => {
    const projects = [project({ state: 'stopped', stoppedOn: '2026-03-20' })]
    const { store, tables } = memoryStore(factsOf({ indicators: [], projects, people: [person('manager')] }))
    const lesson = (answer: 'done' | 'dropped', said: string | null) =>
      settleAction({ obligationKey: 'action:project:lesson', answer, said }, asker('manager'), { store })
    expect(codeOf(await lesson('done', null))).toBe('fieldRequired said')
    expect(codeOf(await lesson('dropped', 'x'))).toBe('fieldInvalid answer')
    expect(codeOf(await lesson('done', 'Start i det små.'))).toBe('ok')
    expect(tables().projects.get('project')?.stopReason).toBe('Start i det små.')
    expect(obligation(tables(), 'action:project:lesson')?.state).toBe('fulfilled')
  })

  it('of nothing we know is not found', async () => {
    const { store } = memoryStore(toDo())
    expect(codeOf(await settleAction({ obligationKey: 'action:x:done', answer: 'done' }, asker(), { store }))).toBe('notFound')
  })
})
