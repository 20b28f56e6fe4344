import type { Fault } from '#contract/errors.ts'
import type { Via } from '#domain/codes.ts'
import type { Facts } from '#domain/facts.ts'
import type { Change, CivilDate, ConversationRecord, Instant, ListCode, PersonId, Records } from '#domain/model.ts'
import type { Result } from '#domain/result.ts'

/** A row or list that could not be read; the rest still works and the office sees which row and why. */
export interface ReadFault {
  list: ListCode
  itemId: string
  column: string | null
  code: 'unreadableRow' | 'listMissing' | 'columnMissing' | 'unfinishedAct'
  detail: string
  /** Of an unfinished act: who began it, when, and which rows wait for the rest. */
  act?: { personId: PersonId; since: Instant; rows: { list: ListCode; key: string }[] }
}

/** One consistent picture of all lists. Immutable: a reader never sees half an act. */
export interface Snapshot {
  facts: Facts
  takenAt: Instant
  /** Changes whenever anything in it does; the tab's ETag. */
  version: string
  /** The version to name in an update; null when there is no such record. */
  versionOf(list: ListCode, key: string): string | null
  faults: readonly ReadFault[]
}

/** Who acts, from where, and when: stamped on every record written. */
export interface Actor {
  personId: PersonId
  via: Via
  now: Instant
}

export type WriteFault =
  | { code: 'alreadyExists'; list: ListCode; key: string; current: Records[ListCode] | null; done: number }
  | { code: 'conflict'; list: ListCode; key: string; current: Records[ListCode] | null; done: number }
  | { code: 'storeUnavailable'; done: number }
  | { code: 'refusedByStore'; list: ListCode; key: string; detail: string; done: number }

/**
 * The municipality's lists. `write` carries the changes out in order and stops at the first that is refused (`done` says how
 * many stand). Several changes are one act: none of them counts for anybody until all are written, and the same act said again
 * by the same person goes on where it was broken off. What stands is in `snapshot()` at once.
 */
export interface Store {
  snapshot(): Snapshot
  /** Reads what has changed in the lists; false when they could not be reached (the old picture stands). */
  refresh(): Promise<boolean>
  write(changes: readonly Change[], actor: Actor): Promise<Result<{ versions: string[] }, WriteFault>>
}

/** Who is out of office by Teams right now. */
export interface Presence {
  /** Those of the people who are; null when it may not be read, or cannot be just now. */
  outOfOffice(personIds: readonly PersonId[]): Promise<ReadonlySet<PersonId> | null>
}

/** What came of giving a person the app: `notAllowed` without the municipality's consent, for anybody. */
export type Installation = 'installed' | 'notInstalled' | 'notAllowed'

/** What became of one card. `unknown` is an ambiguous send: the card may have arrived, so it is never sent again; `quietHours` and `leaseLost` were held back. */
export type DeliveryOutcome =
  | { outcome: 'sent'; conversation: string; activityId: string }
  | { outcome: 'unknown'; detail: string }
  | {
      outcome: 'failed'
      failure:
        | 'blocked'
        | 'gone'
        | 'notInRoster'
        | 'disabledByAdmin'
        | 'tooLarge'
        | 'throttled'
        | 'unavailable'
        | 'notConfigured'
        | 'refused'
        | 'quietHours'
        | 'leaseLost'
      detail: string
    }

export type UseCaseResult<T> = Result<T, Fault>

/** A person acting, from where, and the day it is for them. */
export interface Asker {
  personId: PersonId
  via: Via
  now: Instant
  today: CivilDate
}

export type { ConversationRecord }
