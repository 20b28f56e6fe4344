import { type LadderDates, meetingLadder } from './due-dates.ts'
import type { CivilDate, Project } from './model.ts'
import { type PlanContext, versionsUntil } from './plan-context.ts'
import type { Settings } from './settings.ts'

type Versions = Pick<PlanContext, 'settings' | 'settingsAt' | 'facts'>

/** Whether a project reports before its board's meetings instead of monthly (rule 4, H24): its meetings are in the settings. */
export const reportsBeforeMeetings = ({ key }: Pick<Project, 'key'>, { meetings }: Settings): boolean => Object.hasOwn(meetings, key)

/**
 * The dates of the report before a meeting, by the first settings that list the meeting and are still in force on the due date
 * they give: so a later list or a later rule moves no report that was due before it (rule 12). null when there are none.
 */
function standing(meeting: CivilDate, { key }: Pick<Project, 'key'>, versions: Versions): LadderDates | null {
  for (const settings of versionsUntil(meeting, versions)) {
    if (!settings.meetings[key]?.includes(meeting)) continue
    const dates = meetingLadder(meeting, settings)
    if (versions.settingsAt(dates.dueOn) === settings) return dates
  }
  return null
}

/** The dates of the report that is due in a month `YYYY-MM` before a meeting: the first one, for a project has one report a month; null when there is none. */
export function meetingReport(period: string, project: Pick<Project, 'key'>, versions: Versions): LadderDates | null {
  const { settings, facts } = versions
  const rows = [...facts.tables.settings.values()].flatMap(({ name, value }) => datesIn(name, value, project.key))
  const listed = [...rows, ...datesIn('meetings', settings.meetings, project.key)]
  for (const meeting of [...new Set(listed)].sort()) {
    const dates = standing(meeting, project, versions)
    if (dates?.dueOn.slice(0, 7) === period) return dates
  }
  return null
}

function datesIn(name: string, value: unknown, key: string): CivilDate[] {
  if (name !== 'meetings' || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return []
  const dates = (value as Record<string, unknown>)[key]
  return Array.isArray(dates) ? dates.filter((date) => typeof date === 'string') : []
}

/** The meeting a report with this due date is for; null when none is known. */
export const meetingDueOn = (dueOn: CivilDate, { key }: Pick<Project, 'key'>, settings: Settings): CivilDate | null =>
  [...(settings.meetings[key] ?? [])].sort().find((date) => meetingLadder(date, settings).dueOn === dueOn) ?? null
