import { emptyTables } from '#domain/facts.ts'
import type { ListCode, Records } from '#domain/model.ts'
import type { ScenarioRecords } from './scenario.ts'

const listsOf = (rows: ScenarioRecords): ListCode[] => Object.keys(rows) as ListCode[]

/** A scenario's rows as the rules read them (`joinFacts`). */
export function tablesOf(rows: ScenarioRecords): ReturnType<typeof emptyTables> {
  const tables = emptyTables()
  const fill = <L extends ListCode>(list: L): void => {
    const table: Map<string, Records[L]> = tables[list]
    for (const row of rows[list] ?? []) table.set(row.key, row)
  }
  for (const list of listsOf(rows)) fill(list)
  return tables
}
