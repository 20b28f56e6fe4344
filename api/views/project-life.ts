import type { LifeView } from '#contract/decision-view.ts'
import { phaseText } from '#contract/texts/method.ts'
import type { Language } from '#domain/codes.ts'
import { currentPoint } from '#domain/decision-points.ts'
import { may } from '#domain/may.ts'
import { profileOf } from '#domain/method-profile.ts'
import type { Person, Project } from '#domain/model.ts'
import type { ViewContext } from './context.ts'

/** What the project's life allows this person: who decides the point that ends its phase also holds, resumes, goes back and reopens. */
export function lifeView(
  { facts, today, settings }: ViewContext,
  project: Project,
  asker: { person: Person | null; language: Language },
): LifeView {
  const decision = { projectKey: project.key, point: currentPoint(project) }
  const allowed = may(asker.person, 'decide', { project, decision, today, settings }, facts).ok
  const { phases } = profileOf(project, facts)
  const at = phases.findIndex(({ phase }) => phase === project.phase)
  const earlier = allowed && project.state === 'active' ? phases.slice(0, Math.max(at, 0)).reverse() : []
  return {
    seen: project.actedAt,
    state: project.state,
    phase: project.phase,
    holdFrom: project.holdFrom,
    holdTo: project.holdTo,
    canHold: allowed && project.state === 'active',
    canResume: allowed && project.state === 'onHold',
    canReopen: allowed && project.state === 'stopped',
    goBackTo: earlier.map(({ phase, title }) => ({ phase, title: phaseText(phase, title, asker.language) })),
  }
}
