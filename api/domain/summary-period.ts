import { addOpenDays, nextOpenDay } from './calendar.ts'
import type { Rhythm, Scope } from './codes.ts'
import { addDays, addMonths, isoWeek, weekday } from './dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate } from './model.ts'
import type { Settings } from './settings.ts'

/** What a channel's summary is of: `2026-05` a month, `2026-W21` an ISO week, `2026-06-04` the meeting it comes before. */
export interface SummaryPeriod {
  period: string
  /** The first day it is posted: an open day. */
  from: CivilDate
}

const weekOf = (date: CivilDate): string => {
  const { year, week } = isoWeek(date)
  return `${year}-W${String(week).padStart(2, '0')}`
}

const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekday(date))

/** The meetings that a summary of a scope comes before: those of its projects' boards, sorted. */
export function meetingsOf(scope: { kind: Scope; key: string | null }, { tables }: Facts, { meetings }: Settings): CivilDate[] {
  const isIn = (projectKey: string): boolean => {
    const project = tables.projects.get(projectKey)
    if (!project) return false
    if (scope.kind === 'portfolio') return true
    if (scope.kind === 'project') return project.key === scope.key
    return scope.kind === 'area' ? project.area === scope.key : project.programmeKey === scope.key
  }
  return [...new Set(Object.entries(meetings).flatMap(([key, dates]) => (isIn(key) ? dates : [])))].sort()
}

/**
 * The period a summary is of on a day, and from when it is posted: the first open day of the month or week, or the last open
 * day before the next meeting. null when no meeting is known, or the whole week is closed.
 */
export function summaryPeriod(
  rhythm: Rhythm,
  today: CivilDate,
  meetings: readonly CivilDate[],
  { calendar }: Settings,
): SummaryPeriod | null {
  if (rhythm === 'monthly') return { period: today.slice(0, 7), from: nextOpenDay(`${today.slice(0, 7)}-01`, calendar) }
  if (rhythm === 'weekly') {
    const from = nextOpenDay(mondayOf(today), calendar)
    return weekOf(from) === weekOf(today) ? { period: weekOf(today), from } : null
  }
  const meeting = meetings.find((date) => date >= today)
  return meeting === undefined ? null : { period: meeting, from: addOpenDays(meeting, -1, calendar) }
}

/** The day a summary's numbers are compared with the end of: before the week, before the month; before a meeting's month. */
export function firstDayOf(period: string): CivilDate {
  const week = /^(\d{4})-W(\d{2})$/.exec(period)
  // 4 January is always in the first week (ISO 8601).
  if (week) return addDays(mondayOf(`${week[1]}-01-04`), 7 * (Number(week[2]) - 1))
  return `${period.slice(0, 7)}-01`
}

/** The week or month before, by which the change is named. */
export function periodBefore(period: string): string {
  const first = firstDayOf(period)
  return period.includes('W') ? weekOf(addDays(first, -7)) : addMonths(first, -1).slice(0, 7)
}
