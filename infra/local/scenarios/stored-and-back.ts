import { decode, encode } from '#data/codec.ts'
import type { ListCode, Records } from '#domain/model.ts'
import type { ScenarioRecords } from './scenario.ts'

/** The rows as they come back from the lists, for tests; throws on one that a list would not give back. */
export function storedAndBack(rows: ScenarioRecords): ScenarioRecords {
  const read: ScenarioRecords = {}
  const turn = <L extends ListCode>(list: L): void => {
    const back = (rows[list] ?? []).map((row) => {
      const fields: Record<string, unknown> = encode(list, row as Partial<Records[L]>)
      const decoded = decode(list, fields, { modifiedAt: row.actedAt, modifiedById: null })
      if (!decoded.ok) throw new Error(`${list} ${row.key}: ${decoded.column}`)
      return decoded.value
    })
    Object.assign(read, { [list]: back })
  }
  for (const list of Object.keys(rows) as ListCode[]) turn(list)
  return read
}
