import { isOpenDay, openDaysBetween } from '#domain/calendar.ts'
import { civilDateOf, isoWeek, localTimeOf } from '#domain/dates.ts'
import type { Facts } from '#domain/facts.ts'
import type { CivilDate } from '#domain/model.ts'
import type { CalendarSettings } from '#domain/settings.ts'
import { type Counts, countDays, type DayJudged } from './count.ts'
import type { Arrival } from './memory/teams.ts'

export interface SeedAudit extends Counts {
  duplicates: number
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
  let unclaimed = 0
  let outsideOpenHours = 0
  const found = (what: string): 1 => {
    faults.push(what)
    return 1
  }
  const again = (counts: Map<string, number>, key: string): number => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
  for (const card of cards) {
    const { to, row } = card
    const { year, week } = isoWeek(dayOf(card))
    again(perWeek, `${to} ${year}-${week}`)
    if (again(perDay, `${to} ${dayOf(card)}`) > 1) duplicates += found(`twice a day: ${to} ${dayOf(card)}`)
    const time = localTimeOf(card.at, calendar.zone)
    if (!isOpenDay(dayOf(card), calendar) || time < calendar.quietTo || time >= calendar.quietFrom) outsideOpenHours += 1
    if (!row) unclaimed += found(`sent without a claim: ${to} ${dayOf(card)}`)
    for (const { obligationKey, round, step } of row?.steps ?? []) {
      // The office's digest goes to each of its members once; everybody else's step goes to one person.
      const id = `${obligationKey}|${round}|${step}|${step === 'office' ? to : ''}`
      if (again(steps, id) > 1) duplicates += found(`step twice: ${id}`)
    }
  }
  const posts = new Map<string, number>()
  for (const post of arrivals.filter(({ what }) => what === 'post'))
    if (again(posts, `${post.to} ${dayOf(post).slice(0, 7)}`) > 1) duplicates += found(`post twice: ${dayOf(post)}`)

  const came = cards.map((card) => ({ personId: card.to, day: dayOf(card), sure: card.sure }))
  const counts = countDays(judged, came, facts.tables.nudges, (what) => void faults.push(what))
  return {
    ...counts,
    ...{ duplicates, lost: counts.lost + unclaimed, outsideOpenHours, resourceUnits: units, faults },
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
