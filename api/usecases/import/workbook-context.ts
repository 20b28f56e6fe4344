import type { ImportField, ImportNote } from '#contract/texts/import.ts'
import type { Language } from '#domain/codes.ts'
import type { CivilDate, Person, PersonId } from '#domain/model.ts'
import type { Assumption } from './found.ts'
import type { Intake, Slot } from './intake.ts'
import type { PersonRead } from './people.ts'
import { type Cell, cellAt, type Sheet } from './sheet.ts'
import type { WorkbookSheets } from './workbook-sheets.ts'

/** What every part of the workbook reader works with. */
export interface WorkbookContext {
  sheets: WorkbookSheets
  intake: Intake
  findPerson(name: string): PersonRead
  people: ReadonlyMap<PersonId, Person>
  today: CivilDate
  language: Language
  /** The number of the next thing that is counted. */
  nextLine(): number
}

/** A cell of the workbook, by the sheet's own letters and numbers. */
export const slotAt = (sheet: Sheet, column: string, row: number, field: ImportField): Slot => ({
  cell: cellAt(sheet, column, row),
  place: { sheet: sheet.name, row, column },
  field,
})

/** A cell whose content has already been taken apart. */
export const slotOf = (sheet: Sheet, column: string, row: number, field: ImportField, cell: Cell): Slot => ({
  ...slotAt(sheet, column, row, field),
  cell,
})

export function assumed(
  slot: { place: { sheet: string; row: number }; field: ImportField },
  note: ImportNote,
  told: Assumption['told'],
  value: string | null = null,
  args: Record<string, string | number> = {},
): Assumption {
  return { sheet: slot.place.sheet, row: slot.place.row, field: slot.field, value, note, told, args }
}

/** The person a cell names, or what is to be told when nobody is found; `recordField` is where they would stand. */
export function personIn(slot: Slot, recordField: string, context: WorkbookContext): { id: PersonId | undefined; told: Assumption[] } {
  const name = context.intake.line(slot)
  if (name === undefined) return { id: undefined, told: [] }
  const found = context.findPerson(name)
  if (found.ok) return { id: found.personId, told: [] }
  return { id: undefined, told: [assumed(slot, found.why, { empty: recordField }, name, { name, role: slot.field })] }
}
