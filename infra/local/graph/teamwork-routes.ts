import { ok } from '#domain/result.ts'
import { badRequest, type Refused } from './errors.ts'
import { refuseOptions } from './odata.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'
import { userNotFound } from './user-routes.ts'

const BIND = 'teamsApp@odata.bind'
const IN_CATALOGUE = /^https:\/\/graph\.microsoft\.com\/v1\.0\/appCatalogs\/teamsApps\/([\w-]+)$/

const refusal = (status: number, code: string, message: string): Refused => ({ ...badRequest(message), status, code })

/** Installs the one app of the catalogue for a person; 201 without a body, 409 where it is installed already. */
const installApp = ({ users, catalogue }: Context, { query, params, body }: GraphRequest): Answer => {
  const refused = refuseOptions(query, [])
  if (refused) return refused
  const id = params.user ?? ''
  const user = users.get(id.toLowerCase())
  if (!user) return userNotFound(id)
  const bound = (body as Record<string, unknown> | undefined)?.[BIND]
  const appId = typeof bound === 'string' ? IN_CATALOGUE.exec(bound)?.[1] : undefined
  if (appId === undefined) return badRequest(`${BIND} must name an app of the catalogue.`)
  if (appId !== catalogue.appId) return refusal(404, 'NotFound', `No app found in the tenant's catalogue with id '${appId}'.`)
  if (catalogue.install(user.id) === 'alreadyThere') return refusal(409, 'Conflict', 'The app is already installed for the user.')
  return ok({ status: 201 })
}

export const TEAMWORK_ROUTES: Route[] = [
  { method: 'POST', pattern: '/users/{user}/teamwork/installedApps', need: 'installApps', units: 2, handle: installApp },
]
