import { plainWords } from './code-words.ts'
import { sameName } from './keys.ts'
import { type Cell, cellAt, lineOf, type Sheet } from './sheet.ts'

/** The sheets of the gevinstverktøy that are read, by what they hold. */
export type SheetRole = 'card' | 'change' | 'analysis' | 'plan' | 'followUp' | 'status' | 'results' | 'processNow' | 'processThen'

/** Sheet names without case, space and signs; municipalities put their own numbers and phases around them. */
const NAMES: Record<SheetRole, RegExp> = {
  card: /forside|prosjektkort/,
  change: /endringsanalyse/,
  analysis: /gevinstanalyse/,
  plan: /gevinstreal.*plan/,
  followUp: /oppfølgingsplan/,
  status: /statusrapport/,
  results: /resultatoppfølging/,
  processNow: /prosessanalyse1/,
  processThen: /prosessanalyse2/,
}

/** Cells people write in that have no field yet, by sheet: columns, first and last row. Told when somebody has filled them in. */
export const NOT_TAKEN: readonly { name: RegExp; areas: readonly [columns: string, from: number, to: number][] }[] = [
  { name: NAMES.card, areas: [['B', 8, 8]] },
  { name: /interessentliste/, areas: [['ABC', 5, 19]] },
  { name: /interessentanalyse/, areas: [['BCDE', 5, 19]] },
  {
    name: NAMES.analysis,
    areas: [
      ['BCDEFGH', 26, 26],
      ['B', 32, 32],
      ['B', 44, 44],
    ],
  },
  {
    name: NAMES.status,
    areas: [
      ['BE', 18, 18],
      ['F', 35, 48],
      ['BDEGH', 52, 59],
    ],
  },
  {
    name: /overlevering/,
    areas: [
      ['BC', 7, 14],
      ['BFG', 18, 24],
      ['BFI', 28, 37],
      ['BDEHI', 58, 65],
    ],
  },
  { name: NAMES.results, areas: [['BE', 10, 10]] },
]

export const sheetId = (sheet: Sheet): string => plainWords(sheet.name).replaceAll(' ', '')

export type WorkbookSheets = Partial<Record<SheetRole, Sheet>>

const ESSENTIAL: readonly SheetRole[] = ['card', 'change', 'analysis', 'plan', 'followUp', 'results']

/** The sheets by role when at least three of the six that carry the content are there; otherwise it is not this workbook. */
export function workbookSheets(sheets: readonly Sheet[]): WorkbookSheets | null {
  const found: WorkbookSheets = {}
  for (const [role, name] of Object.entries(NAMES) as [SheetRole, RegExp][]) {
    const sheet = sheets.find((candidate) => name.test(sheetId(candidate)))
    if (sheet) found[role] = sheet
  }
  return ESSENTIAL.filter((role) => found[role]).length >= 3 ? found : null
}

/** Where one sheet has its gevinster: position i stands in row `first + i * step`, up to `last`. */
export interface Block {
  sheet: Sheet
  nameColumn: string
  first: number
  step: number
  last: number
}

type Layout = {
  role: SheetRole
  nameColumn: string
  head: RegExp
  first: number
  below: number
  step: number
  places: number
  end?: [string, RegExp]
}

/** As the tool came from KS/KommIT: header text, first row of content, rows per gevinst, and the text that ends the block. */
const LAYOUTS = {
  change: { role: 'change', nameColumn: 'C', head: /^gevinst hvilket/, first: 5, below: 1, step: 1, places: 200 },
  analysis: {
    role: 'analysis',
    nameColumn: 'B',
    head: /^gevinst kopieres/,
    first: 7,
    below: 2,
    step: 1,
    places: 14,
    end: ['B', /^kostnader$/],
  },
  plan: { role: 'plan', nameColumn: 'A', head: /^gevinst kopieres/, first: 5, below: 1, step: 2, places: 28, end: ['D', /^prosjekteier$/] },
  followUp: { role: 'followUp', nameColumn: 'A', head: /^gevinst kopieres/, first: 5, below: 1, step: 1, places: 200 },
  results: {
    role: 'results',
    nameColumn: 'B',
    head: /^gevinst kopieres/,
    first: 14,
    below: 1,
    step: 1,
    places: 14,
    end: ['B', /^tiltak for å forbedre/],
  },
} as const satisfies Record<string, Layout>

export type BlockName = keyof typeof LAYOUTS

export function blockOf(sheets: WorkbookSheets, name: BlockName): Block | null {
  const layout: Layout = LAYOUTS[name]
  const sheet = sheets[layout.role]
  if (!sheet) return null
  const head = rowWith(sheet, layout.nameColumn, layout.head)
  const first = head === null ? layout.first : head + layout.below
  const end = layout.end ? rowWith(sheet, layout.end[0], layout.end[1], first) : null
  const last = Math.min(sheet.rows.length, end === null ? first + layout.places - 1 : end - 1)
  return { sheet, nameColumn: layout.nameColumn, first, step: layout.step, last }
}

/** The first row from `from` on whose cell in the column reads as the pattern says; null when none does. */
export function rowWith(sheet: Sheet, column: string, pattern: RegExp, from = 1): number | null {
  for (let row = from; row <= sheet.rows.length; row += 1) {
    const text = lineOf(cellAt(sheet, column, row))
    if (text !== null && pattern.test(plainWords(text))) return row
  }
  return null
}

/** A name that a formula has copied: a 0 is what it makes of an empty cell. */
export const nameIn = (cell: Cell): string | null => (cell === 0 ? null : lineOf(cell))

/** How many positions the block has room for. */
export const placesOf = ({ first, step, last }: Block): number => Math.max(0, Math.floor((last - first) / step) + 1)

/** The row of the gevinst at a position; when another name stands there, the row that has this one; null when none has. */
export function rowOf(block: Block | null, position: number, title: string): number | null {
  if (!block) return null
  const { sheet, nameColumn, first, step, last } = block
  const expected = first + position * step
  const name = expected <= last ? nameIn(cellAt(sheet, nameColumn, expected)) : null
  if (name !== null && sameName(name) === sameName(title)) return expected
  for (let row = first; row <= last; row += step) {
    const other = nameIn(cellAt(sheet, nameColumn, row))
    if (other !== null && sameName(other) === sameName(title)) return row
  }
  return name === null && expected <= last ? expected : null
}
