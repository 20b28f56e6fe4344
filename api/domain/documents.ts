import { currentPoint, plannedRow, readinessOf } from './decision-points.ts'
import type { Facts } from './facts.ts'
import { type ChecklistItem, checklistFor, pointIn, profileOf } from './method-profile.ts'
import type { Project, ProjectDocument } from './model.ts'

/** Lines of the built-in checklists that are something done or agreed, with no document of their own (domain.md §2). */
const DEEDS: readonly string[] = [
  'projectOrLine',
  'architecture',
  'benefitsStillRealistic',
  'followUpAgreed',
  'documentsArchived',
  'measurementsReviewed',
]

/** A line of the method's checklists that a document of the project can answer. */
export interface DocumentLine extends ChecklistItem {
  /** The point that ends the project's phase asks for it. */
  isNext: boolean
  /** It is asked for next, nobody has ticked or waived it, and no document of the project answers it. */
  isMissing: boolean
}

/**
 * What a project's documents can answer: the checklist lines of its own method for its size, those of the next point first, each
 * line once. A stopped or closed project lacks nothing. Source: domain.md N29 («required documents per phase as a checklist with
 * links») and §2 (documents of each phase).
 */
export function documentLines(project: Project, facts: Facts): DocumentLine[] {
  const profile = profileOf(project, facts)
  const next = currentPoint(project)
  const items = (points: typeof profile.points): ChecklistItem[] => points.flatMap((point) => checklistFor(point, project))
  const point = pointIn(profile, next)
  const asked = items(point ? [point] : [])
  const missing = missingRules(project, facts)
  const lines = new Map<string, DocumentLine>()
  for (const item of [...asked, ...items(profile.points)]) {
    if (lines.has(item.rule) || DEEDS.includes(item.rule)) continue
    lines.set(item.rule, { ...item, isNext: asked.includes(item), isMissing: missing.has(item.rule) })
  }
  return [...lines.values()]
}

function missingRules(project: Project, facts: Facts): ReadonlySet<string> {
  if (project.state === 'stopped' || project.state === 'closed') return new Set()
  const next = currentPoint(project)
  const planned = plannedRow(next, project, facts)
  const lacks = readinessOf(next, project, facts, { checklist: planned?.checklist ?? [], waivers: planned?.waivers ?? [] })?.lacks ?? []
  const answered = new Set(project.documents.map(({ rule }) => rule))
  return new Set(lacks.filter(({ code, rule }) => code === 'documentMissing' && !answered.has(rule)).map(({ rule }) => rule))
}

/** Whether each document answers nothing, a line of the project's method, or the line it answered before. */
export function answerKnownLines(documents: readonly ProjectDocument[], project: Project, facts: Facts): boolean {
  const known = new Set(documentLines(project, facts).map(({ rule }) => rule))
  for (const { rule } of project.documents) if (rule !== null) known.add(rule)
  return documents.every(({ rule }) => rule === null || known.has(rule))
}
