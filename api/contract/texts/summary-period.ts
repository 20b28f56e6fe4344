import type { Language } from '#domain/codes.ts'
import type { CivilDate } from '#domain/model.ts'
import { formatDate, formatMonth } from './format.ts'

const WEEK: Record<Language, string> = { nb: 'uke', nn: 'veke', en: 'week' }

/** Whether a summary comes before a meeting: its period is the meeting's day. */
export const isMeetingPeriod = (period: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(period)

/** What a summary's period is called: `mai 2026`, `uke 21`, `4. juni 2026`; the year is left out when it is that of `today`. */
export function formatSummaryPeriod(period: string, language: Language, today?: CivilDate): string {
  const week = /^(\d{4})-W(\d{2})$/.exec(period)
  if (week) {
    const number = `${WEEK[language]}\u00a0${Number(week[2])}`
    return today !== undefined && today.slice(0, 4) === week[1] ? number : `${number}, ${week[1]}`
  }
  return isMeetingPeriod(period) ? formatDate(period, language, today) : formatMonth(period, language, today)
}
