import { describe, expect, test } from 'vitest'
import { type Catalogue, translator } from './catalogue.ts'
import { tab } from './tab.ts'
import { tabAdmin } from './tab-admin.ts'
import { tabForms } from './tab-forms.ts'
import { tabProject } from './tab-project.ts'

const catalogues: Record<string, Catalogue> = { tab, tabProject, tabForms, tabAdmin }
const all = Object.entries(catalogues).flatMap(([name, catalogue]) =>
  Object.entries(catalogue).map(([key, entry]) => ({ id: `${name}:${key}`, entry })),
)

/** Texts that truly are the same in bokmål and nynorsk. */
const SAME_IN_NYNORSK = [
  ', og ',
  'Abonnement',
  'Alle',
  'Ark',
  'Avbryt',
  'Avslutning av pilot',
  'Avvik',
  'Bruk {value}',
  'Brukt',
  'Brukt {spent} av {budget}.',
  'Budsjett',
  'Budsjett {budget}.',
  'Datakvalitet',
  'Det neste',
  'Du måler denne indikatoren.',
  'Element',
  'Endre måledato',
  'Etter',
  'Etter behov',
  'Fase',
  'Felt',
  'Ferdig',
  'Filter',
  'Frist {date}',
  'Følg med',
  'Før',
  'Første måling er {date}.',
  'Gå til prosjektet',
  'Går etter planen',
  'Hei {name}. {sentence}',
  'Hent inn',
  'Hent inn {n, plural, one {# rad} other {# rader}}',
  'Historikk',
  'I alt',
  'I realisering',
  'Kl. {time}, {via}',
  'Kolonne',
  'Kolonne for {field}',
  'Kommentar',
  'Lagre',
  'Legg til kommentar',
  'Liste',
  'Lister',
  'Logg',
  'Mål',
  'Måledato',
  'Målet er {value}.',
  'Nullpunkt',
  'Nullpunkt: {title}',
  'Nullpunktet blir {value}.',
  'Nullstill filter',
  'Når',
  'Om prosjektet',
  'Område',
  'Oppdatert kl. {time}',
  'Oppfølging av vedtak',
  'Oppnådd',
  'Oversikt',
  'Plan',
  'Planlagt per år',
  'Plikter',
  'Porteføljestyret',
  'Prognose',
  'Program',
  'Prosjekt',
  'Prosjektet',
  'Prøv igjen',
  'Publiser',
  'Publiserer …',
  'Publisert {date} · låst',
  'Publisert {date} · låst · versjon {version}',
  'Rad',
  'Rader',
  'Rapport for {period}: frist {date}',
  'Rapportert',
  'Rediger',
  'Registrer',
  'Registrer måling',
  'Registrer måling: {title}',
  'Registrer nullpunkt',
  'Registrer nullpunkt: {title}',
  'Registrert',
  'Rett',
  'Rett måling: {title}',
  'Rett svaret',
  'Roller',
  'Sider i Prosjektpuls',
  'Sist {value} ({date})',
  'Sist {value} ({date}), i alt {sum} så langt',
  'Sist: {rating}',
  'Sist: {rating}. «{comment}»',
  'Siste måling er {value}.',
  'Skriv',
  'Skriv statusrapport',
  'Slik blir rapporten',
  'Slutt {date}.',
  'Språk',
  'Status',
  'Status for {row}',
  'Status og trend',
  'Statusrapport',
  'Statusrapport for {period}',
  'Statusrapport for {period} publisert',
  'Statusrapporten for {period} er publisert og låst.',
  'Styret',
  'Styringsparameter',
  'Til avslutning',
  'Til drift',
  'Til gjennomføring',
  'Til konsept',
  'Til planlegging',
  'Tiltak',
  'Trend',
  'Tøm søket',
  'Ulempe',
  'Valuta',
  'Verdi',
  'Vis alle {n}',
  'Vis som graf',
  'Vis som tabell',
  'Vis {n} felt til',
  'fase {n} av 6',
  'ferdig',
  'første rapport',
  'i gang',
  'måling',
  'målt',
  'målt {date}',
  'plan',
  'plan {plan}',
  'planlagt',
  'prognose {percent}',
  'prognose, lineær framskriving',
  'rapport',
  'realisert',
  'reduser',
  'under realisering',
  'utdatert',
  'versjon {n}',
  '{act}: {title}',
  '{amount} i {year}',
  '{date}: {value}',
  '{first} og {second}',
  '{name}, {via}',
  '{n} av 6',
  '{n} av {all}',
  '{n} av {all} i rute',
  '{n} av {all} målte er i rute',
  '{n} nullpunkt',
  '{n} tiltak',
  '{n} vedtak',
  '{percent} ferdig.',
  '{point} er avgjort',
  '{point}: {outcome}',
  '{title} er publisert',
  '{title} for {period}',
  '{title} per {period}',
  '{title}: nullpunkt {value}',
  '{title}: {value} for {period}',
  '{what} for {period}',
  '{what} per {period}',
  '{words, select, nytte {Nyttetiltak} other {Gevinsttiltak}}',
  '«{title}» har ingen måleindikator.',
  'Økonomi',
]

describe('the texts of the tab', () => {
  test('no nynorsk text equals bokmål unless it is on the list of those that truly are the same', () => {
    const same = all.filter(({ entry }) => entry.nb === entry.nn).map(({ entry }) => entry.nb)
    expect([...new Set(same)].sort()).toEqual([...new Set(SAME_IN_NYNORSK)].sort())
  })

  test('no text is empty or shouts', () => {
    for (const { id, entry } of all) {
      for (const text of [entry.nb, entry.nn, entry.en]) {
        expect(text.trim(), id).not.toBe('')
        expect(text, id).not.toMatch(/!/)
      }
    }
  })

  test('every text takes the same arguments in all three languages, in both word sets', () => {
    for (const { id, entry } of all) {
      const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((m) => m[1]))].filter((n) => n !== 'words').sort()
      const wanted = new Set([...names(entry.nb), ...names(entry.nn), ...names(entry.en)])
      const args = Object.fromEntries(
        [...wanted].map((name) => [
          name,
          ['n', 'points', 'rows', 'imported', 'updated', 'unchanged', 'rejected'].includes(name ?? '') ? 2 : 'x',
        ]),
      )
      for (const language of ['nb', 'nn', 'en'] as const) {
        for (const words of ['gevinst', 'nytte'] as const) {
          const text = translator({ entry }, language, words)('entry', args)
          expect(text, `${id} ${language}`).not.toMatch(/[{}]/)
        }
      }
    }
  })

  test('the word set decides the word', () => {
    expect(translator(tab, 'nb', 'gevinst')('benefit.withoutBaseline', { n: 2 })).toBe('2 gevinster uten nullpunkt')
    expect(translator(tab, 'nb', 'nytte')('benefit.withoutBaseline', { n: 1 })).toBe('1 nyttevirkning uten nullpunkt')
    expect(translator(tab, 'nn', 'gevinst')('benefit.withoutBaseline', { n: 2 })).toBe('2 gevinstar utan nullpunkt')
  })
})
