import type { Frequency, Language } from '#contract/codes.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate, formatPeriod } from '#contract/texts/format.ts'
import type { tabForms } from '#contract/texts/tab-forms.ts'

/** «april», «1. tertial», «12. april» or «nullpunkt», for the middle of a sentence. */
export function periodWords(
  periodKey: string,
  frequency: Frequency | null,
  say: Translator<typeof tabForms>,
  language: Language,
  today: string,
): string {
  return periodKey === 'baseline' ? say('record.baseline').toLocaleLowerCase() : formatPeriod(periodKey, frequency, language, today)
}

/** Whether a period has a name of its own; else it is spoken of by its date («per 12. april»). */
export const isNamed = (periodKey: string, frequency: Frequency | null, language: Language, today: string): boolean =>
  !/^\d{4}-\d{2}-\d{2}$/.test(periodKey) || formatPeriod(periodKey, frequency, language, today) !== formatDate(periodKey, language, today)
