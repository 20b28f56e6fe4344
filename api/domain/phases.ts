import { PHASES, type Phase } from './codes.ts'
import { type MethodProfile, phaseOpenedBy } from './method-profile.ts'
import { PROSJEKTVEIVISEREN_6 } from './method-profiles-built-in.ts'
import type { CivilDate, Decision, Project } from './model.ts'

/** A stretch of time a project was in a phase: from its first day until the day before `to`; null = still. */
export interface PhaseSpan {
  phase: Phase
  from: CivilDate
  to: CivilDate | null
}

/**
 * The phases a project has been in, oldest first. The current one and its day stand on the project; earlier ones are known
 * from decisions to proceed, and from `earlier`, what the project's row said before it was written over (project-history.ts).
 * What came before the first known day is unknown, and nothing is asked for from that time.
 */
export function phaseSpans(
  project: Pick<Project, 'phase' | 'phaseEnteredOn'>,
  decisions: readonly Decision[],
  earlier: readonly { phase: Phase; from: CivilDate }[] = [],
  profile: MethodProfile = PROSJEKTVEIVISEREN_6,
): PhaseSpan[] {
  const entries = earlier.filter(({ from }) => from < project.phaseEnteredOn).map((entry) => ({ ...entry, logged: true }))
  for (const { point, outcome, decidedOn } of decisions) {
    const phase = outcome === 'proceed' && point !== 'board' ? phaseOpenedBy(point, profile) : null
    if (!phase || decidedOn === null || decidedOn >= project.phaseEnteredOn) continue
    if (!entries.some((entry) => entry.phase === phase && entry.from === decidedOn)) entries.push({ phase, from: decidedOn, logged: false })
  }
  entries.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase)))
  // The decision that opened the current phase: the project's own day for it stands. After going back the same phase is there twice.
  while (entries.at(-1)?.phase === project.phase && entries.at(-1)?.logged === false) entries.pop()
  const all = [...entries, { phase: project.phase, from: project.phaseEnteredOn }]
  return all.map(({ phase, from }, at) => ({ phase, from, to: all[at + 1]?.from ?? null }))
}

/** The span a date lies in; null before the first known one. */
export function spanOn(spans: readonly PhaseSpan[], date: CivilDate): PhaseSpan | null {
  for (let at = spans.length - 1; at >= 0; at -= 1) {
    const span = spans[at]
    if (span && span.from <= date && (span.to === null || date < span.to)) return span
  }
  return null
}
