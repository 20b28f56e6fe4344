import type { Phase } from './codes.ts'
import { civilDateOf, dayNumber, yearMonthDay } from './dates.ts'
import { endOfPeriod, type LadderDates, statusReportLadder } from './due-dates.ts'
import type { CivilDate, StatusReport } from './model.ts'
import { type PhaseSpan, spanOn } from './phases.ts'
import { type Answer, type Planned, type ProjectPlan, wasOnHold } from './plan-context.ts'
import { meetingReport, reportsBeforeMeetings } from './plan-meetings.ts'
import { plannedOf } from './planned.ts'
import { reportChain } from './responsible.ts'

/** Phases with a monthly status report; in Realisere measurements and a yearly BP6 take its place (rule 4). */
const REPORTING_PHASES: readonly Phase[] = ['plan', 'deliver', 'close']

/** A project that comes into its phase after this day of the month owes no report for that month. */
const LAST_ENTRY_DAY = '15'

const periodOf = (date: CivilDate): string => date.slice(0, 7)

function nextPeriod(period: string): string {
  const { year, month } = yearMonthDay(dayNumber(endOfPeriod(period)) + 1)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}

/** The reporting phase a project is in on a day; null when it is in none, or was on hold. */
export function reportingOn(date: CivilDate, plan: Pick<ProjectPlan, 'spans' | 'project' | 'history'>): PhaseSpan | null {
  const span = spanOn(plan.spans, date)
  return span !== null && REPORTING_PHASES.includes(span.phase) && !wasOnHold(plan, date) ? span : null
}

/**
 * Whether the project owes the report of a month (rule 4): at the month's end in Planlegge, Gjennomføre or Avslutte, in that
 * phase since the 15th at the latest, and not on hold on the last day. July has no report.
 */
export function owesReport(period: string, plan: Pick<ProjectPlan, 'spans' | 'project' | 'history'>): boolean {
  const span = reportingOn(endOfPeriod(period), plan)
  return span !== null && span.from <= `${period}-${LAST_ENTRY_DAY}`
}

/** A published report answers; its first version's day counts, its newest version is named. */
function answerOf(reports: readonly StatusReport[], zone: string): Answer | null {
  const published = reports.filter((report) => report.state === 'published')
  const newest = published[published.length - 1]
  const first = published[0]
  if (!newest || !first) return null
  return { key: newest.key, recordedOn: civilDateOf(first.publishedAt ?? first.actedAt, zone) }
}

/** The dates of a month's report: before the board's meeting where the project reports so, otherwise monthly; null when none is owed. */
function datesOf(period: string, plan: ProjectPlan): { dates: LadderDates; day: CivilDate; asOf: CivilDate | null } | null {
  const meeting = meetingReport(period, plan.project, plan.context)
  if (meeting) return reportingOn(meeting.dueOn, plan) && { dates: meeting, day: meeting.dueOn, asOf: null }
  const asOf = endOfPeriod(period)
  const settings = plan.context.settingsAt(asOf)
  if (reportsBeforeMeetings(plan.project, settings) || !owesReport(period, plan)) return null
  const dates = statusReportLadder(period, settings)
  return dates && { dates, day: asOf, asOf }
}

/** The status reports of a project, oldest first. */
export function planReports(plan: ProjectPlan): Planned[] {
  const { context, project, spans } = plan
  const { facts, from } = context
  const start = spans.find((span) => REPORTING_PHASES.includes(span.phase))?.from
  if (start === undefined) return []
  const byPeriod = new Map<string, StatusReport[]>()
  for (const report of facts.reportsByProject.get(project.key) ?? []) {
    byPeriod.set(report.period, [...(byPeriod.get(report.period) ?? []), report])
  }
  const responsible = reportChain(project, facts)[0] ?? null
  const planned: Planned[] = []
  for (let period = periodOf(from !== null && from > start ? from : start); ; period = nextPeriod(period)) {
    if (`${period}-01` > context.to) break
    const owed = datesOf(period, plan)
    if (!owed) continue
    const { dates, day, asOf } = owed
    const about = asOf ?? dates.dueOn
    if (about > plan.last || dates.dueOn > context.to || (from !== null && about < from)) continue
    const settings = context.settingsAt(day)
    const answer = answerOf(byPeriod.get(period) ?? [], settings.calendar.zone)
    const grace = settings.due.reportGraceOpenDays
    planned.push(
      plannedOf({ kind: 'statusReport', refKey: project.key, periodKey: period, asOf, dates, day, responsible, answer, grace }, plan),
    )
  }
  return planned
}
