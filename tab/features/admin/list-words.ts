import type { Language } from '#contract/codes.ts'

/** «ett, to og tre»: with the language's own word before the last. */
export const listWords = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(items)
