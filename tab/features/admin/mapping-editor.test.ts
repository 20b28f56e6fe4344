import { expect, test } from 'vitest'
import { fileToBase64 } from './file-base64.ts'
import { withColumn, withCurrency } from './mapping-editor.tsx'

const mapping = { columns: { title: 'Prosjekt', budget: 'Beløp' }, currency: 'NOK', scale: { budget: 1_000_000 } }

test('a field is taken from another column, or from none', () => {
  expect(withColumn(mapping, 'budget', 'Ramme').columns).toEqual({ title: 'Prosjekt', budget: 'Ramme' })
  expect(withColumn(mapping, 'budget', '').columns).toEqual({ title: 'Prosjekt' })
  expect(withColumn(mapping, 'area', 'Sektor')).toMatchObject({ columns: { area: 'Sektor' }, scale: { budget: 1_000_000 } })
})

test('a currency is upper case, and none is no currency', () => {
  expect(withCurrency(mapping, ' gbp ').currency).toBe('GBP')
  expect(withCurrency(mapping, '')).not.toHaveProperty('currency')
})

test('a file of any size becomes base64, byte for byte', async () => {
  const bytes = new Uint8Array(100_000).map((_, i) => i % 251)
  const back = atob(await fileToBase64(new File([bytes], 'x.xlsx')))
  expect(Uint8Array.from(back, (sign) => sign.charCodeAt(0))).toEqual(bytes)
})
