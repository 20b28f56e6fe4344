import { encode, type Fields } from '#data/codec.ts'
import type { Graph, GraphFault } from '#data/graph.ts'
import { itemsPath, type ListItem } from '#data/list-reader.ts'
import { LISTS, SCHEMA_VERSION } from '#data/lists.ts'
import type { ListCode } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

/**
 * One step of a migration. All only add: a column is filled where it is empty, never emptied or overwritten. Lists and
 * columns themselves need no step, they are made from api/data/lists.ts.
 */
export type MigrationStep =
  | { kind: 'copy'; list: ListCode; from: string; to: string }
  | { kind: 'fill'; list: ListCode; column: string; value: string | number | boolean }

/** From the version before to `to`. */
export interface Migration {
  to: number
  steps: readonly MigrationStep[]
}

/** Version 1 is what lists.ts says; the first change of meaning adds a migration here and raises SCHEMA_VERSION. */
export const MIGRATIONS: readonly Migration[] = []

export interface MigrationReport {
  /** The version the site says it has; null for a site that has never been provisioned. */
  from: number | null
  to: number
  /** How many rows each step filled, or with a dry run would fill. */
  filled: { list: string; column: string; rows: number }[]
}

export type MigrationFault = GraphFault | { code: 'newerSchema'; status: 0; detail: string; ambiguous: false }

export interface MigrationOptions {
  graph: Graph
  siteId: string
  /** Ids of the lists that are there. */
  lists: Partial<Record<ListCode, string>>
  dryRun: boolean
  migrations?: readonly Migration[]
  target?: number
}

/** The row of the settings list that says which version the site's rows are in. */
export const VERSION_KEY = 'schemaVersion'

/**
 * Brings the rows of a site to the version of this code, one migration after the other, and writes the new version last:
 * a run that was broken off is taken up again by the next, and rows that are filled are passed over.
 * Refuses a site whose version is newer, which an older server could only spoil.
 */
export async function migrate(options: MigrationOptions): Promise<Result<MigrationReport, MigrationFault>> {
  const { graph, siteId, lists, dryRun, migrations = MIGRATIONS, target = SCHEMA_VERSION } = options
  const report: MigrationReport = { from: null, to: target, filled: [] }
  const settings = lists.settings
  if (settings === undefined) return ok(report)
  const row = await versionRow(graph, siteId, settings)
  if (!row.ok) return row
  report.from = row.value?.version ?? null
  if (report.from !== null && report.from > target) {
    return refuse({ code: 'newerSchema', status: 0, detail: `${report.from}`, ambiguous: false })
  }
  // A site without a version row has been made from nothing just now, or by the first version.
  for (const migration of migrations.filter(({ to }) => to > (report.from ?? 1) && to <= target)) {
    for (const step of migration.steps) {
      const listId = lists[step.list]
      if (listId === undefined) continue
      const rows = await carryOut(graph, itemsPath(siteId, listId), step, dryRun)
      if (!rows.ok) return rows
      const column = step.kind === 'copy' ? step.to : step.column
      report.filled.push({ list: LISTS[step.list].display, column, rows: rows.value })
    }
  }
  if (dryRun || report.from === target) return ok(report)
  const written = await writeVersion(graph, itemsPath(siteId, settings), row.value?.item ?? null, target)
  return written.ok ? ok(report) : written
}

async function versionRow(
  graph: Graph,
  siteId: string,
  listId: string,
): Promise<Result<{ item: ListItem; version: number } | null, GraphFault>> {
  const filter = encodeURIComponent(`fields/key eq '${VERSION_KEY}'`)
  const found = await graph.get<{ value: ListItem[] }>(`${itemsPath(siteId, listId)}?$expand=fields($select=key,value)&$filter=${filter}`)
  // A settings list made by hand without the column key has no version either; provisioning mends the column.
  if (!found.ok) return found.code === 'badRequest' ? ok(null) : found
  const item = found.value.value[0]
  if (!item) return ok(null)
  const version = /"version":\s*(\d+)/.exec(String(item.fields?.value ?? ''))?.[1]
  return ok({ item, version: Number(version ?? 1) })
}

/** Fills a column where it is empty; a row that somebody changes meanwhile is read again by the next run. Gives the number of rows. */
async function carryOut(graph: Graph, path: string, step: MigrationStep, dryRun: boolean): Promise<Result<number, GraphFault>> {
  const column = step.kind === 'copy' ? step.to : step.column
  const wanted = step.kind === 'copy' ? `${step.from},${step.to}` : column
  const items = await graph.pages<ListItem>(`${path}?$expand=fields($select=${wanted})&$top=999`)
  if (!items.ok) return items
  let rows = 0
  for (const item of items.value.items) {
    const fields = item.fields ?? {}
    const value = step.kind === 'copy' ? fields[step.from] : step.value
    if (fields[column] !== undefined || value === undefined) continue
    rows += 1
    if (dryRun) continue
    const patched = await graph.patch<Fields>(`${path}/${item.id}/fields`, { [column]: value }, item['@odata.etag'] ?? item.eTag ?? '')
    if (!patched.ok) return patched
  }
  return ok(rows)
}

function writeVersion(graph: Graph, path: string, item: ListItem | null, version: number): Promise<Result<unknown, GraphFault>> {
  const value = { version }
  if (item) {
    const etag = item['@odata.etag'] ?? item.eTag ?? ''
    return graph.patch(`${path}/${item.id}/fields`, encode('settings', { value }), etag)
  }
  const fields = encode('settings', { key: VERSION_KEY, name: VERSION_KEY, validFrom: '2026-01-01', value })
  return graph.post(path, { fields }, { keyed: true })
}
