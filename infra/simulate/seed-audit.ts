import { isOpenDay, openDaysBetween } from '#domain/calendar.ts'
import { civilDateOf, isoWeek, localTimeOf } from '#domain/dates.ts'
import type { Facts } from '#domain/facts.ts'
import type { CivilDate } from '#domain/model.ts'
import type { NudgeDecision } from '#domain/nudge.ts'
import type { CalendarSettings } from '#domain/settings.ts'
import type { Arrival } from './memory/teams.ts'

/** One day: what was to be sent before its first pass, and what is still to be sent after its last. */
export interface DayJudged {
  day: CivilDate
  before: readonly NudgeDecision[]
  after: readonly NudgeDecision[]
}

export interface SeedAudit {
  decided: number
  sent: number
  skipped: Record<string, number>
  failed: number
  unknown: number
  duplicates: number
  lost: number
  maxCardsPerPersonPerDay: number
  maxCardsPerPersonPerWeek: number
  outsideOpenHours: number
  resourceUnits: number
  /** From the day a card was first decided until the first about the same obligation came. */
  longestSilenceOpenDays: number
  /** What was found wrong, in codes and keys. */
  faults: string[]
}

interface Evidence {
  arrivals: readonly Arrival[]
  judged: readonly DayJudged[]
  facts: Facts
  calendar: CalendarSettings
  units: number
  channels: readonly string[]
}

/**
 * Judges a seed by what Teams received, or may have received. A card of which nobody knows counts as received: if anything
 * more is sent for it, that is a duplicate. Lost is what was decided and neither came, nor stands in the ledger, nor has a
 * reason to wait; and what came although the ledger denies it.
 */
export function auditSeed({ arrivals, judged, facts, calendar, units }: Evidence): SeedAudit {
  const faults: string[] = []
  const cards = arrivals.filter(({ what }) => what === 'card')
  const dayOf = ({ at }: Arrival): CivilDate => civilDateOf(at, calendar.zone)
  const perDay = new Map<string, number>()
  const perWeek = new Map<string, number>()
  const steps = new Map<string, number>()
  let duplicates = 0
  let lost = 0
  let outsideOpenHours = 0
  const again = (counts: Map<string, number>, key: string): number => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
  for (const card of cards) {
    const { to, row } = card
    const { year, week } = isoWeek(dayOf(card))
    again(perWeek, `${to} ${year}-${week}`)
    if (again(perDay, `${to} ${dayOf(card)}`) > 1) duplicates += faults.push(`twice a day: ${to} ${dayOf(card)}`) && 1
    const time = localTimeOf(card.at, calendar.zone)
    if (!isOpenDay(dayOf(card), calendar) || time < calendar.quietTo || time >= calendar.quietFrom) outsideOpenHours += 1
    if (!row) lost += faults.push(`sent without a claim: ${to} ${dayOf(card)}`) && 1
    for (const { obligationKey, round, step } of row?.steps ?? []) {
      // The office's digest goes to each of its members once; everybody else's step goes to one person.
      const id = `${obligationKey}|${round}|${step}|${step === 'office' ? to : ''}`
      if (again(steps, id) > 1) duplicates += faults.push(`step twice: ${id}`) && 1
    }
  }
  const posts = new Map<string, number>()
  for (const post of arrivals.filter(({ what }) => what === 'post'))
    if (again(posts, `${post.to} ${dayOf(post).slice(0, 7)}`) > 1) duplicates += faults.push(`post twice: ${dayOf(post)}`) && 1

  const counted = { sent: 0, skipped: {} as Record<string, number>, failed: 0, unknown: 0 }
  for (const { day, before, after } of judged) {
    const afterwards = new Map(after.map((one) => [one.personId, one]))
    const people = new Set(before.map(({ personId }) => personId))
    for (const card of cards) if (dayOf(card) === day) people.add(card.to)
    for (const personId of people) {
      const row = facts.tables.nudges.get(`${personId}:${day}`)
      const came = cards.filter((card) => card.to === personId && dayOf(card) === day)
      const waits = afterwards.get(personId)
      const skip = (reason: string): void => {
        counted.skipped[reason] = (counted.skipped[reason] ?? 0) + 1
      }
      // A claim whose time is not out is on its way to `unknown`.
      if (came.length > 0 && row?.state !== 'sent' && row?.state !== 'unknown' && row?.state !== 'claimed') {
        lost += faults.push(`came, but the ledger says ${row?.state ?? 'nothing'}: ${personId} ${day}`) && 1
      }
      if (row?.state === 'sent' && !came.some(({ sure }) => sure))
        lost += faults.push(`said to be sent, never came: ${personId} ${day}`) && 1
      if (row?.state === 'sent') counted.sent += 1
      else if (row?.state === 'unknown' || row?.state === 'claimed') counted.unknown += 1
      else if (row?.state === 'failed') counted.failed += 1
      else if (waits?.action === 'send') lost += faults.push(`decided and forgotten: ${personId} ${day}`) && 1
      else skip(waits?.action === 'skip' ? waits.reason : 'answered')
    }
  }
  const { sent, skipped, failed, unknown } = counted
  const decided = sent + failed + unknown + Object.values(skipped).reduce((sum, count) => sum + count, 0)
  return {
    ...{ decided, sent, skipped, failed, unknown, duplicates, lost, outsideOpenHours, resourceUnits: units, faults },
    longestSilenceOpenDays: silenceOf(judged, cards, calendar),
    maxCardsPerPersonPerDay: Math.max(0, ...perDay.values()),
    maxCardsPerPersonPerWeek: Math.max(0, ...perWeek.values()),
  }
}

function silenceOf(judged: readonly DayJudged[], cards: readonly Arrival[], calendar: CalendarSettings): number {
  const heardOn = new Map<string, CivilDate>()
  for (const { row } of cards)
    for (const { obligationKey } of row?.steps ?? []) if (!heardOn.has(obligationKey)) heardOn.set(obligationKey, row?.day ?? '')
  let longest = 0
  for (const { day, before } of judged) {
    for (const { action, obligationKeys } of before) {
      for (const key of action === 'send' ? obligationKeys : []) {
        const heard = heardOn.get(key) ?? day
        if (heard > day) longest = Math.max(longest, openDaysBetween(day, heard, calendar))
      }
    }
  }
  return longest
}
