import type { Facts, Tables } from './facts.ts'
import type { Instant, LogEntry, PersonId } from './model.ts'

/** The log's word for a record that its maker took back: its row stays in the list, and counts for nothing. */
export const WITHDRAWN = 'withdrawn'

/** What people make by hand and may take back. */
export const MADE_LISTS = ['projects', 'benefits', 'indicators', 'benefitActions', 'decisions'] as const
export type MadeList = (typeof MADE_LISTS)[number]

/** One record taken back: who, when, and what it was. */
export interface Withdrawal {
  list: MadeList
  key: string
  projectKey: string
  title: string
  entry: LogEntry
}

type Log = Tables['log']
type ByList = ReadonlyMap<MadeList, ReadonlyMap<string, Withdrawal>>
const NONE: ByList = new Map()
const known = new WeakMap<Log, ByList>()

const textIn = (value: unknown, field: string): string => {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined
  return typeof found === 'string' ? found : ''
}

/** What has been taken back, by list and key; read once of each log. */
export function withdrawnIn(log: Log): ByList {
  const read = known.get(log)
  if (read) return read
  const found = new Map<MadeList, Map<string, Withdrawal>>()
  for (const entry of log.values()) {
    if (entry.what !== WITHDRAWN) continue
    const { before, refKey: key } = entry
    const list = MADE_LISTS.find((one) => one === textIn(before, 'list'))
    if (!list) continue
    const ofList = found.get(list) ?? new Map<string, Withdrawal>()
    found.set(list, ofList.set(key, { list, key, projectKey: textIn(before, 'projectKey'), title: textIn(before, 'title'), entry }))
  }
  const result = found.size === 0 ? NONE : found
  known.set(log, result)
  return result
}

/** The lists without what has been taken back; the same ones when nothing has. */
export function withoutWithdrawn(tables: Tables): Tables {
  const withdrawn = withdrawnIn(tables.log)
  if (withdrawn.size === 0) return tables
  const standing = { ...tables } as { -readonly [L in keyof Tables]: unknown }
  for (const [list, keys] of withdrawn)
    standing[list] = new Map([...(tables[list] as ReadonlyMap<string, unknown>)].filter(([key]) => !keys.has(key)))
  return standing as Tables
}

/** Who took a record back and when; undefined when nobody has. */
export const withdrawalOf = (
  list: MadeList,
  key: string,
  { tables }: Facts,
): { byId: PersonId; at: Instant; projectKey: string } | undefined => {
  const found = withdrawnIn(tables.log).get(list)?.get(key)
  return found && { byId: found.entry.actorId, at: found.entry.actedAt, projectKey: found.projectKey }
}

/**
 * The key a new record is given: the one made from its name, or the first with a number after two hyphens where that name was
 * taken back before. No name gives two hyphens, so nobody else's key is taken. A key that stands is given as it is, and refused
 * by the list.
 */
export function freeKey(list: MadeList, key: string, { tables }: Facts): string {
  const keys = withdrawnIn(tables.log).get(list)
  if (!keys?.has(key)) return key
  let next = 2
  while (keys.has(`${key}--${next}`)) next += 1
  return `${key}--${next}`
}
