import { type ImportField, importFieldWords } from '#contract/texts/import.ts'

/** What a column of a table may become. The order is the one people are shown. */
export const TABLE_FIELDS = [
  'title',
  'key',
  'programme',
  'area',
  'phase',
  'phaseEnteredOn',
  'state',
  'size',
  'owner',
  'manager',
  'benefitOwner',
  'lineLead',
  'why',
  'what',
  'whenText',
  'startOn',
  'endOn',
  'forecastEndOn',
  'plannedGoLive',
  'budget',
  'spent',
  'forecastCost',
  'currency',
  'rank',
  'rating',
  'rating.comment',
  'rating.period',
  'benefit.title',
  'benefit.category',
  'benefit.level',
  'benefit.owner',
  'benefit.change',
  'benefit.before',
  'benefit.after',
  'benefit.assumptions',
  'benefit.takeOut',
  'benefit.importance',
  'action.title',
  'action.dueOn',
  'action.state',
  'action.responsible',
  'indicator.title',
  'indicator.unit',
  'indicator.kind',
  'indicator.direction',
  'indicator.baseline',
  'indicator.baselineOn',
  'indicator.target',
  'indicator.targetOn',
  'indicator.frequency',
  'indicator.anchorOn',
  'indicator.method',
  'indicator.measurer',
  'measurement.value',
  'measurement.asOf',
  'measurement.comment',
  'measurement.reason',
] as const satisfies readonly ImportField[]
export type TableField = (typeof TABLE_FIELDS)[number]

/** Fields whose numbers may be written in thousands or millions. */
export const SCALED_FIELDS: readonly TableField[] = [
  'budget',
  'spent',
  'forecastCost',
  'indicator.baseline',
  'indicator.target',
  'measurement.value',
]

/** Fields below the project: a project may then stand on several rows. */
export const isNested = (field: TableField): boolean => /^(benefit|action|indicator|measurement)\./.test(field)

/** Other names a mapping may use, from the lists' own field names. */
const OTHER_NAMES: Record<string, TableField> = {
  name: 'title',
  project: 'title',
  id: 'key',
  sourceId: 'key',
  programmeKey: 'programme',
  program: 'programme',
  ownerId: 'owner',
  managerId: 'manager',
  benefitOwnerId: 'benefitOwner',
  lineLeadId: 'lineLead',
  status: 'rating',
  overall: 'rating',
  'status.comment': 'rating.comment',
  'status.period': 'rating.period',
  'benefit.ownerId': 'benefit.owner',
  'indicator.measurerId': 'indicator.measurer',
}

/** The field a mapping means, or null when there is no such field. */
export function tableField(name: string): TableField | null {
  const known = TABLE_FIELDS.find((field) => field === name)
  // A mapping comes from outside: `constructor` is a name every object knows, and no field.
  return known ?? (Object.hasOwn(OTHER_NAMES, name) ? (OTHER_NAMES[name] ?? null) : null)
}

/** The words of a field in every language: a header that is exactly one of them means that field. */
export const wordsOfField = (field: TableField): string[] => Object.values(importFieldWords[field])
