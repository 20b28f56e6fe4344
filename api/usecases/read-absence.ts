import { absenceOf, askedAbout } from '#domain/absence.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Instant, PersonId } from '#domain/model.ts'
import type { Away } from '#domain/nudge-people.ts'
import { planObligations } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import { SYSTEM } from './courier.ts'
import type { Presence, Store } from './ports.ts'

/**
 * Who is away today, asked anew before each pass and only about those whom something is asked of. Without the municipality's
 * consent, or while Graph does not answer, nobody is: pause and deputy in the app stand. A row somebody else changed meanwhile
 * keeps what they wrote, and is seen to at the next pass.
 */
export async function readAbsence(
  at: { now: Instant },
  { store, presence }: { store: Store; presence: Presence },
): Promise<ReadonlyMap<PersonId, Away>> {
  const { facts, versionOf } = store.snapshot()
  const rows = [...facts.tables.settings.values()]
  const today = civilDateOf(at.now, settingsOn(at.now.slice(0, 10), rows).calendar.zone)
  const asked = askedAbout(planObligations(facts, settingsOn(today, rows), today), facts)
  const outOfOffice = asked.length === 0 ? new Set<PersonId>() : await presence.outOfOffice(asked)
  if (outOfOffice === null) return new Map()
  const { away, changes } = absenceOf(asked, outOfOffice, { facts, today, versionOf: (list, key) => versionOf(list, key) ?? '' })
  for (const change of changes) await store.write([change], { personId: SYSTEM, via: 'system', now: at.now })
  return away
}
