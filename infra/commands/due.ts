import { explanationText } from '#contract/texts/explain.ts'
import { explainTexts } from '#contract/texts/explain-texts.ts'
import { FREQUENCIES, type Frequency, type Language, MONTH_END_RULES, type MonthEndRule } from '#domain/codes.ts'
import { isCivilDate } from '#domain/dates.ts'
import { baselineDue, type DueDates, measurementDateAt, measurementDue, statusReportDue } from '#domain/due-dates.ts'
import { type Explained, explain } from '#domain/explain.ts'
import type { Project } from '#domain/model.ts'
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

/** The dates of a case, and what `explain` needs to say how they came. */
interface Answer {
  result: object
  explained: { obligation: Explained; project?: Pick<Project, 'key' | 'plannedGoLive' | 'holdTo'> } | null
}

const answer = (kind: Explained['kind'], dates: DueDates | null): Answer =>
  dates === null
    ? { result: { none: true }, explained: null }
    : {
        result: dates,
        explained: {
          obligation: {
            kind,
            asOf: dates.measurementDate,
            dueOn: dates.dueDate,
            overdueFrom: dates.overdueFrom,
            firstOn: dates.nudgeOn,
          },
        },
      }

function answerOf(fields: CaseFields, settings: Settings): Answer {
  const kind = codeField(fields, 'kind', ['measurement', 'statusReport', 'baseline'])
  if (kind === 'measurement') return answer(kind, measurementResult(fields, settings))
  if (kind === 'statusReport') return answer(kind, statusReportDue(periodOf(fields), settings))
  const plannedGoLive = dateField(fields, 'plannedGoLive')
  const { dueDate, overdueFrom, nudgeOn } = baselineDue(plannedGoLive, settings)
  const obligation = { kind, asOf: null, dueOn: dueDate, overdueFrom, firstOn: nudgeOn }
  return { result: { dueDate, overdueFrom, nudgeOn }, explained: { obligation, project: { key: '', plannedGoLive, holdTo: null } } }
}

function wordsFor({ explained }: Answer, settings: Settings, language: Language): string {
  if (explained === null) return explainTexts['none.july'][language]
  const { obligation, project } = explained
  return explanationText(explain(obligation, { project }, settings), language, obligation.dueOn)
}

/**
 * Answers due-date cases (`puls due --cases`): kinds measurement, statusReport and baseline, each with `id`.
 * Gives `{id, …dates}` per case, `{id, none: true}` where there is no obligation, and with `explainIn` an `explanation` in that
 * language, dates without year in the due date's own; throws an error naming case and field.
 */
export const runDueCases = (cases: unknown, explainIn: Language | null = null): object[] =>
  casesOf(cases).map((fields) => {
    const settings = settingsOf(fields)
    const answered = answerOf(fields, settings)
    const explanation = explainIn === null ? {} : { explanation: wordsFor(answered, settings, explainIn) }
    return { id: fields.id, ...answered.result, ...explanation }
  })
