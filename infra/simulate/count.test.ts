import { describe, expect, it } from 'vitest'
import type { SkipReason } from '#domain/codes.ts'
import { nudge } from '#domain/facts.fixture.ts'
import type { NudgeRecord } from '#domain/model.ts'
import type { NudgeDecision } from '#domain/nudge.ts'
import { countDays } from './count.ts'

const DAY = '2026-05-18'
const send = { personId: 'kari', day: DAY, steps: [], obligationKeys: [], action: 'send' } as NudgeDecision
const skip = (reason: SkipReason) => ({ ...send, action: 'skip', reason, until: null }) as NudgeDecision
const row = (state: NudgeRecord['state'], outcome: string | null = null) => nudge('kari', DAY, [], { state, outcome })
const card = { personId: 'kari', day: DAY, sure: true }

/** One day of one person: before the first pass, after the last, in the ledger, and at Teams. */
function count(before: NudgeDecision[], after: NudgeDecision[], rows: NudgeRecord[], came = [card].slice(1)) {
  const lost: string[] = []
  const ledger = new Map(rows.map((one) => [one.key, one]))
  return { ...countDays([{ day: DAY, before, after }], came, ledger, (what) => lost.push(what)), because: lost }
}

describe('a card that was due is counted once', () => {
  it.each([
    ['sent', [send], [], [row('sent')], [card], { sent: 1 }],
    ['unknown, whether it came or not', [send], [], [row('unknown')], [], { unknown: 1 }],
    ['unknown when its pass died', [send], [], [row('claimed')], [card], { unknown: 1 }],
    ['failed', [send], [send], [row('failed', 'throttled')], [], { failed: 1 }],
    ['skipped, as the ledger says', [send], [], [row('skipped', 'unreachable')], [], { skipped: { unreachable: 1 } }],
    ['skipped from the start', [skip('snoozed')], [skip('snoozed')], [], [], { skipped: { snoozed: 1 } }],
    ['answered before it could be sent', [send], [], [], [], { skipped: { answered: 1 } }],
  ] as const)('as %s', (_what, before, after, rows, came, expected) => {
    expect(count([...before], [...after], [...rows], [...came])).toMatchObject({ decided: 1, lost: 0, because: [], ...expected })
  })

  it('as lost when it was decided, and nothing tells of it', () => {
    expect(count([send], [send], [])).toMatchObject({ decided: 1, lost: 1, because: ['decided and forgotten: kari:2026-05-18'] })
  })

  it.each([
    ['came although the ledger denies it', row('failed', 'gone'), [card], 'came, but the ledger says failed: kari:2026-05-18'],
    ['never came although the ledger says so', row('sent'), [], 'said to be sent, never came: kari:2026-05-18'],
  ])('as lost when it %s', (_what, ledger, came, because) => {
    expect(count([send], [], [ledger], [...came])).toMatchObject({ lost: 1, because: [because] })
  })
})
