import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { languageOf, languageOfLocale } from './frame.ts'

describe('the language a person is spoken to in', () => {
  it.each([
    ['nb-NO', 'nb'],
    ['no', 'nb'],
    ['nn-NO', 'nn'],
    ['NN_no', 'nn'],
    ['en-US', 'en'],
    ['sv-SE', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j in Teams is %j', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language)
  })

  it.each([
    ['their own choice, whatever their Teams is in', 'nn' as const, 'en-US', 'nn'],
    ['that of their Teams without a choice', null, 'en-US', 'en'],
    ['the municipality’s where Teams is in another', null, 'sv-SE', 'nb'],
    ['the municipality’s where nothing is known', null, null, 'nb'],
  ])('is %s', (_what, language, locale, expected) => {
    expect(languageOf({ language }, locale, { ...DEFAULT_SETTINGS, language: 'nb' })).toBe(expected)
  })
})
