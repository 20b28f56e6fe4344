import type { Graph, GraphFault } from '#data/graph.ts'
import { type ColumnSpec, LIST_CODES, LISTS } from '#data/lists.ts'
import { listMark, openSite, type SiteFault } from '#data/site.ts'
import type { ListCode } from '#domain/model.ts'
import { ok, type Result } from '#domain/result.ts'

/** What provisioning did, or with `dryRun` would do. `differing` are columns that exist otherwise than meant: they are left alone. */
export interface ProvisionReport {
  createdLists: string[]
  createdColumns: { list: string; column: string }[]
  differing: { list: string; column: string; what: 'notIndexed' | 'notUnique' }[]
  unchangedLists: string[]
}

export interface ProvisionOptions {
  /** Must speak with rights to create lists (an administrator's token); the app itself may only write items. */
  graph: Graph
  siteUrl: string
  dryRun?: boolean
  onProgress?: (list: string) => void
}

interface ExistingColumn {
  name: string
  indexed?: boolean
  enforceUniqueValues?: boolean
}

/** Creates the lists and columns of api/data/lists.ts that are missing. Nothing that exists is changed or removed. */
export async function provision(options: ProvisionOptions): Promise<Result<ProvisionReport, SiteFault>> {
  const { graph, siteUrl, dryRun = false } = options
  const site = await openSite(graph, siteUrl)
  if (!site.ok) return site
  const report: ProvisionReport = { createdLists: [], createdColumns: [], differing: [], unchangedLists: [] }
  for (const code of LIST_CODES) {
    options.onProgress?.(LISTS[code].display)
    const done = await provisionList(graph, site.value.id, code, site.value.lists[code] ?? null, dryRun, report)
    if (!done.ok) return done
  }
  return ok(report)
}

async function provisionList(
  graph: Graph,
  siteId: string,
  code: ListCode,
  existingId: string | null,
  dryRun: boolean,
  report: ProvisionReport,
): Promise<Result<true, GraphFault>> {
  const spec = LISTS[code]
  const wanted = ownColumns(code)
  let listId = existingId
  if (listId === null) {
    report.createdLists.push(spec.display)
    if (dryRun) return ok(true)
    const created = await graph.post<{ id: string }>(`/sites/${siteId}/lists`, {
      displayName: spec.display,
      description: listMark(code),
      columns: wanted.map(columnDefinition),
      list: { template: 'genericList' },
    })
    if (!created.ok) return created
    listId = created.value.id
  }
  // Columns sent with a new list have been silently left out before now (graph.md §1.2): always compare.
  const existing = await graph.pages<ExistingColumn>(`/sites/${siteId}/lists/${listId}/columns`)
  if (!existing.ok) return existing
  const byName = new Map(existing.value.items.map((column) => [column.name, column]))
  const missing = wanted.filter((column) => !byName.has(column.column))
  for (const column of missing) {
    report.createdColumns.push({ list: spec.display, column: column.column })
    if (dryRun) continue
    const added = await graph.post(`/sites/${siteId}/lists/${listId}/columns`, columnDefinition(column))
    if (!added.ok) return added
  }
  for (const column of wanted) {
    const found = byName.get(column.column)
    if (!found) continue
    if (column.indexed && found.indexed === false) report.differing.push({ list: spec.display, column: column.column, what: 'notIndexed' })
    if (column.unique && found.enforceUniqueValues === false) {
      report.differing.push({ list: spec.display, column: column.column, what: 'notUnique' })
    }
  }
  if (existingId !== null && missing.length === 0) report.unchangedLists.push(spec.display)
  return ok(true)
}

/** Title comes with every list; the rest are ours. */
function ownColumns(code: ListCode): ColumnSpec[] {
  return Object.values(LISTS[code].columns).filter((column) => column.column !== 'Title')
}

/** A column as Graph wants it. `required` is not sent: SharePoint does not enforce it, and the codec does. */
export function columnDefinition(column: ColumnSpec): Record<string, unknown> {
  return {
    name: column.column,
    displayName: column.display,
    ...(column.indexed ? { indexed: true } : {}),
    ...(column.unique ? { enforceUniqueValues: true } : {}),
    ...facetOf(column),
  }
}

function facetOf(column: ColumnSpec): Record<string, unknown> {
  switch (column.type) {
    case 'number':
      return { number: { decimalPlaces: 'automatic' } }
    case 'boolean':
      return { boolean: {} }
    case 'note':
    case 'json':
      return { text: { allowMultipleLines: true, linesForEditing: 6, textType: 'plain' } }
    default:
      return { text: { allowMultipleLines: false, maxLength: 255 } }
  }
}
