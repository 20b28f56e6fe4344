import * as z from 'zod/mini'

/** The closed set of refusals. The sentence a person reads is looked up by code in texts/errors.ts. */
export const ERROR_CODES = [
  'notAuthenticated',
  'tokenExpired',
  'notAllowed',
  'notFound',
  'badRequest',
  'fieldRequired',
  'fieldInvalid',
  'fieldUnknown',
  'textTooLong',
  'notANumber',
  'ambiguousNumber',
  'unitMismatch',
  'valueUnlikely',
  'dateInvalid',
  'linkInvalid',
  'dateInFuture',
  'dateBeforePeriod',
  'unknownIndicator',
  'unknownProject',
  'indicatorNotActive',
  'alreadyAnswered',
  'staleEdit',
  'changedSince',
  'commentRequired',
  'reasonRequired',
  'reportRowsIncomplete',
  'reportFrozen',
  'reportPeriodInvalid',
  'targetEqualsBaseline',
  'targetAgainstDirection',
  'snoozeLimit',
  'versionTaken',
  'lastOffice',
  'personInvalid',
  'personMissing',
  'personSeveral',
  'personUnknown',
  'decideInstead',
  'gateNotReady',
  'pointNotCurrent',
  'waiverIncomplete',
  'projectNotActive',
  'projectNotOnHold',
  'projectNotStopped',
  'phaseNotEarlier',
  'delegateLimit',
  'alreadyProposed',
  'alreadyRejected',
  'lastResponsible',
  'undoTooLate',
  'createdTooLate',
  'builtUpon',
  'editConflict',
  'nameTaken',
  'datesReversed',
  'cardNotYours',
  'cardOutdated',
  'tooLarge',
  'fileUnreadable',
  'fileEmpty',
  'sheetsUnknown',
  'workbookBlank',
  'mappingInvalid',
  'columnMissing',
  'keyRepeated',
  'tooManyRequests',
  'tooManyViews',
  'rankChanged',
  'storeUnavailable',
  'internal',
] as const
export const errorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof errorCode>

/** What the newest stored answer says when somebody was first: shown so that the person can choose. */
export const currentAnswer = z.object({
  key: z.string(),
  value: z.nullable(z.number()),
  asOf: z.nullable(z.string()),
  byName: z.string(),
  at: z.string(),
})
export type CurrentAnswer = z.infer<typeof currentAnswer>

/** One thing a decision point lacks: the sentence that says what to do, what it is about, and whether a named person may stand by it. */
export const lackView = z.object({
  rule: z.string(),
  code: z.string(),
  benefitKey: z.nullable(z.string()),
  indicatorKey: z.nullable(z.string()),
  waivable: z.boolean(),
  text: z.string(),
})
export type LackView = z.infer<typeof lackView>
/** Somebody changed the same fields meanwhile: what they wrote and what was to be written, field by field, as the fields are kept. */
export const editConflict = z.object({
  /** The version that stands now. */
  version: z.string(),
  byName: z.string(),
  at: z.string(),
  fields: z.array(z.object({ field: z.string(), theirs: z.unknown(), yours: z.unknown() })),
  /** Names of the people those values point at. */
  names: z.record(z.string(), z.string()),
})
export type EditConflict = z.infer<typeof editConflict>

/** Every refusal of the API has this body: `code` for programs, `text` for people, `field` where one is to be mended. */
export const refusal = z.object({
  error: z.object({
    code: errorCode,
    field: z.nullable(z.string()),
    text: z.string(),
    current: z.optional(currentAnswer),
    /** gateNotReady: exactly what is missing. */
    lacks: z.optional(z.array(lackView)),
    conflict: z.optional(editConflict),
  }),
})
export type Refusal = z.infer<typeof refusal>

/** A use case's refusal before it is put into words. `args` fill the sentence. */
export interface Fault {
  code: ErrorCode
  field?: string
  args?: Record<string, string | number>
  current?: CurrentAnswer
  /** gateNotReady: exactly what is missing, in the person's language. */
  lacks?: readonly LackView[]
  conflict?: EditConflict
}

/** HTTP status of each refusal. */
export const statusOf = (code: ErrorCode): number => {
  switch (code) {
    case 'notAuthenticated':
    case 'tokenExpired':
      return 401
    case 'notAllowed':
    case 'cardNotYours':
      return 403
    case 'notFound':
    case 'unknownIndicator':
    case 'unknownProject':
      return 404
    case 'alreadyAnswered':
    case 'staleEdit':
    case 'rankChanged':
    case 'changedSince':
    case 'editConflict':
    case 'reportFrozen':
    case 'cardOutdated':
    case 'versionTaken':
    case 'gateNotReady':
    case 'pointNotCurrent':
    case 'projectNotActive':
    case 'projectNotOnHold':
    case 'projectNotStopped':
    case 'alreadyProposed':
    case 'alreadyRejected':
    case 'lastResponsible':
    case 'undoTooLate':
    case 'createdTooLate':
    case 'builtUpon':
      return 409
    case 'tooLarge':
      return 413
    case 'tooManyRequests':
      return 429
    case 'storeUnavailable':
      return 503
    case 'internal':
      return 500
    default:
      return 400
  }
}
