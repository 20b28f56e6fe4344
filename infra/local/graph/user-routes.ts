import { ok, type Result } from '#domain/result.ts'
import { type GraphRefusal, itemNotFound, notPlayed, type Refused } from './errors.ts'
import { foldText } from './fields.ts'
import { context, usersLink } from './links.ts'
import { parseSelect, parseTop, refuseOptions } from './odata.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'
import type { DirectoryUser } from './types.ts'

const DEFAULT_PAGE = 100
const LARGEST_PAGE = 999
const PROPERTIES = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName', 'jobTitle'] as const

/** A person without a value has null there, as in the real directory. */
const presentUser = (user: DirectoryUser, select: string[] | undefined): Record<string, unknown> =>
  Object.fromEntries(PROPERTIES.filter((name) => !select || select.includes(name)).map((name) => [name, user[name] ?? null]))

export const userNotFound = (id: string): Refused => ({
  ...itemNotFound(`Resource '${id}' does not exist or one of its queried reference-property objects are not present.`),
  code: 'Request_ResourceNotFound',
})

const unsupportedQuery = (message: string): Refused => ({ ...itemNotFound(message), status: 400, code: 'Request_UnsupportedQuery' })

const getUser = ({ users }: Context, { query, params }: GraphRequest): Answer => {
  const refused = refuseOptions(query, ['$select'])
  if (refused) return refused
  const select = parseSelect(query, PROPERTIES)
  if (!select.ok) return select
  const id = params.user ?? ''
  const user = users.get(id.toLowerCase()) ?? [...users.values()].find((one) => foldText(one.userPrincipalName) === foldText(id))
  if (!user) return userNotFound(id)
  return ok({ status: 200, body: { '@odata.context': context('users/$entity'), ...presentUser(user, select.value) } })
}

type Match = (user: DirectoryUser) => boolean

const STARTS_WITH = /^\s*startswith\(\s*(displayName|givenName|surname|mail|userPrincipalName)\s*,\s*'((?:[^']|'')*)'\s*\)\s*$/
const SEARCH = /^"(displayName|mail|userPrincipalName):([^"]*)"$/

const parseUserFilter = (text: string): Result<Match, GraphRefusal> => {
  const match = STARTS_WITH.exec(text)
  if (!match) return notPlayed('Any $filter on users but startswith')
  const property = match[1] as 'displayName'
  const start = foldText((match[2] ?? '').replaceAll("''", "'"))
  return ok((user) => foldText(user[property] ?? '').startsWith(start))
}

/** `"displayName:kari nord"`: every word must begin a word of the value; several terms may be joined by OR. */
const parseUserSearch = (text: string): Result<Match, GraphRefusal> => {
  const terms = text.split(/\s+OR\s+/).map((term) => SEARCH.exec(term.trim()))
  if (terms.some((term) => !term)) return notPlayed('Any $search on users but "displayName:…", "mail:…" and "userPrincipalName:…"')
  const wanted = terms.map((term) => ({
    property: term?.[1] as 'displayName',
    words: foldText(term?.[2] ?? '')
      .split(/\s+/)
      .filter((word) => word !== ''),
  }))
  return ok((user) =>
    wanted.some(({ property, words }) => {
      const parts = foldText(user[property] ?? '').split(/[\s.@-]+/)
      return words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word)))
    }),
  )
}

const matchFrom = ({ query, headers }: GraphRequest): Result<Match, GraphRefusal> => {
  const { $filter, $search } = query
  if ($filter !== undefined && $search !== undefined) return notPlayed('$filter and $search together')
  if ($filter !== undefined) return parseUserFilter($filter)
  if ($search === undefined) return ok(() => true)
  if (headers.consistencylevel?.toLowerCase() === 'eventual') return parseUserSearch($search)
  return unsupportedQuery(
    "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
  )
}

const listUsers = ({ users }: Context, request: GraphRequest): Answer => {
  const { query } = request
  const refused = refuseOptions(query, ['$select', '$filter', '$search', '$top', '$skiptoken'])
  if (refused) return refused
  const select = parseSelect(query, PROPERTIES)
  if (!select.ok) return select
  const top = parseTop(query, DEFAULT_PAGE, LARGEST_PAGE)
  if (!top.ok) return top
  const matches = matchFrom(request)
  if (!matches.ok) return matches
  const found = [...users.values()].filter(matches.value)
  const start = query.$skiptoken === undefined ? 0 : found.findIndex((user) => user.id === query.$skiptoken) + 1
  const page = found.slice(start, start + top.value)
  const next = start + top.value < found.length ? { ...query, $skiptoken: page.at(-1)?.id } : undefined
  return ok({
    status: 200,
    body: {
      '@odata.context': context('users'),
      ...(next ? { '@odata.nextLink': usersLink(next) } : {}),
      value: page.map((user) => presentUser(user, select.value)),
    },
  })
}

export const USER_ROUTES: Route[] = [
  { method: 'GET', pattern: '/users', need: 'readUsers', units: 2, handle: listUsers },
  { method: 'GET', pattern: '/users/{user}', need: 'readUsers', units: 1, handle: getUser },
]
