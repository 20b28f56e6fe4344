import { words } from '#contract/texts/words.ts'
import type { Language } from '#domain/codes.ts'
import type { CivilDate, Person, PersonId } from '#domain/model.ts'
import type { Assumption, FoundFile, FoundProject } from './found.ts'
import { createIntake } from './intake.ts'
import { peopleFinder } from './people.ts'
import { cellAt, lineOf, type Sheet, textOf } from './sheet.ts'
import { readActionNews } from './workbook-actions.ts'
import { readBenefits } from './workbook-benefits.ts'
import { phaseOf, readCard } from './workbook-card.ts'
import { assumed, slotAt, type WorkbookContext } from './workbook-context.ts'
import { processTexts } from './workbook-parts.ts'
import { blockOf, NOT_TAKEN, sheetId, type WorkbookSheets, workbookSheets } from './workbook-sheets.ts'
import { readReport } from './workbook-status.ts'

export interface ReadingAround {
  people: ReadonlyMap<PersonId, Person>
  /** Who the names of the file are, where a person has said so. */
  named?: Readonly<Record<string, PersonId>> | undefined
  today: CivilDate
  language: Language
}

export type WorkbookRead = { recognised: false } | { recognised: true; blank: true } | { recognised: true; blank: false; found: FoundFile }

/**
 * The gevinstverktøy of KS/KommIT, recognised by its sheets, as one project with its gevinster, tiltak, indicators,
 * measurements and status. The workbook's own achievement is not read: it forgets where one started.
 */
export function readWorkbook(all: readonly Sheet[], around: ReadingAround): WorkbookRead {
  const sheets = workbookSheets(all)
  if (!sheets) return { recognised: false }
  let lines = 0
  const intake = createIntake()
  const context: WorkbookContext = {
    sheets,
    intake,
    findPerson: peopleFinder(around.people, around.named),
    ...around,
    nextLine: () => {
      lines += 1
      return lines
    },
  }
  const project = sheets.card ? readCard(sheets.card, context) : null
  if (!project) return withoutName(sheets, context)
  const rest = readRest(project, all, context)
  return {
    recognised: true,
    blank: false,
    found: { kind: 'workbook', projects: [project], rejected: intake.rejected, assumptions: rest, lines },
  }
}

function readRest(project: FoundProject, all: readonly Sheet[], context: WorkbookContext): Assumption[] {
  const { sheets, today, language } = context
  const startOn = project.given.startOn ?? undefined
  const endOn = project.given.endOn ?? undefined
  const report = readReport(context)
  const filled = { plan: blockFilled(sheets, 'plan', 'BCDEFG'), status: report !== null, results: blockFilled(sheets, 'results', 'D') }
  const phase = phaseOf(filled, endOn, today)
  project.assumed = { ...project.assumed, phase, phaseEnteredOn: today, state: 'active' }
  project.assumptions.push(
    assumed({ place: project.place, field: 'phase' }, 'phaseOfSheets', 'created', phase, { value: words[`phase.${phase}`][language] }),
  )
  const actionNews = readActionNews(context)
  const processes = processTexts(sheets, processNames(sheets))
  const read = readBenefits({ phase, startOn, endOn, actionNews, processes }, context)
  project.benefits = read.benefits
  project.reports = report ? [report] : []
  const unmet = [...actionNews.values()].filter(({ met }) => !met)
  return [
    ...read.assumptions,
    ...unmet.map(({ at, title }) => assumed(slotAt(at.sheet, 'B', at.row, 'action.title'), 'actionUnknown', 'always', title, { title })),
    ...notTaken(all, sheets),
  ]
}

/** A card without a name: either nothing is filled in, or the one thing that everything else hangs on is missing. */
function withoutName(sheets: WorkbookSheets, context: WorkbookContext): WorkbookRead {
  const { intake } = context
  const anything =
    intake.rejected.length > 0 ||
    (['change', 'analysis', 'plan', 'followUp', 'results'] as const).some((name) => blockFilled(sheets, name, 'ABCDEFG'))
  if (!anything) return { recognised: true, blank: true }
  const slot = sheets.card
    ? slotAt(sheets.card, 'B', 4, 'title')
    : { cell: null, place: { sheet: 'Forside', row: 4, column: 'B' }, field: 'title' as const }
  if (intake.rejected.length === 0) intake.reject(slot, 'fieldRequired')
  return { recognised: true, blank: false, found: { kind: 'workbook', projects: [], rejected: intake.rejected, assumptions: [], lines: 1 } }
}

function blockFilled(sheets: WorkbookSheets, name: 'change' | 'analysis' | 'plan' | 'followUp' | 'results', columns: string): boolean {
  const block = blockOf(sheets, name)
  if (!block) return false
  return written(block.sheet, columns, block.first, block.last)
}

function processNames(sheets: WorkbookSheets): string[] {
  const block = blockOf(sheets, 'change')
  if (!block) return []
  const names: string[] = []
  for (let row = block.first; row <= block.last; row += 1) {
    const name = lineOf(cellAt(block.sheet, 'A', row))
    if (name !== null) names.push(name)
  }
  return names
}

/** Sheets and columns that somebody has filled in and that have no field yet. */
function notTaken(all: readonly Sheet[], sheets: WorkbookSheets): Assumption[] {
  const told: Assumption[] = []
  const change = blockOf(sheets, 'change')
  for (const column of ['A']) {
    const rows = change?.sheet.rows.slice(change.first - 1, change.last) ?? []
    if (!change || !rows.some((row) => textOf(row[column.charCodeAt(0) - 65] ?? null) !== null)) continue
    const header = lineOf(cellAt(change.sheet, column, change.first - 1))?.replace(/ ?valgfritt å fylle ut$/i, '') ?? column
    const place = { sheet: change.sheet.name, row: change.first - 1 }
    told.push(assumed({ place, field: 'columns' }, 'columnNotTaken', 'always', header, { column: header }))
  }
  for (const { name, areas } of NOT_TAKEN) {
    const sheet = all.find((candidate) => name.test(sheetId(candidate)))
    if (!sheet || !areas.some(([columns, from, to]) => written(sheet, columns, from, to))) continue
    told.push({ sheet: sheet.name, row: null, field: 'sheet', value: sheet.name, note: 'sheetNotTaken', told: 'always' })
  }
  return told
}

function written(sheet: Sheet, columns: string, from: number, to: number): boolean {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return rows.some((row) => [...columns].some((column) => textOf(cellAt(sheet, column, row)) !== null))
}
