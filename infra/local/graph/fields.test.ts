import { describe, expect, it } from 'vitest'
import { parseColumn } from './column-definition.ts'
import { parseFields, writableColumns } from './fields.ts'
import { TEST_COLUMNS } from './test-world.ts'
import type { ListColumn } from './types.ts'

const columns = TEST_COLUMNS.map((definition, index): ListColumn => {
  const parsed = parseColumn(definition)
  if (!parsed.ok) throw new Error(parsed.message)
  return { ...parsed.value, slot: index + 1 }
})
const writable = writableColumns(columns)
const write = (fields: Record<string, unknown>, act: 'create' | 'update' = 'create') => parseFields(fields, writable, act)

describe('the fields of a write', () => {
  it('keep zero, decimals, false and Norwegian letters', () => {
    const fields = { Title: 'Æøå', key: 'a', rank: 0, share: 12.5, drawback: false, phase: 'idea', comment: 'x'.repeat(5000) }
    expect(write(fields)).toEqual({ ok: true, value: { set: fields, clear: [] } })
  })

  it('keep an instant in whole seconds', () => {
    expect(write({ actedAt: '2026-05-04T07:00:00.123Z' })).toMatchObject({ value: { set: { actedAt: '2026-05-04T07:00:00Z' } } })
  })

  it('are emptied by null on update, and by an empty text', () => {
    expect(write({ rank: null, comment: '' }, 'update')).toEqual({ ok: true, value: { set: {}, clear: ['rank', 'comment'] } })
  })

  it.each([
    ['an unknown field', { customId: 1 }, "Field 'customId' is not recognized"],
    ['another case of the name', { KEY: 'a' }, "Field 'KEY' is not recognized"],
    ['a read-only field', { id: '1' }, "Field 'id' is read-only"],
    ['null on creation', { rank: null }, "Field 'rank' cannot be null on creation; leave it out."],
    ['more than 255 characters', { kind: 'x'.repeat(256) }, "Field 'kind' holds at most 255 characters."],
    ['more than the column takes', { key: 'x'.repeat(201) }, "Field 'key' holds at most 200 characters."],
    ['a text for a number', { rank: '12' }, "Field 'rank' takes a number."],
    ['a number for a text', { key: 12 }, "Field 'key' takes a text."],
    ['a number out of bounds', { share: 101 }, "Field 'share' must be at most 100."],
    ['a text for yes/no', { drawback: 'true' }, "Field 'drawback' takes true or false."],
    ['a choice that is not there', { phase: 'deliver' }, "Field 'phase' has no such choice."],
    ['a local time', { actedAt: '2026-05-04T07:00:00' }, "Field 'actedAt' takes an instant such as 2026-05-04T07:00:00Z."],
    ['a day that is not there', { actedAt: '2026-13-04T07:00:00Z' }, "Field 'actedAt' takes an instant such as 2026-05-04T07:00:00Z."],
  ])('are refused for %s', (_, fields, message) => {
    expect(write(fields)).toMatchObject({ ok: false, status: 400, message })
  })

  it('are refused as not supported when they hold several values', () => {
    expect(write({ 'kind@odata.type': 'Collection(Edm.String)', kind: ['a'] })).toMatchObject({ ok: false, status: 501 })
  })
})
