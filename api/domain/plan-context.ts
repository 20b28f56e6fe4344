import type { Facts } from './facts.ts'
import { type MethodProfile, profileOf } from './method-profile.ts'
import type { CivilDate, Project } from './model.ts'
import type { Obligation } from './obligation.ts'
import { type PhaseSpan, phaseSpans } from './phases.ts'
import { type ProjectHistory, projectHistory } from './project-history.ts'
import { type Settings, settingsOn } from './settings.ts'

/** What every planner of one pass shares. */
export interface PlanContext {
  facts: Facts
  /** In force today. */
  settings: Settings
  today: CivilDate
  /** No measurement date before this day; null = no bound. */
  from: CivilDate | null
  /** Nothing due after this day. */
  to: CivilDate
  storedCount: number
  /** By the key of a measurement or report that a stored obligation says it was fulfilled by: its period. */
  answered: ReadonlyMap<string, string>
  /** The settings a measurement date is planned with. */
  settingsAt(date: CivilDate): Settings
  forProject(project: Project): ProjectPlan
}

export interface ProjectPlan {
  context: PlanContext
  project: Project
  spans: PhaseSpan[]
  history: ProjectHistory
  /** The method the project began with. */
  profile: MethodProfile
  /** No measurement date after this day: a stopped or closed project asks for nothing new. */
  last: CivilDate
}

/** An answer that fulfils; `recordedOn` is the local day it was first recorded, null when that is not known. */
export interface Answer {
  key: string
  recordedOn: CivilDate | null
}

/** An obligation on its way, with what settling it needs. */
export interface Planned {
  obligation: Obligation
  answer: Answer | null
  /** Open days of grace, for a due date that moves. */
  grace: number
  /** Due after the part of time that is planned, and only here because a hold looks at it (rule 11): it is not given. */
  beyond?: true
}

/**
 * The settings by date: those in force today for everything since the latest version, otherwise the version of the day.
 * Without versions the given settings hold for all time.
 */
function settingsByDate(facts: Facts, settings: Settings, today: CivilDate): (date: CivilDate) => Settings {
  const records = [...facts.tables.settings.values()]
  const changes = [...new Set(records.map((record) => record.validFrom))].sort()
  if (changes.length === 0) return () => settings
  const count = (date: CivilDate): number => changes.filter((validFrom) => validFrom <= date).length
  const versions = new Map<number, Settings>([[count(today), settings]])
  return (date) => {
    let version = 0
    for (const validFrom of changes) if (validFrom <= date) version += 1
    let found = versions.get(version)
    if (!found) {
      found = settingsOn(date, records)
      versions.set(version, found)
    }
    return found
  }
}

/** The settings there have been until a day, in their order. */
export function versionsUntil(day: CivilDate, { settingsAt, facts }: Pick<PlanContext, 'settingsAt' | 'facts'>): Settings[] {
  if (facts.tables.settings.size === 0) return [settingsAt(day)]
  const changes = [...facts.tables.settings.values()].map(({ validFrom }) => validFrom).filter((validFrom) => validFrom <= day)
  return [...new Set(['0000-01-01', ...changes].sort().map(settingsAt))]
}

function lastDay(project: Project, today: CivilDate, to: CivilDate): CivilDate {
  if (project.state === 'stopped' && project.stoppedOn !== null) return project.stoppedOn
  return project.state === 'stopped' || project.state === 'closed' ? today : to
}

function answeredPeriods({ tables }: Facts): ReadonlyMap<string, string> {
  const periods = new Map<string, string>()
  for (const { fulfilledByKey, periodKey } of tables.obligations.values())
    if (fulfilledByKey !== null) periods.set(fulfilledByKey, periodKey)
  return periods
}

/** Prepares one pass of planning. `from` and `to` bound it; the setting `startOn` bounds it too. */
export function planContext(
  facts: Facts,
  settings: Settings,
  today: CivilDate,
  { from, to }: { from: CivilDate | null; to: CivilDate },
): PlanContext {
  const start = settings.startOn
  const context: PlanContext = {
    facts,
    settings,
    today,
    from: start !== null && (from === null || start > from) ? start : from,
    to,
    storedCount: facts.tables.obligations.size,
    answered: answeredPeriods(facts),
    settingsAt: settingsByDate(facts, settings, today),
    forProject: (project) => {
      const history = projectHistory(project.key, facts)
      const profile = profileOf(project, facts)
      const spans = phaseSpans(project, facts.decisionsByProject.get(project.key) ?? [], history.phases, profile)
      return { context, project, spans, history, profile, last: lastDay(project, today, to) }
    },
  }
  return context
}

/** Whether the project is on hold on a date: [holdFrom, holdTo), open-ended while `holdTo` is empty. */
export function isOnHold(project: Pick<Project, 'state' | 'holdFrom' | 'holdTo'>, date: CivilDate): boolean {
  const { state, holdFrom, holdTo } = project
  if (holdTo === null && state !== 'onHold') return false
  return (holdFrom === null ? state === 'onHold' : date >= holdFrom) && (holdTo === null || date < holdTo)
}

/** Whether the project was or is on hold on a date, holds that have ended and were written over included. */
export const wasOnHold = ({ project, history }: Pick<ProjectPlan, 'project' | 'history'>, date: CivilDate): boolean =>
  isOnHold(project, date) || history.holds.some(({ from, to }) => date >= from && (to === null || date < to))
