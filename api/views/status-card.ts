import type { StatusCardView, TabUrl } from '#contract/card-views.ts'
import type { Language } from '#domain/codes.ts'
import type { Person, Project } from '#domain/model.ts'
import type { ViewContext } from './context.ts'
import { assessmentOf, assessmentView } from './indicator.ts'
import { portfolioView } from './portfolio.ts'

/** Indicators the card shows; the rest stand on the project's page. */
const SHOWN = 4

/**
 * «status PROSJEKT»: where the project stands, in the words of the portfolio. Counts what is overdue, names nobody. null when
 * the reader may not know of it; a channel reads as nobody in particular (`reader` null).
 */
export function statusCardView(
  context: ViewContext,
  project: Project,
  options: { reader: Person | null; language: Language | null; tabUrl: TabUrl },
): StatusCardView | null {
  const row = portfolioView(context, options.reader, { takenAt: '', version: '' }).projects.find(({ key }) => key === project.key)
  if (!row) return null
  const indicators = (context.facts.indicatorsByProject.get(project.key) ?? []).filter(
    ({ state }) => state !== 'draft' && state !== 'closed',
  )
  const mainFirst = [...indicators].sort((a, b) => Number(b.key === project.mainIndicatorKey) - Number(a.key === project.mainIndicatorKey))
  return {
    language: options.language ?? context.settings.language,
    words: context.settings.words,
    today: context.today,
    title: project.title,
    area: project.area,
    phase: project.phase,
    state: project.state,
    rating: row.overall?.rating ?? null,
    trend: row.overall?.trend ?? null,
    previous: row.overall?.previous ?? null,
    reportPeriod: row.overall?.period ?? null,
    benefits: mainFirst.slice(0, SHOWN).map((indicator) => {
      const assessment = assessmentView(assessmentOf(context, indicator))
      return {
        title: indicator.title,
        unit: indicator.unit,
        value: assessment.currentValue,
        asOf: assessment.currentAsOf,
        achievementPercent: assessment.achievementPercent,
        plannedPercent: assessment.plannedPercent,
        course: assessment.course,
      }
    }),
    moreBenefits: Math.max(0, indicators.length - SHOWN),
    overdue: row.overdue.length,
    decision: row.nextDecision ? { point: row.nextDecision.point, dueOn: row.nextDecision.dueOn, late: row.nextDecision.late } : null,
    url: options.tabUrl({ kind: 'project', projectKey: project.key }),
  }
}
