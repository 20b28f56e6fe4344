import type { FollowedProject } from '#contract/tasks-view.ts'
import type { Person, Project } from '#domain/model.ts'
import { canRead, type ViewContext } from './context.ts'
import { publishedReports } from './status.ts'

/** The projects this person has a part in, those under way first, by title. */
export function followedBy(context: ViewContext, person: Person): FollowedProject[] {
  return [...context.facts.tables.projects.values()]
    .flatMap((project) => {
      const whys = partsOf(context, project, person)
      if (whys.length === 0 || project.state === 'closed' || !canRead(context, person, project)) return []
      const { key, title, phase, state } = project
      const rows = publishedReports(context, key).at(-1)?.rows ?? []
      return [{ key, title, phase, state, rating: rows.find(({ row }) => row === 'overall')?.rating ?? null, whys }]
    })
    .sort((a, b) => Number(a.state !== 'active') - Number(b.state !== 'active') || a.title.localeCompare(b.title, 'nb'))
}

function partsOf({ facts }: ViewContext, project: Project, { personId }: Person): FollowedProject['whys'] {
  const benefits = facts.benefitsByProject.get(project.key) ?? []
  const indicators = facts.indicatorsByProject.get(project.key) ?? []
  const parts: [FollowedProject['whys'][number], boolean][] = [
    ['projectOwner', project.ownerId === personId],
    ['projectManager', project.managerId === personId],
    ['benefitOwner', project.benefitOwnerId === personId],
    ['deputy', project.deputyId === personId],
    ['lineLead', project.lineLeadId === personId],
    ['benefit', benefits.some(({ ownerId, delegateId }) => ownerId === personId || delegateId === personId)],
    ['measurer', indicators.some(({ measurerId, deputyId }) => measurerId === personId || deputyId === personId)],
  ]
  return parts.flatMap(([why, isSo]) => (isSo ? [why] : []))
}
