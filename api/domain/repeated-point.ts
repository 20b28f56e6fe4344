import { addMonths } from './dates.ts'
import type { Facts } from './facts.ts'
import type { MethodProfile, PointProfile } from './method-profile.ts'
import type { CivilDate, Project } from './model.ts'
import type { PhaseSpan } from './phases.ts'

/**
 * When the point that is to be held again is next to be held, for a project in its last phase; null for any other. BP6, a year
 * after the phase was entered and after each time it was held (rule 4: in Realisere there is no status report; measurements and
 * a yearly BP6 instead), and no earlier than `startOn`, the day the municipality began to use the tool.
 */
export function repeatedOn(
  project: Pick<Project, 'key'>,
  { profile, spans }: { profile: MethodProfile; spans: readonly PhaseSpan[] },
  startOn: CivilDate | null,
  facts: Facts,
): { point: PointProfile['point']; on: CivilDate } | null {
  const point = profile.points.find(({ repeatMonths }) => repeatMonths !== null)
  const span = spans.at(-1)
  if (!point || point.repeatMonths === null || !span || span.phase !== profile.phases.at(-1)?.phase) return null
  const decisions = (facts.decisionsByProject.get(project.key) ?? []).filter((decision) => decision.point === point.point)
  const held = decisions.flatMap(({ outcome, decidedOn }) => (outcome !== null && decidedOn !== null ? [decidedOn] : [])).sort()
  const from = held.at(-1) ?? span.from
  return { point: point.point, on: nextAfter(from > span.from ? from : span.from, point.repeatMonths, startOn) }
}

/** The next time, and no earlier than the municipality began to use the tool: what was missed before that is nobody's to answer. */
function nextAfter(from: CivilDate, months: number, startOn: CivilDate | null): CivilDate {
  let times = 1
  while (startOn !== null && addMonths(from, times * months) < startOn) times += 1
  return addMonths(from, times * months)
}
