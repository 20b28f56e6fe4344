import type { Language } from '#contract/codes.ts'
import { formatPeriod } from '#contract/texts/format.ts'
import type { HistoryEntry, ProjectView } from '#contract/views.ts'

/** What people call the period an entry answered; the frequency is found through the indicator of that name. */
export function periodText(entry: HistoryEntry, project: ProjectView, language: Language): string {
  if (entry.periodKey === null) return ''
  const indicator = project.benefits.flatMap((benefit) => benefit.indicators).find((one) => one.title === entry.title)
  return formatPeriod(entry.periodKey, indicator?.frequency ?? null, language, project.today)
}

/** The day it was where people are: what is done after midnight in summer is still yesterday in UTC. */
export const dayOf = (instant: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date(instant))
