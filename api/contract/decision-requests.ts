import * as z from 'zod/mini'
import { decisionKind, decisionOutcome, key, phase, plausibleDate } from './codes.ts'
import { TEXT_LIMIT } from './requests.ts'

const text = z.nullish(z.string().check(z.maxLength(TEXT_LIMIT)))
const personId = z.string().check(z.minLength(1), z.maxLength(100))
/** A name of a rule or of a checklist line, with a key after a colon where it is about one benefit or indicator. */
const rule = z.string().check(z.minLength(1), z.maxLength(260))
/** Evidence: the address of a document, or a few words. */
const evidence = z.nullish(z.string().check(z.maxLength(500)))
const checklist = z.array(z.strictObject({ rule, done: z.boolean(), link: evidence })).check(z.maxLength(60))
const waivers = z.array(z.strictObject({ rule, reason: z.string().check(z.maxLength(TEXT_LIMIT)), byId: personId })).check(z.maxLength(100))
/**
 * When the row the person saw was written; null when there was none. One written meanwhile is refused, and shown. Not its ETag: that
 * moves also when an act breaks off, and the same said again must then go on.
 */
const seen = z.nullable(z.string().check(z.maxLength(100)))

/** GET /api/projects/:key/decision?point=board. Left out: the point that ends the project's phase. */
export const decisionQuery = z.strictObject({ point: z.optional(z.literal('board')) })

/** POST /api/projects/:key/decisions/plan. Asks for a decision and prepares it; the form as a whole, as it shall stand. */
export const planDecisionRequest = z.strictObject({
  point: decisionKind,
  seen,
  dueOn: z.nullable(plausibleDate),
  responsibleId: z.nullable(personId),
  checklist,
  waivers,
})
export type PlanDecisionRequest = z.infer<typeof planDecisionRequest>

/** POST /api/projects/:key/decisions/plan/undo. Takes a request for a decision back that one has just made. */
export const undoPlanRequest = z.strictObject({ decisionKey: key, point: decisionKind })

/** POST /api/projects/:key/decisions. Takes a decision. `responsibleId` and `dueOn` for adjust and extend; `lesson` for stop. */
export const decideRequest = z.strictObject({
  point: decisionKind,
  seen,
  outcome: decisionOutcome,
  /** The day it was decided; today when left out. */
  on: z.nullish(plausibleDate),
  checklist: z.optional(checklist),
  waivers: z.optional(waivers),
  responsibleId: z.nullish(personId),
  dueOn: z.nullish(plausibleDate),
  reason: text,
  lesson: text,
})
export type DecideRequest = z.infer<typeof decideRequest>

/** When the project's own row that the person saw was written. */
const seenProject = z.string().check(z.maxLength(100))

/** POST /api/projects/:key/hold. On hold [from, to); `to` null = until further notice. */
export const holdRequest = z.strictObject({ seen: seenProject, from: plausibleDate, to: z.nullish(plausibleDate), reason: text })
/** POST /api/projects/:key/resume. */
export const resumeRequest = z.strictObject({ seen: seenProject, reason: text })
/** POST /api/projects/:key/go-back. To an earlier phase of the project's own method. */
export const goBackRequest = z.strictObject({ seen: seenProject, to: phase, reason: text })
/** POST /api/projects/:key/reopen. A stopped project is taken up again. */
export const reopenRequest = z.strictObject({ seen: seenProject, reason: text })
export type LifeRequest =
  | ({ act: 'hold' } & z.infer<typeof holdRequest>)
  | ({ act: 'resume' } & z.infer<typeof resumeRequest>)
  | ({ act: 'goBack' } & z.infer<typeof goBackRequest>)
  | ({ act: 'reopen' } & z.infer<typeof reopenRequest>)
