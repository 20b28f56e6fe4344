import type { CivilDate } from '#domain/model.ts'
import { plainWords } from './code-words.ts'
import type { Assumption } from './found.ts'
import { sameName } from './keys.ts'
import { cellAt, lineOf, type Sheet, textOf } from './sheet.ts'
import { assumed } from './workbook-context.ts'
import type { Block, WorkbookSheets } from './workbook-sheets.ts'

export interface BudgetYears {
  years: number[]
  /** The headers do not say which years they are. */
  assumed: boolean
  assumptions: Assumption[]
}

/** The four years of the gevinstbudsjett: from the headers above D–G, else counted from the project's first year. */
export function budgetYears(
  analysis: Block | null,
  { startOn, endOn }: { startOn: CivilDate | undefined; endOn: CivilDate | undefined },
  today: CivilDate,
): BudgetYears {
  const firstYear = Number((startOn ?? endOn ?? today).slice(0, 4))
  if (!analysis) return { years: [], assumed: false, assumptions: [] }
  const row = analysis.first - 1
  const headed = ['D', 'E', 'F', 'G'].map((column) =>
    Number(/\b(?:19|20|21)\d{2}\b/.exec(lineOf(cellAt(analysis.sheet, column, row)) ?? '')?.[0] ?? Number.NaN),
  )
  const known = headed.findIndex((year) => !Number.isNaN(year))
  const start = known < 0 ? firstYear : (headed[known] ?? firstYear) - known
  const years = headed.map((year, at) => (Number.isNaN(year) ? start + at : year))
  if (known >= 0) return { years, assumed: false, assumptions: [] }
  const value = `${years[0]}–${years[3]}`
  const place = { sheet: analysis.sheet.name, row }
  return {
    years,
    assumed: true,
    assumptions: [assumed({ place, field: 'benefit.plannedByYear' }, 'yearsDefault', 'always', value, { value })],
  }
}

/** How a process runs today and how it will run, where Prosessanalyse (1) and (2) describe it. */
export interface ProcessTexts {
  before(process: string | null): string | undefined
  after(process: string | null): string | undefined
}

/** The described process answers for gevinster of that process; one without a name answers when there is no other to mean. */
export function processTexts(sheets: WorkbookSheets, processes: readonly string[]): ProcessTexts {
  const now = described(sheets.processNow)
  const then = described(sheets.processThen)
  const only = new Set(processes.map(sameName)).size === 1
  const pick = (text: ReturnType<typeof described>, process: string | null): string | undefined => {
    if (!text || process === null) return undefined
    const fits = text.name === null ? only : sameName(text.name) === sameName(process)
    return fits ? text.steps : undefined
  }
  return { before: (process) => pick(now, process), after: (process) => pick(then, process) }
}

/** `Hvem: gjør hva`, a line for each step. */
function described(sheet: Sheet | undefined): { name: string | null; steps: string } | null {
  if (!sheet) return null
  let head = 0
  let name: string | null = null
  for (let row = 1; row <= sheet.rows.length; row += 1) {
    const label = lineOf(cellAt(sheet, 'A', row)) ?? ''
    if (/^prosessnavn/i.test(label)) name = lineOf(cellAt(sheet, 'B', row)) ?? lineOf(label.replace(/^prosessnavn\s*:?/i, ''))
    if (plainWords(label) === 'hvem') head = row
  }
  if (head === 0) return null
  const steps: string[] = []
  for (let row = head + 1; row <= sheet.rows.length; row += 1) {
    const parts = [textOf(cellAt(sheet, 'A', row)), textOf(cellAt(sheet, 'B', row))].filter((part) => part !== null)
    if (parts.length > 0) steps.push(parts.join(': '))
  }
  return steps.length > 0 ? { name, steps: steps.join('\n') } : null
}
