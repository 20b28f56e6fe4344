import { ok } from '#domain/result.ts'
import { badRequest } from './errors.ts'
import { context } from './links.ts'
import { refuseOptions } from './odata.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'

/** Most ids of one question (getPresencesByUserId). */
const AT_ONCE = 650

/** Somebody who is not in the directory is left out of the answer. */
const getPresences = ({ users, outOfOffice }: Context, { query, body }: GraphRequest): Answer => {
  const refused = refuseOptions(query, [])
  if (refused) return refused
  const ids = (body as { ids?: unknown } | undefined)?.ids
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > AT_ONCE || ids.some((id) => typeof id !== 'string')) {
    return badRequest(`The ids must be an array of 1 to ${AT_ONCE} user ids.`)
  }
  const value = ids.flatMap((id: string) => {
    const user = users.get(id.toLowerCase())
    if (!user) return []
    const isOutOfOffice = outOfOffice.has(user.id.toLowerCase())
    const activity = isOutOfOffice ? 'OutOfOffice' : 'Available'
    return [
      {
        id: user.id,
        availability: isOutOfOffice ? 'Offline' : 'Available',
        activity,
        outOfOfficeSettings: { message: null, isOutOfOffice },
      },
    ]
  })
  return ok({ status: 200, body: { '@odata.context': context('Collection(presence)'), value } })
}

export const PRESENCE_ROUTES: Route[] = [
  { method: 'POST', pattern: '/communications/getPresencesByUserId', need: 'readPresence', units: 2, handle: getPresences },
]
