import { type ClosedReason, closedReason, openDaysBetween } from './calendar.ts'
import { addDays } from './dates.ts'
import type { CivilDate, Indicator, Project } from './model.ts'
import type { Obligation } from './obligation.ts'
import type { Settings } from './settings.ts'

/** One step of how an obligation got its dates, to be put into words by its code. */
export type Explanation =
  | { code: 'measuredOn' | 'monthEndsOn' | 'goLiveOn'; date: CivilDate }
  /** Calendar days to register, from the measurement date. */
  | { code: 'registrationDays'; days: number; date: CivilDate }
  /** Open days from the month's end to the due date. */
  | { code: 'reportOpenDays'; days: number; date: CivilDate }
  /** That day is closed, and the date is moved to the nearest open one. */
  | { code: 'closed'; on: CivilDate; reason: ClosedReason; date: CivilDate }
  | { code: 'dueOn'; date: CivilDate }
  /** The due date is not what today's rules give: it was frozen when something happened, or moved by a hold. */
  | { code: 'dateStands'; date: CivilDate }
  /** Open days of grace after the due date. */
  | { code: 'graceOpenDays'; days: number; date: CivilDate }
  | { code: 'overdueFrom'; date: CivilDate }
  | { code: 'firstNudgeOn'; date: CivilDate }

/** The way to the due date: what it starts from, and what it is moved by. Empty for dates somebody has set. */
function wayToDue(obligation: Obligation, about: { indicator?: Indicator; project?: Project }, { due, calendar }: Settings): Explanation[] {
  const { kind, asOf } = obligation
  if (kind === 'measurement' && asOf !== null) {
    const days = about.indicator?.registrationDays ?? due.registrationDays
    const registered = addDays(asOf, days)
    return [
      { code: 'measuredOn', date: asOf },
      { code: 'registrationDays', days, date: registered },
      ...moved(registered, obligation, calendar),
    ]
  }
  if (kind === 'statusReport' && asOf !== null) {
    const days = openDaysBetween(asOf, obligation.dueOn, calendar)
    const steps: Explanation[] = days === due.reportOpenDays ? [{ code: 'reportOpenDays', days, date: obligation.dueOn }] : []
    return [{ code: 'monthEndsOn', date: asOf }, ...(steps.length > 0 ? steps : stands(obligation))]
  }
  const goLive = about.project?.plannedGoLive
  return kind === 'baseline' && goLive ? [{ code: 'goLiveOn', date: goLive }, ...moved(addDays(goLive, -1), obligation, calendar)] : []
}

const stands = ({ dueOn }: Obligation): Explanation[] => [{ code: 'dateStands', date: dueOn }]

/** From a day to the due date: nothing when they are one, the reason when it is closed, otherwise a date that stands by itself. */
function moved(day: CivilDate, obligation: Obligation, calendar: Settings['calendar']): Explanation[] {
  const { dueOn } = obligation
  if (day === dueOn) return []
  const reason = closedReason(day, calendar)
  const between = Math.abs(openDaysBetween(day, dueOn, calendar))
  return reason !== null && between === 1 ? [{ code: 'closed', on: day, reason, date: dueOn }] : stands(obligation)
}

/**
 * How an obligation got its dates, in order: from the measurement date (month's end, go-live) over the days to register and
 * closed days to the due date, the days of grace, overdue, and the first nudge. Everything as data; words are put to it where
 * it is shown. Source: domain.md §3.2, rules 2–6.
 */
export function explain(obligation: Obligation, about: { indicator?: Indicator; project?: Project }, settings: Settings): Explanation[] {
  const { dueOn, overdueFrom, firstOn } = obligation
  const { calendar } = settings
  const grace = openDaysBetween(dueOn, addDays(overdueFrom, -1), calendar)
  const closed = closedReason(overdueFrom, calendar)
  return [
    ...wayToDue(obligation, about, settings),
    { code: 'dueOn', date: dueOn },
    ...(grace > 0 ? [{ code: 'graceOpenDays' as const, days: grace, date: addDays(overdueFrom, -1) }] : []),
    { code: 'overdueFrom', date: overdueFrom },
    ...(closed && firstOn > overdueFrom ? [{ code: 'closed' as const, on: overdueFrom, reason: closed, date: firstOn }] : []),
    { code: 'firstNudgeOn', date: firstOn },
  ]
}
