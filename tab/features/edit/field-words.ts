import { formatNumber, formatShortDate } from '#contract/texts/format.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import { useSay, useSession } from '../../app/session.ts'
import { proposedTitle } from '../documents/document-rows.ts'

/** Where a code's words stand when not under the field's own name, tried in turn. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = { state: ['benefitState', 'indicatorState', 'action', 'state'] }

export interface FieldWords {
  label(field: string): string
  /** A choice as people read it. */
  choice(set: string, value: string): string
  /** A value of a field as people read it: dates, numbers and codes in words, people by name, nothing as «tomt». */
  value(field: string, value: unknown, names?: Readonly<Record<string, string>>): string
}

/** Fields and their values in the person's language: in forms, in conflicts and in the history. */
export function useFieldWords(): FieldWords {
  const { language } = useSession()
  const sayEdit = useSay(tabEdit)
  const sayWords = useSay(words)
  const sayProject = useSay(tabProject)
  const found = (key: string): string | null => {
    if (key in tabEdit) return sayEdit(key as keyof typeof tabEdit)
    if (key in words) return sayWords(key as keyof typeof words)
    return key in tabProject ? sayProject(key as keyof typeof tabProject) : null
  }
  const label = (field: string) => found(`field.${field}`) ?? field
  const value: FieldWords['value'] = (field, given, names = {}) => {
    if (given === null || given === undefined || given === '') return sayEdit('form.empty')
    if (typeof given === 'boolean') return sayEdit(given ? 'form.yes' : 'form.no')
    if (typeof given === 'number') return field === 'priceYear' ? String(given) : formatNumber(given, language)
    if (Array.isArray(given)) return given.map((one) => value(field, one, names)).join(' · ') || sayEdit('form.empty')
    if (typeof given === 'object' && 'url' in given) return documentWords(given)
    if (typeof given === 'object')
      return (
        pairs(given)
          .map(([when, amount]) => `${when}: ${value(field, amount)}`)
          .join(' · ') || sayEdit('form.empty')
      )
    const text = String(given)
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatShortDate(text)
    if (field.endsWith('Id')) return names[text] ?? text
    for (const set of ELSEWHERE[field] ?? [field]) {
      const word = found(`${set}.${text}`)
      if (word !== null) return word
    }
    return text
  }
  return { label, choice: (set, code) => found(`${set}.${code}`) ?? code, value }
}

/** A document by its name, and the last part of its address. */
function documentWords(given: object): string {
  const { title, url } = given as { title?: unknown; url?: unknown }
  const name = proposedTitle(String(url))
  return name === '' || name === title ? String(title) : `${title} (${name})`
}

/** A milestone is a day and a value; yearly amounts are years and amounts. */
function pairs(given: object): [string, unknown][] {
  if ('date' in given && 'value' in given) return [[formatShortDate(String(given.date)), given.value]]
  return Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))
}
