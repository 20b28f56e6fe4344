import type { ErrorCode } from '#contract/errors.ts'
import type { ImportField } from '#contract/texts/import.ts'
import type { CivilDate } from '#domain/model.ts'
import { dateOf } from './dates.ts'
import type { Place, Rejection } from './found.ts'
import { type NumberStyle, numberOf } from './numbers.ts'
import { type Cell, lineOf, textOf } from './sheet.ts'

/** A single line of text in SharePoint. */
export const LINE_LIMIT = 255
/** A longer text; SharePoint takes more, but no person writes it in a cell. */
export const NOTE_LIMIT = 10_000

/** One cell with where it stands and what it is for. */
export interface Slot {
  cell: Cell
  place: Place
  field: ImportField
}

/**
 * Takes cells in, one kind at a time, and keeps what had to be turned away. Every method gives `undefined` for an empty
 * cell and for one it rejected: the file then says nothing of that field.
 */
export interface Intake {
  readonly rejected: Rejection[]
  reject(slot: Slot, code: ErrorCode, args?: Record<string, string | number>): undefined
  line(slot: Slot): string | undefined
  note(slot: Slot): string | undefined
  number(
    slot: Slot,
    options?: { style?: NumberStyle; unit?: string | null; scale?: number; from?: number; to?: number; whole?: boolean },
  ): number | undefined
  date(slot: Slot): CivilDate | undefined
  code<C>(slot: Slot, read: (text: string) => C | null): C | undefined
}

const SHOWN = 120

export function createIntake(): Intake {
  const rejected: Rejection[] = []

  function reject(slot: Slot, code: ErrorCode, args?: Record<string, string | number>): undefined {
    const value = textOf(slot.cell)?.slice(0, SHOWN) ?? null
    rejected.push({ ...slot.place, value, code, field: slot.field, args: { value: value ?? '', ...args } })
  }

  const limited = (slot: Slot, text: string | null, limit: number): string | undefined => {
    if (text === null) return undefined
    return text.length > limit ? reject(slot, 'textTooLong', { limit }) : text
  }

  return {
    rejected,
    reject,
    line: (slot) => limited(slot, lineOf(slot.cell), LINE_LIMIT),
    note: (slot) => limited(slot, textOf(slot.cell), NOTE_LIMIT),
    number(slot, { style, unit, scale, from, to, whole } = {}) {
      const read = numberOf(slot.cell, style, unit ?? null)
      if (!read.ok) return reject(slot, read.code, { unit: unit ?? '' })
      if (read.value === null) return undefined
      const value = scale === undefined ? read.value : scaled(read.value, scale)
      if ((from !== undefined && value < from) || (to !== undefined && value > to) || (whole && !Number.isInteger(value))) {
        return reject(slot, 'fieldInvalid')
      }
      return value
    },
    date(slot) {
      const read = dateOf(slot.cell)
      return read.ok ? (read.value ?? undefined) : reject(slot, 'dateInvalid')
    },
    code(slot, read) {
      const text = textOf(slot.cell)
      if (text === null) return undefined
      return read(text) ?? reject(slot, 'fieldInvalid')
    },
  }
}

/** 1192.18 million is 1 192 180 000, without the dust of binary fractions: two decimals are what is stored of money. */
const scaled = (value: number, scale: number): number => Math.round(value * scale * 100) / 100

/** The fields that have a value: what the file says, and nothing else. */
export function given<T extends object>(fields: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
