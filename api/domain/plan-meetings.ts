import { type LadderDates, meetingLadder } from './due-dates.ts'
import type { CivilDate, Project } from './model.ts'
import type { PlanContext } from './plan-context.ts'
import type { Settings } from './settings.ts'

/** Whether a project reports before its board's meetings instead of monthly (rule 4, H24): its meetings are in the settings. */
export const reportsBeforeMeetings = ({ key }: Pick<Project, 'key'>, { meetings }: Settings): boolean => Object.hasOwn(meetings, key)

/**
 * The dates of the report that is due in a month `YYYY-MM` before a meeting: the first one, for a project has one report a month;
 * null when there is none. A meeting counts by the settings in force on its own day, so that a later list of meetings moves no
 * earlier one (rule 12).
 */
export function meetingReport(
  period: string,
  { key }: Pick<Project, 'key'>,
  { settingsAt, settings, facts }: Pick<PlanContext, 'settingsAt' | 'settings' | 'facts'>,
): LadderDates | null {
  const listed = [settings.meetings[key] ?? [], ...[...facts.tables.settings.values()].map(({ name, value }) => datesIn(name, value, key))]
  const standing = [...new Set(listed.flat())].sort().filter((date) => settingsAt(date).meetings[key]?.includes(date))
  return standing.map((date) => meetingLadder(date, settingsAt(date))).find(({ dueOn }) => dueOn.slice(0, 7) === period) ?? null
}

function datesIn(name: string, value: unknown, key: string): CivilDate[] {
  if (name !== 'meetings' || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return []
  const dates = (value as Record<string, unknown>)[key]
  return Array.isArray(dates) ? dates.filter((date) => typeof date === 'string') : []
}

/** The meeting a report with this due date is for; null when none is known. */
export const meetingDueOn = (dueOn: CivilDate, { key }: Pick<Project, 'key'>, settings: Settings): CivilDate | null =>
  [...(settings.meetings[key] ?? [])].sort().find((date) => meetingLadder(date, settings).dueOn === dueOn) ?? null
