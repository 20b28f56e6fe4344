import type { CivilDate, NudgeRecord } from '#domain/model.ts'
import type { NudgeDecision } from '#domain/nudge.ts'

/** One day: what was to be sent before its first pass, and what is still to be sent after its last. */
export interface DayJudged {
  day: CivilDate
  before: readonly NudgeDecision[]
  after: readonly NudgeDecision[]
}

/** What became of the cards that were due; all counts are persons and days. */
export interface Counts {
  decided: number
  sent: number
  skipped: Record<string, number>
  failed: number
  unknown: number
  lost: number
}

/** A card that arrived: whose, on which day, and whether that is certain. */
export interface Came {
  personId: string
  day: CivilDate
  sure: boolean
}

const keyOf = (personId: string, day: CivilDate): string => `${personId}:${day}`.toLowerCase()

/**
 * Counts each person and day once, by the ledger and by what came, never by what the engine says of itself. Lost is what was
 * to be sent and neither came, nor stands in the ledger, nor has a reason to wait; what came although the ledger denies it;
 * and what the ledger says was sent and never came. `onLost` hears of each.
 */
export function countDays(
  judged: readonly DayJudged[],
  came: readonly Came[],
  ledger: ReadonlyMap<string, NudgeRecord>,
  onLost: (what: string) => void = () => undefined,
): Counts {
  const counts: Counts = { decided: 0, sent: 0, skipped: {}, failed: 0, unknown: 0, lost: 0 }
  const cards = new Map<string, Came[]>()
  for (const card of came) cards.set(keyOf(card.personId, card.day), [...(cards.get(keyOf(card.personId, card.day)) ?? []), card])
  const lose = (what: string): void => {
    counts.lost += 1
    onLost(what)
  }
  for (const { day, before, after } of judged) {
    const decided = new Map(before.map((one) => [one.personId, one]))
    const afterwards = new Map(after.map((one) => [one.personId, one]))
    const people = new Set([...decided.keys(), ...came.filter((card) => card.day === day).map(({ personId }) => personId)])
    for (const personId of people) {
      const key = keyOf(personId, day)
      const row = ledger.get(key)
      const cardsHere = cards.get(key) ?? []
      const skip = (reason: string): void => {
        counts.skipped[reason] = (counts.skipped[reason] ?? 0) + 1
      }
      // A claim whose time is not out is on its way to `unknown`.
      const mayHaveCome = row?.state === 'sent' || row?.state === 'unknown' || row?.state === 'claimed'
      if (cardsHere.length > 0 && !mayHaveCome) lose(`came, but the ledger says ${row?.state ?? 'nothing'}: ${key}`)
      if (row?.state === 'sent' && !cardsHere.some(({ sure }) => sure)) lose(`said to be sent, never came: ${key}`)
      const first = decided.get(personId)
      const last = afterwards.get(personId)
      counts.decided += 1
      if (row?.state === 'sent') counts.sent += 1
      else if (mayHaveCome) counts.unknown += 1
      else if (row?.state === 'failed') counts.failed += 1
      else if (row?.state === 'skipped') skip(row.outcome ?? 'skipped')
      else if (last?.action === 'send') {
        counts.failed += 1
        lose(`decided and forgotten: ${key}`)
      } else if (last?.action === 'skip') skip(last.reason)
      else skip(first?.action === 'skip' ? first.reason : 'answered')
    }
  }
  return counts
}
