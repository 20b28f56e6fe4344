import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Change, Instant, ListCode, PersonId } from '#domain/model.ts'
import type { ColumnSpec } from './lists.ts'

/**
 * What the column «Handling» says of a row that was written together with others. The rows of an act count from the moment
 * its closing row, the last one written and always one of the log, says the same id; until then `before` is what counts.
 */
export interface ActMark {
  id: string
  /** Key of the log row that closes the act; absent on the closing row itself. */
  closing?: string | undefined
  /** The cells as they were before the act changed the row; absent where the act made the row. */
  before?: Record<string, unknown> | undefined
}

/** An act of several rows: its id, and its changes with the closing one last. */
export interface Act {
  id: string
  closing: string
  changes: readonly Change[]
}

/** An act some of whose rows stand and whose closing row does not. */
export interface UnfinishedAct {
  id: string
  closing: string
  personId: PersonId
  since: Instant
  rows: { list: ListCode; key: string; itemId: string }[]
}

/** So long an act may take before it is told as unfinished: most often it is only another server that is not through yet. */
export const ACT_SETTLES_MS = 5 * 60_000
/** An act that is not through its rows after this is given up by the one who writes it… */
export const ACT_MAY_TAKE_MS = 5 * 60_000
/** …so that others may take its rows over when nothing has touched them for this long. The longest patience with Graph lies between. */
export const TAKE_OVER_AFTER_MS = 30 * 60_000
/** After a week a row counts as it stands, so that nobody who tidies the log can make what was saved disappear. */
export const ACT_FORGOTTEN_MS = 7 * 86_400_000

/** The column every list has for it. It is no part of the records: nobody but the data layer reads it. */
export const ACT_COLUMN: ColumnSpec = {
  column: 'act',
  display: 'Handling',
  type: 'json',
  required: false,
  indexed: false,
  unique: false,
  values: [],
  empty: null,
  shape: 'object',
}

const markShape = z.object({ id: z.string(), closing: z.optional(z.string()), before: z.optional(z.record(z.string(), z.unknown())) })

/** The mark in a cell; null where there is none, or nothing that can be read as one: such a row counts as it stands. */
export function markOf(cell: unknown): ActMark | null {
  if (typeof cell !== 'string' || cell === '') return null
  let value: unknown
  try {
    value = JSON.parse(cell)
  } catch {
    return null
  }
  const parsed = markShape.safeParse(value)
  return parsed.success ? parsed.data : null
}

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g

/**
 * Several changes as an act, null for a single one. The same act said again by the same person of the same rows has the same
 * id, whenever it is said; `stampOf` gives when a row to be changed was last changed. Where no log row comes last, one is
 * added that closes the act.
 */
export function actOf(changes: readonly Change[], actorId: PersonId, stampOf: (list: ListCode, key: string) => Instant | null): Act | null {
  if (changes.length < 2) return null
  const last = changes.at(-1)
  const logged = last?.op === 'create' && last.list === 'log' ? last.record.key : null
  const facts = logged === null ? changes : changes.slice(0, -1)
  const said = facts.map((change) => (change.op === 'create' ? [change.list, change.record] : [change.list, change.key, change.set]))
  const text = JSON.stringify([actorId, logged, said]).replaceAll(INSTANT, '')
  const from = facts.map((change) => (change.op === 'create' ? '' : (stampOf(change.list, change.key) ?? ''))).join(' ')
  const id = createHash('sha256').update(`${text} ${from}`).digest('hex').slice(0, 20)
  if (logged !== null) return { id, closing: logged, changes }
  const [first] = changes
  const refKey = first === undefined ? '' : first.op === 'create' ? first.record.key : first.key
  const closing = `act:${id}`
  const after = { rows: changes.length }
  const record = { key: closing, what: 'act', refKey, before: null, after, why: null }
  return { id, closing, changes: [...changes, { op: 'create', list: 'log', record }] }
}
