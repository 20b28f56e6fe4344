import type { Facts } from './facts.ts'
import { isWithoutBaseline } from './gates.ts'
import type { CivilDate, Indicator, Measurement, Project } from './model.ts'
import type { Obligation } from './obligation.ts'

/** Why a number is lacking. `overdue` and `baselineOverdue` are past their date; the others are nobody's to answer today. */
export type LackingWhy = 'overdue' | 'baselineOverdue' | 'notMeasurable' | 'baselineMissing'

export interface Lacking {
  why: LackingWhy
  indicator: Indicator
  /** The period without a value; null for a baseline. */
  periodKey: string | null
  /** Overdue since, or the date that could not be measured; null for a baseline nobody has been asked for. */
  on: CivilDate | null
  /** What was written when it could not be measured. */
  reason: string | null
}

/** Before the plan is made nobody measures where things stand (BP2). */
const EARLY: ReadonlySet<Project['phase']> = new Set(['idea', 'concept'])

const lastAnswer = (indicator: Indicator, facts: Facts): Measurement | undefined =>
  (facts.measurementsByIndicator.get(indicator.key) ?? []).findLast(({ periodKey }) => periodKey !== 'baseline')

function ofIndicator(indicator: Indicator, project: Project, facts: Facts, overdue: readonly Obligation[]): Lacking[] {
  const lacking = overdue
    .filter(({ refKey }) => refKey === indicator.key)
    .map(({ kind, periodKey, overdueFrom }): Lacking => {
      const baseline = kind === 'baseline'
      return {
        why: baseline ? 'baselineOverdue' : 'overdue',
        indicator,
        periodKey: baseline ? null : periodKey,
        on: overdueFrom,
        reason: null,
      }
    })
  const last = lastAnswer(indicator, facts)
  if (last && last.value === null) {
    lacking.push({ why: 'notMeasurable', indicator, periodKey: last.periodKey, on: last.asOf, reason: last.reason })
  }
  const baselineMissing = isWithoutBaseline(indicator)
  if (baselineMissing && !EARLY.has(project.phase) && !lacking.some(({ why }) => why === 'baselineOverdue')) {
    lacking.push({ why: 'baselineMissing', indicator, periodKey: null, on: null, reason: null })
  }
  return lacking
}

/**
 * The numbers a running project lacks and why, oldest first: measurements and baselines past their date, a period answered with
 * «får ikke målt» that is still the last word, and indicators without a baseline from Planlegge on. `obligations` are the
 * project's own, as planned for the day. Source: domain.md §3.1 («a missing period is a gap»), §3.2 rules 2, 3 and 12.
 */
export function lackingOf(project: Project, facts: Facts, obligations: readonly Obligation[]): Lacking[] {
  if (project.state !== 'active') return []
  const overdue = obligations.filter(({ kind, state }) => state === 'overdue' && (kind === 'measurement' || kind === 'baseline'))
  return (facts.indicatorsByProject.get(project.key) ?? [])
    .filter(({ state, benefitKey }) => state === 'active' && facts.tables.benefits.get(benefitKey)?.state !== 'cancelled')
    .flatMap((indicator) => ofIndicator(indicator, project, facts, overdue))
    .sort((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1))
}
