import { describe, expect, it } from 'vitest'
import type { FoundFile } from './found.ts'
import { blankWorkbook, type Cells, PEOPLE, workbook } from './workbook.fixture.ts'
import { readWorkbook } from './workbook.ts'

const TODAY = '2026-05-18'

function read(changes: Cells = {}, today = TODAY): FoundFile {
  const result = readWorkbook(workbook(changes), { people: PEOPLE, today, language: 'nb' })
  if (!result.recognised || result.blank) throw new Error('not read')
  return result.found
}
const project = (found: FoundFile) => {
  const [first] = found.projects
  if (!first) throw new Error('no project')
  return first
}
const benefitAt = (found: FoundFile, at: number) => {
  const benefit = project(found).benefits[at]
  if (!benefit) throw new Error(`no benefit ${at}`)
  return benefit
}
const indicatorAt = (found: FoundFile, at: number) => {
  const [indicator] = benefitAt(found, at).indicators
  if (!indicator) throw new Error(`no indicator ${at}`)
  return indicator
}
const FOLLOW_UP = 'PLANLEGGE - Oppfølgingsplan'
const RESULTS = 'REALISERE - Resultatoppfølging'

describe('the gevinstverktøy workbook', () => {
  it('brings in the project card, with dates written as plain day numbers and the budget as text', () => {
    expect(project(read()).given).toMatchObject({
      title: 'Digital byggesak',
      why: 'Raskere svar til dem som vil bygge.',
      startOn: '2025-09-01',
      endOn: '2026-06-30',
      budget: 1_200_000,
      ownerId: 'per',
    })
    expect(project(read()).assumed.area).toBe('Samfunn og plan')
  })

  it('brings in every gevinst, also one that is only named', () => {
    const { benefits } = project(read())
    expect(benefits.map(({ title }) => title)).toEqual(['Kortere svartid', 'Lavere porto', 'Bedre omdømme'])
    expect(benefits[2]).toMatchObject({
      given: { category: 'quality', effectKind: 'nonMonetised', importance: 5 },
      indicators: [],
      actions: [],
    })
  })

  it('reads type, yearly budget, owner and what the gevinst is turned into', () => {
    expect(benefitAt(read(), 0)).toMatchObject({
      given: {
        category: 'time',
        effectKind: 'reallocated',
        change: 'Søknaden kontrolleres automatisk',
        assumptions: 'Kartdata er oppdatert',
        ownerId: 'kari',
      },
      inferred: { takeOut: 'reallocated', plannedByYear: { 2025: 0, 2026: 0.5, 2027: 1 } },
    })
    expect(benefitAt(read(), 1)).toMatchObject({
      given: { category: 'cost', effectKind: 'budgetary' },
      inferred: { takeOut: 'budgetCut', plannedByYear: { 2026: 40_000 } },
    })
  })

  it('takes the years from the headers where they are written', () => {
    const found = read({ 'KONSEPT - Gevinstanalyse': { D6: 'År 2027', E6: 2028, F6: 'År', G6: 'År' } })
    expect(benefitAt(found, 0).given.plannedByYear).toEqual({ 2027: 0, 2028: 0.5, 2029: 1 })
    expect(found.assumptions.map(({ note }) => note)).not.toContain('yearsDefault')
  })

  it('reads both tiltak of a gevinst with deadline, and their state from the status report', () => {
    expect(benefitAt(read(), 0).actions).toMatchObject([
      { title: 'Ny rutine i mottaket', given: { dueOn: '2026-03-31' }, assumed: { state: 'planned' } },
      { title: 'Opplæring', given: { state: 'done' } },
    ])
  })

  it('reads «142,5» as a number, a unit by its word, and the target day from «2026 høst»', () => {
    expect(indicatorAt(read(), 0)).toMatchObject({
      given: { title: 'Dager til svar', unit: 'dager', baseline: 142.5, target: 60, method: 'Uttrekk fra fagsystemet' },
      inferred: { targetOn: '2026-12-31', direction: 'decrease' },
      assumed: { frequency: 'tertial', anchorOn: '2026-04-30', baselineOn: '2025-09-01', state: 'active' },
    })
    expect(indicatorAt(read(), 1).given.unit).toBe('kr')
  })

  it('takes a measured 0 as a value, on the day of the sheet', () => {
    expect(indicatorAt(read(), 0).measurements).toMatchObject([{ asOf: '2026-04-30', value: 0 }])
    expect(indicatorAt(read(), 1).measurements).toEqual([])
  })

  it('turns a target away that equals the baseline, and keeps the indicator as a draft', () => {
    const found = read()
    expect(found.rejected).toMatchObject([{ sheet: FOLLOW_UP, row: 6, column: 'E', value: '0', code: 'targetEqualsBaseline' }])
    expect(indicatorAt(found, 1)).toMatchObject({ given: { baseline: 0 }, assumed: { state: 'draft' } })
    expect(indicatorAt(found, 1).given).not.toHaveProperty('target')
  })

  it('has no baseline where the cell is empty, and a wanted 0 is a target', () => {
    const found = read({ [FOLLOW_UP]: { D6: null, E6: 0 } })
    expect(indicatorAt(found, 1)).toMatchObject({ given: { target: 0 }, assumed: { direction: 'decrease', state: 'active' } })
    expect(indicatorAt(found, 1).assumptions.map(({ note }) => note)).toContain('baselineMissing')
  })

  it('makes the status a report of the month the results are from, when it has no day of its own', () => {
    expect(project(read()).reports).toMatchObject([
      { period: '2026-04', periodAssumed: true, ratings: { overall: { rating: 'yellow', comment: 'Leveransen er forsinket.' } } },
    ])
    const dated = read({ 'GJENNOMFØRE - Statusrapport': { E1: 'Dato: 15.03.2026' } })
    expect(project(dated).reports).toMatchObject([{ period: '2026-03', periodAssumed: false }])
  })

  it('says who it did not find: mangler ansvarlig', () => {
    const notes = [...project(read()).assumptions, ...benefitAt(read(), 1).assumptions].filter(({ note }) => note === 'noPerson')
    expect(notes.map(({ field, value }) => [field, value])).toEqual([
      ['manager', 'Prosjektleder i Plan'],
      ['benefit.owner', 'Økonomisjefen'],
    ])
  })

  it.each([
    ['results, and the project goes on', {}, TODAY, 'deliver'],
    ['results, and the project should have ended', {}, '2026-11-22', 'realise'],
    ['no results, but a status', { [RESULTS]: { D14: null } }, TODAY, 'deliver'],
    ['neither, but a plan', { [RESULTS]: { D14: null }, 'GJENNOMFØRE - Statusrapport': { B7: null } }, TODAY, 'plan'],
  ] as const)('infers the phase from %s', (_when, changes, today, phase) => {
    const found = read(changes, today)
    expect(project(found).assumed).toMatchObject({ phase, phaseEnteredOn: today })
  })

  it('finds a gevinst by name when rows have been moved in one of the sheets', () => {
    const found = read({ [RESULTS]: { B14: 'Lavere porto', D14: 30_000, B15: 'Kortere svartid', D15: 61 } })
    expect(indicatorAt(found, 0).measurements).toMatchObject([{ value: 61, place: { row: 15 } }])
    expect(indicatorAt(found, 1).measurements).toMatchObject([{ value: 30_000, place: { row: 14 } }])
  })

  it('keeps two gevinster of one name apart', () => {
    const found = read({ 'KONSEPT - Endringsanalyse': { C7: 'Kortere svartid' } })
    expect(project(found).benefits.map(({ slug }) => slug)).toEqual(['kortere-svartid', 'lavere-porto', 'kortere-svartid-2'])
  })

  it.each([
    ['no day', { F1: 'Dato: ____' }, 'fieldRequired', null],
    ['a day that does not exist', { F1: 'Dato: 31.02.2026' }, 'dateInvalid', '31.02.2026'],
    ['a day to come', { F1: 'Dato: 01.09.2026' }, 'dateInFuture', '01.09.2026'],
  ])('takes no measured values with %s, and says which cell to mend', (_what, cells, code, value) => {
    const found = read({ [RESULTS]: cells })
    expect(indicatorAt(found, 0).measurements).toEqual([])
    expect(found.rejected).toContainEqual(expect.objectContaining({ sheet: RESULTS, row: 1, column: 'F', code, value }))
  })

  it('rejects the cell that cannot be used and keeps the rest of the gevinst', () => {
    const found = read({
      'KONSEPT - Gevinstanalyse': { C8: 'Noe annet', E8: '12,5,3', H9: 9 },
      'PLANLEGGE - Gevinstreal.plan': { C5: 'snart' },
      [RESULTS]: { D14: 'om lag 60' },
    })
    expect(found.rejected.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
      'C5 dateInvalid',
      'D14 notANumber',
      'C8 fieldInvalid',
      'E8 notANumber',
      'E6 targetEqualsBaseline',
      'H9 fieldInvalid',
    ])
    expect(project(found).benefits).toHaveLength(3)
    expect(benefitAt(found, 0).actions[0]?.given).not.toHaveProperty('dueOn')
  })

  it('knows a blank workbook from one whose project has no name', () => {
    const around = { people: PEOPLE, today: TODAY, language: 'nb' as const }
    expect(readWorkbook(blankWorkbook(), around)).toEqual({ recognised: true, blank: true })
    const nameless = read({ Forside: { B4: null } })
    expect(nameless).toMatchObject({ projects: [], rejected: [{ sheet: 'Forside', row: 4, column: 'B', code: 'fieldRequired' }] })
  })

  it('is recognised with other sheet names around the words, and not by one sheet alone', () => {
    const renamed = workbook().map((sheet) => ({ ...sheet, name: `2026 ${sheet.name.toUpperCase()} v2` }))
    const around = { people: PEOPLE, today: TODAY, language: 'nb' as const }
    expect(readWorkbook(renamed, around)).toMatchObject({ recognised: true, blank: false })
    expect(readWorkbook(renamed.slice(0, 2), around)).toEqual({ recognised: false })
  })

  it('takes the goal a gevinst contributes to, so that the map shows where it leads', () => {
    const found = read({ 'KONSEPT - Endringsanalyse': { D5: 'Enklere hverdag for innbyggerne' } })
    expect(benefitAt(found, 0).given.contributesTo).toBe('Enklere hverdag for innbyggerne')
    expect(found.assumptions.filter(({ note }) => note === 'columnNotTaken').map(({ value }) => value)).toEqual(['Prosess'])
  })

  it('tells of sheets and columns that have no field yet', () => {
    const found = read()
    expect(found.assumptions.filter(({ note }) => note === 'columnNotTaken').map(({ value }) => value)).toEqual(['Prosess'])
    const handover = { name: 'OVERLEVERE - Overleveringsrapp.', rows: [[], [], [], [], [], [], [null, 'Vellykket']] as never[] }
    const more = readWorkbook([...workbook(), handover], { people: PEOPLE, today: TODAY, language: 'nb' })
    expect(more).toMatchObject({
      found: { assumptions: expect.arrayContaining([expect.objectContaining({ note: 'sheetNotTaken', sheet: handover.name })]) },
    })
  })

  it('reads how the process runs today and will run, where that is described', () => {
    const describe = (steps: string) =>
      [[], [], [], [], ['Prosessnavn:', 'Byggesøknad'], [], ['Hvem?', 'Gjør hva?'], ['Mottaket', steps]] as never[]
    const sheets = [
      ...workbook(),
      { name: 'KONSEPT - Prosessanalyse (1)', rows: describe('åpner brev') },
      { name: 'KONSEPT - Prosessanalyse (2)', rows: describe('får varsel') },
    ]
    const result = readWorkbook(sheets, { people: PEOPLE, today: TODAY, language: 'nb' })
    if (!result.recognised || result.blank) throw new Error('not read')
    expect(benefitAt(result.found, 0).given).toMatchObject({
      before: 'Mottaket: åpner brev',
      after: 'Tiden brukes til veiledning\nMottaket: får varsel',
    })
    expect(benefitAt(result.found, 2).given).not.toHaveProperty('before')
  })
})
