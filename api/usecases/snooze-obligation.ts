import type { Fault } from '#contract/errors.ts'
import { addOpenDays, openDaysBetween } from '#domain/calendar.ts'
import { isCivilDate } from '#domain/dates.ts'
import type { Facts } from '#domain/facts.ts'
import { may } from '#domain/may.ts'
import type { Change, CivilDate } from '#domain/model.ts'
import { type Obligation, planObligations } from '#domain/obligations.ts'
import { type Result, refuse } from '#domain/result.ts'
import { type Settings, settingsOn } from '#domain/settings.ts'
import type { Asker, Snapshot, Store, UseCaseResult } from './ports.ts'
import { obligationRow } from './run-nudges.ts'
import { writeFault } from './write-fault.ts'

/** domain.md §3.2, rule 10: 1, 3 or 5 open days or a date; twice at most, ten open days in all; a reason from the second. */
export const SNOOZE_DAYS = [1, 3, 5] as const
export const MAX_SNOOZES = 2
export const MAX_SNOOZED_OPEN_DAYS = 10

export interface SnoozeRequest {
  obligationKey: string
  /** Open days, or the day itself. */
  until: { openDays: number } | { date: CivilDate }
  reason: string | null
}

/**
 * Puts off the nudges of one obligation; its due date and `overdueFrom` stand. Refuses: notFound, notAllowed, cardOutdated
 * (already answered or lapsed), fieldInvalid, snoozeLimit, reasonRequired, staleEdit, storeUnavailable.
 */
export async function snoozeObligation(
  request: SnoozeRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ until: CivilDate }>> {
  const snapshot = deps.store.snapshot()
  const decided = decide(request, asker, snapshot)
  if (!decided.ok) return decided
  const written = await deps.store.write(decided.value.changes, { personId: asker.personId, via: asker.via, now: asker.now })
  return written.ok ? { ok: true, value: { until: decided.value.until } } : refuse(writeFault(written))
}

/** Open days an obligation has been put off so far, read from the log. */
export function snoozedOpenDays(obligationKey: string, snoozeCount: number, facts: Facts): number {
  let days = 0
  for (let n = 1; n <= snoozeCount; n += 1) {
    const after = facts.tables.log.get(logKey(obligationKey, n))?.after
    const openDays = typeof after === 'object' && after !== null && 'openDays' in after ? after.openDays : 0
    days += typeof openDays === 'number' ? openDays : 0
  }
  return days
}

/** The days that may still be chosen for an obligation; none when it has been put off as often or as long as it may. */
export function snoozeChoices(obligation: Pick<Obligation, 'key' | 'snoozeCount'>, facts: Facts): number[] {
  if (obligation.snoozeCount >= MAX_SNOOZES) return []
  const left = MAX_SNOOZED_OPEN_DAYS - snoozedOpenDays(obligation.key, obligation.snoozeCount, facts)
  return SNOOZE_DAYS.filter((days) => days <= left)
}

const logKey = (obligationKey: string, n: number): string => `snooze:${n}:${obligationKey}`.slice(0, 200)

function decide(request: SnoozeRequest, asker: Asker, snapshot: Snapshot): Result<{ changes: Change[]; until: CivilDate }, Fault> {
  const { facts } = snapshot
  const settings = settingsOn(asker.today, facts.tables.settings.values())
  const obligation = planObligations(facts, settings, asker.today).find(({ key }) => key === request.obligationKey)
  if (!obligation) return refuse({ code: 'notFound' })
  const person = facts.peopleById.get(asker.personId) ?? null
  const allowed = may(person, 'answerObligation', { obligation, today: asker.today }, facts)
  if (!allowed.ok) return refuse(allowed)
  if (obligation.state === 'fulfilled' || obligation.state === 'lapsed') return refuse({ code: 'cardOutdated' })
  const chosen = chosenDay(request.until, asker.today, settings)
  if (!chosen.ok) return chosen
  const { until, openDays } = chosen.value
  const left = MAX_SNOOZED_OPEN_DAYS - snoozedOpenDays(obligation.key, obligation.snoozeCount, facts)
  if (obligation.snoozeCount >= MAX_SNOOZES || openDays > left) return refuse({ code: 'snoozeLimit', field: 'snooze' })
  const reason = request.reason?.trim() ?? ''
  if (obligation.snoozeCount > 0 && reason === '') return refuse({ code: 'reasonRequired', field: 'snoozeReason' })

  const set = { snoozedUntil: until, snoozeCount: obligation.snoozeCount + 1 }
  const stored = facts.tables.obligations.has(obligation.key)
  const version = snapshot.versionOf('obligations', obligation.key) ?? ''
  const row: Change = stored
    ? { op: 'update', list: 'obligations', key: obligation.key, set, version }
    : { op: 'create', list: 'obligations', record: { ...obligationRow(obligation), ...set } }
  const entry: Change = {
    op: 'create',
    list: 'log',
    record: {
      key: logKey(obligation.key, set.snoozeCount),
      what: 'snoozed',
      refKey: obligation.key,
      before: { snoozedUntil: obligation.snoozedUntil },
      after: { until, openDays },
      why: reason === '' ? null : reason,
    },
  }
  return { ok: true, value: { changes: [row, entry], until } }
}

function chosenDay(
  chosen: SnoozeRequest['until'],
  today: CivilDate,
  { calendar }: Settings,
): Result<{ until: CivilDate; openDays: number }, Fault> {
  if ('openDays' in chosen) {
    if (!SNOOZE_DAYS.some((days) => days === chosen.openDays)) return refuse({ code: 'fieldInvalid', field: 'snooze' })
    return { ok: true, value: { until: addOpenDays(today, chosen.openDays, calendar), openDays: chosen.openDays } }
  }
  if (!isCivilDate(chosen.date) || chosen.date <= today) return refuse({ code: 'dateInvalid', field: 'snooze' })
  return { ok: true, value: { until: chosen.date, openDays: openDaysBetween(today, chosen.date, calendar) } }
}
