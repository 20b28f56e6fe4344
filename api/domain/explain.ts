import { addOpenDays, type ClosedReason, closedReason, openDaysBetween } from './calendar.ts'
import { addDays } from './dates.ts'
import type { CivilDate, Indicator, Project } from './model.ts'
import type { LapsedReason, Obligation } from './obligation.ts'
import { meetingDueOn } from './plan-meetings.ts'
import type { Settings } from './settings.ts'
import { OPEN_DAYS_AFTER_HOLD } from './settle.ts'

/** One step of how an obligation got its dates, to be put into words by its code. */
export type Explanation =
  | { code: 'measuredOn' | 'monthEndsOn' | 'goLiveOn' | 'meetingOn'; date: CivilDate }
  /** Calendar days to register, from the measurement date. */
  | { code: 'registrationDays'; days: number; date: CivilDate }
  /** Open days from the month's end to the due date, or from the due date to the board's meeting. */
  | { code: 'reportOpenDays' | 'meetingOpenDays'; days: number; date: CivilDate }
  /** That day is closed, and the date is moved to the nearest open one; `also` is the last closed weekday passed, when it is closed for another reason. */
  | { code: 'closed'; on: CivilDate; reason: ClosedReason; date: CivilDate; also: { on: CivilDate; reason: ClosedReason } | null }
  | { code: 'dueOn'; date: CivilDate }
  /** Open days given after a hold that ended on a day. */
  | { code: 'heldUntil'; on: CivilDate; days: number; date: CivilDate }
  /** The due date is not what today's rules give: it was frozen when something happened. */
  | { code: 'dateStands'; date: CivilDate }
  /** Open days of grace after the due date. */
  | { code: 'graceOpenDays'; days: number; date: CivilDate }
  | { code: 'overdueFrom'; date: CivilDate }
  | { code: 'firstNudgeOn'; date: CivilDate }

/** The rule of domain.md §3.2 that each step follows (README.md lists them). */
export const RULE_OF: Record<Explanation['code'], number> = {
  measuredOn: 1,
  goLiveOn: 2,
  registrationDays: 3,
  closed: 3,
  dueOn: 3,
  graceOpenDays: 3,
  overdueFrom: 3,
  monthEndsOn: 4,
  meetingOn: 4,
  reportOpenDays: 4,
  meetingOpenDays: 4,
  firstNudgeOn: 6,
  heldUntil: 11,
  dateStands: 12,
}

/** What is explained of an obligation. */
export type Explained = Pick<Obligation, 'kind' | 'asOf' | 'dueOn' | 'overdueFrom' | 'firstOn'>
interface About {
  indicator?: Pick<Indicator, 'registrationDays'> | undefined
  project?: Pick<Project, 'key' | 'plannedGoLive' | 'holdTo'> | undefined
}

/** The way to the due date: what it starts from, and what it is moved by. Empty for dates somebody has set. */
function wayToDue(obligation: Explained, about: About, settings: Settings): Explanation[] {
  const { kind, asOf, dueOn } = obligation
  const { due, calendar } = settings
  if (kind === 'measurement' && asOf !== null) {
    const days = about.indicator?.registrationDays ?? due.registrationDays
    const registered = addDays(asOf, days)
    return [
      { code: 'measuredOn', date: asOf },
      { code: 'registrationDays', days, date: registered },
      ...moved(registered, obligation, about, calendar),
    ]
  }
  if (kind === 'statusReport' && asOf !== null) {
    const days = openDaysBetween(asOf, dueOn, calendar)
    const steps: Explanation[] = days === due.reportOpenDays ? [{ code: 'reportOpenDays', days, date: dueOn }] : []
    return [{ code: 'monthEndsOn', date: asOf }, ...(steps.length > 0 ? steps : stands(obligation, about, calendar))]
  }
  if (kind === 'statusReport') return beforeMeeting(obligation, about, settings)
  const goLive = about.project?.plannedGoLive
  return kind === 'baseline' && goLive
    ? [{ code: 'goLiveOn', date: goLive }, ...moved(addDays(goLive, -1), obligation, about, calendar)]
    : []
}

/** A report before a board's meeting (rule 4). */
function beforeMeeting(obligation: Explained, about: About, settings: Settings): Explanation[] {
  const { dueOn } = obligation
  const meeting = about.project ? meetingDueOn(dueOn, about.project, settings) : null
  if (meeting === null) return stands(obligation, about, settings.calendar)
  return [
    { code: 'meetingOn', date: meeting },
    { code: 'meetingOpenDays', days: settings.due.meetingOpenDays, date: dueOn },
  ]
}

/** A date the day's rules do not give: moved by a hold (rule 11), or frozen (rule 12). */
function stands({ dueOn }: Explained, { project }: About, calendar: Settings['calendar']): Explanation[] {
  const holdTo = project?.holdTo ?? null
  if (holdTo !== null && addOpenDays(holdTo, OPEN_DAYS_AFTER_HOLD, calendar) === dueOn) {
    return [{ code: 'heldUntil', on: holdTo, days: OPEN_DAYS_AFTER_HOLD, date: dueOn }]
  }
  return [{ code: 'dateStands', date: dueOn }]
}

/** From a day to the due date: nothing when they are one, the reason when it is closed, otherwise a date that stands by itself. */
function moved(day: CivilDate, obligation: Explained, about: About, calendar: Settings['calendar']): Explanation[] {
  const { dueOn } = obligation
  if (day === dueOn) return []
  const reason = closedReason(day, calendar)
  const between = Math.abs(openDaysBetween(day, dueOn, calendar))
  return reason !== null && between === 1 ? [closedLine(day, reason, dueOn, calendar)] : stands(obligation, about, calendar)
}

function closedLine(on: CivilDate, reason: ClosedReason, date: CivilDate, calendar: Settings['calendar']): Explanation {
  const back = date < on ? 1 : -1
  for (let passed = addDays(date, back); passed !== on; passed = addDays(passed, back)) {
    const other = closedReason(passed, calendar)
    if (other === null || other === 'weekend') continue
    return { code: 'closed', on, reason, date, also: other === reason ? null : { on: passed, reason: other } }
  }
  return { code: 'closed', on, reason, date, also: null }
}

/**
 * How an obligation got its dates, in order: from the measurement date (month's end, go-live, meeting) over the days to register
 * and closed days to the due date, the days of grace, overdue, and the first nudge. Everything as data; words are put to it where
 * it is shown. `settings` are those in force on the obligation's own day. Source: domain.md §3.2, rules 2–6.
 */
export function explain(obligation: Explained, about: About, settings: Settings): Explanation[] {
  const { dueOn, overdueFrom, firstOn } = obligation
  const { calendar } = settings
  const grace = openDaysBetween(dueOn, addDays(overdueFrom, -1), calendar)
  const closed = closedReason(overdueFrom, calendar)
  return [
    ...wayToDue(obligation, about, settings),
    { code: 'dueOn', date: dueOn },
    ...(grace > 0 ? [{ code: 'graceOpenDays' as const, days: grace, date: addDays(overdueFrom, -1) }] : []),
    { code: 'overdueFrom', date: overdueFrom },
    ...(closed && firstOn > overdueFrom ? [closedLine(overdueFrom, closed, firstOn, calendar)] : []),
    { code: 'firstNudgeOn', date: firstOn },
  ]
}

/** What has happened to an obligation beside its dates. */
export type StateExplanation =
  /** null: the day it was answered is not known. */
  | { code: 'answered'; inTime: boolean | null }
  | { code: 'lapsed'; reason: LapsedReason }
  | { code: 'onHold' }
  | { code: 'snoozedUntil' | 'delegatedUntil' | 'handedOverOn'; date: CivilDate }

/** Why an obligation is as it is on the day it was planned for: answered, fallen away, waiting, put off, delegated, taken over (rules 9–11). */
export function explainState(obligation: Obligation, today: CivilDate): StateExplanation[] {
  const { state, fulfilledInTime, lapsedReason, snoozedUntil, delegatedUntil, handoverOn } = obligation
  if (state === 'fulfilled') return [{ code: 'answered', inTime: fulfilledInTime }]
  if (state === 'lapsed') return [{ code: 'lapsed', reason: lapsedReason ?? 'waived' }]
  const lines: StateExplanation[] = []
  if (state === 'onHold') lines.push({ code: 'onHold' })
  if (handoverOn !== null) lines.push({ code: 'handedOverOn', date: handoverOn })
  if (delegatedUntil !== null && delegatedUntil > today) lines.push({ code: 'delegatedUntil', date: delegatedUntil })
  if (snoozedUntil !== null && snoozedUntil > today) lines.push({ code: 'snoozedUntil', date: snoozedUntil })
  return lines
}
