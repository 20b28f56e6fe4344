import { LIST_CODES } from '#data/lists.ts'
import type { Facts } from '#domain/facts.ts'
import type { ListCode, Records } from '#domain/model.ts'

/** What the product keeps for its own work; it says nothing of projects that the other lists do not. */
export const LEDGERS: readonly ListCode[] = ['nudges', 'conversations', 'subscriptions', 'leases', 'log']

export interface ExportChoice {
  /** Restricted projects and all that belongs to them too. */
  restricted: boolean
  /** The ledgers too. */
  all: boolean
}

export type ExportedLists = { [L in ListCode]?: Records[L][] }

export interface Chosen {
  lists: ExportedLists
  /** Restricted projects that were left out. */
  leftOut: number
}

/** The rows to hand out, by list. What belongs to a restricted project is left out wherever it is named. */
export function chosenRows({ tables }: Facts, { restricted, all }: ExportChoice): Chosen {
  const hidden = new Set<string>()
  if (!restricted) {
    for (const { key, restricted: isRestricted } of tables.projects.values()) if (isRestricted) hidden.add(key)
    for (const { key, projectKey } of [...tables.benefits.values(), ...tables.indicators.values(), ...tables.obligations.values()]) {
      if (hidden.has(projectKey)) hidden.add(key)
    }
  }
  const leftOut = [...tables.projects.values()].filter(({ key }) => hidden.has(key)).length
  const lists: Record<string, unknown[]> = {}
  for (const list of LIST_CODES) {
    const isLedger = LEDGERS.includes(list)
    if (isLedger && !all) continue
    const rows = [...tables[list].values()]
    lists[list] = hidden.size === 0 ? rows : rows.filter((row) => !belongsTo(row, hidden, isLedger)).map((row) => unnamed(row, hidden))
  }
  return { lists: lists as ExportedLists, leftOut }
}

/** The fields by which a row belongs to another. */
const OWNERS = ['key', 'projectKey', 'benefitKey', 'indicatorKey', 'refKey']

/** A ledger may name what it is about within a key or a text. */
function belongsTo(row: object, hidden: ReadonlySet<string>, anywhere: boolean): boolean {
  if (!anywhere) return Object.entries(row).some(([field, value]) => OWNERS.includes(field) && hidden.has(value))
  const text = JSON.stringify(row)
  return [...hidden].some((key) => text.includes(key))
}

/** An open benefit may contribute to a restricted one, whose key is its title. */
function unnamed(row: object, hidden: ReadonlySet<string>): object {
  return 'contributesTo' in row && hidden.has(String(row.contributesTo)) ? { ...row, contributesTo: null } : row
}
