import { describe, expect, it } from 'vitest'
import { parseFilter } from './filter.ts'

describe('a filter', () => {
  it.each([
    ["fields/key eq 'a'", [{ field: 'key', operator: 'eq', value: 'a' }]],
    ["fields/key eq 'O''Brien & + # æøå %'", [{ field: 'key', operator: 'eq', value: "O'Brien & + # æøå %" }]],
    ['fields/rank ge -1.5', [{ field: 'rank', operator: 'ge', value: -1.5 }]],
    ['fields/drawback ne true', [{ field: 'drawback', operator: 'ne', value: true }]],
    ['fields/actedAt lt 2026-05-04T07:00:00Z', [{ field: 'actedAt', operator: 'lt', value: '2026-05-04T07:00:00Z' }]],
    ["startswith(fields/key, 'm:')", [{ field: 'key', operator: 'startswith', value: 'm:' }]],
    [
      "fields/day ge '2026-01-01' and fields/day le '2026-12-31'",
      [
        { field: 'day', operator: 'ge', value: '2026-01-01' },
        { field: 'day', operator: 'le', value: '2026-12-31' },
      ],
    ],
  ])('reads %s', (text, clauses) => {
    expect(parseFilter(text)).toEqual({ ok: true, value: clauses })
  })

  it.each([
    "key eq 'a'",
    "fields/key is 'a'",
    "fields/key eq 'a",
    'fields/key eq',
    "contains(fields/key,'a')",
    "endswith(fields/key,'a')",
    "fields/key in ('a')",
    "fields/key eq 'a' fields/key eq 'b'",
    "fields/key eq 'a' and",
    '',
  ])('is invalid as the real service has it: %s', (text) => {
    expect(parseFilter(text)).toMatchObject({ ok: false, status: 400, message: 'Invalid filter clause' })
  })

  it.each([["fields/a eq 'x' or fields/a eq 'y'"], ["(fields/a eq 'x')"], ["not fields/a eq 'x'"], ['fields/a eq null']])(
    'says that it does not play: %s',
    (text) => {
      expect(parseFilter(text)).toMatchObject({ ok: false, status: 501, code: 'notSupported' })
    },
  )
})
