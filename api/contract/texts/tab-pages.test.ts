import { describe, expect, test } from 'vitest'
import { type Catalogue, translator } from './catalogue.ts'
import { tabBenefits } from './tab-benefits.ts'
import { tabRoadmap } from './tab-roadmap.ts'

const catalogues: Record<string, Catalogue> = { tabRoadmap, tabBenefits }
const all = Object.entries(catalogues).flatMap(([name, catalogue]) =>
  Object.entries(catalogue).map(([key, entry]) => ({ id: `${name}:${key}`, entry })),
)

/** Texts that truly are the same in bokmål and nynorsk. */
const SAME_IN_NYNORSK: string[] = [
  'Alle',
  'Budsjettkutt',
  'Etter fase',
  'Etter område',
  'Etter program',
  'Grupper etter',
  'Gruppering',
  'I dag',
  'Kategori',
  'Kategori og uttak',
  'Kroner',
  'Kurs',
  'Kvartal',
  'Last ned som CSV',
  'Målt',
  'Nivå',
  'Omdisponert',
  'Område',
  'Planlagt',
  'Planlagt og realisert per år',
  'Planlagt {year}',
  'Prisår',
  'Program',
  'Prosjekt',
  'Realisert',
  'Realisert {year}',
  'Skriv ut',
  'Slutt',
  'Sluttdatoen er passert',
  'Start',
  'Tidslinje',
  'Tidsrom',
  'Tilstand',
  'Tre år',
  'Ulempe',
  'Under realisering',
  'Utgått',
  'Uttak',
  'Vis som tabell',
  'Vis som tidslinje',
  'Viser {from} til {to}.',
  'gjort',
  'ja',
  'planlagt',
  'ulempe',
  'og {n} til',
  '{currency}, prisår {year}',
  '{first}–{last}',
  '{n, number} av {all, number}',
  '{phase}: {from} til {to}',
  'År',
  'Årsverk',
]

describe('the texts of the wide pages', () => {
  test('no nynorsk text equals bokmål unless it is on the list of those that truly are the same', () => {
    const same = all.filter(({ entry }) => entry.nb === entry.nn).map(({ entry }) => entry.nb)
    expect([...new Set(same)].sort()).toEqual([...new Set(SAME_IN_NYNORSK)].sort())
  })

  test('none is empty or shouts, and each takes the same arguments in every language and word set', () => {
    for (const { id, entry } of all) {
      const names = [
        ...new Set([entry.nb, entry.nn, entry.en].flatMap((text) => [...text.matchAll(/\{(\w+)[,}]/g)].map((found) => found[1]))),
      ]
      const args = Object.fromEntries(names.filter((name) => name !== 'words').map((name) => [name, name === 'n' ? 2 : 'x']))
      for (const language of ['nb', 'nn', 'en'] as const) {
        expect(entry[language].trim(), id).not.toBe('')
        expect(entry[language], id).not.toContain('!')
        for (const wordSet of ['gevinst', 'nytte'] as const) {
          expect(translator({ entry }, language, wordSet)('entry', args), `${id} ${language}`).not.toMatch(/[{}]/)
        }
      }
    }
  })
})
