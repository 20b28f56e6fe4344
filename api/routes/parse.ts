import type * as z from 'zod/mini'
import type { Fault } from '#contract/errors.ts'
import { TEXT_LIMIT } from '#contract/requests.ts'
import { isCivilDate } from '#domain/dates.ts'
import { type Result, refuse } from '#domain/result.ts'

/** A body or query read by its schema, or the first field that stops it. */
export function parse<T>(schema: z.ZodMiniType<T>, input: unknown): Result<T, Fault> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  if (!issue || typeof input !== 'object' || input === null) return refuse({ code: 'badRequest' })
  return refuse(faultOf(issue, input))
}

function faultOf(issue: z.core.$ZodIssue, input: object): Fault {
  const field = fieldOf(issue.path)
  if (issue.code === 'unrecognized_keys') return { code: 'fieldUnknown', field: [...issue.path.map(String), issue.keys[0] ?? ''].join('.') }
  if (valueAt(input, issue.path) === undefined) return { code: 'fieldRequired', field }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { code: 'textTooLong', field, args: { limit: Number(issue.maximum) || TEXT_LIMIT } }
  if (issue.code === 'invalid_format' && issue.format === 'link') return { code: 'linkInvalid', field }
  const isDate = issue.code === 'invalid_format' && (issue.format === 'date' || isCivilDate(String(valueAt(input, issue.path))))
  if (isDate) return { code: 'dateInvalid', field }
  return { code: 'fieldInvalid', field }
}

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.')

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}
