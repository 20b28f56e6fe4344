import { ok, type Result } from '#domain/result.ts'
import { type GraphRefusal, invalidRequest, resyncNeeded } from './errors.ts'
import { parseShape } from './item-shape.ts'
import { isRecord } from './json.ts'
import { context, deltaLink } from './links.ts'
import { listFrom } from './list-routes.ts'
import { parseTop, type Query, refuseOptions } from './odata.ts'
import { presentDeleted, presentItem } from './present-item.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'
import { type Change, seenUpTo } from './store-changes.ts'
import type { ListColumn, ListRow } from './types.ts'

const DEFAULT_PAGE = 200
const LARGEST_PAGE = 5000
const OPTIONS = ['$select', '$expand', '$top'] as const
type Options = Partial<Record<(typeof OPTIONS)[number], string>>

/** What a delta token says: which list, up to which change, and with which options it was asked for. */
interface Token {
  list: string
  since: number
  deletedSince: number
  options: Options
  /** When it was given out, in milliseconds since 1970 by the server's clock. */
  given: number
}

const encodeToken = (token: Token): string => Buffer.from(JSON.stringify(token)).toString('base64url')

const isToken = (value: unknown): value is Token =>
  isRecord(value) &&
  typeof value.list === 'string' &&
  Number.isInteger(value.since) &&
  Number.isInteger(value.deletedSince) &&
  Number.isInteger(value.given) &&
  isRecord(value.options)

const decodeToken = (text: string): Token | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return isToken(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Where to begin. No token: everything, without old deletions. `latest`: nothing but a token. */
const startFrom = (list: ListRow, seen: number, query: Query, at: Date): Result<Token, GraphRefusal> => {
  const given: Options = Object.fromEntries(OPTIONS.filter((name) => name in query).map((name) => [name, query[name]]))
  const fresh = { list: list.id, deletedSince: seen, options: given, given: at.getTime() }
  if (query.token === undefined) return ok({ ...fresh, since: 0 })
  if (query.token === 'latest') return ok({ ...fresh, since: seen })
  const token = decodeToken(query.token)
  return token ? ok({ ...token, options: { ...token.options, ...given } }) : invalidRequest('The provided delta token is not valid.')
}

/** Delta does not tell who changed an item last (a Microsoft answer of February 2026), so asking for it gives nothing. */
const presentChange =
  (ctx: Context, list: ListRow, columns: ListColumn[], shape: Parameters<typeof presentItem>[4]) => (change: Change) => {
    if ('deletedId' in change) return presentDeleted(ctx.site, list, change.deletedId)
    const { lastModifiedBy: _, ...item } = presentItem(ctx.site, list, change.item, columns, shape)
    return item
  }

/** Microsoft's own text (msgraph-sdk-typescript#544): seen as the first entry of a 200 after something was deleted. */
const WITHIN_A_200 = {
  error: {
    code: 'InternalServerError',
    message:
      'Cannot write a deleted resource, link, deleted link, or nested delta resource set within a resource set; they must be written within a delta resource set.',
  },
}

const delta = (ctx: Context, request: GraphRequest): Answer => {
  const refused = refuseOptions(request.query, ['token', ...OPTIONS])
  if (refused) return refused
  const found = listFrom(ctx, request)
  if (!found.ok) return found
  const { otherwise, deltaError, tokenLifetimeMs = Number.POSITIVE_INFINITY } = request.conditions
  const start = startFrom(found.value, seenUpTo(found.value, ctx.store.items.unseen(found.value)), request.query, request.at)
  if (!start.ok) return start
  const { since, deletedSince, options } = start.value
  const columns = ctx.store.lists.columns(found.value)
  const shape = parseShape(options as Query, columns)
  if (!shape.ok) return shape
  const top = parseTop(options as Query, DEFAULT_PAGE, LARGEST_PAGE)
  if (!top.ok) return top

  const { list, page: full } = ctx.store.changes(found.value, { since, deletedSince, top: top.value })
  const page = request.conditions.emptyPage ? { changes: [], more: true, upTo: since } : full
  // A token from another list, or from a later state than this one: the file was made anew or put back.
  if (start.value.list !== list.id || since > list.lastChange) {
    return otherwise.has('foreignTokenInvalid')
      ? invalidRequest('The provided delta token is not valid.')
      : resyncNeeded(deltaLink(ctx.site, list, options))
  }
  if (request.at.getTime() - start.value.given > tokenLifetimeMs) return resyncNeeded(deltaLink(ctx.site, list, options))
  const kept = !page.more && otherwise.has('deltaForgetsOptions') ? {} : options
  const token = encodeToken({ list: list.id, since: page.upTo, deletedSince, options: kept, given: request.at.getTime() })
  const link = deltaLink(ctx.site, list, { token })
  return ok({
    status: 200,
    body: {
      '@odata.context': context('Collection(listItem)'),
      [page.more ? '@odata.nextLink' : '@odata.deltaLink']: link,
      value: deltaError ? [WITHIN_A_200] : page.changes.map(presentChange(ctx, list, columns, shape.value)),
    },
  })
}

/** With a token 1 unit, otherwise 2; `latest` continues nothing and counts as without. */
const deltaUnits = (query: Query): number => (query.token === undefined || query.token === 'latest' ? 2 : 1)

export const DELTA_ROUTES: Route[] = [
  { method: 'GET', pattern: '/sites/{site}/lists/{list}/items/delta', need: 'readItems', units: deltaUnits, handle: delta },
]
