import { describe, expect, it } from 'vitest'
import { confirmOwnership, isOwnershipConfirmed } from './confirm-ownership.ts'
import { applied, factsOf } from './facts.fixture.ts'
import type { Obligation } from './obligation.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const KEY = 'measurement:indicator:2026-01-31'
const facts = factsOf()
const asked = (more: Partial<Obligation> = {}): Obligation => {
  const found = planObligations(facts, DEFAULT_SETTINGS, '2026-02-17').find(({ key }) => key === KEY)
  if (!found) throw new Error(`no ${KEY}`)
  return { ...found, round: 2, ...more }
}

describe('«eierskap overtatt?»', () => {
  it('yes is one line of the log for each round, and moves nothing', () => {
    const yes = confirmOwnership(asked(), 'measurer', { facts })
    const record = {
      key: `ownershipconfirmed:2:${KEY}`,
      what: 'ownershipConfirmed',
      refKey: KEY,
      before: null,
      after: { round: 2 },
      why: null,
    }
    expect(yes).toEqual({ ok: true, value: { changes: [{ op: 'create', list: 'log', record }] } })
    if (!yes.ok) throw new Error(yes.code)
    const after = applied(facts, yes.value.changes)
    expect([1, 2, 3].map((round) => isOwnershipConfirmed(asked({ round }), after))).toEqual([false, true, false])
    expect(confirmOwnership(asked(), 'measurer', { facts: after })).toEqual({ ok: true, value: { changes: [] } })
    expect(confirmOwnership(asked({ state: 'fulfilled' }), 'measurer', { facts: after })).toEqual({ ok: true, value: { changes: [] } })
  })

  it.each<[string, Partial<Obligation>, string, string]>([
    ['by another', {}, 'owner', 'notAllowed'],
    ['of what is nobody’s', { assigneeId: null }, 'measurer', 'notAllowed'],
    ['of what is answered', { state: 'fulfilled' }, 'measurer', 'cardOutdated'],
    ['of what has fallen away', { state: 'lapsed' }, 'measurer', 'cardOutdated'],
  ])('%s is refused', (_what, more, byId, code) => {
    expect(confirmOwnership(asked(more), byId, { facts })).toEqual({ ok: false, code })
  })

  it('keeps a key within what a column holds', () => {
    expect(confirmOwnership(asked({ key: 'k'.repeat(300) }), 'measurer', { facts })).toMatchObject({
      value: { changes: [{ record: { key: `ownershipconfirmed:2:${'k'.repeat(179)}` } }] },
    })
  })
})
