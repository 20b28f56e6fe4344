import { formatDate, formatTime, formatWeekday } from '#contract/texts/format.ts'
import type { Language } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { PassResult, PersonView } from '../../shapes.ts'
import type { Text, TextKey } from './texts.ts'
import { texts } from './texts.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Mandag 18. mai 2026` of an instant, in Oslo. */
export const dayWords = (instant: string, language: Language): string => {
  const day = civilDateOf(instant)
  return capital(`${formatWeekday(day, language)} ${formatDate(day, language)}`)
}

/** `09:04`, with the day before it when it is not today. */
export const whenWords = (instant: string, today: string, language: Language): string => {
  const day = civilDateOf(instant)
  return day === today ? formatTime(instant) : `${formatDate(day, language, today)} ${formatTime(instant)}`
}

/** The person's part in the scenario, for the table and the corner of the page. */
export const roleWords = (person: PersonView, text: Text): string =>
  person.left
    ? text('people.left')
    : person.scenarioRole
      ? text(`role.${person.scenarioRole}`)
      : person.admin
        ? text('role.admin')
        : person.title

export const tryWords = (person: PersonView, text: Text): string =>
  text(person.scenarioRole ? `try.${person.scenarioRole}` : person.admin ? 'try.admin' : 'try.other')

const isText = (key: string): key is TextKey => key in texts

/** What a run did, in sentences; the reasons for waiting in words. `passes` when time was moved. */
export const resultWords = (result: PassResult & { passes?: number }, text: Text): string => {
  const reasons = Object.entries(result.skipped)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => {
      const key = `skip.${reason}`
      return isText(key) ? text(key, { count }) : `${count} ${reason}`
    })
  const quiet = result.sent === 0 && result.summaries === 0 && result.failed === 0 && result.unknown === 0
  return [
    result.passes === undefined ? '' : text('result.days', { count: result.passes }),
    quiet ? text(reasons.length > 0 ? 'result.none' : 'result.all') : '',
    result.sent > 0 ? text('result.sent', { count: result.sent }) : '',
    result.summaries > 0 ? text('result.summaries', { count: result.summaries }) : '',
    result.failed > 0 ? text('result.failed', { count: result.failed }) : '',
    result.unknown > 0 ? text('result.unknown', { count: result.unknown }) : '',
    reasons.length > 0 ? text('result.skipped', { reasons: reasons.join(', ') }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
