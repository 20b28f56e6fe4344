import { isOpenDay, openDaysBetween } from '#domain/calendar.ts'
import { civilDateOf, isoWeek, localTimeOf } from '#domain/dates.ts'
import type { CivilDate, NudgeRecord } from '#domain/model.ts'
import type { CalendarSettings } from '#domain/settings.ts'

/** A nudge card as the connector received it: when, and which ledger row it says it is. */
export interface ReceivedCard {
  at: string
  nudgeKey: string
}

export interface Audit {
  duplicates: number
  maxCardsPerPersonPerDay: number
  maxCardsPerPersonPerWeek: number
  outsideOpenHours: number
}

/**
 * Judges a simulation by what the connector received against what was decided, not by the engine's own word.
 * duplicate = a card or a step that came more than once. What was lost is for count.ts to say.
 */
export function audit(received: readonly ReceivedCard[], ledger: readonly NudgeRecord[], calendar: CalendarSettings): Audit {
  const times = countBy(received, (card) => card.nudgeKey)
  const rows = new Map(ledger.map((row) => [row.key, row]))
  const steps = new Map<string, number>()
  for (const nudgeKey of times.keys()) {
    for (const { obligationKey, round, step } of rows.get(nudgeKey)?.steps ?? []) {
      // The office's digest goes to each of its members once; everybody else's step goes to one person.
      const who = step === 'office' ? (rows.get(nudgeKey)?.personId ?? '') : ''
      const id = `${obligationKey}|${round}|${step}|${who}`
      steps.set(id, (steps.get(id) ?? 0) + 1)
    }
  }
  const perWeek = countBy(received, ({ nudgeKey }) => {
    const at = nudgeKey.lastIndexOf(':')
    const { year, week } = isoWeek(nudgeKey.slice(at + 1))
    return `${nudgeKey.slice(0, at)}:${year}-${week}`
  })
  return {
    duplicates: surplus(times) + surplus(steps),
    maxCardsPerPersonPerDay: Math.max(0, ...times.values()),
    maxCardsPerPersonPerWeek: Math.max(0, ...perWeek.values()),
    outsideOpenHours: received.filter(({ at }) => !inOpenHours(at, calendar)).length,
  }
}

const surplus = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count - 1, 0)

function countBy<T>(rows: readonly T[], keyOfRow: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOfRow(row), (counts.get(keyOfRow(row)) ?? 0) + 1)
  return counts
}

function inOpenHours(at: string, calendar: CalendarSettings): boolean {
  const time = localTimeOf(at, calendar.zone)
  return isOpenDay(civilDateOf(at, calendar.zone), calendar) && time >= calendar.quietTo && time < calendar.quietFrom
}

/** Open days from when each obligation's first nudge was due until somebody got a card about it, or it was answered. */
export function longestSilence(
  due: readonly { key: string; firstOn: CivilDate; endedOn: CivilDate }[],
  firstCardOn: ReadonlyMap<string, CivilDate>,
  calendar: CalendarSettings,
): number {
  let longest = 0
  for (const { key, firstOn, endedOn } of due) {
    const heardOn = firstCardOn.get(key) ?? endedOn
    const until = heardOn < endedOn ? heardOn : endedOn
    if (until > firstOn) longest = Math.max(longest, openDaysBetween(firstOn, until, calendar))
  }
  return longest
}
