import type { SummaryCardView, SummaryException, TabUrl } from '#contract/card-views.ts'
import type { ProjectRow } from '#contract/views.ts'
import type { Language, Scope } from '#domain/codes.ts'
import { addDays, instantAt } from '#domain/dates.ts'
import { type Facts, joinFacts } from '#domain/facts.ts'
import type { CivilDate } from '#domain/model.ts'
import { firstDayOf, periodBefore } from '#domain/summary-period.ts'
import { type ViewContext, viewContext } from './context.ts'
import { portfolioView, READY_DAYS } from './portfolio.ts'

const EXCEPTIONS = 3
/** A forecast that reaches less than this share of the way is worth a leader's attention. */
const SHORT_PERCENT = 80

export interface SummaryInput {
  scope: { kind: Scope; key: string | null }
  /** A month, an ISO week or a meeting's day (domain/summary-period.ts). */
  period: string
  language: Language | null
  tabUrl: TabUrl
}

/**
 * The leaders' card of a period: counts, at most three exceptions, one thing to do. It is read by everyone in a channel, so
 * it is made as for nobody in particular: restricted projects are not in it, and nobody is named.
 */
export function summaryCardView(context: ViewContext, input: SummaryInput): SummaryCardView {
  const { scope, period, tabUrl } = input
  const rows = rowsOf(context, scope)
  const before = rowsOf(knownBefore(context, period), scope)
  const now = countsOf(rows)
  const then = countsOf(before)
  const exceptions = exceptionsOf(context, rows, tabUrl)
  const shown = exceptions.slice(0, EXCEPTIONS)
  const decision = decisionOf(context, rows)
  const next = nextDecision(rows, context.today)
  return {
    language: input.language ?? context.settings.language,
    words: context.settings.words,
    today: context.today,
    period,
    comparedWith: periodBefore(period),
    scope: { kind: scope.kind, title: scopeTitle(context.facts, scope) },
    ...now,
    change:
      before.length === 0
        ? null
        : {
            onTrack: now.onTrack - then.onTrack,
            benefitsOnTrack: now.benefitsOnTrack - then.benefitsOnTrack,
            overdue: now.overdue - then.overdue,
          },
    exceptions: shown,
    moreExceptions: rows.filter(({ group, title }) => group === 'needsAction' && !shown.some((one) => one.title === title)).length,
    nextDecision: next,
    action: decision
      ? {
          kind: 'decide',
          point: decision.point,
          title: decision.row.title,
          url: tabUrl({ kind: 'project', projectKey: decision.row.key, page: 'decision' }),
        }
      : { kind: 'portfolio', url: tabUrl({ kind: 'portfolio' }) },
    portfolioUrl: tabUrl({ kind: 'portfolio' }),
  }
}

const urlOf = (row: ProjectRow, tabUrl: TabUrl): string => tabUrl({ kind: 'project', projectKey: row.key })

/** Whether a scope holds nothing but restricted projects: a channel is not even told what it is called. */
export function isHiddenScope(scope: SummaryInput['scope'], { tables }: Facts): boolean {
  const within = [...tables.projects.values()].filter((project) => {
    if (scope.kind === 'programme') return project.programmeKey === scope.key
    return scope.kind === 'portfolio' || (scope.kind === 'area' ? project.area : project.key) === scope.key
  })
  return within.length > 0 && within.every(({ restricted }) => restricted)
}

/** What a scope is called; null for the whole portfolio, for what is no longer there, and for what a channel may not know of. */
export function scopeTitle(facts: Facts, scope: SummaryInput['scope']): string | null {
  const { tables } = facts
  if (scope.key === null || scope.kind === 'portfolio' || isHiddenScope(scope, facts)) return null
  if (scope.kind === 'programme') return tables.programmes.get(scope.key)?.title ?? null
  return scope.kind === 'area' ? scope.key : (tables.projects.get(scope.key)?.title ?? null)
}

function rowsOf(context: ViewContext, scope: SummaryInput['scope']): ProjectRow[] {
  const { projects } = portfolioView(context, null, { takenAt: '', version: '' })
  const open = projects.filter((row) => !row.restricted)
  if (scope.kind === 'programme') return open.filter((row) => row.programme?.key === scope.key)
  if (scope.kind === 'area') return open.filter((row) => row.area === scope.key)
  return scope.kind === 'project' ? open.filter((row) => row.key === scope.key) : open
}

function countsOf(rows: readonly ProjectRow[]) {
  const active = rows.filter(({ state }) => state === 'active')
  const rated = (rating: string): number => active.filter(({ overall }) => overall?.rating === rating).length
  const sum = (of: (row: ProjectRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
  return {
    projects: rows.length,
    active: active.length,
    onTrack: rated('green'),
    watch: rated('yellow'),
    offTrack: rated('red'),
    benefitsOnTrack: sum(({ benefits }) => benefits.onTrack),
    benefitsMeasured: sum(({ benefits }) => benefits.measured),
    overdue: sum(({ overdue }) => overdue.length),
  }
}

const past = new WeakMap<Facts, Map<string, ViewContext>>()

/** The portfolio as it was known when the period began: what was recorded or published later is left out. */
function knownBefore(context: ViewContext, period: string): ViewContext {
  const byPeriod = past.get(context.facts) ?? new Map<string, ViewContext>()
  past.set(context.facts, byPeriod)
  const known = byPeriod.get(period)
  if (known) return known
  const firstDay: CivilDate = firstDayOf(period)
  const until = instantAt(firstDay, '00:00', context.settings.calendar.zone)
  const { tables } = context.facts
  const facts = joinFacts({
    ...tables,
    measurements: new Map([...tables.measurements].filter(([, { actedAt }]) => actedAt < until)),
    statusReports: new Map([...tables.statusReports].filter(([, { publishedAt }]) => publishedAt !== null && publishedAt < until)),
    decisions: new Map([...tables.decisions].filter(([, { decidedOn }]) => decidedOn === null || decidedOn < firstDay)),
  })
  const made = viewContext(facts, addDays(firstDay, -1))
  byPeriod.set(period, made)
  return made
}

/** What a leader should know of, gravest first; each project once. */
function exceptionsOf(context: ViewContext, rows: readonly ProjectRow[], tabUrl: TabUrl): SummaryException[] {
  const active = rows.filter(({ state }) => state === 'active')
  const rank: Record<SummaryException['what'], number> = { forecastShort: 0, offTrack: 0, decisionLate: 1, decisionReady: 2 }
  return active
    .flatMap((row) => exceptionOf(context, row, tabUrl) ?? [])
    .sort(
      (a, b) =>
        rank[a.what] - rank[b.what] ||
        (a.forecastPercent ?? 1000) - (b.forecastPercent ?? 1000) ||
        ((a.decision?.dueOn ?? '9') < (b.decision?.dueOn ?? '9') ? -1 : 1),
    )
}

function exceptionOf(context: ViewContext, row: ProjectRow, tabUrl: TabUrl): SummaryException | null {
  const { overall, mainBenefit, nextDecision: decision } = row
  const frame = {
    title: row.title,
    url: urlOf(row, tabUrl),
    previous: null,
    forecastPercent: null,
    benefitTitle: null,
    decision: decision ? { point: decision.point, dueOn: decision.dueOn } : null,
  }
  if (overall?.rating === 'red') {
    const forecast = mainBenefit?.assessment.forecastPercent ?? null
    if (mainBenefit && forecast !== null && forecast < SHORT_PERCENT) {
      return { ...frame, what: 'forecastShort', forecastPercent: forecast, benefitTitle: mainBenefit.title }
    }
    return { ...frame, what: 'offTrack', previous: overall.trend === 'worse' ? overall.previous : null }
  }
  if (decision?.late) return { ...frame, what: 'decisionLate' }
  const soon = decision?.dueOn != null && decision.dueOn <= addDays(context.today, READY_DAYS) && decision.missing === 0
  return soon && context.settings.decides[decision.point] === 'leader' ? { ...frame, what: 'decisionReady' } : null
}

/** The decision the leaders own that waits longest, among those late or due within four weeks. */
function decisionOf(context: ViewContext, rows: readonly ProjectRow[]) {
  const until = addDays(context.today, READY_DAYS)
  return (
    rows
      .flatMap((row) => {
        const decision = row.state === 'active' ? row.nextDecision : null
        if (!decision?.dueOn || decision.dueOn > until || context.settings.decides[decision.point] !== 'leader') return []
        return [{ row, point: decision.point, dueOn: decision.dueOn }]
      })
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0] ?? null
  )
}

function nextDecision(rows: readonly ProjectRow[], today: CivilDate): SummaryCardView['nextDecision'] {
  const coming = rows.flatMap(({ title, state, nextDecision: decision }) =>
    state === 'active' && decision?.dueOn && decision.dueOn >= today ? [{ title, point: decision.point, dueOn: decision.dueOn }] : [],
  )
  return coming.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0] ?? null
}
