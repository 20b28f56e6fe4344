import { DECISION_KINDS, PHASES, type Phase } from './codes.ts'
import type { CivilDate, Decision, Project } from './model.ts'

/** A stretch of time a project was in a phase: from its first day until the day before `to`; null = still. */
export interface PhaseSpan {
  phase: Phase
  from: CivilDate
  to: CivilDate | null
}

/** The phase a decision point opens when it says proceed: BP1 opens concept … BP5 opens realise (Prosjektveiviseren v6). */
const opensPhase = (point: Decision['point']): Phase | null => PHASES[DECISION_KINDS.indexOf(point) + 1] ?? null

/**
 * The phases a project has been in, oldest first. The current one and its day stand on the project; earlier ones are known
 * from decisions to proceed. What came before the first known day is unknown, and nothing is asked for from that time.
 */
export function phaseSpans(project: Pick<Project, 'phase' | 'phaseEnteredOn'>, decisions: readonly Decision[]): PhaseSpan[] {
  const entries: { phase: Phase; from: CivilDate }[] = []
  for (const { point, outcome, decidedOn } of decisions) {
    const phase = outcome === 'proceed' ? opensPhase(point) : null
    if (phase && phase !== project.phase && decidedOn !== null && decidedOn < project.phaseEnteredOn)
      entries.push({ phase, from: decidedOn })
  }
  entries.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase)))
  entries.push({ phase: project.phase, from: project.phaseEnteredOn })
  return entries.map((entry, at) => ({ ...entry, to: entries[at + 1]?.from ?? null }))
}

/** The span a date lies in; null before the first known one. */
export function spanOn(spans: readonly PhaseSpan[], date: CivilDate): PhaseSpan | null {
  for (let at = spans.length - 1; at >= 0; at -= 1) {
    const span = spans[at]
    if (span && span.from <= date && (span.to === null || date < span.to)) return span
  }
  return null
}
