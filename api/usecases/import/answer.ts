import type { Fault } from '#contract/errors.ts'
import { translator, type WordSet } from '#contract/texts/catalogue.ts'
import { formatDate, formatMonth } from '#contract/texts/format.ts'
import { type ImportField, importCounts, importFieldWords, importNotes } from '#contract/texts/import.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import type { ImportView } from '#contract/views.ts'
import type { Language } from '#domain/codes.ts'
import type { Assumption, FoundFile, Rejection } from './found.ts'
import type { Outcome } from './upsert.ts'

export interface Wording {
  language: Language
  words: WordSet
}

/** The word people read for a field of an import. */
export const fieldWord = (field: string, language: Language): string => importFieldWords[field as ImportField]?.[language] ?? field

export function rejectedView(rejections: readonly Rejection[], { language, words }: Wording): ImportView['rejected'] {
  return rejections.map(({ sheet, row, column, value, code, field, args }) => ({
    sheet,
    row,
    column,
    value,
    code,
    text: sentenceOf({ code, field, args: { field: fieldWord(field, language), ...args } } satisfies Fault, language, words),
  }))
}

/** Assumptions in words; the same sentence for several rows of a sheet is said once, with how many. */
export function assumedView(assumptions: readonly Assumption[], wording: Wording): ImportView['assumed'] {
  const count = translator(importCounts, wording.language, wording.words)
  const groups = new Map<string, { line: ImportView['assumed'][number]; rows: Set<number | null> }>()
  for (const assumption of assumptions) {
    const { sheet, row, field, value } = assumption
    const text = noteText(assumption, wording)
    const id = JSON.stringify([sheet, field, text])
    const group = groups.get(id)
    if (group) group.rows.add(row)
    else groups.set(id, { line: { sheet, row, field, value, text }, rows: new Set([row]) })
  }
  return [...groups.values()].map(({ line, rows }) =>
    rows.size === 1 ? line : { ...line, row: null, text: count('rows', { text: line.text, n: rows.size }) },
  )
}

function noteText({ note, value, args }: Assumption, { language, words }: Wording): string {
  const readable = Object.entries(args ?? {}).map(([name, arg]) => {
    if (name === 'role') return [name, capital(fieldWord(String(arg), language))]
    if (name === 'date') return [name, formatDate(String(arg), language)]
    return [name, name === 'period' ? formatMonth(String(arg), language) : arg]
  })
  return translator(importNotes, language, words)(note, { value: value ?? '', ...Object.fromEntries(readable) })
}

/** Each name that was not found to be one person, once, with what the file says they are. */
export function namesOf(assumptions: readonly Assumption[], { language }: Wording): ImportView['names'] {
  const roles = new Map<string, Set<string>>()
  for (const { note, value, field } of assumptions) {
    if ((note !== 'noPerson' && note !== 'severalPersons') || value === null) continue
    roles.set(value, (roles.get(value) ?? new Set()).add(fieldWord(field, language)))
  }
  return [...roles].map(([name, said]) => ({ name, roles: [...said] }))
}

/** What the file holds, kind by kind, whether or not it is new. */
export function holdsOf({ projects }: Pick<FoundFile, 'projects'>): ImportView['holds'] {
  const benefits = projects.flatMap((project) => project.benefits)
  const indicators = benefits.flatMap((benefit) => benefit.indicators)
  return {
    projects: projects.length,
    benefits: benefits.length,
    actions: benefits.flatMap(({ actions }) => actions).length,
    indicators: indicators.length,
    measurements: indicators.flatMap(({ measurements }) => measurements).length,
    reports: projects.flatMap(({ reports }) => reports).length,
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Each line of the file counted once: new when anything in it was new, otherwise changed, rejected or as it was. */
export function counted(outcomes: readonly Outcome[]): { imported: number; updated: number; unchanged: number } {
  const ORDER = ['created', 'updated', 'rejected', 'unchanged'] as const
  const byLine = new Map<number, Outcome['result']>()
  for (const { line, result } of outcomes) {
    const known = byLine.get(line)
    if (known === undefined || ORDER.indexOf(result) < ORDER.indexOf(known)) byLine.set(line, result)
  }
  const results = [...byLine.values()]
  const of = (wanted: Outcome['result']): number => results.filter((result) => result === wanted).length
  return { imported: of('created'), updated: of('updated'), unchanged: of('unchanged') }
}
