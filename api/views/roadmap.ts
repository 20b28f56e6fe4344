import type { RoadmapRow, RoadmapView } from '#contract/roadmap-view.ts'
import type { Instant, Person, Project } from '#domain/model.ts'
import { deliveredOn, planFlags, planWindow, projectTimeline, timelinePoints } from '#domain/project-timeline.ts'
import type { ViewContext } from './context.ts'
import { portfolioView } from './portfolio.ts'

type Road = Pick<RoadmapRow, 'startOn' | 'endOn' | 'spans' | 'decisions' | 'flags'>
const roads = new WeakMap<ViewContext, Map<string, Road>>()

/** All projects this person may see, on one timeline (U5). Counts and statuses are those of the portfolio. */
export function roadmapView(context: ViewContext, person: Person | null, at: { takenAt: Instant; version: string }): RoadmapView {
  const { summary, projects, programmes } = portfolioView(context, person, at)
  const { today, facts } = context
  return {
    today,
    takenAt: at.takenAt,
    version: at.version,
    plan: planWindow(today),
    summary: {
      decisionsSoon: summary.decisionsSoon,
      decisionsUntil: summary.decisionsUntil,
      decisionsLate: summary.decisionsLate,
      oldestLateDecisionOn: summary.oldestLateDecisionOn,
    },
    programmes,
    projects: projects.flatMap(({ key, title, programme, area, phase, state, restricted, overall }): RoadmapRow[] => {
      const project = facts.tables.projects.get(key)
      if (!project) return []
      const rating = overall?.rating ?? null
      return [{ key, title, programme, area, phase, state, restricted, rating, ...roadOf(context, project) }]
    }),
  }
}

/** The same for everyone who may see the project; made once per picture of the lists and day. */
function roadOf(context: ViewContext, project: Project): Road {
  let made = roads.get(context)
  if (!made) {
    made = new Map()
    roads.set(context, made)
  }
  const known = made.get(project.key)
  if (known) return known
  const { facts, today } = context
  const road = {
    startOn: project.startOn,
    endOn: deliveredOn(project),
    spans: projectTimeline(project, facts, today),
    decisions: timelinePoints(project, facts, today),
    flags: planFlags(project, today),
  }
  made.set(project.key, road)
  return road
}
