import { describe, expect, it } from 'vitest'
import { acting, factsOf, peopleWith, person, project } from '#domain/facts.fixture.ts'
import { planObligations } from '#domain/obligations.ts'
import { answerNotRelevant } from './answer-not-relevant.ts'
import { delegateObligation, takeBackObligation } from './delegate-obligation.ts'
import { memoryStore } from './memory-store.fixture.ts'
import type { Asker, Store } from './ports.ts'
import { proposeObligationNotRelevant } from './propose-not-relevant.ts'
import { snoozeObligation } from './snooze-obligation.ts'
import { wrongPerson } from './wrong-person.ts'

const TODAY = '2026-02-17'
const obligationKey = 'measurement:indicator:2026-01-31'
const asker = (personId: string): Asker => ({ personId, via: 'tab', now: `${TODAY}T10:00:00Z`, today: TODAY })
const start = (rows: Parameters<typeof factsOf>[0] = {}) => memoryStore(factsOf({ people: peopleWith(person('helper')), ...rows }))
const now = (store: Store) => {
  const { facts } = store.snapshot()
  return planObligations(facts, acting(facts, TODAY).settings, TODAY).find(({ key }) => key === obligationKey)
}
type Act = (store: Store, as: string) => Promise<{ ok: boolean; code?: string; field?: string }>
const ACTS: Record<string, Act> = {
  snooze: (store, as) => snoozeObligation({ obligationKey, until: { openDays: 3 }, reason: null }, asker(as), { store }),
  delegate: (store, as) => delegateObligation({ obligationKey, toId: 'helper', reason: null }, asker(as), { store }),
  takeBack: (store, as) => takeBackObligation({ obligationKey }, asker(as), { store }),
  propose: (store, as) => proposeObligationNotRelevant({ obligationKey, reason: 'the form is gone' }, asker(as), { store }),
  approve: (store, as) => answerNotRelevant({ obligationKey, approve: true, reason: null }, asker(as), { store }),
  reject: (store, as) => answerNotRelevant({ obligationKey, approve: false, reason: 'it is used' }, asker(as), { store }),
  wrongPerson: (store, as) => wrongPerson({ obligationKey, suggestedId: null, reason: null }, asker(as), { store }),
}
const act = (name: keyof typeof ACTS, store: Store, as = 'measurer') => (ACTS[name] as Act)(store, as)

describe('acts on an obligation', () => {
  it.each<[string, string[], string, object | undefined]>([
    ['snooze', [], 'measurer', { snoozedUntil: '2026-02-20', snoozeCount: 1 }],
    ['delegate', [], 'measurer', { delegatedToId: 'helper', delegatedUntil: '2026-02-24' }],
    ['takeBack', ['delegate'], 'measurer', { delegatedToId: null }],
    ['takeBack', ['delegate'], 'helper', { delegatedToId: null }],
    ['propose', [], 'measurer', { state: 'onHold' }],
    ['approve', ['propose'], 'benefit-owner', { state: 'lapsed' }],
    ['reject', ['propose'], 'benefit-owner', { state: 'overdue', snoozedUntil: '2026-02-18' }],
    ['wrongPerson', [], 'measurer', { assigneeId: 'benefit-owner', round: 2 }],
  ])('%s after %j by %s changes it, and the same again changes nothing', async (name, before, as, expected) => {
    const { store, tables } = start()
    for (const earlier of before) expect(await act(earlier, store)).toMatchObject({ ok: true })
    const first = await act(name, store, as)
    expect(first).toMatchObject({ ok: true })
    expect(now(store)).toMatchObject(expected ?? {})
    const rows = [tables().obligations.get(obligationKey), tables().log.size]
    expect(await act(name, store, as)).toEqual(first)
    expect([tables().obligations.get(obligationKey), tables().log.size]).toEqual(rows)
  })

  it.each(Object.keys(ACTS))('%s is refused to a stranger, and of a restricted project as if it were not there', async (name) => {
    expect(await act(name, start().store, 'helper')).toMatchObject({ ok: false, code: 'notAllowed' })
    const hidden = start({ projects: [project({ restricted: true })] }).store
    const unseen = await act(name, hidden, 'helper')
    const absent = await act(name, start({ indicators: [] }).store, 'helper')
    expect(unseen).toEqual(absent)
    expect(absent).toEqual({ ok: false, code: 'notFound' })
  })

  it('a row somebody else has made meanwhile is read, and decided on once more', async () => {
    const { store, set } = start()
    let races = 1
    const racing: Store = {
      ...store,
      write: (changes, actor) => {
        const [first] = changes
        if (races > 0 && first?.op === 'create' && first.list === 'obligations') {
          races -= 1
          const stamp = { actorId: 'system', actedAt: `${TODAY}T09:59:59Z`, via: 'system', schemaVersion: 1 } as const
          set('obligations', { ...first.record, snoozedUntil: null, snoozeCount: 0, ...stamp })
        }
        return store.write(changes, actor)
      },
    }
    expect(await act('snooze', racing)).toEqual({ ok: true, value: { until: '2026-02-20' } })
    expect(now(store)).toMatchObject({ snoozeCount: 1 })
  })

  it('that nobody can carry out just now says so, and one whose rows always change is refused', async () => {
    const down = memoryStore(factsOf(), () => ({ code: 'storeUnavailable', done: 0 })).store
    expect(await act('snooze', down)).toEqual({ ok: false, code: 'storeUnavailable' })
    const busy = memoryStore(factsOf(), (list) => ({ code: 'conflict', list: list as 'log', key: '', current: null, done: 0 })).store
    expect(await act('snooze', busy)).toEqual({ ok: false, code: 'cardOutdated' })
  })

  it('names the field that mends a refusal', async () => {
    const { store } = start()
    const two = { obligationKey, until: { openDays: 2 }, reason: null }
    expect(await snoozeObligation(two, asker('measurer'), { store })).toMatchObject({ code: 'fieldInvalid', field: 'snooze' })
    const toNobody = { obligationKey, toId: 'nobody', reason: null }
    expect(await delegateObligation(toNobody, asker('measurer'), { store })).toMatchObject({ code: 'personInvalid', field: 'toId' })
    const silent = { obligationKey, reason: ' ' }
    expect(await proposeObligationNotRelevant(silent, asker('measurer'), { store })).toMatchObject({
      code: 'reasonRequired',
      field: 'reason',
    })
  })

  it('of the last who can answer is kept, told to the office once, and refused with what to do', async () => {
    const { store, tables } = start({ projects: [project({ ownerId: null, programmeKey: null })], benefits: [] })
    for (let n = 0; n < 2; n += 1) {
      expect(await act('wrongPerson', store)).toEqual({ ok: false, code: 'lastResponsible' })
      expect([...tables().log.values()].map(({ what }) => what)).toEqual(['wrongPerson'])
    }
    expect(now(store)?.assigneeId).toBe('measurer')
  })
})
