import * as z from 'zod/mini'
import { key, obligationState, plausibleDate } from './codes.ts'
import { TEXT_LIMIT } from './requests.ts'

const said = z.nullish(z.string().check(z.maxLength(TEXT_LIMIT)))

/** POST /api/follow-ups. What a decision asked for is done, or what came of a trial: a sentence. */
export const followUpRequest = z.strictObject({ obligationKey: key, said })

/** POST /api/action-answers. A benefit action is done, dropped or moved; a stopped project's lesson is written (`done`). */
export const actionAnswerRequest = z.strictObject({
  obligationKey: key,
  answer: z.enum(['done', 'dropped', 'moved']),
  said,
  dueOn: z.nullish(plausibleDate),
})

/** The obligation as it stands after it was answered. */
export const toldView = z.object({ obligationKey: key, state: obligationState, version: z.string() })
