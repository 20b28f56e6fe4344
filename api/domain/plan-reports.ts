import type { Phase } from './codes.ts'
import { civilDateOf, dayNumber, yearMonthDay } from './dates.ts'
import { endOfPeriod, statusReportLadder } from './due-dates.ts'
import type { CivilDate, StatusReport } from './model.ts'
import { spanOn } from './phases.ts'
import { type Answer, isOnHold, type Planned, type ProjectPlan, plannedOf } from './plan-context.ts'
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

/**
 * Whether the project owes the report of a month (rule 4): at the month's end in Planlegge, Gjennomføre or Avslutte, in that
 * phase since the 15th at the latest, and not on hold on the last day. July has no report.
 */
export function owesReport(period: string, { spans, project }: Pick<ProjectPlan, 'spans' | 'project'>): boolean {
  const last = endOfPeriod(period)
  const span = spanOn(spans, last)
  return span !== null && REPORTING_PHASES.includes(span.phase) && span.from <= `${period}-${LAST_ENTRY_DAY}` && !isOnHold(project, last)
}

/** A published report answers; its first version's day counts, its newest version is named. */
function answerOf(reports: readonly StatusReport[], zone: string): Answer | null {
  const published = reports.filter((report) => report.state === 'published')
  const newest = published[published.length - 1]
  const first = published[0]
  if (!newest || !first) return null
  return { key: newest.key, recordedOn: civilDateOf(first.publishedAt ?? first.actedAt, zone) }
}

/** The status reports of a project, oldest first. */
export function planReports(plan: ProjectPlan): Planned[] {
  const { context, project, spans } = plan
  const { facts } = context
  const start = spans.find((span) => REPORTING_PHASES.includes(span.phase))?.from
  if (start === undefined) return []
  const byPeriod = new Map<string, StatusReport[]>()
  for (const report of facts.reportsByProject.get(project.key) ?? []) {
    byPeriod.set(report.period, [...(byPeriod.get(report.period) ?? []), report])
  }
  const responsible = reportChain(project, facts)[0] ?? null
  const planned: Planned[] = []
  for (let period = periodOf(context.from !== null && context.from > start ? context.from : start); ; period = nextPeriod(period)) {
    const asOf = endOfPeriod(period)
    if (asOf > plan.last) break
    const settings = context.settingsAt(asOf)
    const dates = owesReport(period, plan) ? statusReportLadder(period, settings) : null
    if (!dates || (context.from !== null && asOf < context.from)) continue
    if (dates.dueOn > context.to) break
    const answer = answerOf(byPeriod.get(period) ?? [], settings.calendar.zone)
    const grace = settings.due.reportGraceOpenDays
    planned.push(plannedOf({ kind: 'statusReport', refKey: project.key, periodKey: period, asOf, dates, responsible, answer, grace }, plan))
  }
  return planned
}
