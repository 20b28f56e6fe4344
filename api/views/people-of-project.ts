import type { PersonChoice } from '#contract/nudge-card-view.ts'
import type { PersonId } from '#domain/model.ts'
import type { ViewContext } from './context.ts'

/** Enough to choose among for a project, and small in a card. */
const PEOPLE_SHOWN = 20

/** The people named in a project, who have not left, by name; `without` leaves some out. A card shows the first `most`. */
export function peopleOf(
  { facts }: ViewContext,
  projectKey: string,
  without: readonly (PersonId | null)[] = [],
  most = PEOPLE_SHOWN,
): PersonChoice[] {
  const project = facts.tables.projects.get(projectKey)
  if (!project) return []
  const programme = facts.tables.programmes.get(project.programmeKey ?? '')
  const benefits = facts.benefitsByProject.get(projectKey) ?? []
  const indicators = facts.indicatorsByProject.get(projectKey) ?? []
  const ids = new Set<PersonId | null | undefined>([
    ...[project.ownerId, project.managerId, project.benefitOwnerId, project.deputyId, project.lineLeadId, programme?.ownerId],
    ...benefits.flatMap(({ ownerId, delegateId }) => [ownerId, delegateId]),
    ...indicators.flatMap(({ measurerId, deputyId }) => [measurerId, deputyId]),
    ...benefits.flatMap(({ key }) => (facts.actionsByBenefit.get(key) ?? []).map(({ responsibleId }) => responsibleId)),
  ])
  const people = [...ids].flatMap((id) => {
    const person = id && !without.includes(id) ? facts.peopleById.get(id) : undefined
    return person && person.reach !== 'left' ? [{ personId: person.personId, name: person.displayName }] : []
  })
  return people.sort((a, b) => a.name.localeCompare(b.name, 'nb')).slice(0, most)
}
