import type { Language } from '#domain/codes.ts'
import type { Fault, Refusal } from '../errors.ts'
import { translator, type WordSet } from './catalogue.ts'
import { errors } from './errors.ts'
import { fieldWords } from './field-words.ts'
import { formatDate, formatNumber, formatTime } from './format.ts'
import { words as codeWords } from './words.ts'

/** A fault as the API and the cards say it: code, field and one sentence that names the remedy. */
export function refusalOf(fault: Fault, language: Language, wordSet: WordSet = 'gevinst'): Refusal {
  return {
    error: {
      code: fault.code,
      field: fault.field ?? null,
      text: sentenceOf(fault, language, wordSet),
      ...(fault.current ? { current: fault.current } : {}),
      ...(fault.lacks ? { lacks: [...fault.lacks] } : {}),
      ...(fault.conflict ? { conflict: fault.conflict } : {}),
    },
  }
}

/** The sentence alone. Dates among the arguments are written out, numbers formatted, fields named in the person's language. */
export function sentenceOf(fault: Fault, language: Language, wordSet: WordSet = 'gevinst'): string {
  const say = translator(errors, language, wordSet)
  const field = fault.field ?? ''
  const { current, conflict } = fault
  const at = current?.at ?? conflict?.at
  return say(fault.code, {
    field: fieldName(field, language, wordSet),
    value: current ? (current.value === null ? '–' : formatNumber(current.value, language)) : '',
    byName: current?.byName ?? conflict?.byName ?? '',
    time: at === undefined ? '' : formatTime(at),
    limit: 2000,
    unit: '',
    date: '',
    period: '',
    column: '',
    ...Object.fromEntries(Object.entries(fault.args ?? {}).map(([name, value]) => [name, readable(value, language)])),
  })
}

function readable(value: string | number, language: Language): string | number {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, language) : value
}

function fieldName(field: string, language: Language, wordSet: WordSet): string {
  const rowKey = `row.${field}`
  if (rowKey in codeWords) return translator(codeWords, language, wordSet)(rowKey as keyof typeof codeWords)
  return fieldWords[field]?.[language] ?? field
}
