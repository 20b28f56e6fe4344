import { ACT_COLUMN } from '#data/acts.ts'
import type { Graph, GraphFault } from '#data/graph.ts'
import { type ColumnSpec, LIST_CODES, LISTS, SCHEMA_VERSION } from '#data/lists.ts'
import { listMark, openSite, type SiteFault } from '#data/site.ts'
import type { ListCode } from '#domain/model.ts'
import { ok, type Result } from '#domain/result.ts'
import { type MigrationFault, type MigrationReport, migrate } from './migrations.ts'

/** What provisioning did, or with `dryRun` would do. `differing` are columns that exist otherwise than meant: they are left alone. */
export interface ProvisionReport {
  createdLists: string[]
  createdColumns: { list: string; column: string }[]
  differing: { list: string; column: string; what: 'notIndexed' | 'notUnique' | 'otherType' }[]
  unchangedLists: string[]
  schema: MigrationReport
}

/** A column of another type holds rows that a change would lose: the owner must decide, so nothing more is done. */
export type ProvisionFault = SiteFault | MigrationFault

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
  text?: object
  number?: object
  boolean?: object
  dateTime?: object
  choice?: object
}

/** The types that Graph tells of reliably (graph.md §1.3); of others it may say nothing at all. */
const TOLD = ['text', 'number', 'boolean', 'dateTime', 'choice'] as const

/** Creates the lists and columns of api/data/lists.ts that are missing. Nothing that exists is changed or removed. */
export async function provision(options: ProvisionOptions): Promise<Result<ProvisionReport, ProvisionFault>> {
  const { graph, siteUrl, dryRun = false } = options
  const site = await openSite(graph, siteUrl)
  if (!site.ok) return site
  const report: ProvisionReport = {
    createdLists: [],
    createdColumns: [],
    differing: [],
    unchangedLists: [],
    schema: { from: null, to: SCHEMA_VERSION, filled: [] },
  }
  const made: Partial<Record<ListCode, string>> = {}
  for (const code of LIST_CODES) {
    options.onProgress?.(LISTS[code].display)
    const done = await provisionList(graph, site.value.id, code, site.value.lists[code] ?? null, dryRun, report)
    if (!done.ok) return done
    if (done.value !== null) made[code] = done.value
  }
  const lists = { ...site.value.lists, ...made }
  // Rows are moved only in a site whose columns can take them.
  if (report.differing.some(({ what }) => what === 'otherType')) return ok(report)
  const migrated = await migrate({ graph, siteId: site.value.id, lists, dryRun })
  if (!migrated.ok) return migrated
  return ok({ ...report, schema: migrated.value })
}

async function provisionList(
  graph: Graph,
  siteId: string,
  code: ListCode,
  existingId: string | null,
  dryRun: boolean,
  report: ProvisionReport,
): Promise<Result<string | null, GraphFault>> {
  const spec = LISTS[code]
  const wanted = ownColumns(code)
  let listId = existingId
  if (listId === null) {
    report.createdLists.push(spec.display)
    if (dryRun) return ok(null)
    const created = await graph.post<{ id: string }>(`/sites/${siteId}/lists`, {
      displayName: spec.display,
      description: listMark(code),
      columns: wanted.map(columnDefinition),
      list: { template: 'genericList' },
    })
    // A list has no key: when its answer was lost it is looked for by its mark before anything is made twice.
    const id = created.ok ? ok(created.value.id) : await madeAfterAll(graph, siteId, code, created)
    if (!id.ok) return id
    listId = id.value
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
    if (!added.ok && !(added.ambiguous && (await hasColumn(graph, siteId, listId, column.column)))) return added
  }
  for (const column of wanted) {
    const found = byName.get(column.column)
    if (!found) continue
    const type = TOLD.find((facet) => found[facet] !== undefined)
    if (type !== undefined && facetOf(column)[type] === undefined) {
      report.differing.push({ list: spec.display, column: column.column, what: 'otherType' })
    }
    if (column.indexed && found.indexed === false) report.differing.push({ list: spec.display, column: column.column, what: 'notIndexed' })
    if (column.unique && found.enforceUniqueValues === false) {
      report.differing.push({ list: spec.display, column: column.column, what: 'notUnique' })
    }
  }
  if (existingId !== null && missing.length === 0) report.unchangedLists.push(spec.display)
  return ok(listId)
}

async function madeAfterAll(
  graph: Graph,
  siteId: string,
  code: ListCode,
  fault: { ok: false } & GraphFault,
): Promise<Result<string, GraphFault>> {
  if (!fault.ambiguous) return fault
  const lists = await graph.pages<{ id: string; description?: string }>(`/sites/${siteId}/lists`)
  if (!lists.ok) return lists
  const found = lists.value.items.find(({ description }) => description === listMark(code))
  return found ? ok(found.id) : fault
}

async function hasColumn(graph: Graph, siteId: string, listId: string, name: string): Promise<boolean> {
  const columns = await graph.pages<ExistingColumn>(`/sites/${siteId}/lists/${listId}/columns`)
  return columns.ok && columns.value.items.some((column) => column.name === name)
}

/** Title comes with every list; the rest are ours. */
function ownColumns(code: ListCode): ColumnSpec[] {
  return [...Object.values(LISTS[code].columns).filter((column) => column.column !== 'Title'), ACT_COLUMN]
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
