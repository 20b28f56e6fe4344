import type { ListCode } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Graph, GraphFault } from './graph.ts'
import { LIST_CODES, LISTS } from './lists.ts'

/** The municipality's site and the ids of our lists in it. A list that is not there is left out. */
export interface Site {
  id: string
  lists: Partial<Record<ListCode, string>>
}

interface ListInfo {
  id: string
  displayName: string
  description?: string
}

/** Written into each list's description at creation, so that a site owner may rename the list without losing it. */
export const listMark = (list: ListCode): string => `Prosjektpuls: ${list}`

export type SiteFault = GraphFault | { code: 'siteUrlInvalid'; status: 0; detail: string; ambiguous: false }

/**
 * Finds the site behind `https://tenant.sharepoint.com/sites/name` and our lists in it.
 * Ids are asked for once; addressing by path or title would break when an owner renames something.
 */
export async function openSite(graph: Graph, siteUrl: string): Promise<Result<Site, SiteFault>> {
  if (!URL.canParse(siteUrl)) return refuse({ code: 'siteUrlInvalid', status: 0, detail: siteUrl, ambiguous: false })
  const { hostname, pathname } = new URL(siteUrl)
  const site = await graph.get<{ id: string }>(`/sites/${hostname}:${pathname.replace(/\/$/, '')}`)
  if (!site.ok) return site
  const lists = await findLists(graph, site.value.id)
  return lists.ok ? ok({ id: site.value.id, lists: lists.value }) : lists
}

/** The ids of our lists in a site, as they are now. */
export async function findLists(graph: Graph, siteId: string): Promise<Result<Site['lists'], GraphFault>> {
  const found = await graph.pages<ListInfo>(`/sites/${siteId}/lists`)
  if (!found.ok) return found
  const lists: Site['lists'] = {}
  for (const code of LIST_CODES) {
    const list =
      found.value.items.find((candidate) => candidate.description === listMark(code)) ??
      found.value.items.find((candidate) => candidate.displayName === LISTS[code].display)
    if (list) lists[code] = list.id
  }
  return ok(lists)
}
