import { nextOpenDay } from './calendar.ts'
import { addDays } from './dates.ts'
import { type LadderDates, ladderDates } from './due-dates.ts'
import type { CivilDate } from './model.ts'
import type { PlanContext } from './plan-context.ts'

/**
 * The dates of what somebody has set a date for: due that day or the first open day after it, overdue the day after, without
 * grace. With the settings of that day, so that a later calendar moves nothing (rule 12).
 */
export function datedAt(dueOn: CivilDate, { settingsAt }: Pick<PlanContext, 'settingsAt'>): LadderDates {
  const settings = settingsAt(dueOn)
  const due = nextOpenDay(dueOn, settings.calendar)
  return ladderDates(due, addDays(due, 1), settings)
}

/** Whether the due date lies in the part of time that is planned. */
export const inBounds = ({ dueOn }: Pick<LadderDates, 'dueOn'>, { from, to }: Pick<PlanContext, 'from' | 'to'>): boolean =>
  dueOn <= to && (from === null || dueOn >= from)
