import { describe, expect, test } from 'vitest'
import { translator } from '#contract/texts/catalogue.ts'
import { tab } from '#contract/texts/tab.ts'
import { faultText, languageOf } from './session.ts'

test.each([
  ['nb-NO', 'nb'],
  ['nn-NO', 'nn'],
  ['no', 'nb'],
  ['en-US', 'en'],
  ['sv-SE', 'nb'],
  ['', 'nb'],
])('Teams in %j is read in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language)
})

describe('a fault in one sentence', () => {
  const nb = translator(tab, 'nb')

  test('is the server’s own when it gave one', () => {
    expect(faultText({ code: 'internal', field: null, text: 'Noe skjedde.' }, nb)).toBe('Noe skjedde.')
  })

  test.each([
    ['offline', 'Vi får ikke kontakt med Prosjektpuls. Kontroller nettet og prøv igjen.'],
    ['storeUnavailable', 'Vi får ikke lest listene i SharePoint akkurat nå. Prøv igjen om ett minutt.'],
    ['tooLarge', 'Noe gikk galt hos oss. Prøv igjen, og si fra til porteføljekontoret hvis det gjentar seg.'],
  ] as const)('%s has a remedy', (code, text) => {
    expect(faultText({ code, field: null, text: null }, nb)).toBe(text)
  })
})
