import type { SettingCode } from '#contract/settings-view.ts'
import { typedNumber } from '../benefit/typed-number.ts'

/** How one value of a setting is typed: days are written `24.12.2026`, several on a line of their own or with a comma between. */
export type FieldKind =
  | 'count'
  | 'points'
  | 'amount'
  | 'time'
  | 'zone'
  | 'weeks'
  | 'days'
  | 'period'
  | 'date'
  | { options: readonly string[] }

export interface FieldSpec {
  /** Name of the part in the setting's value; `''` where the value is one thing. */
  part: string
  kind: FieldKind
}

const counts = (...parts: string[]): FieldSpec[] => parts.map((part) => ({ part, kind: 'count' }))
const decider: FieldKind = { options: ['projectOwner', 'leader'] }

/** The settings that are a form of plain fields, in the order they are shown. Methods and meetings have forms of their own. */
export const FORMS: Partial<Record<SettingCode, readonly FieldSpec[]>> = {
  words: [{ part: '', kind: { options: ['gevinst', 'nytte'] } }],
  language: [{ part: '', kind: { options: ['nb', 'nn', 'en'] } }],
  startOn: [{ part: '', kind: 'date' }],
  calendar: [
    { part: 'summerClosureWeeks', kind: 'weeks' },
    { part: 'christmasClosed', kind: 'period' },
    { part: 'extraClosedDays', kind: 'days' },
    { part: 'sendFrom', kind: 'time' },
    { part: 'quietFrom', kind: 'time' },
    { part: 'quietTo', kind: 'time' },
    { part: 'halfDayStop', kind: 'time' },
    { part: 'zone', kind: 'zone' },
  ],
  due: counts('registrationDays', 'graceOpenDays', 'reportOpenDays', 'reportGraceOpenDays', 'meetingOpenDays'),
  ladder: counts('preNoticeOpenDays', 'chase', 'leader', 'office'),
  limits: counts('perDay', 'perWeek'),
  course: [
    { part: 'onTrack', kind: 'points' },
    { part: 'watch', kind: 'points' },
  ],
  decides: ['bp1', 'bp2', 'bp3', 'bp4', 'bp5', 'bp6', 'board'].map((part) => ({ part, kind: decider })),
  hoursPerFte: [{ part: '', kind: 'amount' }],
  hourlyRate: [{ part: '', kind: 'amount' }],
}

const two = (number: string): string => number.padStart(2, '0')
const dayOfIso = (iso: string): string => iso.split('-').reverse().join('.')

/** A value as it stands in its field. */
export function textOf(value: unknown, kind: FieldKind): string {
  if (value === null || value === undefined) return ''
  if (kind === 'weeks') return (value as number[]).join(', ')
  if (kind === 'days') return (value as string[]).map(dayOfIso).join('\n')
  if (kind === 'period') {
    const { from, to } = value as { from: string; to: string }
    return `${dayOfIso(from)}–${dayOfIso(to)}`
  }
  return kind === 'points' || kind === 'amount' ? String(value).replace('-', '\u2212').replace('.', ',') : String(value)
}

type Read = { ok: true; value: unknown } | { ok: false }
const good = (value: unknown): Read => ({ ok: true, value })
const BAD: Read = { ok: false }

function readDay(text: string): string | null {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (found) return `${found[3]}-${two(found[2] ?? '')}-${two(found[1] ?? '')}`
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null
}

function readMonthDay(text: string): string | null {
  const found = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text.trim())
  return found ? `${two(found[2] ?? '')}-${two(found[1] ?? '')}` : null
}

function readMany<T>(text: string, readOne: (part: string) => T | null): Read {
  const parts = text
    .split(/[\n,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const values = parts.map(readOne)
  return values.includes(null) ? BAD : good(values)
}

const readCount = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null)

function readPeriod(text: string): Read {
  if (text.trim() === '') return good(null)
  const [from, to, ...more] = text.split(/[–-]/).map(readMonthDay)
  return from && to && more.length === 0 ? good({ from, to }) : BAD
}

function readNumber(text: string): Read {
  const number = typedNumber(text)
  return number === null ? BAD : good(number)
}

/** What is typed, as the setting keeps it; refused when it cannot be read. The server's rules have the last word on what it may be. */
export function readField(text: string, kind: FieldKind): Read {
  const typed = text.trim()
  if (typeof kind === 'object') return kind.options.includes(typed) ? good(typed) : BAD
  switch (kind) {
    case 'count': {
      const count = readCount(typed)
      return count === null ? BAD : good(count)
    }
    case 'points':
      return readNumber(typed)
    case 'amount':
      return typed === '' ? good(null) : readNumber(typed)
    case 'weeks':
      return readMany(typed, readCount)
    case 'days':
      return readMany(typed, readDay)
    case 'period':
      return readPeriod(typed)
    case 'date':
      return typed === '' ? good(null) : good(typed)
    case 'time':
      return /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(typed) ? good(typed.replace('.', ':').padStart(5, '0')) : BAD
    case 'zone':
      return typed === '' ? BAD : good(typed)
  }
}
