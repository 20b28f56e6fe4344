import { civilDateOf } from '#domain/dates.ts'
import { measurement } from '#domain/facts.fixture.ts'
import type { Instant } from '#domain/model.ts'
import type { MemoryLists } from './memory/lists.ts'

/** While cards are being sent people answer elsewhere, hand over, take a break, and come back. */
export function somethingHappens(lists: MemoryLists, now: Instant, random: () => number): void {
  const { tables } = lists.facts()
  const today = civilDateOf(now)
  const pick = <T>(rows: Iterable<T>): T => {
    const all = [...rows]
    return all[Math.floor(random() * all.length)] as T
  }
  for (let n = 0; n < 3; n += 1) {
    const chance = random()
    const indicator = pick(tables.indicators.values())
    const person = pick(tables.people.values())
    if (chance < 0.3) {
      const own = { indicatorKey: indicator.key, projectKey: indicator.projectKey, periodKey: '', actedAt: now }
      lists.set('measurements', measurement(today, { ...own, key: `${indicator.key}:${today}:1` }))
    } else if (chance < 0.6) lists.set('indicators', { ...indicator, measurerId: person.personId })
    else if (chance < 0.8) lists.set('people', { ...person, reach: person.reach === 'blocked' ? 'ok' : 'blocked' })
    else if (chance < 0.9) lists.set('people', { ...person, pausedUntil: person.pausedUntil === null ? '2027-01-01' : null })
  }
}
