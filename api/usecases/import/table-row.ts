import { importStored } from '#contract/texts/import.ts'
import { words } from '#contract/texts/words.ts'
import type { Language, Phase } from '#domain/codes.ts'
import { addMonths } from '#domain/dates.ts'
import type { CivilDate, Person, PersonId, Project } from '#domain/model.ts'
import { readPhase, readRating, readSize, readState } from './code-words.ts'
import { dateOf, endOfNamedTime } from './dates.ts'
import type { Assumption, FoundProject, FoundReport } from './found.ts'
import { given, type Intake, type Slot } from './intake.ts'
import { slugOf } from './keys.ts'
import type { NumberStyle } from './numbers.ts'
import type { PersonRead } from './people.ts'
import { textOf } from './sheet.ts'
import type { TableField } from './table-fields.ts'
import { assumed } from './workbook-context.ts'

/** One row of a table through the mapping: a cell for each field that has a column or a constant. */
export interface TableRow {
  /** Row number in the sheet. */
  row: number
  sheet: string
  /** null when the mapping has nothing for the field. */
  slot(field: TableField): Slot | null
  style(field: TableField): NumberStyle
  scale(field: TableField): number | undefined
  currency: string | undefined
}

export interface RowContext {
  intake: Intake
  findPerson(name: string): PersonRead
  people: ReadonlyMap<PersonId, Person>
  today: CivilDate
  language: Language
}

const filledSlot = (row: TableRow, field: TableField): Slot | null => {
  const slot = row.slot(field)
  return slot && textOf(slot.cell) !== null ? slot : null
}
export const isFilled = (row: TableRow, field: TableField): boolean => filledSlot(row, field) !== null

/** Readers of one row's fields, each `undefined` when the row says nothing of it. */
export function rowReader(row: TableRow, { intake, findPerson }: RowContext) {
  const at = <T>(field: TableField, read: (slot: Slot) => T | undefined): T | undefined => {
    const slot = filledSlot(row, field)
    return slot ? read(slot) : undefined
  }
  return {
    line: (field: TableField) => at(field, (slot) => intake.line(slot)),
    note: (field: TableField) => at(field, (slot) => intake.note(slot)),
    date: (field: TableField) => at(field, (slot) => intake.date(slot)),
    number: (field: TableField, options: Parameters<Intake['number']>[1] = {}) =>
      at(field, (slot) => intake.number(slot, { style: row.style(field), scale: row.scale(field), ...options })),
    code: <C>(field: TableField, read: (text: string) => C | null) => at(field, (slot) => intake.code(slot, read)),
    person(field: TableField, recordField: string): { id: PersonId | undefined; told: Assumption[] } {
      const slot = filledSlot(row, field)
      const name = slot ? intake.line(slot) : undefined
      if (!slot || name === undefined) return { id: undefined, told: [] }
      const found = findPerson(name)
      if (found.ok) return { id: found.personId, told: [] }
      return { id: undefined, told: [assumed(slot, found.why, { empty: recordField }, name, { name, role: field })] }
    },
  }
}
export type RowReader = ReturnType<typeof rowReader>

/** The project of a row; null when it has no name, which is rejected. */
export function readProject(row: TableRow, sourceId: string | null, context: RowContext): FoundProject | null {
  const { intake, today, language } = context
  const read = rowReader(row, context)
  const title = read.line('title')
  const titleSlot: Slot = row.slot('title') ?? { cell: null, place: { sheet: row.sheet, row: row.row, column: null }, field: 'title' }
  if (title === undefined) {
    if (textOf(titleSlot.cell) === null) intake.reject(titleSlot, 'fieldRequired')
    return null
  }
  const owner = read.person('owner', 'ownerId')
  const manager = read.person('manager', 'managerId')
  const benefitOwner = read.person('benefitOwner', 'benefitOwnerId')
  const lineLead = read.person('lineLead', 'lineLeadId')
  const startOn = read.date('startOn')
  const endOn = read.date('endOn')
  const phase = read.code('phase', readPhase)
  const phaseEnteredOn = read.date('phaseEnteredOn')
  const enteredSlot = row.slot('phaseEnteredOn')
  if (enteredSlot && phaseEnteredOn !== undefined && phaseEnteredOn > today)
    intake.reject(enteredSlot, 'dateInFuture', { date: phaseEnteredOn })
  const programme = read.line('programme') ?? null
  const area = read.line('area')
  const state = read.code('state', readState)
  const money = { from: 0 }
  const fields = given<Project>({
    title,
    area,
    size: read.code('size', readSize),
    phase,
    phaseEnteredOn,
    state,
    ownerId: owner.id,
    managerId: manager.id,
    benefitOwnerId: benefitOwner.id,
    lineLeadId: lineLead.id,
    why: read.note('why'),
    what: read.note('what'),
    whenText: read.note('whenText'),
    startOn,
    endOn,
    forecastEndOn: read.date('forecastEndOn'),
    plannedGoLive: read.date('plannedGoLive'),
    budget: read.number('budget', money),
    spent: read.number('spent', money),
    forecastCost: read.number('forecastCost', money),
    currency: currencyOf(row, intake),
    rank: read.number('rank', { from: 0, whole: true }),
    sourceId: sourceId ?? undefined,
  })
  const ownersArea = owner.id ? context.people.get(owner.id)?.area : null
  const areaText = ownersArea ?? importStored.areaUnknown[language]
  const guessed = phaseByDates(startOn, endOn, today)
  const about = (field: TableField) => ({ place: { sheet: row.sheet, row: row.row }, field })
  const hasMoney = fields.budget !== undefined || fields.spent !== undefined || fields.forecastCost !== undefined
  const assumptions: Assumption[] = [
    ...owner.told,
    ...manager.told,
    ...benefitOwner.told,
    ...lineLead.told,
    ...(programme === null ? [assumed(about('programme'), 'programmeMissing', { empty: 'programmeKey' })] : []),
    ...(area === undefined
      ? [assumed(about('area'), ownersArea ? 'areaOfOwner' : 'areaDefault', 'created', areaText, { value: areaText })]
      : []),
    ...(phase === undefined
      ? [assumed(about('phase'), 'phaseDefault', 'created', guessed, { value: words[`phase.${guessed}`][language] })]
      : []),
    ...(phase !== undefined && phaseEnteredOn === undefined
      ? [assumed(about('phaseEnteredOn'), 'phaseDateDefault', 'created', today)]
      : []),
    ...(state === undefined ? [assumed(about('state'), 'stateDefault', 'created', 'active')] : []),
    ...(fields.currency === undefined && hasMoney ? [assumed(about('currency'), 'currencyDefault', 'created', 'NOK')] : []),
  ]
  return {
    line: row.row,
    place: titleSlot.place,
    title,
    slug: slugOf(sourceId ?? title),
    sourceId,
    programme,
    moreLines: [],
    given: fields,
    inferred: {},
    assumed: { area: areaText, phase: guessed, phaseEnteredOn: today, state: 'active' },
    assumptions,
    benefits: [],
    reports: readReport(row, context),
  }
}

function currencyOf(row: TableRow, intake: Intake): string | undefined {
  const slot = filledSlot(row, 'currency')
  if (!slot) return row.currency
  return intake.code(slot, (text) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : (CURRENCY_SIGNS[text.toLowerCase()] ?? null)))
}

const CURRENCY_SIGNS: Record<string, string> = { kr: 'NOK', kroner: 'NOK', '£': 'GBP', '€': 'EUR', $: 'USD' }

/** Without a phase: before its start a project is being planned, after its end it is realising, otherwise it is delivering. */
function phaseByDates(startOn: CivilDate | undefined, endOn: CivilDate | undefined, today: CivilDate): Phase {
  if (startOn !== undefined && startOn > today) return 'plan'
  return endOn !== undefined && endOn < today ? 'realise' : 'deliver'
}

/** A status becomes a published report for its month; without one, for the last whole month. */
function readReport(row: TableRow, context: RowContext): FoundReport[] {
  const read = rowReader(row, context)
  const rating = read.code('rating', readRating)
  const slot = row.slot('rating')
  if (rating === undefined || !slot) return []
  const comment = read.note('rating.comment') ?? ''
  const monthText = read.code('rating.period', monthOf)
  const period = monthText ?? addMonths(context.today, -1).slice(0, 7)
  const monthSlot = row.slot('rating.period')
  if (monthSlot && period > context.today.slice(0, 7)) context.intake.reject(monthSlot, 'reportPeriodInvalid', { period })
  return [
    {
      line: row.row,
      place: slot.place,
      period,
      periodAssumed: monthText === undefined,
      ratings: { overall: { rating, comment } },
      sinceLast: null,
      assumptions: [
        ...(monthText === undefined ? [assumed({ ...slot, field: 'rating.period' }, 'reportPeriod', 'created', period, { period })] : []),
        assumed(slot, 'reportRows', 'created', null),
      ],
    },
  ]
}

/** `2026-04`, `april 2026`, `30.04.2026` → `2026-04`. */
function monthOf(text: string): string | null {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text
  const date = dateOf(text)
  if (date.ok) return date.value?.slice(0, 7) ?? null
  return /[a-z]/i.test(text) ? (endOfNamedTime(text)?.slice(0, 7) ?? null) : null
}
