import { describe, expect, it } from 'vitest'
import { confirmOwnership, isOwnershipConfirmed } from './confirm-ownership.ts'
import { applied, factsOf, project } from './facts.fixture.ts'
import type { Obligation } from './obligation.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const KEY = 'measurement:indicator:2026-01-31'
const TODAY = '2026-02-17'
const facts = factsOf()
const asked = (more: Partial<Obligation> = {}): Obligation => {
  const found = planObligations(facts, DEFAULT_SETTINGS, TODAY).find(({ key }) => key === KEY)
  if (!found) throw new Error(`no ${KEY}`)
  return { ...found, round: 2, ...more }
}

describe('«eierskap overtatt?»', () => {
  it('yes is one line of the log for each round, and moves nothing', () => {
    const yes = confirmOwnership(asked(), 'measurer', { facts, today: TODAY })
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
    expect(confirmOwnership(asked(), 'measurer', { facts: after, today: TODAY })).toEqual({ ok: true, value: { changes: [] } })
    expect(confirmOwnership(asked({ state: 'fulfilled' }), 'measurer', { facts: after, today: TODAY })).toEqual({
      ok: true,
      value: { changes: [] },
    })
  })

  it.each<[string, Partial<Obligation>, string, string]>([
    ['by another', {}, 'owner', 'notAllowed'],
    ['by somebody the lists do not know', {}, 'nobody', 'notAllowed'],
    ['of what is nobody’s', { assigneeId: null }, 'measurer', 'notAllowed'],
    ['of what is answered', { state: 'fulfilled' }, 'measurer', 'cardOutdated'],
    ['of what has fallen away', { state: 'lapsed' }, 'measurer', 'cardOutdated'],
  ])('%s is refused', (_what, more, byId, code) => {
    expect(confirmOwnership(asked(more), byId, { facts, today: TODAY })).toEqual({ ok: false, code })
  })

  it('tells one who may not see the project no more than that nothing is there', () => {
    const hidden = factsOf({ projects: [project({ restricted: true })] })
    const by = (byId: string) => confirmOwnership(asked(), byId, { facts: hidden, today: TODAY })
    expect([by('responsible'), by('nobody'), by('owner')]).toEqual([
      { ok: false, code: 'notFound' },
      { ok: false, code: 'notFound' },
      { ok: false, code: 'notAllowed' },
    ])
  })

  it('keeps a key within what a column holds', () => {
    expect(confirmOwnership(asked({ key: 'k'.repeat(300) }), 'measurer', { facts, today: TODAY })).toMatchObject({
      value: { changes: [{ record: { key: `ownershipconfirmed:2:${'k'.repeat(179)}` } }] },
    })
  })
})
