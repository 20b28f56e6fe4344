import type { ClosedPeriods } from './calendar.ts'
import { DECISION_KINDS, type DecisionKind, LANGUAGES, type Language } from './codes.ts'
import { daysBetween, isCivilDate, isZone } from './dates.ts'
import { isMethodProfile, type MethodProfile } from './method-profile.ts'
import { PROSJEKTVEIVISEREN_6 } from './method-profiles-built-in.ts'
import type { CivilDate, SettingRecord } from './model.ts'

/** Local clock times are `HH:MM` in `zone`. */
export interface CalendarSettings extends ClosedPeriods {
  zone: string
  /** On half days nothing is sent from this time on. */
  halfDayStop: string
  /** When the daily pass sends. */
  sendFrom: string
  /** Nothing is sent from `quietFrom` until `quietTo`. */
  quietFrom: string
  quietTo: string
}

export interface DueSettings {
  /** Calendar days from measurement date to due date. */
  registrationDays: number
  /** Open days after the due date before it is overdue. */
  graceOpenDays: number
  /** The report is due on this open day after the month's end. */
  reportOpenDays: number
  reportGraceOpenDays: number
  /** Open days before a board's meeting that its report is due. */
  meetingOpenDays: number
}

/** Open days: the notice before the due date, the others after the first nudge. */
export interface LadderSettings {
  preNoticeOpenDays: number
  chase: number
  leader: number
  office: number
}

/** Unasked cards to one person, per day and per ISO week. */
export interface LimitSettings {
  perDay: number
  perWeek: number
}

/** Points between achievement and plan: at least `onTrack` is on track, at least `watch` is watched, less is off track. */
export interface CourseSettings {
  onTrack: number
  watch: number
}

export const WORD_SETS = ['gevinst', 'nytte'] as const
export type WordSet = (typeof WORD_SETS)[number]

/** Who takes a decision: the project owner, or the leaders (virksomhetsledelsen; role leader). */
export const DECIDERS = ['projectOwner', 'leader'] as const
export type Decider = (typeof DECIDERS)[number]

export interface Settings {
  calendar: CalendarSettings
  due: DueSettings
  ladder: LadderSettings
  limits: LimitSettings
  course: CourseSettings
  words: WordSet
  /** The language of those who have not chosen one. */
  language: Language
  /** No silent default: practice differs between municipalities. */
  hoursPerFte: number | null
  hourlyRate: number | null
  decides: Record<DecisionKind, Decider>
  /** The day the municipality began to use the tool: nothing is asked for with an earlier measurement date. null = no bound. */
  startOn: CivilDate | null
  /** The method a new project begins with; one that has begun keeps its own version (method-profile.ts). */
  method: MethodProfile
  /** Meetings of project boards by project key. A project in it owes its report before each meeting instead of monthly (rule 4, H24). */
  meetings: Readonly<Record<string, readonly CivilDate[]>>
}

/** domain.md §3.2 (calendar, dates, ladder), §3.1 (course); Prosjektveiviseren v6 p. 147 (who decides). */
export const DEFAULT_SETTINGS: Settings = {
  calendar: {
    zone: 'Europe/Oslo',
    summerClosureWeeks: [28, 29, 30],
    christmasClosed: { from: '12-24', to: '01-01' },
    extraClosedDays: [],
    halfDayStop: '11:30',
    sendFrom: '09:00',
    quietFrom: '16:00',
    quietTo: '08:00',
  },
  due: { registrationDays: 10, graceOpenDays: 3, reportOpenDays: 5, reportGraceOpenDays: 2, meetingOpenDays: 5 },
  ladder: { preNoticeOpenDays: 5, chase: 5, leader: 10, office: 20 },
  limits: { perDay: 1, perWeek: 2 },
  course: { onTrack: -10, watch: -20 },
  words: 'gevinst',
  language: 'nb',
  hoursPerFte: null,
  hourlyRate: null,
  decides: {
    bp1: 'leader',
    bp2: 'leader',
    bp3: 'projectOwner',
    bp4: 'projectOwner',
    bp5: 'projectOwner',
    bp6: 'leader',
    board: 'leader',
  },
  startOn: null,
  method: PROSJEKTVEIVISEREN_6,
  meetings: {},
}

type Check = (value: unknown) => boolean
const isCount: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 366
const isTime: Check = (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const isAmount: Check = (value) => value === null || (typeof value === 'number' && Number.isFinite(value) && value > 0)
const isDate: Check = (value) => typeof value === 'string' && isCivilDate(value)
const isMonthDay: Check = (value) => typeof value === 'string' && isCivilDate(`2028-${value}`)
const oneOf =
  (codes: readonly unknown[]): Check =>
  (value) =>
    codes.includes(value)
const listOf =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isWeek: Check = (value) => isCount(value) && Number(value) >= 1 && Number(value) <= 53
/** Calendar days a closed period may last: a year without open days would leave nothing that could fall due. */
const LONGEST_CLOSURE = 62
const isPeriod: Check = (value) => {
  if (value === null) return true
  if (!isRecord(value) || !isMonthDay(value.from) || !isMonthDay(value.to)) return false
  const days = daysBetween(`2028-${value.from}`, `2028-${value.to}`)
  return (days >= 0 ? days : days + 366) < LONGEST_CLOSURE
}

/** What each value must look like to be taken; a group's fields are merged one by one, so one bad field spoils no other. */
const SHAPES: { [N in keyof Settings]: Check | Record<string, Check> } = {
  calendar: {
    zone: (value) => typeof value === 'string' && isZone(value),
    summerClosureWeeks: listOf(isWeek, 12),
    christmasClosed: isPeriod,
    extraClosedDays: listOf(isDate, 400),
    halfDayStop: isTime,
    sendFrom: isTime,
    quietFrom: isTime,
    quietTo: isTime,
  },
  due: {
    registrationDays: isCount,
    graceOpenDays: isCount,
    reportOpenDays: isCount,
    reportGraceOpenDays: isCount,
    meetingOpenDays: isCount,
  },
  ladder: { preNoticeOpenDays: isCount, chase: isCount, leader: isCount, office: isCount },
  limits: { perDay: isCount, perWeek: isCount },
  course: { onTrack: isNumber, watch: isNumber },
  words: oneOf(WORD_SETS),
  language: oneOf(LANGUAGES),
  hoursPerFte: isAmount,
  hourlyRate: isAmount,
  decides: Object.fromEntries(DECISION_KINDS.map((kind) => [kind, oneOf(DECIDERS)])),
  startOn: (value) => value === null || isDate(value),
  method: isMethodProfile,
  meetings: (value) => isRecord(value) && Object.keys(value).length <= 2000 && Object.values(value).every(listOf(isDate, 400)),
}

export type SettingName = keyof Settings
export const SETTING_NAMES = Object.keys(SHAPES) as SettingName[]

const isSettingName = (name: string): name is SettingName => Object.hasOwn(SHAPES, name)

/** Whether the shape has the field (its own, not one every object inherits) and the value fits it. */
const fits = (shape: Record<string, Check>, field: string, value: unknown): boolean =>
  Object.hasOwn(shape, field) && shape[field]?.(value) === true

/** Which fields of a setting's value cannot be used (`''` = the value as a whole); an empty list means it is good. Source: settings.ts shapes. */
export function settingFaults(name: string, value: unknown): string[] {
  if (!isSettingName(name)) return ['']
  const shape = SHAPES[name]
  if (typeof shape === 'function') return shape(value) ? [] : ['']
  if (!isRecord(value)) return ['']
  return Object.keys(value).filter((field) => !fits(shape, field, value[field]))
}

function merged(name: SettingName, standing: Settings[SettingName], value: unknown): unknown {
  const shape = SHAPES[name]
  if (typeof shape === 'function') return shape(value) ? value : standing
  if (!isRecord(value) || !isRecord(standing)) return standing
  const good = Object.entries(value).filter(([field, part]) => fits(shape, field, part))
  return { ...standing, ...Object.fromEntries(good) }
}

/**
 * The settings in force on a date: for each name the record with the latest `validFrom` ≤ date (of two on one day the
 * latest written, then the later key), merged over the defaults. A value of the wrong shape is left out, never an error: the rest still works.
 */
export function settingsOn(date: CivilDate, records: Iterable<SettingRecord>): Settings {
  const latest = new Map<string, SettingRecord>()
  for (const record of records) {
    if (record.validFrom > date) continue
    const standing = latest.get(record.name)
    if (
      !standing ||
      record.validFrom > standing.validFrom ||
      (record.validFrom === standing.validFrom && `${record.actedAt} ${record.key}` >= `${standing.actedAt} ${standing.key}`)
    ) {
      latest.set(record.name, record)
    }
  }
  const settings: Settings = { ...DEFAULT_SETTINGS }
  for (const name of SETTING_NAMES) {
    const record = latest.get(name)
    if (record) Object.assign(settings, { [name]: merged(name, settings[name], record.value) })
  }
  return settings
}
