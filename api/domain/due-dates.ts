import { addOpenDayNumber, nextOpenDayNumber, previousOpenDayNumber } from './calendar.ts'
import type { Frequency } from './codes.ts'
import { addDays, dateOfDay, dayNumber, dayNumberOf, daysInMonth, endOfMonth, instantAt, yearMonthDay } from './dates.ts'
import type { CivilDate, Indicator } from './model.ts'
import { DEFAULT_SETTINGS, type LadderSettings, type Settings } from './settings.ts'

/** The dates of one obligation (domain.md §3.2, rules 1–6). All are civil dates but `nudgeAtUtc`, `YYYY-MM-DDTHH:MMZ`. */
export interface DueDates {
  measurementDate: CivilDate
  dueDate: CivilDate
  /** From local midnight of this day it is overdue. */
  overdueFrom: CivilDate
  preNoticeOn: CivilDate
  nudgeOn: CivilDate
  nudgeAtUtc: string
  chaseOn: CivilDate
  leaderOn: CivilDate
  officeOn: CivilDate
}

/** The ladder's dates from a due date and an overdue date. */
export interface LadderDates {
  dueOn: CivilDate
  overdueFrom: CivilDate
  /** null when the setting says no notice. */
  preNoticeOn: CivilDate | null
  firstOn: CivilDate
  chaseOn: CivilDate
  leaderOn: CivilDate
  officeOn: CivilDate
}

export type Schedule = Pick<Indicator, 'frequency' | 'anchorOn' | 'monthEndRule'>
export type DueOverride = { registrationDays?: number | null; graceOpenDays?: number | null }

/** Months from one measurement date to the next. A `once` has only its anchor. */
export const MONTHS_BETWEEN: Record<Frequency, number> = { monthly: 1, quarterly: 3, tertial: 4, halfYearly: 6, yearly: 12, once: 0 }

/** Whether the schedule measures on the last day of the month: as set, otherwise when the anchor is one. */
export const measuresAtMonthEnd = ({ anchorOn, monthEndRule }: Schedule): boolean =>
  monthEndRule === null ? endOfMonth(anchorOn) === anchorOn : monthEndRule === 'lastDay'

/**
 * Day numbers of the measurement dates by `k`, counted from the anchor and never chained (rule 1), so that 31 January gives
 * 28 February and then 31 March. `k` may be negative, to bound the first period; a `once` has the anchor for every `k`.
 */
export function measurementDays(schedule: Schedule): (k: number) => number {
  const { year, month, day } = yearMonthDay(dayNumber(schedule.anchorOn))
  const step = MONTHS_BETWEEN[schedule.frequency]
  const wanted = step > 0 && measuresAtMonthEnd(schedule) ? 31 : day
  return (k) => {
    const months = year * 12 + month - 1 + k * step
    const newYear = Math.floor(months / 12)
    const newMonth = months - newYear * 12 + 1
    return dayNumberOf(newYear, newMonth, Math.min(wanted, daysInMonth(newYear, newMonth)))
  }
}

/** Measurement date `k` of a schedule. Throws RangeError for a `once` with k ≠ 0: it has only one. */
export function measurementDateAt(schedule: Schedule, k: number): CivilDate {
  if (schedule.frequency === 'once' && k !== 0) throw new RangeError('a schedule of once has only measurement date 0')
  return dateOfDay(measurementDays(schedule)(k))
}

/** The first `k` whose measurement date is on or after the date; for `once` 0, or null when its only date has passed. */
export const firstIndexOnOrAfter = (schedule: Schedule, date: CivilDate): number | null =>
  schedule.frequency !== 'once' ? repeatedIndex(schedule, date) : schedule.anchorOn >= date ? 0 : null

/** `firstIndexOnOrAfter` of a schedule that repeats; negative when the date lies before the anchor. */
export function repeatedIndex(schedule: Schedule, date: CivilDate): number {
  const anchor = yearMonthDay(dayNumber(schedule.anchorOn))
  const wanted = yearMonthDay(dayNumber(date))
  const months = (wanted.year - anchor.year) * 12 + wanted.month - anchor.month
  const dayAt = measurementDays(schedule)
  const day = dayNumber(date)
  let k = Math.floor(months / MONTHS_BETWEEN[schedule.frequency])
  while (dayAt(k) < day) k += 1
  return k
}

/** The ladder from its due and overdue date: notice before the due date; first nudge on the first open day it is overdue; the rest in open days from that. */
export function ladderDates(dueOn: CivilDate, overdueFrom: CivilDate, settings: Pick<Settings, 'calendar' | 'ladder'>): LadderDates {
  return { dueOn, overdueFrom, ...ladderFrom(overdueFrom, settings), preNoticeOn: preNoticeOn(dueOn, settings) }
}

const preNoticeOn = (dueOn: CivilDate, { calendar, ladder }: Pick<Settings, 'calendar' | 'ladder'>): CivilDate | null =>
  ladder.preNoticeOpenDays === 0 ? null : dateOfDay(addOpenDayNumber(dayNumber(dueOn), -ladder.preNoticeOpenDays, calendar))

/** First nudge, chase, leader and office when the first may come on `date` at the earliest. */
export function ladderFrom(
  date: CivilDate,
  { calendar, ladder }: { calendar: Settings['calendar']; ladder: LadderSettings },
): Pick<LadderDates, 'firstOn' | 'chaseOn' | 'leaderOn' | 'officeOn'> {
  const first = nextOpenDayNumber(dayNumber(date), calendar)
  return {
    firstOn: dateOfDay(first),
    chaseOn: dateOfDay(addOpenDayNumber(first, ladder.chase, calendar)),
    leaderOn: dateOfDay(addOpenDayNumber(first, ladder.leader, calendar)),
    officeOn: dateOfDay(addOpenDayNumber(first, ladder.office, calendar)),
  }
}

/** The day after the `graceOpenDays`-th open day after the due date. */
export const overdueAfter = (dueOn: CivilDate, graceOpenDays: number, settings: Pick<Settings, 'calendar'>): CivilDate =>
  dateOfDay(addOpenDayNumber(dayNumber(dueOn), graceOpenDays, settings.calendar) + 1)

type Memo = Map<number, Map<number, LadderDates>>
const memos = new WeakMap<Settings, Memo>()

/**
 * The ladder's dates of measurement dates under one set of terms (days to register, open days of grace). The dates of a
 * day are the same for every indicator with these terms, so they are computed once and remembered with the settings.
 */
export function measurementLadder(terms: DueOverride, settings: Settings): (day: number) => LadderDates {
  const registration = terms.registrationDays ?? settings.due.registrationDays
  const grace = terms.graceOpenDays ?? settings.due.graceOpenDays
  let memo = memos.get(settings)
  if (!memo) {
    memo = new Map()
    memos.set(settings, memo)
  }
  const code = registration * 1000 + grace
  const known: Map<number, LadderDates> = memo.get(code) ?? new Map()
  memo.set(code, known)
  return (day) => {
    let dates = known.get(day)
    if (!dates) {
      const dueOn = dateOfDay(nextOpenDayNumber(day + registration, settings.calendar))
      dates = ladderDates(dueOn, overdueAfter(dueOn, grace, settings), settings)
      known.set(day, dates)
    }
    return dates
  }
}

function withNudgeTime(measurementDate: CivilDate, ladder: LadderDates, settings: Settings): DueDates {
  const { calendar } = settings
  return {
    measurementDate,
    dueDate: ladder.dueOn,
    overdueFrom: ladder.overdueFrom,
    preNoticeOn: ladder.preNoticeOn ?? ladder.dueOn,
    nudgeOn: ladder.firstOn,
    nudgeAtUtc: `${instantAt(ladder.firstOn, calendar.sendFrom, calendar.zone).slice(0, 16)}Z`,
    chaseOn: ladder.chaseOn,
    leaderOn: ladder.leaderOn,
    officeOn: ladder.officeOn,
  }
}

/** The dates of a measurement (rule 3): due = measurement date + registration days, rolled forward to an open day. */
export const measurementDue = (measurementDate: CivilDate, terms: DueOverride = {}, settings: Settings = DEFAULT_SETTINGS): DueDates =>
  withNudgeTime(measurementDate, measurementLadder(terms, settings)(dayNumber(measurementDate)), settings)

/** The last day of a period `YYYY-MM`. */
export function endOfPeriod(period: string): CivilDate {
  const year = Number(period.slice(0, 4))
  const month = Number(period.slice(5, 7))
  return `${period}-${daysInMonth(year, month)}`
}

/** The ladder of a status report (rule 4); null for July, which has none. */
export function statusReportLadder(period: string, settings: Settings): LadderDates | null {
  if (period.endsWith('-07')) return null
  const dueOn = dateOfDay(addOpenDayNumber(dayNumber(endOfPeriod(period)), settings.due.reportOpenDays, settings.calendar))
  return ladderDates(dueOn, overdueAfter(dueOn, settings.due.reportGraceOpenDays, settings), settings)
}

/** The dates of the status report of a month `YYYY-MM`: the fifth open day after its end, two open days of grace; none for July. */
export function statusReportDue(period: string, settings: Settings = DEFAULT_SETTINGS): DueDates | null {
  const ladder = statusReportLadder(period, settings)
  return ladder && withNudgeTime(endOfPeriod(period), ladder, settings)
}

/**
 * The ladder of a report before a project board's meeting (rule 4, setting «før styringsgruppemøte»): due five open days before
 * it, with a report's days of grace, but overdue at the latest on the day of the meeting.
 */
export function meetingLadder(meeting: CivilDate, settings: Settings): LadderDates {
  const { meetingOpenDays, reportGraceOpenDays } = settings.due
  const day = dayNumber(meeting)
  const dueOn = dateOfDay(
    meetingOpenDays === 0 ? previousOpenDayNumber(day, settings.calendar) : addOpenDayNumber(day, -meetingOpenDays, settings.calendar),
  )
  const overdue = overdueAfter(dueOn, reportGraceOpenDays, settings)
  const latest = meeting > dueOn ? meeting : addDays(dueOn, 1)
  return ladderDates(dueOn, overdue < latest ? overdue : latest, settings)
}

/** The ladder of a baseline: due the last open day before go-live, without grace, for afterwards it can no longer be measured (rule 2). */
export function baselineLadder(plannedGoLive: CivilDate, settings: Settings): LadderDates {
  const dueOn = dateOfDay(previousOpenDayNumber(dayNumber(plannedGoLive) - 1, settings.calendar))
  return ladderDates(dueOn, addDays(dueOn, 1), settings)
}

/** The dates of a baseline measurement; its measurement date is the due date. */
export function baselineDue(plannedGoLive: CivilDate, settings: Settings = DEFAULT_SETTINGS): DueDates {
  const ladder = baselineLadder(plannedGoLive, settings)
  return withNudgeTime(ladder.dueOn, ladder, settings)
}
