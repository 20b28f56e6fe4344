import { describe, expect, it } from 'vitest'
import { acting, action, factsOf, peopleWith, person, project, stored } from './facts.fixture.ts'
import { type Obligation, planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { type ActionAnswer, type SettleActionInput, settleAction } from './settle-action.ts'

type Rows = NonNullable<Parameters<typeof factsOf>[0]>
const TODAY = '2026-04-20'
const KEY = 'action:action:done'
const LESSON = 'action:project:lesson'
const people = peopleWith(person('stranger'))
const toDo: Rows = { people, indicators: [], benefitActions: [action()] }
const stopped: Rows = { people, indicators: [], projects: [project({ state: 'stopped', stoppedOn: '2026-03-20' })] }

const obligationOf = (rows: Rows, key: string): Obligation => {
  const found = planObligations(factsOf(rows), DEFAULT_SETTINGS, TODAY).find((one) => one.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}
const settled = (more: Partial<SettleActionInput>, rows = toDo, key = KEY, now = rows) =>
  settleAction(
    { obligation: obligationOf(rows, key), answer: 'done', byId: 'responsible', said: null, ...more },
    acting(factsOf(now), TODAY),
  )
const codeOf = (result: ReturnType<typeof settled>): string =>
  result.ok ? 'ok' : 'field' in result ? `${result.code} ${result.field}` : result.code

describe('a benefit action', () => {
  it.each<[ActionAnswer, string | null, string | null]>([
    ['done', null, null],
    ['done', ' Alle har fått opplæring. ', 'Alle har fått opplæring.'],
    ['dropped', 'Løst på annen måte', 'Løst på annen måte'],
  ])('is %s with %j', (answer, said, why) => {
    expect(settled({ answer, said })).toEqual({
      ok: true,
      value: {
        changes: [
          { op: 'update', list: 'benefitActions', key: 'action', set: { state: answer }, version: 'benefitActions/action' },
          {
            op: 'create',
            list: 'log',
            record: {
              key: 'actionsettled:1:action',
              what: 'actionSettled',
              refKey: 'action',
              before: { state: 'planned' },
              after: { state: answer },
              why,
            },
          },
        ],
      },
    })
  })

  const moved = { answer: 'moved', said: 'Venter på leverandør' } as const
  const log = {
    op: 'create',
    list: 'log',
    record: {
      key: 'actionmoved:1:action',
      what: 'actionMoved',
      refKey: 'action',
      before: { dueOn: '2026-05-01' },
      after: { dueOn: '2026-05-30' },
      why: 'Venter på leverandør',
    },
  }
  const update = { op: 'update', list: 'benefitActions', key: 'action', set: { dueOn: '2026-05-30' }, version: 'benefitActions/action' }

  it('gets a new day of its own', () => {
    expect(settled({ ...moved, dueOn: '2026-05-30' })).toEqual({ ok: true, value: { changes: [update, log] } })
  })

  it('whose dates were frozen gets those of the new day, and is no longer put off', () => {
    const frozen = stored('done', '2026-05-04', '2026-05-05', {
      key: KEY,
      kind: 'action',
      refKey: 'action',
      asOf: null,
      snoozedUntil: '2026-05-11',
    })
    expect(settled({ ...moved, dueOn: '2026-05-30' }, { ...toDo, obligations: [frozen] })).toEqual({
      ok: true,
      value: {
        changes: [
          update,
          {
            op: 'update',
            list: 'obligations',
            key: KEY,
            // 30 May 2026 is a Saturday: due the first open day from it.
            set: { dueOn: '2026-06-01', overdueFrom: '2026-06-02', snoozedUntil: null },
            version: `obligations/${KEY}`,
          },
          log,
        ],
      },
    })
  })

  const answeredAlready = { ...toDo, benefitActions: [action({ state: 'done' })] }
  it.each<[string, Partial<SettleActionInput>, string, Rows?]>([
    ['by the manager', { byId: 'manager' }, 'ok'],
    ['by a stranger', { byId: 'stranger' }, 'notAllowed'],
    ['by somebody the lists do not know', { byId: 'nobody' }, 'notAllowed'],
    ['that is done already', {}, 'cardOutdated', answeredAlready],
    ['dropped without a reason', { answer: 'dropped', said: ' ' }, 'saidRequired'],
    ['moved without a reason', { answer: 'moved', dueOn: '2026-05-30' }, 'saidRequired'],
    ['moved to no day', moved, 'fieldInvalid dueOn'],
    ['moved to nothing', { ...moved, dueOn: null }, 'fieldInvalid dueOn'],
    ['moved to today', { ...moved, dueOn: TODAY }, 'fieldInvalid dueOn'],
    ['moved to tomorrow', { ...moved, dueOn: '2026-04-21' }, 'ok'],
    ['moved to a day that does not exist', { ...moved, dueOn: '2026-06-31' }, 'fieldInvalid dueOn'],
  ])('%s', (_what, more, code, rows = toDo) => {
    expect(codeOf(settled(more, rows))).toBe(code)
  })

  it('that is gone from the lists, or is no action at all, is an outdated card', () => {
    expect(codeOf(settled({}, toDo, KEY, { ...toDo, benefitActions: [] }))).toBe('cardOutdated')
    const report = { ...obligationOf(toDo, KEY), kind: 'statusReport' } as const
    expect(codeOf(settled({ obligation: report }))).toBe('cardOutdated')
  })
})

describe('the lesson of a stopped project', () => {
  const lesson = (more: Partial<SettleActionInput>) => settled({ byId: 'manager', ...more }, stopped, LESSON)

  it('is its sentence on the project, and no line more', () => {
    expect(lesson({ said: ' Start i det små. ' })).toEqual({
      ok: true,
      value: {
        changes: [{ op: 'update', list: 'projects', key: 'project', set: { stopReason: 'Start i det små.' }, version: 'projects/project' }],
      },
    })
  })

  it.each<[string, Partial<SettleActionInput>, string]>([
    ['without a sentence', {}, 'saidRequired'],
    ['dropped', { answer: 'dropped', said: 'x' }, 'fieldInvalid answer'],
    ['moved', { answer: 'moved', said: 'x', dueOn: '2026-06-01' }, 'fieldInvalid answer'],
  ])('%s', (_what, more, code) => {
    expect(codeOf(lesson(more))).toBe(code)
  })
})
