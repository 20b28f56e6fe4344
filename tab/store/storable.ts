import type { BenefitsView } from '#contract/benefits-view.ts'
import type { BoardView } from '#contract/board-view.ts'
import type { ProjectFieldsView } from '#contract/edit-view.ts'
import type { RoadmapView } from '#contract/roadmap-view.ts'
import type { TasksView } from '#contract/tasks-view.ts'

/*
 * What of a view may lie on a person's machine. A restricted project is never written there, nor anything that is about one.
 * What comes back is the view itself when nothing was left out.
 */

/** A view of one project. */
export const unlessRestricted = <T extends { restricted: boolean }>(view: T): T | null => (view.restricted ? null : view)

export const openFields = (view: ProjectFieldsView): ProjectFieldsView | null => (view.project.fields.restricted ? null : view)

/** Amounts added across projects say something of each of them: they are kept only where none is restricted. */
export const ifAllOpen =
  (projects: readonly { restricted: boolean }[]) =>
  <T>(view: T): T | null =>
    projects.some(({ restricted }) => restricted) ? null : view

export function openRoads(view: RoadmapView): RoadmapView {
  const projects = view.projects.filter(({ restricted }) => !restricted)
  return projects.length === view.projects.length ? view : { ...view, projects }
}

export function openBenefits(view: BenefitsView): BenefitsView {
  const projects = view.projects.filter(({ restricted }) => !restricted)
  if (projects.length === view.projects.length) return view
  const open = new Set(projects.map(({ key }) => key))
  const benefits = view.benefits.filter(({ projectKey }) => open.has(projectKey))
  const known = new Set(benefits.map(({ key }) => key))
  return {
    ...view,
    projects,
    benefits: benefits.map((row) => (row.countedIn !== null && !known.has(row.countedIn.key) ? { ...row, countedIn: null } : row)),
    doubleCounts: view.doubleCounts.filter(({ keys }) => keys.every((key) => known.has(key))),
  }
}

export function openTasks(view: TasksView): TasksView {
  if (view.restrictedProjects.length === 0) return view
  const isOpen = ({ projectKey }: { projectKey: string }) => !view.restrictedProjects.includes(projectKey)
  return {
    ...view,
    tasks: view.tasks.filter(isOpen),
    resting: view.resting.filter(isOpen),
    approvals: view.approvals.filter(isOpen),
    answeredToday: view.answeredToday.filter(isOpen),
    following: view.following.filter(({ key }) => isOpen({ projectKey: key })),
  }
}

export function openCases(view: BoardView): BoardView {
  const cases = view.cases.filter(({ restricted }) => !restricted)
  const later = view.later.filter(({ restricted }) => !restricted)
  return cases.length === view.cases.length && later.length === view.later.length ? view : { ...view, cases, later }
}
