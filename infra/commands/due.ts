import { FREQUENCIES, type Frequency, MONTH_END_RULES, type MonthEndRule } from '#domain/codes.ts'
import { isCivilDate } from '#domain/dates.ts'
import { baselineDue, type DueDates, measurementDateAt, measurementDue, statusReportDue } from '#domain/due-dates.ts'
import { DEFAULT_SETTINGS, type Settings, settingFaults } from '#domain/settings.ts'
import { type CaseFields, caseFault, casesOf, codeField, dateField } from './cases.ts'

const OVERRIDES = {
  registrationDays: 'due',
  graceOpenDays: 'due',
  summerClosureWeeks: 'calendar',
  christmasClosed: 'calendar',
  extraClosedDays: 'calendar',
} as const

function settingsOf(fields: CaseFields): Settings {
  const given = fields.settings ?? {}
  if (typeof given !== 'object' || Array.isArray(given)) throw caseFault(fields, 'settings', 'must be an object')
  const settings: Settings = { ...DEFAULT_SETTINGS, due: { ...DEFAULT_SETTINGS.due }, calendar: { ...DEFAULT_SETTINGS.calendar } }
  for (const [name, value] of Object.entries(given)) {
    const group = OVERRIDES[name as keyof typeof OVERRIDES]
    if (!group) throw caseFault(fields, `settings.${name}`, `is not one of ${Object.keys(OVERRIDES).join(', ')}`)
    if (settingFaults(group, { [name]: value }).length > 0) throw caseFault(fields, `settings.${name}`, 'has a value that cannot be used')
    Object.assign(settings[group], { [name]: value })
  }
  return settings
}

function measurementResult(fields: CaseFields, settings: Settings): DueDates {
  const frequency = codeField<Frequency>(fields, 'frequency', FREQUENCIES)
  const { index } = fields
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index > 12_000) {
    throw caseFault(fields, 'index', 'must be a whole number, 0 or more')
  }
  if (frequency === 'once' && index !== 0) throw caseFault(fields, 'index', 'must be 0 for the frequency once')
  const monthEndRule = fields.monthEndRule == null ? null : codeField<MonthEndRule>(fields, 'monthEndRule', MONTH_END_RULES)
  const date = measurementDateAt({ frequency, anchorOn: dateField(fields, 'anchorDate'), monthEndRule }, index)
  return measurementDue(date, {}, settings)
}

function periodOf(fields: CaseFields): string {
  const { period } = fields
  if (typeof period !== 'string' || !isCivilDate(`${period}-01`)) throw caseFault(fields, 'period', 'must be a month, YYYY-MM')
  return period
}

function resultOf(fields: CaseFields): object {
  const settings = settingsOf(fields)
  const kind = codeField(fields, 'kind', ['measurement', 'statusReport', 'baseline'])
  if (kind === 'measurement') return measurementResult(fields, settings)
  if (kind === 'statusReport') return statusReportDue(periodOf(fields), settings) ?? { none: true }
  const { dueDate, overdueFrom, nudgeOn } = baselineDue(dateField(fields, 'plannedGoLive'), settings)
  return { dueDate, overdueFrom, nudgeOn }
}

/**
 * Answers due-date cases (`puls due --cases`): kinds measurement, statusReport and baseline, each with `id`.
 * Gives `{id, …dates}` per case, `{id, none: true}` where there is no obligation; throws an error naming case and field.
 */
export const runDueCases = (cases: unknown): object[] => casesOf(cases).map((fields) => ({ id: fields.id, ...resultOf(fields) }))
