import { expect, test } from 'vitest'
import { isAddress, nameOfAddress } from './address.ts'

test.each([
  ['https://kommune.sharepoint.com/sites/a/Mandat%20v2.docx', 'Mandat v2.docx'],
  ['https://kommune.no', 'kommune.no'],
  ['https://kommune.no/50%-plan.pdf', '50%-plan.pdf'],
])('the link to %s is called %s', (address, name) => {
  expect([isAddress(address), nameOfAddress(address)]).toEqual([true, name])
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'sak 24/123', 'https://', 'www.kommune.no'])('%s stays words', (text) => {
  expect(isAddress(text)).toBe(false)
})
