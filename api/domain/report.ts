import { assessIndicator } from './assess-indicator.ts'
import { RATINGS, type Rating, REPORT_ROWS, type ReportRowName } from './codes.ts'
import type { Facts } from './facts.ts'
import type { Benefit, BenefitFigures, CivilDate, Indicator, Project, ReportRow } from './model.ts'
import type { Settings } from './settings.ts'

export interface ReportFault {
  code: 'reportRowsIncomplete' | 'commentRequired'
  row: ReportRowName
}

/**
 * What a status report lacks before it may be published: each of the eight rows once, with a rating, and a comment where the
 * rating is yellow or red. Empty = it may be published. Source: domain.md §2 (styringsparametere).
 */
export function reportFaults(draft: { rows: readonly ReportRow[] }): ReportFault[] {
  const faults: ReportFault[] = []
  for (const name of REPORT_ROWS) {
    const rows = draft.rows.filter(({ row }) => row === name)
    const row = rows[0]
    if (!row || rows.length > 1 || !RATINGS.includes(row.rating)) faults.push({ code: 'reportRowsIncomplete', row: name })
    else if ((row.rating === 'yellow' || row.rating === 'red') && row.comment.trim() === '')
      faults.push({ code: 'commentRequired', row: name })
  }
  return faults
}

const WORTH: Record<Rating, number | null> = { green: 2, yellow: 1, red: 0, notAssessed: null }

/** The way a row has gone since the previous published report; null when either was not assessed or there is none. */
export function trendOf(rating: Rating, previous: Rating | null): 'better' | 'same' | 'worse' | null {
  const now = WORTH[rating]
  const then = previous === null ? null : WORTH[previous]
  if (now === null || then === null) return null
  return now > then ? 'better' : now < then ? 'worse' : 'same'
}

function figuresOf(benefit: Benefit, indicator: Indicator | null, facts: Facts, today: CivilDate, settings?: Settings): BenefitFigures {
  const title = indicator ? `${benefit.title}: ${indicator.title}` : benefit.title
  const empty = { value: null, asOf: null, achievementPercent: null, plannedPercent: null }
  if (!indicator) return { benefitKey: benefit.key, indicatorKey: null, title, unit: null, ...empty, course: 'notMeasured' }
  const { currentValue, currentAsOf, achievementPercent, plannedPercent, course } = assessIndicator(indicator, facts, today, settings)
  const figures = { value: currentValue, asOf: currentAsOf, achievementPercent, plannedPercent, course }
  return { benefitKey: benefit.key, indicatorKey: indicator.key, title, unit: indicator.unit, ...figures }
}

/**
 * The project's benefit figures as they are today, to be stored with the report and never recomputed. One line per indicator
 * that is not a draft; a benefit without one is still shown. Cancelled benefits are left out.
 */
export function freezeBenefits(project: Pick<Project, 'key'>, facts: Facts, today: CivilDate, settings?: Settings): BenefitFigures[] {
  return (facts.benefitsByProject.get(project.key) ?? [])
    .filter(({ state }) => state !== 'cancelled')
    .flatMap((benefit) => {
      const indicators = (facts.indicatorsByBenefit.get(benefit.key) ?? []).filter(({ state }) => state !== 'draft')
      const lines: (Indicator | null)[] = indicators.length > 0 ? indicators : [null]
      return lines.map((indicator) => figuresOf(benefit, indicator, facts, today, settings))
    })
}
