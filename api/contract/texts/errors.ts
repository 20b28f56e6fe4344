import type { ErrorCode } from '../errors.ts'
import type { Entry } from './catalogue.ts'
import { fieldErrors } from './errors-fields.ts'
import { fileErrors } from './errors-files.ts'
import { firstErrors } from './errors-first.ts'
import { requestErrors } from './errors-requests.ts'
import { ruleErrors } from './errors-rules.ts'
import { undoErrors } from './errors-undo.ts'

/** What a person reads when something is refused: what is wrong and what to do about it. */
export const errors = {
  ...requestErrors,
  ...fieldErrors,
  ...firstErrors,
  ...ruleErrors,
  ...undoErrors,
  ...fileErrors,
} satisfies Record<ErrorCode, Entry>
