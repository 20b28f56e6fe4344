import type { Language } from '#contract/codes.ts'
import type { ProjectDocument } from '#contract/documents.ts'
import { formatTyped } from '#contract/texts/format.ts'
import type { PersonRef } from '#contract/views.ts'
import { type DocumentRow, documentsOfRows, rowsOfDocuments } from '../documents/document-rows.ts'
import type { FieldSpec } from './forms.ts'

/** A line of yearly amounts or milestones while it is being typed. */
export interface Row {
  when: string
  value: string
}
export type DraftValue = string | boolean | PersonRef | null | readonly Row[] | readonly DocumentRow[]
/** What stands in the fields of a form. Texts, numbers, dates and choices as typed; people by name. */
export type EditDraft = Readonly<Record<string, DraftValue>>

type Fields = Readonly<Record<string, unknown>>

/** A record's fields as they stand in the form. */
export function draftOf(
  fields: Fields,
  specs: readonly FieldSpec[],
  names: Readonly<Record<string, string>>,
  language: Language,
): EditDraft {
  return Object.fromEntries(specs.map((spec) => [spec.name, shown(fields[spec.name], spec, names, language)]))
}

function shown(value: unknown, { kind }: FieldSpec, names: Readonly<Record<string, string>>, language: Language): DraftValue {
  const number = (given: unknown) => (typeof given === 'number' ? formatTyped(given, language) : '')
  switch (kind) {
    case 'flag':
      return value === true
    case 'person':
      return typeof value === 'string' ? { personId: value, name: names[value] ?? '–' } : null
    case 'number':
      return number(value)
    case 'whole':
      return typeof value === 'number' ? String(value) : ''
    case 'years':
      return Object.entries((value ?? {}) as Record<string, number>)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([when, amount]) => ({ when, value: number(amount) }))
    case 'points':
      return ((value ?? []) as { date: string; value: number }[]).map((point) => ({ when: point.date, value: number(point.value) }))
    case 'documents':
      return rowsOfDocuments((value ?? []) as ProjectDocument[])
    default:
      return typeof value === 'string' ? value : ''
  }
}

/** A field of the form as the API takes it; an empty one is null. */
function sent(value: DraftValue, { kind }: FieldSpec): unknown {
  if (kind === 'flag') return value === true
  if (kind === 'person') return value === null ? null : (value as PersonRef).personId
  if (kind === 'documents') return documentsOfRows(value as readonly DocumentRow[])
  const rows = () => (value as readonly Row[]).filter((row) => row.when.trim() !== '' && row.value.trim() !== '')
  if (kind === 'years') return Object.fromEntries(rows().map((row) => [row.when.trim(), row.value.trim()]))
  if (kind === 'points') return rows().map((row) => ({ date: row.when, value: row.value.trim() }))
  const text = String(value ?? '').trim()
  if (text === '') return null
  return kind === 'whole' && /^\d+$/.test(text) ? Number(text) : text
}

/** The fields that say something else than when the form was opened, as the API takes them. */
export function changesOf(draft: EditDraft, start: EditDraft, specs: readonly FieldSpec[]): Record<string, unknown> {
  const changed = specs.filter(({ name }) => JSON.stringify(draft[name]) !== JSON.stringify(start[name]))
  return Object.fromEntries(changed.map((spec) => [spec.name, sent(draft[spec.name] ?? null, spec)]))
}

/** Every field of a record that is to be made, as the API takes them; what is empty is left out. */
export const wholeOf = (draft: EditDraft, specs: readonly FieldSpec[]): Record<string, unknown> =>
  Object.fromEntries(specs.map((spec) => [spec.name, sent(draft[spec.name] ?? null, spec)]).filter(([, value]) => value !== null))

/** The first fields that must be filled in and are not. */
export const emptyOf = (draft: EditDraft, specs: readonly FieldSpec[]): string[] =>
  specs.filter(({ name, required }) => required === true && String(draft[name] ?? '').trim() === '').map(({ name }) => name)

/**
 * What an undo writes: the values that stood, in the fields that were changed. A schedule is not put back by its next date, which
 * holds only forward, but by its frequency.
 */
export const undoOf = (changed: Readonly<Record<string, unknown>>, before: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(changed)
      .filter((name) => name in before && name !== 'firstOn')
      .map((name) => [name, before[name] ?? null]),
  )
