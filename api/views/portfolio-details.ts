import type { AmountSum, DetailsRow, LackingView, PortfolioDetails, RankedView } from '#contract/portfolio-details-view.ts'
import { sumBenefits } from '#domain/benefit-sums.ts'
import { REPORT_ROWS, type ReportRowName } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import { lackingOf } from '#domain/lacking.ts'
import { may } from '#domain/may.ts'
import type { LogEntry, Person, Project } from '#domain/model.ts'
import { rankOrder } from '#domain/rank.ts'
import { viewsFor } from '#domain/saved-views.ts'
import { stopReasons } from '#domain/stop-candidate.ts'
import { canRead, personName, type ViewContext } from './context.ts'
import { publishedReports } from './status.ts'

/** What the log calls a decision about the order. */
export const RANK_DECIDED = 'rankDecided'

const sharedRows = new WeakMap<ViewContext, readonly { project: Project; row: DetailsRow }[]>()

/** What the portfolio shows beyond its first screen, as this person may see it. */
export function portfolioDetailsView(context: ViewContext, person: Person, at: { version: string }): PortfolioDetails {
  const { facts } = context
  let all = sharedRows.get(context)
  if (!all) {
    all = [...facts.tables.projects.values()].map((project) => ({ project, row: detailsRow(context, project) }))
    sharedRows.set(context, all)
  }
  const visible = all.filter(({ project }) => !project.restricted || canRead(context, person, project))
  return {
    version: at.version,
    projects: visible.map(({ row }) => row),
    ranked: rankedKeys(visible.map(({ project }) => project)),
    rankedLast: rankedLast(context, new Set(visible.map(({ project }) => project.key))),
    views: viewsFor(person.personId, facts.tables.settings.values()),
    can: { rank: may(person, 'rankProjects', {}, facts).ok, share: may(person, 'shareView', {}, facts).ok },
  }
}

/** The order after a move, as this person may see it. */
export function rankedView(context: ViewContext, person: Person, projectKey: string): RankedView {
  const { projects } = context.facts.tables
  const visible = [...projects.values()].filter((project) => !project.restricted || canRead(context, person, project))
  return { ranked: rankedKeys(visible), rank: projects.get(projectKey)?.rank ?? null }
}

/** A project that has ended stands in no order. */
const rankedKeys = (projects: readonly Project[]): string[] =>
  rankOrder(projects.filter(({ state }) => state === 'active' || state === 'onHold')).map(({ key }) => key)

function rankedLast(context: ViewContext, visible: ReadonlySet<string>): PortfolioDetails['rankedLast'] {
  let last: LogEntry | null = null
  for (const entry of context.facts.tables.log.values()) {
    if (entry.what === RANK_DECIDED && visible.has(entry.refKey) && (last === null || entry.actedAt >= last.actedAt)) last = entry
  }
  if (last === null) return null
  const on = civilDateOf(last.actedAt, context.settings.calendar.zone)
  return { on, byName: personName(context.facts, last.actorId), why: last.why }
}

function detailsRow(context: ViewContext, project: Project): DetailsRow {
  const { facts, settings, today } = context
  const obligations = context.obligationsByProject.get(project.key) ?? []
  const owner = project.ownerId === null ? undefined : facts.peopleById.get(project.ownerId)
  return {
    key: project.key,
    parameters: parametersOf(context, project),
    ownerName: owner?.displayName ?? null,
    ownerUnit: owner?.area ?? null,
    rank: project.rank,
    budget: project.budget,
    spent: project.spent,
    forecastCost: project.forecastCost,
    currency: project.currency,
    endOn: project.endOn,
    forecastEndOn: project.forecastEndOn,
    stop: stopReasons(project, facts, obligations, today, settings),
    lacking: lackingOf(project, facts, obligations).map(
      ({ why, indicator, periodKey, on, reason }): LackingView => ({
        why,
        title: indicator.title,
        periodKey,
        frequency: indicator.frequency,
        on,
        reason,
      }),
    ),
    withoutIndicator: withoutIndicator(context, project),
    sums: sumsOf(context, project),
  }
}

function parametersOf(context: ViewContext, project: Project): DetailsRow['parameters'] {
  const last = publishedReports(context, project.key).at(-1)
  if (!last) return null
  const ratingOf = (name: ReportRowName) => last.rows.find(({ row }) => row === name)?.rating ?? 'notAssessed'
  const entries = REPORT_ROWS.filter((name) => name !== 'overall').map((name) => [name, ratingOf(name)] as const)
  return Object.fromEntries(entries) as NonNullable<DetailsRow['parameters']>
}

/** As the counts of the first screen: benefits that are wanted, under way, and measured by nothing. */
const withoutIndicator = ({ facts }: ViewContext, project: Project): string[] =>
  (facts.benefitsByProject.get(project.key) ?? [])
    .filter(({ key, drawback, state }) => !drawback && state !== 'cancelled' && (facts.indicatorsByBenefit.get(key) ?? []).length === 0)
    .map(({ title }) => title)

/** This year's net of the project's benefits, unit by unit. */
function sumsOf({ facts, today }: ViewContext, project: Project): AmountSum[] {
  const year = today.slice(0, 4)
  return sumBenefits(facts.benefitsByProject.get(project.key) ?? [], facts, today)
    .lines.filter((line) => line.year === year)
    .map(({ unit, currency, priceYear, planned, realised, measured }) => ({
      unit,
      currency,
      priceYear,
      planned: planned.net,
      realised: realised.net,
      measured: measured > 0,
    }))
}
