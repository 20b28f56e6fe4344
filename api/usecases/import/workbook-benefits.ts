import { importWords } from '#contract/texts/import.ts'
import { words } from '#contract/texts/words.ts'
import type { AmountUnit, BenefitCategory, EffectKind, Phase, TakeOut } from '#domain/codes.ts'
import type { Benefit, CivilDate } from '#domain/model.ts'
import { plainWords } from './code-words.ts'
import type { Assumption, FoundBenefit } from './found.ts'
import { given, LINE_LIMIT } from './intake.ts'
import { slugOf } from './keys.ts'
import { cellAt, textOf } from './sheet.ts'
import type { ActionNews } from './workbook-actions.ts'
import { readActions } from './workbook-actions.ts'
import { assumed, personIn, slotAt, type WorkbookContext } from './workbook-context.ts'
import { measuredDay, readIndicator, type SheetRow, sheetRow } from './workbook-indicators.ts'
import { type BudgetYears, budgetYears, type ProcessTexts } from './workbook-parts.ts'
import { type Block, blockOf, nameIn, placesOf, rowOf } from './workbook-sheets.ts'

export interface BenefitSurroundings {
  phase: Phase
  startOn: CivilDate | undefined
  endOn: CivilDate | undefined
  actionNews: ActionNews
  processes: ProcessTexts
}

/** Every gevinst of the workbook, put together from its row in each sheet. */
export function readBenefits(
  around: BenefitSurroundings,
  context: WorkbookContext,
): { benefits: FoundBenefit[]; assumptions: Assumption[] } {
  const { sheets } = context
  const blocks = {
    change: blockOf(sheets, 'change'),
    analysis: blockOf(sheets, 'analysis'),
    plan: blockOf(sheets, 'plan'),
    followUp: blockOf(sheets, 'followUp'),
    results: blockOf(sheets, 'results'),
  }
  const measuredOn = blocks.results ? measuredDay(blocks.results, context) : null
  const years = budgetYears(blocks.analysis, around, context.today)
  const all = [blocks.change, blocks.analysis, blocks.plan, blocks.followUp]
  const places = Math.max(0, ...all.map((block) => (block ? placesOf(block) : 0)))
  const benefits: FoundBenefit[] = []
  const slugs = new Map<string, number>()
  for (let position = 0; position < places; position += 1) {
    const title = titleAt(all, position)
    if (title === null) continue
    const at = (block: Block | null): SheetRow | null => sheetRow(block, rowOf(block, position, title))
    const rows = {
      change: at(blocks.change),
      analysis: at(blocks.analysis),
      plan: at(blocks.plan),
      followUp: at(blocks.followUp),
      results: at(blocks.results),
    }
    const benefit = readBenefit(title, rows, years, around, context)
    // Two gevinster of one name stay two: the second is told apart by its number.
    const number = (slugs.get(benefit.slug) ?? 0) + 1
    slugs.set(benefit.slug, number)
    if (number > 1) benefit.slug = `${benefit.slug}-${number}`
    const indicator = readIndicator(rows, title, { ...around, measuredDay: measuredOn }, context)
    if (indicator) benefit.indicators.push(indicator)
    benefits.push(benefit)
  }
  const budgeted = benefits.some((benefit) => (benefit.given.plannedByYear ?? benefit.inferred.plannedByYear) !== undefined)
  return { benefits, assumptions: budgeted ? years.assumptions : [] }
}

function titleAt(blocks: readonly (Block | null)[], position: number): string | null {
  for (const block of blocks) {
    const row = block ? block.first + position * block.step : 0
    const title = block && row <= block.last ? nameIn(cellAt(block.sheet, block.nameColumn, row)) : null
    if (title !== null) return title
  }
  return null
}

type Rows = {
  change: SheetRow | null
  analysis: SheetRow | null
  plan: SheetRow | null
  followUp: SheetRow | null
  results: SheetRow | null
}

const TYPES: { word: RegExp; category: BenefitCategory; effectKind: EffectKind }[] = [
  { word: /^direkte/, category: 'cost', effectKind: 'budgetary' },
  { word: /^indirekte/, category: 'time', effectKind: 'reallocated' },
  { word: /^kvalitativ/, category: 'quality', effectKind: 'nonMonetised' },
]

function readBenefit(
  fullTitle: string,
  rows: Rows,
  years: BudgetYears,
  around: BenefitSurroundings,
  context: WorkbookContext,
): FoundBenefit {
  const { intake } = context
  const { change, analysis, plan } = rows
  const home = change ?? analysis ?? plan
  const place = { sheet: home?.sheet.name ?? '', row: home?.row ?? 1 }
  const about = (field: 'benefit.title' | 'benefit.category' | 'benefit.level' | 'benefit.state' | 'benefit.owner') => ({ place, field })
  const title = fullTitle.length > LINE_LIMIT ? `${fullTitle.slice(0, LINE_LIMIT - 1)}…` : fullTitle
  const line = context.nextLine()
  const type = analysis
    ? intake.code(
        slotAt(analysis.sheet, 'C', analysis.row, 'benefit.category'),
        (text) => TYPES.find(({ word }) => word.test(plainWords(text))) ?? null,
      )
    : undefined
  const owner = plan ? personIn(slotAt(plan.sheet, 'G', plan.row, 'benefit.owner'), 'ownerId', context) : { id: undefined, told: [] }
  const omsatt = plan ? slotAt(plan.sheet, 'D', plan.row, 'benefit.after') : null
  const takenText = omsatt ? intake.note(omsatt) : undefined
  const takeOut = takenText === undefined ? undefined : takeOutOf(takenText, type?.category ?? 'quality')
  const plannedByYear = analysis ? amountsByYear(analysis, years.years, context) : undefined
  const process = change ? textOf(cellAt(change.sheet, 'A', change.row)) : null
  const state = around.phase === 'realise' ? 'realising' : 'proposed'
  const ownerCell = plan ? textOf(cellAt(plan.sheet, 'G', plan.row)) : null
  return {
    line,
    place: { ...place, column: null },
    title,
    slug: slugOf(fullTitle),
    given: given<Benefit>({
      title,
      category: type?.category,
      effectKind: type?.effectKind,
      change: change ? intake.note(slotAt(change.sheet, 'B', change.row, 'benefit.change')) : undefined,
      before: around.processes.before(process),
      after: [takenText, around.processes.after(process)].filter((text) => text !== undefined).join('\n') || undefined,
      contributesTo: change ? intake.line(slotAt(change.sheet, 'D', change.row, 'benefit.contributesTo')) : undefined,
      assumptions: change ? intake.note(slotAt(change.sheet, 'E', change.row, 'benefit.assumptions')) : undefined,
      importance: analysis
        ? intake.number(slotAt(analysis.sheet, 'H', analysis.row, 'benefit.importance'), { from: 1, to: 5, whole: true })
        : undefined,
      plannedByYear: years.assumed ? undefined : plannedByYear,
      plannedUnit: plannedByYear && type ? UNIT_OF[type.category] : undefined,
      ownerId: owner.id,
    }),
    inferred: given<Benefit>({ takeOut, ...(years.assumed ? { plannedByYear } : {}) }),
    assumed: {
      level: 'municipality',
      state,
      ...(type ? {} : { category: 'quality' as const }),
      ...(type && type.category !== 'quality' ? { recurrence: 'yearly' as const } : {}),
    },
    assumptions: [
      ...(title === fullTitle ? [] : [assumed(about('benefit.title'), 'titleCut', 'created', title, { limit: LINE_LIMIT })]),
      ...(type ? [] : [assumed(about('benefit.category'), 'typeMissing', 'created', 'quality', { title })]),
      assumed(about('benefit.level'), 'levelDefault', 'created', 'municipality'),
      assumed(about('benefit.state'), 'benefitState', 'created', state, { value: importWords[`benefitState.${state}`][context.language] }),
      ...(omsatt && takenText !== undefined && takeOut
        ? [assumed(omsatt, 'takeOutOfText', 'inferred', takeOut, { text: takenText, value: words[`takeOut.${takeOut}`][context.language] })]
        : []),
      ...owner.told,
      ...(ownerCell === null ? [assumed(about('benefit.owner'), 'ownerMissing', { empty: 'ownerId' }, null, { title })] : []),
    ],
    actions: readActions(fullTitle, { plan, results: rows.results }, around.actionNews, context),
    indicators: [],
  }
}

/** «Direkte NOK» budgets kroner, «Indirekte årsverk» full-time equivalents; «Kvalitative» a count of its own. */
const UNIT_OF: Record<BenefitCategory, AmountUnit | undefined> = { cost: 'kr', time: 'fte', quality: undefined }

function amountsByYear(
  { sheet, row }: SheetRow,
  years: readonly number[],
  { intake }: WorkbookContext,
): Record<string, number> | undefined {
  const amounts = ['D', 'E', 'F', 'G'].map(
    (column, at) => [String(years[at]), intake.number(slotAt(sheet, column, row, 'benefit.plannedByYear'))] as const,
  )
  const stated = amounts.filter((pair): pair is [string, number] => pair[1] !== undefined)
  return stated.length > 0 ? Object.fromEntries(stated) : undefined
}

/** What «Hvordan skal gevinsten omsettes?» comes to: a cut where the text says so, otherwise what the type of gevinst leads to. */
export function takeOutOf(text: string, category: BenefitCategory): TakeOut {
  const plain = plainWords(text)
  if (/\bikk?j?e (tas|tatt|hentes|teken|blir tatt) ut\b|\bikk?j?e omsettes\b/.test(plain)) return 'notTaken'
  if (
    /budsjett\p{L}* .*(reduser|kutt|trekk)|(reduser|kutt)\p{L}* .*(budsjett|ramme|stilling|årsverk)|\bkutt|innspar|nedbemann/u.test(plain)
  )
    return 'budgetCut'
  if (category === 'cost') return 'budgetCut'
  return category === 'time' ? 'reallocated' : 'quality'
}
