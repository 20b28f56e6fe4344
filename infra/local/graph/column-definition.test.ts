import { describe, expect, it } from 'vitest'
import { parseColumn, presentColumn } from './column-definition.ts'

describe('a column definition', () => {
  it('is given back with id and all properties of its facet', () => {
    const parsed = parseColumn({ name: 'dueOn', displayName: 'Frist', text: {}, indexed: true })
    expect(parsed.ok && presentColumn(parsed.value)).toMatchObject({
      name: 'dueOn',
      displayName: 'Frist',
      indexed: true,
      enforceUniqueValues: false,
      text: { allowMultipleLines: false, maxLength: 255 },
    })
  })

  it.each([
    ['Varslet dato', 'Varslet_x0020_dato'],
    ['måling', 'm_x00e5_ling'],
    ['Hyp-Col', 'Hyp_x002d_Col'],
    ['1st', '_x0031_st'],
    ['Reason for not having one', 'Reason_x0020_for_x0020_not_x0020'],
  ])('called %s gets the internal name %s, cut at 32 characters', (name, internal) => {
    const parsed = parseColumn({ name, text: {} })
    expect(parsed.ok && parsed.value.name).toBe(internal)
  })

  it('ignores a default value', () => {
    const parsed = parseColumn({ name: 'state', text: {}, defaultValue: { value: 'open' } })
    expect(parsed.ok && 'defaultValue' in presentColumn(parsed.value)).toBe(false)
  })

  it.each(['lookup', 'personOrGroup', 'currency', 'hyperlinkOrPicture', 'calculated', 'term', 'thumbnail', 'geolocation'])(
    'with the facet %s is refused by name as not supported',
    (facet) => {
      const parsed = parseColumn({ name: 'x', [facet]: {} })
      expect(parsed).toMatchObject({ ok: false, status: 501, message: expect.stringContaining(facet) })
    },
  )

  it.each([
    ['several choices', { choice: { choices: ['a'], displayAs: 'checkBoxes' } }],
    ['a date without time', { dateTime: { format: 'dateOnly' } }],
    ['rich text', { text: { allowMultipleLines: true, textType: 'richText' } }],
  ])('with %s is refused as not supported', (_, facet) => {
    expect(parseColumn({ name: 'x', ...facet })).toMatchObject({ ok: false, status: 501 })
  })

  it.each([
    ['two facets', { name: 'x', text: {}, number: {} }],
    ['no facet', { name: 'x' }],
    ['no name', { text: {} }],
    ['an unknown property', { name: 'x', text: {}, colour: 'red' }],
    ['an unknown property of its facet', { name: 'x', text: { length: 3 } }],
    ['unique but not indexed', { name: 'x', text: {}, enforceUniqueValues: true }],
    ['an index on several lines', { name: 'x', text: { allowMultipleLines: true }, indexed: true }],
    ['unique yes/no', { name: 'x', boolean: {}, indexed: true, enforceUniqueValues: true }],
    ['more than 255 characters', { name: 'x', text: { maxLength: 256 } }],
  ])('with %s is refused', (_, body) => {
    expect(parseColumn(body)).toMatchObject({ ok: false, status: 400, code: 'invalidRequest' })
  })

  it.each(['Title', 'title', 'created', 'Author', 'ID'])('may not take the built-in name %s', (name) => {
    expect(parseColumn({ name, text: {} })).toMatchObject({ ok: false, status: 409, code: 'nameAlreadyExists' })
  })
})
