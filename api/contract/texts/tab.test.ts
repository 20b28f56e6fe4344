import { describe, expect, test } from 'vitest'
import { type Catalogue, translator } from './catalogue.ts'
import { tab } from './tab.ts'
import { tabAdmin } from './tab-admin.ts'
import { tabForms } from './tab-forms.ts'
import { tabProject } from './tab-project.ts'
import { tabSettings } from './tab-settings.ts'

const catalogues: Record<string, Catalogue> = { tab, tabProject, tabForms, tabAdmin, tabSettings }
const all = Object.entries(catalogues).flatMap(([name, catalogue]) =>
  Object.entries(catalogue).map(([key, entry]) => ({ id: `${name}:${key}`, entry })),
)

/** Texts that truly are the same in bokmål and nynorsk. */
const SAME_IN_NYNORSK = [
  ', og ',
  'Abonnement',
  'Administrator',
  'Alle',
  'Ark',
  'Avbryt',
  'Avslutning av pilot',
  'Avslutt',
  'Avslutt oppsummering: {about}',
  'Avvik',
  'BP1',
  'BP2',
  'BP3',
  'BP4',
  'BP5',
  'BP6',
  'Bokmål',
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
  'English',
  'Etter',
  'Etter behov',
  'Fase',
  'Felt',
  'Ferdig',
  'Filter',
  'Forkast',
  'Frist {date}',
  'Følg med',
  'Før',
  'Første dag',
  'Første måling er {date}.',
  'Gevinst',
  'Grenser',
  'Gå til prosjektet',
  'Går etter planen',
  'Hei {name}. {sentence}',
  'Hent inn',
  'Hent inn {n, plural, one {# rad} other {# rader}}',
  'Historikk',
  'I alt',
  'I realisering',
  'Julestengt',
  'Kalender',
  'Kl. {time}, {via}',
  'Kolonne',
  'Kolonne for {field}',
  'Kommentar',
  'Kort per dag',
  'Kroner per time',
  'Lagre',
  'Legg til kommentar',
  'Liste',
  'Lister',
  'Logg',
  'Metode',
  'Mål',
  'Måledato',
  'Målet er {value}.',
  'Nullpunkt',
  'Nullpunkt: {title}',
  'Nullpunktet blir {value}.',
  'Nullstill filter',
  'Nynorsk',
  'Når',
  'Når vi spør',
  'Om',
  'Om prosjektet',
  'Område',
  'Området {title}',
  'Oppdatert kl. {time}',
  'Oppfølging av vedtak',
  'Oppnådd',
  'Ord, språk og oppstart',
  'Oversikt',
  'Person',
  'Plan',
  'Planlagt per år',
  'Plikter',
  'Porteføljekontor',
  'Porteføljestyret',
  'Prognose',
  'Program',
  'Programmet {title}',
  'Prosjekt',
  'Prosjektet',
  'Prosjektet {title}',
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
  'Språk: {about}',
  'Status',
  'Status for {row}',
  'Status og trend',
  'Statusrapport',
  'Statusrapport for {period}',
  'Statusrapport for {period} publisert',
  'Statusrapporten for {period} er publisert og låst.',
  'Stille til kl.',
  'Styret',
  'Styringsparameter',
  'Ta bort',
  'Ta bort {line}',
  'Tidssone',
  'Til avslutning',
  'Til drift',
  'Til gjennomføring',
  'Til konsept',
  'Til planlegging',
  'Tiltak',
  'Timepris',
  'Trend',
  'Tøm søket',
  'Ulempe',
  'Valuta',
  'Varselstigen',
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
  '{name}: {role}',
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
