import { type Acting, changeObligation, isUnanswered, trimmed } from './acting.ts'
import { addOpenDays, openDaysBetween } from './calendar.ts'
import { isCivilDate } from './dates.ts'
import type { Facts } from './facts.ts'
import { type MayFault, may } from './may.ts'
import type { Change, CivilDate, Instant, PersonId } from './model.ts'
import { isProposedIn } from './not-relevant.ts'
import type { Obligation } from './obligation.ts'
import { ok, type Result, refuse } from './result.ts'
import { isUndoTime, UNDO_MINUTES } from './undo-measurement.ts'

/** Rule 10: 1, 3 or 5 open days or a date; twice at most and ten open days in all; a reason from the second. */
export const SNOOZE_DAYS = [1, 3, 5] as const
export const MAX_SNOOZES = 2
export const MAX_SNOOZED_OPEN_DAYS = 10

export interface SnoozeInput {
  obligation: Obligation
  /** Open days from today, or the day itself. */
  until: { openDays: number } | { date: CivilDate }
  reason: string | null
  byId: PersonId
}

export type SnoozeFault = MayFault | { code: 'cardOutdated' | 'fieldInvalid' | 'dateInvalid' | 'snoozeLimit' | 'reasonRequired' }

type PutOff = Pick<Obligation, 'key' | 'round' | 'snoozeCount'>

/** The log's line of one snooze. A new owner counts from one again (rule 9), and the lines of the one before still stand. */
const logKey = ({ key, round }: Pick<Obligation, 'key' | 'round'>, n: number): string =>
  `snooze:${round === 1 ? '' : `${round}:`}${n}:${key}`.slice(0, 200)

const undoneKey = (obligation: Pick<Obligation, 'key' | 'round'>, n: number): string => `undone:${logKey(obligation, n)}`.slice(0, 200)

/** The numbers of the snoozes that stand, as the log has them: one that was taken back is passed over. */
function standing(obligation: PutOff, { tables }: Facts): number[] {
  const found: number[] = []
  for (let n = 1; found.length < obligation.snoozeCount; n += 1) if (!tables.log.has(undoneKey(obligation, n))) found.push(n)
  return found
}

/** The number of the next snooze: a line that stands is never written again, also where it was taken back. */
function nextNumber(obligation: PutOff, { tables }: Facts): number {
  let n = obligation.snoozeCount + 1
  while (tables.log.has(logKey(obligation, n))) n += 1
  return n
}

const fieldIn = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined

/** Open days an obligation has been put off so far, read from the log. */
export function snoozedOpenDays(obligation: PutOff, facts: Facts): number {
  let days = 0
  for (const n of standing(obligation, facts)) {
    const openDays = fieldIn(facts.tables.log.get(logKey(obligation, n))?.after, 'openDays')
    days += typeof openDays === 'number' ? openDays : 0
  }
  return days
}

/** The open days that may still be chosen; none when it has been put off as often or as long as it may. */
export function snoozeDaysLeft(obligation: PutOff, facts: Facts): number[] {
  if (obligation.snoozeCount >= MAX_SNOOZES) return []
  const left = MAX_SNOOZED_OPEN_DAYS - snoozedOpenDays(obligation, facts)
  return SNOOZE_DAYS.filter((days) => days <= left)
}

/** The latest day it may be put off to; null when it has been put off as often or as long as it may. */
export function snoozeLatest(obligation: PutOff, { facts, today, settings }: Omit<Acting, 'versionOf'>): CivilDate | null {
  const left = MAX_SNOOZED_OPEN_DAYS - snoozedOpenDays(obligation, facts)
  return obligation.snoozeCount >= MAX_SNOOZES || left < 1 ? null : addOpenDays(today, left, settings.calendar)
}

function chosen(until: SnoozeInput['until'], { today, settings }: Acting): Result<{ until: CivilDate; openDays: number }, SnoozeFault> {
  const { calendar } = settings
  if ('openDays' in until) {
    if (!SNOOZE_DAYS.some((days) => days === until.openDays)) return refuse({ code: 'fieldInvalid' })
    return ok({ until: addOpenDays(today, until.openDays, calendar), openDays: until.openDays })
  }
  if (!isCivilDate(until.date) || until.date <= today) return refuse({ code: 'dateInvalid' })
  // Beyond the limit the days are not counted one by one: somebody may have typed a day in the year 9999.
  const tooFar = until.date >= addOpenDays(today, MAX_SNOOZED_OPEN_DAYS + 1, calendar)
  return ok({ until: until.date, openDays: tooFar ? MAX_SNOOZED_OPEN_DAYS + 1 : openDaysBetween(today, until.date, calendar) })
}

/**
 * Puts off the nudges of one obligation (rule 10): it moves nudges only; `dueOn`, `overdueFrom` and the office's day stand.
 * Put off to the day it is already put off to, nothing changes, and it counts once.
 */
export function snooze(input: SnoozeInput, acting: Acting): Result<{ until: CivilDate; changes: Change[] }, SnoozeFault> {
  const { obligation, byId } = input
  const { facts, today } = acting
  const allowed = may(facts.peopleById.get(byId) ?? null, 'answerObligation', { obligation, today }, facts)
  if (!allowed.ok) return allowed
  if (!isUnanswered(obligation) || isProposedIn(facts, obligation)) return refuse({ code: 'cardOutdated' })
  const day = chosen(input.until, acting)
  if (!day.ok) return day
  const { until, openDays } = day.value
  if (obligation.snoozedUntil === until) return ok({ until, changes: [] })
  if (obligation.snoozeCount >= MAX_SNOOZES || snoozedOpenDays(obligation, facts) + openDays > MAX_SNOOZED_OPEN_DAYS) {
    return refuse({ code: 'snoozeLimit' })
  }
  const why = trimmed(input.reason)
  if (obligation.snoozeCount > 0 && why === null) return refuse({ code: 'reasonRequired' })
  const snoozeCount = obligation.snoozeCount + 1
  const entry: Change = {
    op: 'create',
    list: 'log',
    record: {
      key: logKey(obligation, nextNumber(obligation, facts)),
      what: 'snoozed',
      refKey: obligation.key,
      before: { snoozedUntil: obligation.snoozedUntil },
      after: { until, openDays },
      why,
    },
  }
  return ok({ until, changes: [changeObligation(obligation, { snoozedUntil: until, snoozeCount }, acting), entry] })
}

export type UndoSnoozeFault = MayFault | { code: 'cardOutdated' } | { code: 'undoTooLate'; args: { limit: number } }

/**
 * «Angre» of a snooze, within ten minutes by the one who put it off: it rests no more (or until the day it rested until before),
 * and counts neither as one of two nor in days. Said again by the same person, nothing changes.
 */
export function undoSnooze(
  { obligation, byId, now }: Pick<SnoozeInput, 'obligation' | 'byId'> & { now: Instant },
  acting: Acting,
): Result<{ changes: Change[] }, UndoSnoozeFault> {
  const { facts, today } = acting
  const { log } = facts.tables
  const allowed = may(facts.peopleById.get(byId) ?? null, 'answerObligation', { obligation, today }, facts)
  if (!allowed.ok) return allowed
  const last = nextNumber(obligation, facts) - 1
  if (last > 0 && log.get(undoneKey(obligation, last))?.actorId === byId) return ok({ changes: [] })
  const line = log.get(logKey(obligation, last))
  const until = fieldIn(line?.after, 'until')
  if (!line || !isUnanswered(obligation) || obligation.snoozeCount === 0 || obligation.snoozedUntil !== until)
    return refuse({ code: 'cardOutdated' })
  if (line.actorId !== byId) return refuse({ code: 'notAllowed' })
  if (!isUndoTime(line, now)) return refuse({ code: 'undoTooLate', args: { limit: UNDO_MINUTES } })
  const before = fieldIn(line.before, 'snoozedUntil')
  const set = { snoozedUntil: typeof before === 'string' ? before : null, snoozeCount: obligation.snoozeCount - 1 }
  const entry: Change = {
    op: 'create',
    list: 'log',
    record: {
      key: undoneKey(obligation, last),
      what: 'snoozeUndone',
      refKey: obligation.key,
      before: { snoozedUntil: obligation.snoozedUntil },
      after: { until: set.snoozedUntil },
      why: null,
    },
  }
  return ok({ changes: [changeObligation(obligation, set, acting), entry] })
}
