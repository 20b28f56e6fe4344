import { ok, type Result } from '#domain/result.ts'
import { badRequest, type GraphRefusal, notPlayed, type Refused } from './errors.ts'

export const COMPARISONS = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'] as const
export type Comparison = (typeof COMPARISONS)[number]

export interface Clause {
  /** The column's internal name, `fields/` taken off. */
  field: string
  operator: Comparison | 'startswith'
  value: string | number | boolean
}

const SPACE = /^\s+/
const PATH = /^[A-Za-z_][\w]*(\/[A-Za-z_][\w]*)*/
const TEXT = /^'((?:[^']|'')*)'/
const NUMBER = /^-?\d+(\.\d+)?(?=[\s),]|$)/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z/
const WORD = /^(true|false)(?=[\s),]|$)/

const invalid = (): Refused => badRequest('Invalid filter clause')

/** Walks through the text; every take gives what matched, or nothing and stays. */
const reader = (text: string) => {
  let rest = text.trim()
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest)
    if (!match) return undefined
    rest = rest.slice(match[0].length)
    return match
  }
  return { take, skipSpace: () => take(SPACE) !== undefined, atEnd: () => rest === '', peek: (text: string) => rest.startsWith(text) }
}
type Reader = ReturnType<typeof reader>

const takeLiteral = (from: Reader): string | number | boolean | undefined => {
  const text = from.take(TEXT)
  if (text) return (text[1] ?? '').replaceAll("''", "'")
  const instant = from.take(INSTANT)
  if (instant) return instant[0]
  const number = from.take(NUMBER)
  if (number) return Number(number[0])
  const word = from.take(WORD)
  return word ? word[0] === 'true' : undefined
}

/** The prefix is mandatory: without it the real service answers "Invalid filter clause" (gd#7040). */
const fieldOf = (path: string): string | undefined => /^fields\/(\w+)$/.exec(path)?.[1]

const takeStartsWith = (from: Reader): Result<Clause, GraphRefusal> => {
  from.take(/^\(/)
  from.skipSpace()
  const field = fieldOf(from.take(PATH)?.[0] ?? '')
  from.skipSpace()
  const comma = from.take(/^,/)
  from.skipSpace()
  const value = takeLiteral(from)
  from.skipSpace()
  return field && comma && typeof value === 'string' && from.take(/^\)/) ? ok({ field, operator: 'startswith', value }) : invalid()
}

const takeClause = (from: Reader): Result<Clause, GraphRefusal> => {
  if (from.peek('(')) return notPlayed('Parentheses in $filter')
  const path = from.take(PATH)?.[0]
  if (path === 'not') return notPlayed('not in $filter')
  if (path === 'startswith' && from.peek('(')) return takeStartsWith(from)
  const field = path && fieldOf(path)
  if (!field) return invalid()
  from.skipSpace()
  const word = from.take(/^[a-z]+(?=\s)/)?.[0]
  const operator = COMPARISONS.find((name) => name === word)
  from.skipSpace()
  if (operator && from.peek('null')) return notPlayed('Comparing with null in $filter')
  const value = operator && takeLiteral(from)
  return operator && value !== undefined ? ok({ field, operator, value }) : invalid()
}

/**
 * Reads `$filter` for items: `eq ne lt gt le ge startswith` on `fields/X`, joined by `and` (Microsoft's listitem-list page).
 * `contains`, `endswith`, `in` and the like are invalid there; `or`, `not` and parentheses are only not played here.
 */
export const parseFilter = (text: string): Result<Clause[], GraphRefusal> => {
  const from = reader(text)
  const clauses: Clause[] = []
  for (;;) {
    const clause = takeClause(from)
    if (!clause.ok) return clause
    clauses.push(clause.value)
    if (from.atEnd()) return ok(clauses)
    if (!from.skipSpace()) return invalid()
    if (from.take(/^or(?=\s)/)) return notPlayed('or in $filter')
    if (!from.take(/^and(?=\s)/)) return invalid()
    from.skipSpace()
  }
}
