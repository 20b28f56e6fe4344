import type { ListRow, Site } from './types.ts'

/** Links and contexts name Microsoft's address, whatever port the server listens on: the transport swaps the origin back. */
export const GRAPH_ORIGIN = 'https://graph.microsoft.com'
const BASE = `${GRAPH_ORIGIN}/v1.0`
const METADATA = `${BASE}/$metadata#`

/** `…/$metadata#` + what follows. */
export const context = (rest: string): string => `${METADATA}${rest}`

export const listsContext = (site: Site): string => context(`sites('${encodeURIComponent(site.id)}')/lists`)

export const listContext = (site: Site, list: ListRow): string => `${listsContext(site)}('${list.id}')`

export const itemsContext = (site: Site, list: ListRow): string => `${listContext(site, list)}/items`

/** `{name: value}` as a query string; names stay readable (`$top`), values are encoded. */
const query = (options: Record<string, string | undefined>): string =>
  Object.entries(options)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

const withQuery = (path: string, options: Record<string, string | undefined>): string => {
  const text = query(options)
  return `${BASE}${path}${text === '' ? '' : `?${text}`}`
}

export const itemsLink = (site: Site, list: ListRow, options: Record<string, string | undefined>): string =>
  withQuery(`/sites/${site.id}/lists/${list.id}/items`, options)

export const deltaLink = (site: Site, list: ListRow, options: Record<string, string | undefined>): string =>
  withQuery(`/sites/${site.id}/lists/${list.id}/items/delta`, options)

export const usersLink = (options: Record<string, string | undefined>): string => withQuery('/users', options)
