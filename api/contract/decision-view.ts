import * as z from 'zod/mini'
import { civilDate, decisionKind, decisionOutcome, instant, key, obligationState, phase, projectState } from './codes.ts'
import { projectDocument } from './documents.ts'
import { lackView } from './errors.ts'

const nullableDate = z.nullable(civilDate)
const nullableText = z.nullable(z.string())
const person = z.object({ personId: z.string(), name: z.string() })

/** Somebody stands by going on without something, with name and reason. */
export const waiverView = z.object({ rule: z.string(), reason: z.string(), by: person })
export type WaiverView = z.infer<typeof waiverView>

/** Something that is missing, what a waiver of it would be called, and whether it is about this one alone. */
export const missingView = z.extend(lackView, { waiverRule: z.string() })
export type MissingView = z.infer<typeof missingView>

/** One requirement: `rule` is read from the lists, `document` is ticked by a person, with evidence. */
export const requirementView = z.object({
  rule: z.string(),
  kind: z.enum(['rule', 'document']),
  text: z.string(),
  done: z.boolean(),
  evidence: nullableText,
  missing: z.array(missingView),
})
export type RequirementView = z.infer<typeof requirementView>

export const pastDecisionView = z.object({
  key,
  point: decisionKind,
  pointTitle: z.string(),
  occurrence: z.number(),
  outcome: decisionOutcome,
  decidedOn: nullableDate,
  byName: z.string(),
  reason: nullableText,
  /** What it asked for: by whom and when, and what has been said of it. */
  followUp: z.nullable(
    z.object({
      obligationKey: nullableText,
      responsible: z.nullable(person),
      dueOn: nullableDate,
      state: z.nullable(obligationState),
      said: nullableText,
      canTell: z.boolean(),
    }),
  ),
  checklist: z.array(z.object({ text: z.string(), done: z.boolean(), evidence: nullableText })),
  waivers: z.array(z.object({ text: z.string(), reason: z.string(), byName: z.string() })),
})
export type PastDecisionView = z.infer<typeof pastDecisionView>

/** What the project's life allows this person just now. `seen` is to be named when acting. */
export const lifeView = z.object({
  seen: z.string(),
  state: projectState,
  phase,
  holdFrom: nullableDate,
  holdTo: nullableDate,
  canHold: z.boolean(),
  canResume: z.boolean(),
  canReopen: z.boolean(),
  /** Earlier phases it may go back to, the nearest first, by the municipality's own words. */
  goBackTo: z.array(z.object({ phase, title: z.string() })),
})
export type LifeView = z.infer<typeof lifeView>

/** A decision point of a project: what it asks for, what is there, what each outcome changes, and what was decided before. */
export const decisionView = z.object({
  key,
  version: z.string(),
  today: civilDate,
  title: z.string(),
  restricted: z.boolean(),
  state: projectState,
  phaseTitle: z.string(),
  phaseEnteredOn: civilDate,
  point: decisionKind,
  pointTitle: z.string(),
  hard: z.boolean(),
  /** Who decides: the leaders as a group, or the project owner by name. */
  decider: z.enum(['leader', 'projectOwner']),
  deciderName: nullableText,
  planned: z.nullable(
    z.object({ key, occurrence: z.number(), dueOn: nullableDate, responsible: z.nullable(person), byName: z.string(), at: instant }),
  ),
  /** To be named when preparing or deciding; null when nothing is planned. */
  seen: nullableText,
  requirements: z.array(requirementView),
  /** The project's documents, so that nobody looks for an address that is there. */
  documents: z.array(projectDocument),
  waivers: z.array(waiverView),
  /** What stands in the way of ending the follow-up, at the last point. */
  closing: z.nullable(z.array(lackView)),
  /** What the outcomes change. */
  effects: z.object({
    /** The phase that proceed opens, by the municipality's own word; null when it opens none. */
    opens: nullableText,
    closes: z.boolean(),
    /** The point is held again after so many months. */
    repeatMonths: z.nullable(z.number()),
    handsOver: z.boolean(),
    benefits: z.number(),
    indicators: z.number(),
    /** Obligations that fall away if it is stopped. */
    falls: z.number(),
    /** The day the short lesson of a stopped project is due. */
    lessonOn: civilDate,
  }),
  past: z.array(pastDecisionView),
  life: lifeView,
  can: z.object({ prepare: z.boolean(), decide: z.boolean() }),
})
export type DecisionView = z.infer<typeof decisionView>

export const decidedView = z.object({ decisionKey: key, decision: decisionView })
export type DecidedView = z.infer<typeof decidedView>
