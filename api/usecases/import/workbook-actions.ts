import type { ActionState } from '#domain/codes.ts'
import type { BenefitAction } from '#domain/model.ts'
import { readActionState } from './code-words.ts'
import type { FoundAction } from './found.ts'
import { given } from './intake.ts'
import { sameName, slugOf } from './keys.ts'
import { cellAt, lineOf, textOf } from './sheet.ts'
import { assumed, personIn, slotAt, type WorkbookContext } from './workbook-context.ts'
import type { SheetRow } from './workbook-indicators.ts'
import { nameIn, rowWith } from './workbook-sheets.ts'

/** What Statusrapport says of tiltak, by name; a name that is met is crossed out. */
export type ActionNews = Map<string, { at: SheetRow; title: string; state: ActionState | undefined; met: boolean }>

const STATUS_ROWS = 10

/** «Status for iverksettelse av tiltak» in Statusrapport. */
export function readActionNews(context: WorkbookContext): ActionNews {
  const news: ActionNews = new Map()
  const sheet = context.sheets.status
  const head = sheet ? rowWith(sheet, 'B', /^tiltak som skal iverksettes$/) : null
  if (!sheet || head === null) return news
  for (let row = head + 1; row <= head + STATUS_ROWS; row += 1) {
    const title = nameIn(cellAt(sheet, 'B', row))
    if (title === null) continue
    const state = context.intake.code(slotAt(sheet, 'F', row, 'action.state'), readActionState)
    news.set(sameName(title), { at: { sheet, row }, title, state, met: false })
  }
  return news
}

/** The two tiltak of a gevinst with their deadlines, and the ones to improve the result. */
export function readActions(
  benefitTitle: string,
  rows: { plan: SheetRow | null; results: SheetRow | null },
  news: ActionNews,
  context: WorkbookContext,
): FoundAction[] {
  const actions: FoundAction[] = []
  if (rows.plan) {
    const { sheet, row } = rows.plan
    for (const at of [row, row + 1]) {
      const action = readAction({ sheet, row: at }, { title: 'B', dueOn: 'C', responsible: null }, null, news, context)
      if (action) actions.push(action)
    }
  }
  const improvement = rows.results ? improvementRow(benefitTitle, rows.results) : null
  if (improvement) {
    const action = readAction(improvement, { title: 'C', dueOn: 'G', responsible: 'H' }, 'forbedring', news, context)
    if (action) actions.push(action)
  }
  return actions
}

/** «Tiltak for å forbedre måloppnåelse» stands below the measured values, by the name of the gevinst. */
function improvementRow(benefitTitle: string, { sheet }: SheetRow): SheetRow | null {
  const head = rowWith(sheet, 'C', /^tiltak for å forbedre/)
  if (head === null) return null
  for (let row = head + 1; row <= sheet.rows.length; row += 1) {
    const name = nameIn(cellAt(sheet, 'B', row))
    if (name !== null && sameName(name) === sameName(benefitTitle)) return { sheet, row }
  }
  return null
}

function readAction(
  { sheet, row }: SheetRow,
  columns: { title: string; dueOn: string; responsible: string | null },
  type: string | null,
  news: ActionNews,
  context: WorkbookContext,
): FoundAction | null {
  const { intake, today } = context
  const titleSlot = slotAt(sheet, columns.title, row, 'action.title')
  const dueSlot = slotAt(sheet, columns.dueOn, row, 'action.dueOn')
  if (lineOf(titleSlot.cell) === null) {
    if (textOf(dueSlot.cell) === null) return null
    context.nextLine()
    return intake.reject(titleSlot, 'fieldRequired') ?? null
  }
  const line = context.nextLine()
  const title = intake.line(titleSlot)
  if (title === undefined) return null
  const dueOn = intake.date(dueSlot)
  const responsible = columns.responsible
    ? personIn(slotAt(sheet, columns.responsible, row, 'action.responsible'), 'responsibleId', context)
    : { id: undefined, told: [] }
  const told = news.get(sameName(title))
  if (told) told.met = true
  const past = dueOn !== undefined && dueOn < today && told?.state === undefined
  return {
    line,
    place: titleSlot.place,
    title,
    slug: slugOf(title),
    given: given<BenefitAction>({ title, type: type ?? undefined, dueOn, responsibleId: responsible.id, state: told?.state }),
    inferred: {},
    assumed: { state: 'planned' },
    assumptions: [
      ...responsible.told,
      ...(past ? [assumed({ place: titleSlot.place, field: 'action.state' }, 'actionPast', 'created', 'planned', { title })] : []),
    ],
  }
}
