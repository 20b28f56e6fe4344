import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportMapping } from '#contract/requests.ts'
import type { Language } from '#domain/codes.ts'
import { joinFacts } from '#domain/facts.ts'
import { assumedView, counted, rejectedView } from './answer.ts'
import type { FoundFile } from './found.ts'
import { planProject } from './plan-project.ts'
import { findTable, proposeMapping } from './propose-mapping.ts'
import { readImport } from './read-import.ts'
import type { Cell, Sheet } from './sheet.ts'
import { noTables, PEOPLE, planAround } from './workbook.fixture.ts'

const TODAY = '2026-05-18'
const around = { people: PEOPLE, today: TODAY, language: 'nb' as const, dryRun: false }
const sheet = (rows: Cell[][], name = 'Ark1'): Sheet => ({ name, rows })

const proposed = (headers: string[], ...rows: Cell[][]): ImportMapping => {
  const table = findTable([sheet([headers, ...rows])])
  if (!table) throw new Error('no table')
  return proposeMapping(table).mapping
}
const read = (rows: Cell[][], mapping?: ImportMapping): FoundFile => {
  const result = readImport([sheet(rows)], mapping, around)
  if (!result.ok) throw new Error(`${result.code} ${result.field ?? ''}`)
  return result.value.found
}

describe('the proposed mapping', () => {
  it.each<[string, string[], Record<string, string>]>([
    [
      'bokmål',
      ['Prosjektnavn', 'Program', 'Område', 'Fase', 'Prosjekteier', 'Startdato', 'Sluttdato'],
      {
        title: 'Prosjektnavn',
        programme: 'Program',
        area: 'Område',
        phase: 'Fase',
        owner: 'Prosjekteier',
        startOn: 'Startdato',
        endOn: 'Sluttdato',
      },
    ],
    [
      'nynorsk',
      ['Prosjektnamn', 'Prosjekteigar', 'Prosjektleiar'],
      { title: 'Prosjektnamn', owner: 'Prosjekteigar', manager: 'Prosjektleiar' },
    ],
    [
      'English',
      ['Project name', 'Owner', 'Start', 'End', 'Budget'],
      { title: 'Project name', owner: 'Owner', startOn: 'Start', endOn: 'End', budget: 'Budget' },
    ],
    [
      'a department as the area and a category as the programme',
      ['project', 'department', 'category'],
      { title: 'project', area: 'department', programme: 'category' },
    ],
    [
      'gevinster and measurements',
      ['Prosjekt', 'Gevinst', 'Måleindikator', 'Måleenhet', 'Nullpunkt', 'Mål', 'Måling', 'Måledato'],
      {
        title: 'Prosjekt',
        'benefit.title': 'Gevinst',
        'indicator.title': 'Måleindikator',
        'indicator.unit': 'Måleenhet',
        'indicator.baseline': 'Nullpunkt',
        'indicator.target': 'Mål',
        'measurement.value': 'Måling',
        'measurement.asOf': 'Måledato',
      },
    ],
    ['no deadline of a tiltak where there are no gevinster', ['Prosjekt', 'Område', 'Frist'], { title: 'Prosjekt', area: 'Område' }],
  ])('reads %s', (_what, headers, columns) => {
    expect(
      proposed(
        headers,
        headers.map(() => null),
      ).columns,
    ).toEqual(columns)
  })

  it.each<[string, { scale?: number; currency?: string }]>([
    ['cost_m', { scale: 1_000_000 }],
    ['Budsjett (mill. kr)', { scale: 1_000_000, currency: 'NOK' }],
    ['Budsjett i MNOK', { scale: 1_000_000, currency: 'NOK' }],
    ['Budget £m', { scale: 1_000_000, currency: 'GBP' }],
    ['Budsjett (tkr)', { scale: 1000, currency: 'NOK' }],
    ['Budget (EUR)', { currency: 'EUR' }],
    ['Budsjett', {}],
  ])('reads scale and currency of «%s»', (header, wanted) => {
    const mapping = proposed(['Prosjekt', header], ['A', 1])
    expect(mapping.columns.budget).toBe(header)
    expect(mapping.scale?.budget).toBe(wanted.scale)
    expect(mapping.currency).toBe(wanted.currency)
  })

  it('tells that a column is read as millions', () => {
    const found = read([
      ['Prosjekt', 'cost_m'],
      ['A', 1443.7],
    ])
    expect(found.assumptions).toContainEqual(expect.objectContaining({ note: 'scale', field: 'budget', value: '1000000' }))
    expect(found.projects[0]?.given.budget).toBe(1_443_700_000)
  })

  it.each<[string, string[]]>([
    ['rating', ['AMBER', 'RED', 'GREEN']],
    ['state', ['Pågår', 'Avsluttet', 'På vent']],
    ['phase', ['Konsept', 'Planlegge', 'Realisere']],
  ])('takes «Status» for %s when that is what its values are', (field, values) => {
    expect(proposed(['Prosjekt', 'Status'], ...values.map((value, at) => [`P${at}`, value])).columns).toEqual({
      title: 'Prosjekt',
      [field]: 'Status',
    })
  })

  it('takes the id of the source only when every project has its own', () => {
    expect(proposed(['Prosjekt', 'Id'], ['A', 1], ['B', 2]).keyColumn).toBe('Id')
    expect(proposed(['Prosjekt', 'Id', 'Fase'], ['A', 1, null], ['B', 1, null]).keyColumn).toBeUndefined()
    expect(proposed(['Prosjekt', 'Id', 'Fase'], ['A', 1, null], ['B', null, null]).keyColumn).toBeUndefined()
  })

  it('finds the header row below a title, and the sheet that has a table', () => {
    const table = findTable([
      sheet([['Innledning']], 'Om'),
      sheet([['Porteføljen 2026'], [], ['Prosjekt', 'Fase'], ['A', 'Konsept']], 'Liste'),
    ])
    expect(table).toMatchObject({ sheet: { name: 'Liste' }, headerRow: 3 })
  })

  it('finds no projects in a form that merely speaks of them', () => {
    expect(
      findTable([
        sheet([
          ['Prosjektnavn:', '<prosjektnavn>'],
          ['Prosjektleder:', '<navn>'],
          ['x', 'y'],
        ]),
      ]),
    ).toBeNull()
  })
})

describe('a table of projects', () => {
  it('brings in each row, with the ids of the source and the currency kept', () => {
    const found = read(
      [
        ['project', 'department', 'project_id', 'cost_m', 'rating'],
        ['Manchester Campus', 'CO', 'CO_0438', '1443.7', 'AMBER'],
        ['"Collections ', 'DEFRA', 'DE_0040', '', ''],
      ],
      {
        columns: { title: 'project', area: 'department', budget: 'cost_m', status: 'rating' },
        keyColumn: 'project_id',
        currency: 'GBP',
        scale: { budget: 1_000_000 },
      },
    )
    expect(found).toMatchObject({ lines: 2, rejected: [] })
    expect(found.projects[0]).toMatchObject({
      slug: 'co-0438',
      sourceId: 'CO_0438',
      given: { title: 'Manchester Campus', area: 'CO', budget: 1_443_700_000, currency: 'GBP', sourceId: 'CO_0438' },
      reports: [{ period: '2026-04', ratings: { overall: { rating: 'yellow' } } }],
    })
    expect(found.projects[1]).toMatchObject({ given: { title: '"Collections' }, reports: [] })
    expect(found.projects[1]?.given).not.toHaveProperty('budget')
  })

  it('leaves out a row with a cell that cannot be used, tells every such cell, and takes the others', () => {
    const found = read([
      ['Prosjekt', 'Fase', 'Startdato', 'Budsjett'],
      ['A', 'Konsept', '01.02.2026', '10'],
      ['B', 'Tullefase', '31.02.2026', '12,5,3'],
      [null, 'Konsept', null, '10'],
      [],
      ['C', 'Planlegge', null, '-5'],
    ])
    expect(found.lines).toBe(4)
    expect(found.projects.map(({ title }) => title)).toEqual(['A'])
    expect(found.rejected).toMatchObject([
      { sheet: 'Ark1', row: 3, column: 'Startdato', value: '31.02.2026', code: 'dateInvalid' },
      { sheet: 'Ark1', row: 3, column: 'Fase', value: 'Tullefase', code: 'fieldInvalid' },
      { sheet: 'Ark1', row: 3, column: 'Budsjett', value: '12,5,3', code: 'notANumber' },
      { sheet: 'Ark1', row: 4, column: 'Prosjekt', value: null, code: 'fieldRequired' },
      { sheet: 'Ark1', row: 6, column: 'Budsjett', value: '-5', code: 'fieldInvalid' },
    ])
  })

  it('rejects a project that stands twice, by name or by the id of the source', () => {
    expect(
      read([
        ['Prosjekt', 'Område'],
        ['A', 'x'],
        ['a ', 'y'],
      ]).rejected,
    ).toMatchObject([{ row: 3, column: 'Prosjekt', code: 'keyRepeated' }])
    const mapping = { columns: { title: 'Prosjekt' }, keyColumn: 'Id' }
    expect(
      read(
        [
          ['Prosjekt', 'Id'],
          ['A', 7],
          ['B', 7],
        ],
        mapping,
      ).rejected,
    ).toMatchObject([{ row: 3, column: 'Id', value: '7', code: 'keyRepeated' }])
  })

  it('fills empty cells with the constants of the mapping', () => {
    const mapping = { columns: { title: 'Prosjekt', area: 'Område' }, constants: { area: 'Felles', phase: 'Konsept' } }
    const found = read(
      [
        ['Prosjekt', 'Område'],
        ['A', null],
        ['B', 'Helse'],
      ],
      mapping,
    )
    expect(found.projects.map(({ given }) => [given.area, given.phase])).toEqual([
      ['Felles', 'concept'],
      ['Helse', 'concept'],
    ])
  })

  it.each<[string, string, string, string, string]>([
    ['its end has passed', 'startOn', '01.01.2024', '01.01.2025', 'realise'],
    ['it has not begun', 'startOn', '01.01.2027', '01.01.2028', 'plan'],
    ['it is under way', 'startOn', '01.01.2026', '01.01.2027', 'deliver'],
  ])('puts a project without a phase where %s', (_why, _field, start, end, phase) => {
    const found = read([
      ['Prosjekt', 'Start', 'Slutt'],
      ['A', start, end],
    ])
    expect(found.projects[0]?.assumed.phase).toBe(phase)
  })

  it('knows people by name and says when it does not', () => {
    const found = read([
      ['Prosjekt', 'Prosjekteier', 'Prosjektleder'],
      ['A', 'Olsen, Per', 'Ukjent Person'],
    ])
    expect(found.projects[0]?.given.ownerId).toBe('per')
    expect(found.projects[0]?.assumptions).toContainEqual(
      expect.objectContaining({ note: 'noPerson', field: 'manager', value: 'Ukjent Person' }),
    )
  })

  it('lists the columns that no field takes', () => {
    const found = read([
      ['Prosjekt', 'Fase', 'Tullball'],
      ['A', 'Konsept', 'x'],
    ])
    expect(found.assumptions).toContainEqual(expect.objectContaining({ note: 'columnsNotMapped', value: 'Tullball' }))
  })
})

describe('a table with gevinster and measurements', () => {
  const HEADERS = ['Prosjekt', 'Gevinst', 'Måleindikator', 'Måleenhet', 'Nullpunkt', 'Mål', 'Måling', 'Måledato']

  it('puts rows of one project together, oldest measurement as the first measurement date', () => {
    const found = read([
      HEADERS,
      ['A', 'Kortere tid', 'Dager', 'dager', '20,5', 10, 15, '31.03.2026'],
      ['A', 'Kortere tid', 'Dager', null, null, null, '0', '31.01.2026'],
      ['A', 'Mer ro', 'Score', 'score', null, 4, null, null],
    ])
    expect(found.rejected).toEqual([])
    const [project] = found.projects
    expect(project?.benefits).toHaveLength(2)
    const indicator = project?.benefits[0]?.indicators[0]
    expect(indicator).toMatchObject({
      given: { baseline: 20.5, target: 10, unit: 'dager' },
      inferred: { direction: 'decrease' },
      assumed: { anchorOn: '2026-01-31' },
    })
    expect(indicator?.measurements.map(({ asOf, value }) => [asOf, value])).toEqual([
      ['2026-03-31', 15],
      ['2026-01-31', 0],
    ])
    expect(project?.benefits[1]?.indicators[0]).toMatchObject({ given: { target: 4 }, measurements: [] })
  })

  it.each([
    ['monthly', ['31.01.2026', '28.02.2026', '31.03.2026']],
    ['quarterly', ['31.03.2025', '30.06.2025', '30.09.2025']],
    ['yearly', ['31.12.2023', '31.12.2024', '31.12.2025']],
    ['tertial', ['31.01.2026', '28.02.2026']],
  ])('measures %s when the days it has been measured say so', (frequency, days) => {
    const found = read([HEADERS, ...days.map((day, at) => ['A', 'G', 'I', 'stk', 1, 9, at, day])])
    expect(found.projects[0]?.benefits[0]?.indicators[0]?.assumed.frequency).toBe(frequency)
  })

  it('rejects a measurement without a day, to come, or where the target is the baseline', () => {
    const found = read([
      HEADERS,
      ['A', 'G', 'I', 'stk', 1, 2, 3, null],
      ['B', 'G', 'I', 'stk', 1, 2, 3, '01.01.2027'],
      ['C', 'G', 'I', 'stk', 2, 2, 3, '01.01.2026'],
      ['D', null, null, 'stk', 1, 2, 3, '01.01.2026'],
    ])
    expect(found.rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Måledato', 'fieldRequired'],
      [3, 'Måledato', 'dateInFuture'],
      [4, 'Mål', 'targetEqualsBaseline'],
      [5, 'Gevinst', 'fieldRequired'],
    ])
    expect(found.projects).toEqual([])
  })

  it('takes «får ikke målt»: a reason and no value', () => {
    const mapping = {
      columns: { title: 'P', 'benefit.title': 'G', 'indicator.target': 'T', 'measurement.asOf': 'D', 'measurement.reason': 'R' },
    }
    const found = read(
      [
        ['P', 'G', 'T', 'D', 'R'],
        ['A', 'G', 5, '31.01.2026', 'Byttet system'],
      ],
      mapping,
    )
    expect(found.projects[0]?.benefits[0]?.indicators[0]?.measurements).toMatchObject([
      { value: null, reason: 'Byttet system', asOf: '2026-01-31' },
    ])
  })
})

describe('a mapping that does not fit', () => {
  const rows: Cell[][] = [
    ['Prosjekt', 'Fase'],
    ['A', 'Konsept'],
  ]
  it.each<[string, ImportMapping, string, string]>([
    ['an unknown field', { columns: { title: 'Prosjekt', tull: 'Fase' } }, 'mappingInvalid', 'tull'],
    ['a name that every object knows', { columns: { title: 'Prosjekt', constructor: 'Fase' } }, 'mappingInvalid', 'constructor'],
    ['a column that is not there', { columns: { title: 'Prosjekt', phase: 'Steg' } }, 'columnMissing', 'phase'],
    ['a key column that is not there', { columns: { title: 'Prosjekt' }, keyColumn: 'Id' }, 'columnMissing', 'key'],
    ['no project name', { columns: { phase: 'Fase' } }, 'mappingInvalid', 'title'],
    ['a scale of a text', { columns: { title: 'Prosjekt' }, scale: { title: 2 } }, 'mappingInvalid', 'scale.title'],
    ['no column of the file at all', { columns: { title: 'Navnet' } }, 'columnMissing', 'title'],
  ])('is refused for %s', (_what, mapping, code, field) => {
    expect(readImport([sheet(rows)], mapping, around)).toMatchObject({ ok: false, code, field })
  })

  it('finds a header that differs in case and signs only', () => {
    expect(read(rows, { columns: { title: 'PROSJEKT', phase: 'fase ' } }).projects).toHaveLength(1)
  })

  it('is asked for when nothing is recognised: trying the file shows its columns', () => {
    const unknown = [
      sheet([
        ['Alfa', 'Beta'],
        ['1', '2'],
      ]),
    ]
    expect(readImport(unknown, undefined, around)).toMatchObject({ ok: false, code: 'sheetsUnknown' })
    expect(readImport(unknown, undefined, { ...around, dryRun: true })).toMatchObject({
      ok: true,
      value: { headers: ['Alfa', 'Beta'], mapping: { columns: {} } },
    })
  })
})

describe('any cells', () => {
  it('never throw, and every row is taken or told', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.double(),
      fc.boolean(),
      fc.string({ maxLength: 20 }),
      fc.constantFrom('31.12.2026', '1.234', '12,5', 'Gul', 'Konsept', '2026 høst', '-', '0', '=1+1', 'Per Olsen', '\u0000', '🙂'),
    )
    const headers = [
      'Prosjekt',
      'Fase',
      'Status',
      'Budsjett',
      'Start',
      'Gevinst',
      'Måleindikator',
      'Nullpunkt',
      'Mål',
      'Måling',
      'Måledato',
      'Prosjekteier',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: headers.length }), { maxLength: 12 }),
        fc.constantFrom('nb', 'nn', 'en'),
        (rows, language) => {
          const result = readImport([sheet([headers, ...rows])], undefined, { ...around, language: language as Language })
          if (!result.ok) {
            expect(['fileEmpty', 'sheetsUnknown']).toContain(result.code)
            return
          }
          const { found } = result.value
          const taken = found.projects.flatMap((project) => [project.line, ...project.moreLines.map(({ line }) => line)])
          const told = found.rejected.map(({ row }) => row)
          expect(new Set([...taken, ...told]).size).toBe(found.lines)
          expect(new Set(taken).size).toBe(taken.length)
          const plans = found.projects.map((project) => planProject(project, planAround(joinFacts(noTables()), TODAY)))
          const wording = { language: language as Language, words: 'gevinst' as const }
          const assumptions = [...found.assumptions, ...plans.flatMap((plan) => plan.assumptions)]
          for (const { text } of assumedView(assumptions, wording)) expect(text).toMatch(/\S/)
          for (const { text } of rejectedView(found.rejected, wording)) expect(text).toMatch(/\S/)
          const { imported } = counted(plans.flatMap((plan) => plan.outcomes))
          expect(imported + new Set(told).size).toBe(found.lines)
        },
      ),
      { numRuns: 300 },
    )
  })
})
