import { ok, type Result } from '#domain/result.ts'
import { type GraphRefusal, invalidRequest, notPlayed, type Refused } from './errors.ts'

export type Query = Record<string, string>

/** Microsoft's own text (pnpjs#2432). */
const ONLY_LINKS = 'is not supported on this API. Only URLs returned by the API can be used to page.'
const OPTIONS = ['$select', '$expand', '$filter', '$top', '$skiptoken', '$search', '$orderby', '$count', '$skip']

/** The query string; Graph takes the option names with or without `$`. A repeated option is refused by `refuseOptions`. */
export const parseQuery = (search: URLSearchParams): Query => {
  const query: Query = {}
  for (const [name, value] of search) {
    const key = OPTIONS.includes(`$${name}`) ? `$${name}` : name
    query[key] = key in query ? `${query[key]},${value}` : value
  }
  return query
}

/** Refuses every option a route does not take. Those the real service refuses get its words. */
export const refuseOptions = (query: Query, allowed: readonly string[]): Refused | undefined => {
  for (const name of Object.keys(query)) {
    if (allowed.includes(name)) continue
    if (name === '$count' || name === '$skip') return invalidRequest(`${name} ${ONLY_LINKS}`)
    return OPTIONS.includes(name) ? notPlayed(`The query option ${name} here`) : invalidRequest(`The query option '${name}' is not known.`)
  }
  return undefined
}

export const parseTop = (query: Query, fallback: number, limit: number): Result<number, GraphRefusal> => {
  const text = query.$top
  if (text === undefined) return ok(fallback)
  return /^[1-9]\d{0,6}$/.test(text) ? ok(Math.min(Number(text), limit)) : invalidRequest(`Invalid value '${text}' for $top.`)
}

const names = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** `$select=a,b` against the properties there are. */
export const parseSelect = (query: Query, known: readonly string[]): Result<string[] | undefined, GraphRefusal> => {
  const text = query.$select
  if (text === undefined) return ok(undefined)
  const chosen = names(text)
  const unknown = chosen.find((name) => !known.includes(name))
  return unknown === undefined
    ? ok(chosen)
    : invalidRequest(`Parsing OData Select and Expand failed: Could not find a property named '${unknown}'.`)
}

/** What `$select` leaves of an entity; annotations stay. */
export const pick = (entity: Record<string, unknown>, select: string[] | undefined): Record<string, unknown> =>
  select ? Object.fromEntries(Object.entries(entity).filter(([name]) => name.startsWith('@odata.') || select.includes(name))) : entity

const EXPAND_FIELDS = /^fields(?:\(\s*\$?select\s*=\s*([^()]*)\))?$/

/** `$expand=fields` or `$expand=fields($select=A,B)`, also without the inner `$` as Microsoft's pages write it. */
export const parseExpandFields = (query: Query): Result<'all' | string[] | undefined, GraphRefusal> => {
  const text = query.$expand
  if (text === undefined) return ok(undefined)
  const match = EXPAND_FIELDS.exec(text.trim())
  if (!match) return notPlayed(`Expanding '${text}'`)
  const [, select] = match
  return ok(select === undefined ? 'all' : names(select))
}
