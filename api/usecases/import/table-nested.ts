import { type ImportField, importWords } from '#contract/texts/import.ts'
import type { Benefit, BenefitAction, CivilDate, Indicator } from '#domain/model.ts'
import { readActionState, readCategory, readDirection, readFrequency, readKind, readLevel, readTakeOut, unitOf } from './code-words.ts'
import { dateOf, endOfNamedTime } from './dates.ts'
import type { Assumption, FoundAction, FoundBenefit, FoundIndicator, FoundMeasurement } from './found.ts'
import { given, type Slot } from './intake.ts'
import { slugOf } from './keys.ts'
import { textOf } from './sheet.ts'
import { isNested, TABLE_FIELDS, type TableField } from './table-fields.ts'
import { isFilled, type RowContext, type RowReader, rowReader, type TableRow } from './table-row.ts'
import { assumed } from './workbook-context.ts'

const NESTED = TABLE_FIELDS.filter(isNested)
const startsWith = (head: string): TableField[] => NESTED.filter((field) => field.startsWith(head))
const some = (row: TableRow, fields: readonly TableField[]): boolean => fields.some((field) => isFilled(row, field))

/** Whether the row says anything below its project. */
export const hasNested = (row: TableRow): boolean => some(row, NESTED)

/** The gevinst of a row with the tiltak, the indicator and the measurement that stand in the same row; null when there is none. */
export function readNested(row: TableRow, context: RowContext): FoundBenefit | null {
  if (!hasNested(row)) return null
  const read = rowReader(row, context)
  const own = read.line('benefit.title')
  const title = own ?? read.line('indicator.title')
  const titleSlot = slotOrNone(row, own === undefined && title !== undefined ? 'indicator.title' : 'benefit.title')
  if (title === undefined) {
    if (textOf(titleSlot.cell) === null) context.intake.reject(titleSlot, 'fieldRequired')
    return null
  }
  const owner = read.person('benefit.owner', 'ownerId')
  const category = read.code('benefit.category', readCategory)
  const level = read.code('benefit.level', readLevel)
  const action = readAction(row, read, context)
  const indicator = readIndicator(row, read, title, context)
  const about = (field: ImportField) => ({ place: titleSlot.place, field })
  return {
    line: row.row,
    place: titleSlot.place,
    title,
    slug: slugOf(title),
    given: given<Benefit>({
      title,
      category,
      level,
      ownerId: owner.id,
      change: read.note('benefit.change'),
      before: read.note('benefit.before'),
      after: read.note('benefit.after'),
      assumptions: read.note('benefit.assumptions'),
      takeOut: read.code('benefit.takeOut', readTakeOut),
      importance: read.number('benefit.importance', { from: 1, to: 5, whole: true }),
    }),
    inferred: {},
    assumed: { category: 'quality', level: 'municipality', state: 'proposed' },
    assumptions: [
      ...(own === undefined ? [assumed(about('benefit.title'), 'benefitTitle', 'created', title)] : []),
      ...owner.told,
      ...(category === undefined ? [assumed(about('benefit.category'), 'categoryDefault', 'created', 'quality', { title })] : []),
      ...(level === undefined ? [assumed(about('benefit.level'), 'levelDefault', 'created', 'municipality')] : []),
      assumed(about('benefit.state'), 'benefitState', 'created', 'proposed', {
        value: importWords['benefitState.proposed'][context.language],
      }),
    ],
    actions: action ? [action] : [],
    indicators: indicator ? [indicator] : [],
  }
}

const slotOrNone = (row: TableRow, field: TableField): Slot =>
  row.slot(field) ?? { cell: null, place: { sheet: row.sheet, row: row.row, column: null }, field }

function readAction(row: TableRow, read: RowReader, { intake }: RowContext): FoundAction | null {
  if (!some(row, startsWith('action.'))) return null
  const slot = slotOrNone(row, 'action.title')
  const title = read.line('action.title')
  if (title === undefined) {
    if (textOf(slot.cell) === null) intake.reject(slot, 'fieldRequired')
    return null
  }
  const responsible = read.person('action.responsible', 'responsibleId')
  return {
    line: row.row,
    place: slot.place,
    title,
    slug: slugOf(title),
    given: given<BenefitAction>({
      title,
      dueOn: read.date('action.dueOn'),
      state: read.code('action.state', readActionState),
      responsibleId: responsible.id,
    }),
    inferred: {},
    assumed: { state: 'planned' },
    assumptions: responsible.told,
  }
}

function readIndicator(row: TableRow, read: RowReader, benefitTitle: string, context: RowContext): FoundIndicator | null {
  if (!some(row, [...startsWith('indicator.'), ...startsWith('measurement.')])) return null
  const { intake } = context
  const named = read.line('indicator.title')
  const title = named ?? benefitTitle
  const unitText = read.line('indicator.unit')
  const unit = unitText === undefined ? undefined : unitOf(unitText)
  const baseline = read.number('indicator.baseline', { unit })
  const target = read.number('indicator.target', { unit })
  const direction = read.code('indicator.direction', readDirection)
  if (target !== undefined && target === baseline && direction !== 'maintain')
    intake.reject(slotOrNone(row, 'indicator.target'), 'targetEqualsBaseline')
  const when = targetDay(row, read)
  const measurer = read.person('indicator.measurer', 'measurerId')
  const place = slotOrNone(row, named === undefined ? 'benefit.title' : 'indicator.title').place
  return {
    line: row.row,
    place,
    title,
    slug: slugOf(title),
    given: given<Indicator>({
      title,
      unit,
      baseline,
      target,
      direction,
      ...(when.exact ? { targetOn: when.targetOn } : {}),
      baselineOn: read.date('indicator.baselineOn'),
      kind: read.code('indicator.kind', readKind),
      frequency: read.code('indicator.frequency', readFrequency),
      anchorOn: read.date('indicator.anchorOn'),
      method: read.note('indicator.method'),
      measurerId: measurer.id,
    }),
    inferred: given<Indicator>(when.exact ? {} : { targetOn: when.targetOn }),
    assumed: {},
    assumptions: [
      ...measurer.told,
      ...when.assumptions,
      ...(named === undefined ? [assumed({ place, field: 'indicator.title' }, 'indicatorTitle', 'created', title)] : []),
    ],
    measurements: readMeasurement(row, read, unit, context),
  }
}

function targetDay(row: TableRow, read: RowReader): { targetOn: CivilDate | undefined; exact: boolean; assumptions: Assumption[] } {
  const slot = row.slot('indicator.targetOn')
  const text = slot ? textOf(slot.cell) : null
  const named = slot && text !== null && !dateOf(slot.cell).ok ? endOfNamedTime(slot.cell) : null
  if (!slot || text === null || named === null) return { targetOn: read.date('indicator.targetOn'), exact: true, assumptions: [] }
  return { targetOn: named, exact: false, assumptions: [assumed(slot, 'targetOn', 'inferred', named, { text, date: named })] }
}

function readMeasurement(row: TableRow, read: RowReader, unit: string | undefined, { intake, today }: RowContext): FoundMeasurement[] {
  if (!isFilled(row, 'measurement.value') && !isFilled(row, 'measurement.reason')) return []
  const slot = slotOrNone(row, 'measurement.value')
  const value = read.number('measurement.value', { unit })
  const reason = read.note('measurement.reason') ?? null
  const asOf = read.date('measurement.asOf')
  const daySlot = slotOrNone(row, 'measurement.asOf')
  if (asOf === undefined) {
    if (textOf(daySlot.cell) === null) intake.reject(daySlot, 'fieldRequired')
    return []
  }
  if (asOf > today) intake.reject(daySlot, 'dateInFuture', { date: asOf })
  const comment = read.note('measurement.comment') ?? null
  return [{ line: row.row, place: slot.place, asOf, value: value ?? null, reason: value === undefined ? reason : null, comment }]
}
