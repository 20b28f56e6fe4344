import type { Language, Phase } from '#domain/codes.ts'
import type { Lack } from '#domain/gate-rules.ts'
import type { ChecklistItem, Words } from '#domain/method-profile.ts'
import { translator, type WordSet } from './catalogue.ts'
import { documentTexts, lackTexts } from './method-texts.ts'
import { words as codeWords } from './words.ts'

const isKnown = (rule: string): rule is keyof typeof documentTexts => Object.hasOwn(documentTexts, rule)

/** A phase as the municipality calls it in its method, otherwise by the catalogue's word. */
export const phaseText = (phase: Phase, title: Words | undefined, language: Language): string =>
  title?.[language] ?? title?.nb ?? codeWords[`phase.${phase}`][language]

/** A line of a checklist as a person reads it: the municipality's own words, otherwise the catalogue's, otherwise its name. */
export function checklistText(
  { rule, title }: Pick<ChecklistItem, 'rule' | 'title'>,
  language: Language,
  words: WordSet = 'gevinst',
): string {
  return title?.[language] ?? title?.nb ?? (isKnown(rule) ? translator(documentTexts, language, words)(rule) : rule)
}

const FOR: Record<Language, (title: string) => string> = {
  nb: (title) => ` for «${title}»`,
  nn: (title) => ` for «${title}»`,
  en: (title) => ` for “${title}”`,
}

/**
 * What a decision point lacks, as a sentence that says what to do: «Mål nullpunktet for «Saksbehandlingstid».» `subject` is the
 * title of the benefit or indicator, null where it is the project; `item` the checklist's own line of a document.
 */
export function lackText(
  lack: Pick<Lack, 'code' | 'rule'>,
  subject: string | null,
  language: Language,
  words: WordSet = 'gevinst',
  item: Pick<ChecklistItem, 'rule' | 'title'> = { rule: lack.rule },
): string {
  const document = checklistText(item, language, words)
  return translator(lackTexts, language, words)(lack.code, { subject: subject === null ? '' : FOR[language](subject), document })
}
