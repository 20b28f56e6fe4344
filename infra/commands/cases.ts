import { isCivilDate } from '#domain/dates.ts'

/** One case of a cases file, as read: nothing about its fields is known yet. */
export type CaseFields = Record<string, unknown>

/** The error a person reads when a case cannot be answered: which case, which field, what it must be. */
export const caseFault = (fields: CaseFields, field: string, what: string): Error =>
  new Error(`case ${String(fields.id)}: ${field} ${what} (found ${JSON.stringify(fields[field.replace(/\..*$/, '')]) ?? 'nothing'})`)

/** The cases of a file: an array of objects, each with an `id`. */
export function casesOf(cases: unknown): CaseFields[] {
  if (!Array.isArray(cases)) throw new Error('the file must hold an array of cases')
  return cases.map((fields: unknown, at) => {
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new Error(`case number ${at + 1}: must be an object`)
    if (!('id' in fields)) throw new Error(`case number ${at + 1}: id is missing`)
    return { ...fields }
  })
}

/** A civil date field, `YYYY-MM-DD`. */
export function dateField(fields: CaseFields, field: string): string {
  const value = fields[field]
  if (typeof value !== 'string' || !isCivilDate(value)) throw caseFault(fields, field, 'must be a date, YYYY-MM-DD')
  return value
}

/** A number field; null or nothing when `optional`. */
export function numberField(fields: CaseFields, field: string, optional: 'optional'): number | null
export function numberField(fields: CaseFields, field: string): number
export function numberField(fields: CaseFields, field: string, optional?: 'optional'): number | null {
  const value = fields[field]
  if (value == null && optional) return null
  if (typeof value !== 'number' || !Number.isFinite(value)) throw caseFault(fields, field, 'must be a number')
  return value
}

/** A field that holds one of the codes. */
export function codeField<T extends string>(fields: CaseFields, field: string, codes: readonly T[]): T {
  const code = codes.find((known) => known === fields[field])
  if (code === undefined) throw caseFault(fields, field, `must be one of ${codes.join(', ')}`)
  return code
}
