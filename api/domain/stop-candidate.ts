import { assessIndicator } from './assess-indicator.ts'
import type { Facts } from './facts.ts'
import { isPresent, openIndicators } from './gates.ts'
import type { CivilDate, Indicator, Project, StatusReport } from './model.ts'
import type { Obligation } from './obligation.ts'
import type { Settings } from './settings.ts'

/** Why a project should be looked at: does it have «livets rett» (N72)? */
export const STOP_REASONS = ['redTwice', 'forecastBelowHalf', 'noReportTwice', 'noOwner'] as const
export type StopReason = (typeof STOP_REASONS)[number]

const LOW_FORECAST_PERCENT = 50

/** The newest published version of each period, oldest period first. */
export function publishedByPeriod(projectKey: string, facts: Facts): StatusReport[] {
  const byPeriod = new Map<string, StatusReport>()
  for (const report of facts.reportsByProject.get(projectKey) ?? []) byPeriod.set(report.period, report)
  return [...byPeriod.values()]
}

const isRed = ({ rows }: StatusReport): boolean => rows.some(({ row, rating }) => row === 'overall' && rating === 'red')

function redTwice(project: Project, facts: Facts): boolean {
  const [last, before] = publishedByPeriod(project.key, facts).slice(-2).reverse()
  return last !== undefined && before !== undefined && isRed(last) && isRed(before)
}

/** The main indicator's forecast speaks for the project; without one, all that have a forecast must be low. */
function forecastBelowHalf(project: Project, facts: Facts, today: CivilDate, settings: Settings): boolean {
  const main = project.mainIndicatorKey === null ? undefined : facts.tables.indicators.get(project.mainIndicatorKey)
  const indicators: Indicator[] = main
    ? [main]
    : (facts.benefitsByProject.get(project.key) ?? [])
        .filter(({ drawback, state }) => !drawback && state !== 'cancelled')
        .flatMap((benefit) => openIndicators(benefit, facts))
  const forecasts = indicators.flatMap((indicator) => assessIndicator(indicator, facts, today, settings).forecastPercent ?? [])
  return forecasts.length > 0 && forecasts.every((percent) => percent < LOW_FORECAST_PERCENT)
}

/** The last two reports that should have come, and have not. What has fallen away was not asked for. */
function noReportTwice(project: Project, obligations: Iterable<Obligation>, today: CivilDate): boolean {
  const reports = [...obligations]
    .filter(({ kind, projectKey, state }) => kind === 'statusReport' && projectKey === project.key && state !== 'lapsed')
    .filter(({ overdueFrom }) => overdueFrom <= today)
    .sort((a, b) => (a.overdueFrom < b.overdueFrom ? -1 : 1))
  const last = reports.slice(-2)
  return last.length === 2 && last.every(({ state }) => state !== 'fulfilled')
}

/**
 * Why a running project is on the list of candidates for stopping: red overall in the last two published reports, a forecast
 * below half, the last two reports missing, nobody who owns it. Empty = it is not on the list. The list proposes, people decide.
 * `obligations` as planned for `today`. Source: domain.md §1, N72.
 */
export function stopReasons(
  project: Project,
  facts: Facts,
  obligations: Iterable<Obligation>,
  today: CivilDate,
  settings: Settings,
): StopReason[] {
  if (project.state === 'stopped' || project.state === 'closed') return []
  const found: Record<StopReason, boolean> = {
    redTwice: redTwice(project, facts),
    forecastBelowHalf: forecastBelowHalf(project, facts, today, settings),
    noReportTwice: noReportTwice(project, obligations, today),
    noOwner: !isPresent(project.ownerId, facts),
  }
  return STOP_REASONS.filter((reason) => found[reason])
}
