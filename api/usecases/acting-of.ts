import type { Acting } from '#domain/acting.ts'
import type { CivilDate, PersonId } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import { isDelegatedTo, viewContext } from '#views/context.ts'
import type { Snapshot } from './ports.ts'

/** What a rule about somebody's act reads: one picture of the lists, today's settings, and the versions it decides on. */
export function actingOf({ facts, versionOf }: Snapshot, today: CivilDate): Acting {
  return {
    facts,
    today,
    settings: settingsOn(today, facts.tables.settings.values()),
    // A row that is not there has no version; whoever writes it then is refused by the store.
    versionOf: (list, key) => versionOf(list, key) ?? '',
  }
}

/** An obligation by its key as it stands today; undefined when there is none. */
export const obligationOf = ({ facts }: Snapshot, key: string, today: CivilDate): Obligation | undefined =>
  viewContext(facts, today).obligations.find((obligation) => obligation.key === key)

/** The month's status report as it is delegated to a person today; undefined when it is not. */
export const delegatedReport = (
  { facts }: Snapshot,
  projectKey: string,
  period: string,
  { personId, today }: { personId: PersonId; today: CivilDate },
): Obligation | undefined =>
  (viewContext(facts, today).obligationsByRef.get(projectKey) ?? []).find(
    (one) => one.kind === 'statusReport' && one.periodKey === period && isDelegatedTo(one, personId, today),
  )
