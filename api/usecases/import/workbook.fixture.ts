import writeExcelFile from 'write-excel-file/node'
import { emptyTables, type Facts, joinFacts } from '#domain/facts.ts'
import type { Change, ListCode, Person, Records } from '#domain/model.ts'
import type { PlanAround } from './plan-project.ts'
import type { Cell, Sheet } from './sheet.ts'

/** For tests only: a small workbook with the sheets and places of the gevinstverktøy, and content of its own. */
export type Cells = Record<string, Record<string, Cell>>

const HEADS: Cells = {
  Forside: {
    A1: 'Prosjektkort',
    A4: 'Foreløpig navn / prosjektnavn:',
    A6: 'Idébeskrivelse / prosjektets hensikt:',
    A10: 'Planlagt startdato:',
    A11: 'Planlagt sluttdato:',
    A13: 'Prosjektbudsjett:',
    A16: 'Tjenesteeier:',
    A17: 'Prosjekteier:',
    A18: 'Prosjektleder:',
    A19: 'Virksomhetsleder:',
  },
  'KONSEPT - Endringsanalyse': {
    A4: 'Prosess',
    B4: 'Endring\nHva som skal gjøres på en ny måte?',
    C4: 'Gevinst\nHvilket positivt resultat vil endringen skape?',
    D4: 'Strategisk mål som gevinsten bidrar til \nvalgfritt å fylle ut',
    E4: 'Forutsetninger for at gevinsten blir realisert',
  },
  'KONSEPT - Gevinstanalyse': {
    B4: 'GEVINSTER:',
    B5: 'Gevinst\n(kopieres automatisk fra endringsanalysen):',
    C5: 'Gevinsttype\n(velg fra listen):',
    D6: 'År',
    E6: 'År',
    F6: 'År',
    G6: 'År',
    B23: 'KOSTNADER:',
  },
  'PLANLEGGE - Gevinstreal.plan': {
    A4: 'Gevinst\n(kopieres automatisk)',
    B4: 'Tiltak for å få gevinster realisert',
    C4: 'Frist for tiltak',
    D34: 'Prosjekteier:',
  },
  'PLANLEGGE - Oppfølgingsplan': { A4: 'Gevinst\n(kopieres automatisk)', C4: 'Måleenhet', D4: 'Dagens verdi', E4: 'Ønsket verdi' },
  'GJENNOMFØRE - Statusrapport': {
    E1: 'Dato: _______',
    B6: 'Overordnet status:',
    C6: 'Kommentarer til overordnet status:',
    B21: 'Tiltak som skal iverksettes:',
    F21: 'Status\n(velg fra listen):',
  },
  'REALISERE - Resultatoppfølging': {
    F1: 'Dato: _____________________',
    B13: 'Gevinst\n(kopieres automatisk):',
    D13: 'Dagens måling:',
    B29: 'Tiltak for å forbedre måloppnåelse',
    B30: 'Gevinst\n(kopieres automatisk):',
    C30: 'Tiltak for å forbedre måloppnåelse:',
  },
}

/** Two gevinster with everything, and a third with only its name. */
const CONTENT: Cells = {
  Forside: {
    B4: 'Digital byggesak',
    B6: 'Raskere svar til dem som vil bygge.',
    B10: 45_901,
    B11: 46_203,
    B13: '1 200 000 kr',
    B17: 'Per Olsen',
    B18: 'Prosjektleder i Plan',
  },
  'KONSEPT - Endringsanalyse': {
    A5: 'Byggesøknad',
    B5: 'Søknaden kontrolleres automatisk',
    C5: 'Kortere svartid',
    E5: 'Kartdata er oppdatert',
    A6: 'Byggesøknad',
    B6: 'Svar sendes digitalt',
    C6: 'Lavere porto',
    C7: 'Bedre omdømme',
  },
  'KONSEPT - Gevinstanalyse': {
    B7: 'Kortere svartid',
    C7: 'Indirekte (frigjort tid - årsverk)',
    D7: 0,
    E7: '0,5',
    F7: 1,
    B8: 'Lavere porto',
    C8: 'Direkte (økonomiske - NOK)',
    E8: 40_000,
    B9: 'Bedre omdømme',
    C9: 'Kvalitative (f.eks. omdømme)',
    H9: 5,
  },
  'PLANLEGGE - Gevinstreal.plan': {
    A5: 'Kortere svartid',
    B5: 'Ny rutine i mottaket',
    C5: 46_112,
    D5: 'Tiden brukes til veiledning',
    E5: 'Dager til svar',
    F5: '2026 høst',
    G5: 'Kari Nordmann',
    B6: 'Opplæring',
    A7: 'Lavere porto',
    B7: 'Slå på digital utsending',
    D7: 'Budsjettet reduseres fra 2027',
    E7: 'Porto per år',
    F7: '2027',
    G7: 'Økonomisjefen',
  },
  'PLANLEGGE - Oppfølgingsplan': {
    A5: 'Kortere svartid',
    C5: 'dager',
    D5: '142,5',
    E5: 60,
    F5: 'Uttrekk fra fagsystemet',
    A6: 'Lavere porto',
    C6: 'kroner',
    D6: 0,
    E6: 0,
  },
  'GJENNOMFØRE - Statusrapport': { B7: 'Gul', C7: 'Leveransen er forsinket.', B22: 'Opplæring', F22: 'Ferdig' },
  'REALISERE - Resultatoppfølging': { F1: 'Dato: 30.04.2026', B14: 'Kortere svartid', D14: 0, B15: 'Lavere porto', E15: '#DIV/0!' },
}

const sheetOf = (name: string, cells: Record<string, Cell>): Sheet => {
  const rows: Cell[][] = []
  for (const [address, cell] of Object.entries(cells)) {
    const row = Number(address.slice(1)) - 1
    const column = address.charCodeAt(0) - 65
    const line = rows[row] ?? []
    rows[row] = line
    line[column] = cell
  }
  return { name, rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null)) }
}

/** The workbook with cells changed; `null` empties one. */
export function workbook(changes: Cells = {}, content: Cells = CONTENT): Sheet[] {
  return Object.entries(HEADS).map(([name, head]) => sheetOf(name, { ...head, ...content[name], ...changes[name] }))
}

export const blankWorkbook = (): Sheet[] => workbook({}, {})

/** The sheets as the bytes of an .xlsx file. */
export function xlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, rows }) => ({ sheet: name.slice(0, 31), data: rows.map((row) => row.map((cell) => cell)) })),
  ).toBuffer()
}

export const person = (personId: string, displayName: string, more: Partial<Person> = {}): Person => ({
  key: personId,
  personId,
  displayName,
  roles: [],
  area: null,
  deputyId: null,
  deputyFrom: null,
  deputyTo: null,
  language: null,
  pausedUntil: null,
  awaySince: null,
  reach: 'ok',
  actorId: 'admin',
  actedAt: '2026-01-01T00:00:00Z',
  via: 'system',
  schemaVersion: 1,
  ...more,
})

export const PER = person('per', 'Per Olsen', { area: 'Samfunn og plan' })
export const KARI = person('kari', 'Kari Nordmann')
export const PEOPLE = new Map([PER, KARI].map((one) => [one.personId, one]))

export type Tables = { [L in ListCode]: Map<string, Records[L]> }

/** The tables with the changes carried out, stamped as `by` did them; a repeated key is a fault of the test's subject. */
export function applied(
  tables: Tables,
  changes: readonly Change[],
  by: Partial<Person> & { via?: Records['projects']['via'] } = {},
): Facts {
  for (const change of changes) {
    const table = tables[change.list] as Map<string, object>
    const stamp = { actorId: 'anne', actedAt: '2026-05-18T08:00:00Z', via: by.via ?? 'import', schemaVersion: 1 }
    if (change.op === 'create') {
      if (table.has(change.record.key)) throw new Error(`made twice: ${change.record.key}`)
      table.set(change.record.key, { ...change.record, ...stamp })
    } else table.set(change.key, { ...table.get(change.key), ...change.set, ...stamp })
  }
  return joinFacts(tables)
}

export const planAround = (facts: Facts, today = '2026-05-18'): PlanAround => ({
  facts,
  versionOf: () => 'v1',
  today,
  now: `${today}T08:00:00Z`,
  language: 'nb',
  programmeKey: (title) => title.toLowerCase(),
})

export const noTables = (): Tables => emptyTables() as Tables
