import { refuse } from '#domain/result.ts'

/** A refusal in Graph's words. `code` and `message` go out as they stand; clients should branch on `status`. */
export interface GraphRefusal {
  status: number
  code: string
  message: string
  /** `innerError.code`, where Graph has one. */
  innerCode?: string
  headers?: Record<string, string>
  /** Instead of a JSON body: what a front end between us and SharePoint answers. */
  plain?: string
}

export type Refused = { ok: false } & GraphRefusal

const refusal =
  (status: number, code: string, innerCode?: string) =>
  (message: string): Refused =>
    refuse({ status, code, message, ...(innerCode ? { innerCode } : {}) })

export const invalidRequest = refusal(400, 'invalidRequest')
export const badRequest = refusal(400, 'BadRequest')
export const accessDenied = (): Refused => refusal(403, 'accessDenied')('Access denied')
export const itemNotFound = (what = 'The resource could not be found.'): Refused => refusal(404, 'itemNotFound')(what)
export const nameAlreadyExists = refusal(409, 'nameAlreadyExists')
export const etagMismatch = (): Refused => refusal(412, 'resourceModified')("ETag does not match current item's value")
export const tooLarge = refusal(413, 'requestTooLarge')
export const throttled = (): Refused => refusal(429, 'activityLimitReached', 'throttledRequest')('The request has been throttled')
export const invalidToken = refusal(401, 'InvalidAuthenticationToken')
export const directoryRefused = refusal(403, 'Authorization_RequestDenied')

/**
 * What Microsoft's Graph can do but this server does not play: lookups, person and multi-value columns, versions …
 * 501 is no answer the real service gives here, so it cannot be mistaken for one.
 */
export const notPlayed = (what: string): Refused => refusal(501, 'notSupported')(`${what} is not supported by the local list server.`)

/** The text is Microsoft's own, seen in reports: a unique column answers 400, not 409. */
export const uniqueViolation = (): Refused => invalidRequest('One or more fields with unique constraints already has the provided value.')

/** After a delta token has grown too old, or when the list is no longer the one the token came from. */
export const resyncNeeded = (location: string): Refused => ({
  ...refusal(410, 'resyncChangesApplyDifferences')('Resync required. Replace any local items with the server version.'),
  headers: { Location: location },
})

/** Graph's error body. The date has no zone, as in Microsoft's answers; ids let a client report the request. */
export const errorBody = (fault: GraphRefusal, request: { id: string; clientRequestId: string; at: Date }) => ({
  error: {
    code: fault.code,
    message: fault.message,
    innerError: {
      ...(fault.innerCode ? { code: fault.innerCode } : {}),
      date: request.at.toISOString().slice(0, 19),
      'request-id': request.id,
      'client-request-id': request.clientRequestId,
    },
  },
})
