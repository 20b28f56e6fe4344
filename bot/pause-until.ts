import { monthNamed } from '#contract/texts/month-names.ts'
import { addOpenDays } from '#domain/calendar.ts'
import { addDays, addMonths, isCivilDate, weekday } from '#domain/dates.ts'
import type { CivilDate } from '#domain/model.ts'
import { PAUSE_DAYS_AT_MOST } from '#domain/preferences.ts'
import type { Settings } from '#domain/settings.ts'
import { folded } from './names.ts'

/** A person's own pause with one word: a working week. */
const PAUSE_OPEN_DAYS = 5

const WEEKDAYS: readonly (readonly string[])[] = [
  ['mandag', 'mandag', 'monday'],
  ['tirsdag', 'tysdag', 'tuesday'],
  ['onsdag', 'onsdag', 'wednesday'],
  ['torsdag', 'torsdag', 'thursday'],
  ['fredag', 'fredag', 'friday'],
  ['lordag', 'laurdag', 'saturday'],
  ['sondag', 'sundag', 'sunday'],
]
const COUNTS: readonly (readonly string[])[] = [
  [],
  ['en', 'ei', 'ein', 'et', 'one', 'a'],
  ['to', 'two'],
  ['tre', 'three'],
  ['fire', 'four'],
]
const DAYS = ['dag', 'dager', 'dagar', 'day', 'days']
const WEEKS = ['uke', 'uker', 'veke', 'veker', 'week', 'weeks']
const MONTH_WORDS = ['maned', 'maneder', 'manad', 'manader', 'month', 'months']
const SMALL_WORDS = ['til', 'until', 'fram', 'i', 'for', 'den', 'the', 'apne', 'opne', 'working', 'over', 'on', 'of']

const placeOf = (word: string, lists: readonly (readonly string[])[]): number => lists.findIndex((list) => list.includes(word))

const numberOf = (word: string): number | null => {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  const at = placeOf(word, COUNTS)
  return at > 0 ? at : null
}

/** The next time a day and month come; `01.06.2026` says its year. */
function dateOf(day: number, month: number, year: number | null, today: CivilDate): CivilDate | null {
  const of = (its: number): CivilDate => `${its}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  const date = of(year ?? thisYear)
  if (!isCivilDate(date)) return null
  return year === null && date <= today ? of(thisYear + 1) : date
}

/**
 * Until when a person wants to be left alone, from what stands after «pause»: nothing (five open days), «til 1. juni», «1.6.»,
 * «2026-06-01», «til fredag», «2 uker», «en måned», «3 dager» (open ones). null when it cannot be read, has passed, or is more
 * than a pause may be.
 */
export function pauseUntil(asked: string, today: CivilDate, { calendar }: Pick<Settings, 'calendar'>): CivilDate | null {
  const until = readUntil(asked, today, calendar)
  return until !== null && until > today && until <= addDays(today, PAUSE_DAYS_AT_MOST) ? until : null
}

function readUntil(asked: string, today: CivilDate, calendar: Settings['calendar']): CivilDate | null {
  const words = folded(asked)
    .split(' ')
    .filter((word) => word !== '' && !SMALL_WORDS.includes(word))
  const [first, second, third] = words
  if (first === undefined) return addOpenDays(today, PAUSE_OPEN_DAYS, calendar)
  if (words.length > 3) return null
  const day = placeOf(first, WEEKDAYS)
  if (day >= 0 && second === undefined) return addDays(today, (day + 1 - weekday(today) + 7) % 7 || 7)
  const count = numberOf(first) ?? (second === undefined ? 1 : null)
  const unit = numberOf(first) === null ? first : (second ?? '')
  if (count !== null && third === undefined) {
    if (DAYS.includes(unit)) return addOpenDays(today, count, calendar)
    if (WEEKS.includes(unit)) return addDays(today, count * 7)
    if (MONTH_WORDS.includes(unit)) return addMonths(today, count)
  }
  if (/^\d{4}$/.test(first) && second !== undefined && third !== undefined) {
    return dateOf(Number(third), Number(second), Number(first), today)
  }
  if (!/^\d{1,2}$/.test(first) || second === undefined) return null
  const month = monthNamed(second) ?? Number(second)
  const year = third === undefined ? null : Number(third)
  return Number.isInteger(month) && (year === null || Number.isInteger(year)) ? dateOf(Number(first), month, year, today) : null
}
