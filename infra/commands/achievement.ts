import { type AssessedIndicator, type AssessedMeasurement, assess } from '#domain/achievement.ts'
import { DIRECTIONS, INDICATOR_KINDS } from '#domain/codes.ts'
import type { Milestone } from '#domain/model.ts'
import { type CaseFields, caseFault, casesOf, codeField, dateField, numberField } from './cases.ts'

function rowsOf(fields: CaseFields, field: string): CaseFields[] {
  const rows = fields[field] ?? []
  const good = Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null)
  if (!good) throw caseFault(fields, field, 'must be an array of objects')
  return rows.map((row: object, at: number) => ({ ...row, id: `${String(fields.id)}, ${field} number ${at + 1}` }))
}

function measurementOf(row: CaseFields): AssessedMeasurement {
  const { recordedAt } = row
  if (recordedAt != null && (typeof recordedAt !== 'string' || Number.isNaN(Date.parse(recordedAt)))) {
    throw caseFault(row, 'recordedAt', 'must be an instant, YYYY-MM-DDTHH:MM:SSZ')
  }
  const actedAt = recordedAt == null ? '' : new Date(recordedAt).toISOString()
  return { asOf: dateField(row, 'asOf'), value: numberField(row, 'value', 'optional'), actedAt }
}

const milestoneOf = (row: CaseFields): Milestone => ({ date: dateField(row, 'date'), value: numberField(row, 'value') })
const optionalDate = (fields: CaseFields, field: string): string | null => (fields[field] == null ? null : dateField(fields, field))

const indicatorOf = (fields: CaseFields): AssessedIndicator => ({
  kind: codeField(fields, 'kind', INDICATOR_KINDS),
  direction: codeField(fields, 'direction', DIRECTIONS),
  baseline: numberField(fields, 'baseline', 'optional'),
  baselineOn: optionalDate(fields, 'baselineDate'),
  target: numberField(fields, 'target', 'optional'),
  targetOn: optionalDate(fields, 'targetDate'),
  tolerance: numberField(fields, 'tolerance', 'optional'),
  milestones: rowsOf(fields, 'milestones').map(milestoneOf),
  activeFrom: optionalDate(fields, 'activeFrom'),
})

/** Two decimals; a value that rounds to nothing is 0, never −0. */
export const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(2)) + 0)

function resultOf(fields: CaseFields): object {
  const indicator = indicatorOf(fields)
  const result = assess(indicator, rowsOf(fields, 'measurements').map(measurementOf), dateField(fields, 'today'))
  const standing = {
    currentValue: rounded(result.currentValue),
    achievementPercent: rounded(result.achievementPercent),
    plannedPercent: rounded(result.plannedPercent),
    course: result.course,
  }
  // A forecast is made for snapshots only; a cumulative case is answered without these keys.
  if (indicator.kind === 'cumulative') return standing
  return { ...standing, forecastValue: rounded(result.forecastValue), forecastPercent: rounded(result.forecastPercent) }
}

/**
 * Answers achievement cases (`puls achievement --cases`): indicator, measurements and today, each with `id`.
 * Numbers are rounded to two decimals; throws an error naming case and field when a case cannot be read.
 */
export const runAchievementCases = (cases: unknown): object[] => casesOf(cases).map((fields) => ({ id: fields.id, ...resultOf(fields) }))
