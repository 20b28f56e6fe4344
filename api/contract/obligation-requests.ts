import * as z from 'zod/mini'
import { civilDate } from './codes.ts'
import { TEXT_LIMIT } from './requests.ts'

const reason = z.nullish(z.string().check(z.maxLength(TEXT_LIMIT)))
const personId = z.string().check(z.minLength(1), z.maxLength(100))

/** POST /api/obligations/{key}/snooze. 1, 3 or 5 open days, or until a day; a reason from the second time. */
export const snoozeRequest = z.strictObject({
  until: z.union([z.strictObject({ openDays: z.number() }), z.strictObject({ date: civilDate })]),
  reason,
})
export type SnoozeRequest = z.infer<typeof snoozeRequest>

/** POST /api/obligations/{key}/delegate. */
export const delegateRequest = z.strictObject({ toId: personId, reason })
export type DelegateRequest = z.infer<typeof delegateRequest>

/** POST /api/obligations/{key}/take-back, and the /undo of a measurement or of something made: the address says it all. */
export const nothingRequest = z.strictObject({})

/** POST /api/obligations/{key}/not-relevant. */
export const notRelevantRequest = z.strictObject({ reason: z.string().check(z.maxLength(TEXT_LIMIT)) })
export type NotRelevantRequest = z.infer<typeof notRelevantRequest>

/** POST /api/obligations/{key}/not-relevant/answer. A no needs a reason. */
export const answerNotRelevantRequest = z.strictObject({ approve: z.boolean(), reason })
export type AnswerNotRelevantRequest = z.infer<typeof answerNotRelevantRequest>

/** POST /api/obligations/{key}/wrong-person. Who it may be instead is a hint to the office. */
export const wrongPersonRequest = z.strictObject({ suggestedId: z.nullish(personId), reason })
export type WrongPersonRequest = z.infer<typeof wrongPersonRequest>
