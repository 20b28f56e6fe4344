import { nextOpenDay } from './calendar.ts'
import { addDays } from './dates.ts'
import { baselineLadder, type LadderDates, ladderDates } from './due-dates.ts'
import type { CivilDate } from './model.ts'
import { type PlanContext, versionsUntil } from './plan-context.ts'

/**
 * The dates of what somebody has set a date for: due that day or the first open day after it, overdue the day after, without
 * grace. With the settings of that day, so that a later calendar moves nothing (rule 12).
 */
export function datedAt(dueOn: CivilDate, { settingsAt }: Pick<PlanContext, 'settingsAt'>): LadderDates {
  const settings = settingsAt(dueOn)
  const due = nextOpenDay(dueOn, settings.calendar)
  return ladderDates(due, addDays(due, 1), settings)
}

/**
 * The dates of a baseline: by the first settings that are still in force on the due date they give, so that a calendar that
 * holds from the day of going live moves no baseline that was due before it (rule 12).
 */
export function baselineAt(
  plannedGoLive: CivilDate,
  context: Pick<PlanContext, 'settingsAt' | 'facts'>,
): { dates: LadderDates; day: CivilDate } {
  for (const settings of versionsUntil(plannedGoLive, context)) {
    const dates = baselineLadder(plannedGoLive, settings)
    if (context.settingsAt(dates.dueOn) === settings) return { dates, day: dates.dueOn }
  }
  return { dates: baselineLadder(plannedGoLive, context.settingsAt(plannedGoLive)), day: plannedGoLive }
}

/** Whether the due date lies in the part of time that is planned. */
export const inBounds = ({ dueOn }: Pick<LadderDates, 'dueOn'>, { from, to }: Pick<PlanContext, 'from' | 'to'>): boolean =>
  dueOn <= to && (from === null || dueOn >= from)
