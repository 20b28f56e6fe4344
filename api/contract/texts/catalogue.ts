import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '#domain/codes.ts'

/** One text in the three languages, side by side, in ICU message syntax (plurals, select). */
export type Entry = Record<Language, string>
export type Catalogue = Record<string, Entry>
export type TextArgs = Record<string, string | number | boolean | null>

/** The method's own words changed in June 2026; which set people read is the municipality's setting. */
export type WordSet = 'gevinst' | 'nytte'

/** BCP 47 tag of each language, for `lang` attributes and headers. */
export const LOCALE: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/**
 * The locale given to Intl. Chromium (and so Teams) carries no data for nynorsk and would silently fall back to
 * the browser's own language; numbers, plurals and month names are the same as in bokmål, weekdays are our own words.
 */
export const INTL_LOCALE: Record<Language, string> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' }

const compiled = new Map<string, IntlMessageFormat>()

function messageOf(language: Language, pattern: string): IntlMessageFormat {
  const id = `${language}\u0000${pattern}`
  let message = compiled.get(id)
  if (!message) {
    message = new IntlMessageFormat(pattern, INTL_LOCALE[language], undefined, { ignoreTag: true })
    compiled.set(id, message)
  }
  return message
}

/** Only names in braces: no plural, select or quoting. Such a text needs no parser, and the first screen has many. */
const isPlain = (pattern: string): boolean => !pattern.includes("'") && !/[{][^}]*[,{]/.test(pattern)

const filled = (pattern: string, args: TextArgs): string =>
  pattern.replace(/\{([^}]*)\}/g, (_all, name: string) => {
    const value = args[name.trim()]
    if (value === undefined) throw new Error(`no ${name} for «${pattern}»`)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })

export type Translator<C extends Catalogue> = (key: keyof C & string, args?: TextArgs) => string

/**
 * The function that looks texts up in one language. A text may branch on the word set with
 * `{words, select, nytte {nyttevirkning} other {gevinst}}`; `words` is always given.
 * A missing argument is a programmer error and throws.
 */
export function translator<C extends Catalogue>(catalogue: C, language: Language, words: WordSet = 'gevinst'): Translator<C> {
  return (key, args) => {
    const pattern = (catalogue[key] as Entry)[language]
    if (!pattern.includes('{') && !pattern.includes("'")) return pattern
    if (isPlain(pattern)) return filled(pattern, { words, ...args })
    return String(messageOf(language, pattern).format({ words, ...args }))
  }
}
