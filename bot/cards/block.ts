import type { CardBase } from '#contract/card-views.ts'
import type { AskingBlock, OpenBlock, PanelName } from '#contract/nudge-card-view.ts'
import { formatDate, formatDeadline } from '#contract/texts/format.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import type { TypedField } from '#contract/typed.ts'
import { keptInputs } from './inputs.ts'
import { panelItems } from './panels.ts'
import { buttonRows, caption, execute, faultLine, type Json, line, rich, run, type Say } from './parts.ts'

export interface BlockOptions {
  base: CardBase
  say: Say
  nudgeKey: string
  /** The only question shown in full: then it shows more of its buttons (six in a card at most). */
  alone: boolean
  /** Deadline and since when, where it is not said once for the whole card. */
  dueLine: string | null
}

/** What every button of a block carries. Who presses is never in it: identity comes from Teams. */
export const blockData = (block: Pick<OpenBlock, 'obligationKey' | 'n'>, nudgeKey: string): Json => ({
  nudgeKey,
  obligationKey: block.obligationKey,
  n: block.n,
})

/** Opens a part of the block in the same card; everything typed comes along. */
export const show = (title: string, panel: PanelName | '', block: Pick<OpenBlock, 'obligationKey' | 'n'>, nudgeKey: string): Json =>
  execute(title, 'show', { ...blockData(block, nudgeKey), panel })

/** «Frist 11. mai · forfalt siden 16. mai». */
export function dueLine(base: CardBase, say: Say, { dueOn, overdueFrom }: Pick<OpenBlock, 'dueOn' | 'overdueFrom'>): string {
  const date = overdueFrom ? formatDate(dueOn, base.language, base.today) : formatDeadline(dueOn, base.language, base.today)
  const since = overdueFrom ? [say.bot('nudge.overdueSince', { date: formatDate(overdueFrom, base.language, base.today) })] : []
  return [say.bot('nudge.deadline', { date }), ...since].join(' · ')
}

export interface Question {
  title: string
  /** Project, period: what stands small under the title. */
  about: string
  /** Sentences and fields. */
  items: readonly Json[]
  /** Fields the items hold; the rest of what was typed is kept unseen. */
  fields: readonly TypedField[]
  /** The block has a row of ratings, shown now or not at all. */
  rows?: 'shown' | 'kept'
  /** The most important act first. */
  buttons: readonly Json[]
  /** Parts with a button of their own beside these; the rest stand behind «Mer». */
  parts: readonly PartName[]
  /** Where a refusal is said by the question itself. */
  ownFaults?: readonly string[]
}

/** Parts a block can open, in the order they stand behind «Mer». */
const PARTS = ['snooze', 'cannot', 'delegate', 'notRelevant', 'wrongPerson', 'why', 'pause'] as const
type PartName = (typeof PARTS)[number]

/** Which parts this block has for this reader. */
export function partsOf(block: AskingBlock): PartName[] {
  const has: Record<PartName, boolean> = {
    snooze: block.kind !== 'approval' && block.kind !== 'handover' && block.snoozeDays.length > 0,
    cannot: block.kind === 'measure',
    delegate: block.kind !== 'approval' && block.kind !== 'handover' && block.kind !== 'orphan' && block.can.delegate,
    notRelevant: block.kind !== 'approval' && block.kind !== 'report' && block.can.notRelevant,
    wrongPerson: block.kind !== 'approval' && block.kind !== 'orphan' && block.can.wrongPerson,
    why: true,
    pause: true,
  }
  return PARTS.filter((part) => has[part])
}

const PART_WORDS = {
  snooze: 'snooze.open',
  cannot: 'measure.cannot',
  delegate: 'delegate.open',
  notRelevant: 'notRelevant.open',
  wrongPerson: 'wrongPerson.open',
  why: 'why.open',
  pause: 'pause.open',
} as const

/** One question in full: what it is about, its fields and buttons; or the part of it that is opened, with a way back. */
export function asking(block: AskingBlock, options: BlockOptions, question: Question): Json {
  const { base, say, nudgeKey, alone } = options
  const { fault } = block
  const button = (part: PartName): Json => show(say.bot(PART_WORDS[part]), part, block, nudgeKey)
  const parts = partsOf(block)
  const beside = question.parts.filter((part) => parts.includes(part)).slice(0, alone ? 4 : 1)
  const [near, far] = [beside.slice(0, 1).map(button), beside.slice(1).map(button)]
  const opened = block.panel !== null && block.panel.name !== 'preview' && block.panel.name !== 'answer' ? block.panel : null
  const elsewhere = fault !== null && opened === null && !(question.ownFaults ?? []).includes(fault.field ?? '')
  const faults = elsewhere && fault ? [faultLine(sentenceOf(fault, base.language, base.words))] : []
  const inner =
    opened?.name === 'more'
      ? [...buttonRows(parts.filter((part) => !beside.includes(part)).map(button)), backLine(block, options)]
      : opened
        ? [...panelItems(block, opened, options), backLine(block, options)]
        : [
            ...question.items,
            ...faults,
            ...buttonRows([...question.buttons, ...near, show(say.bot('act.more'), 'more', block, nudgeKey), ...far]),
          ]
  const fields = opened ? (FIELDS_OF_PART[opened.name] ?? []) : question.fields
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      line(question.title, { weight: 'Bolder' }),
      caption(question.about),
      ...(options.dueLine ? [caption(options.dueLine)] : []),
      ...inner,
      ...keptInputs(block.n, block.typed, fields, opened !== null ? question.rows !== undefined : question.rows === 'kept'),
    ],
  }
}

const FIELDS_OF_PART: Partial<Record<PanelName, readonly TypedField[]>> = {
  snooze: ['snoozeDays', 'snoozeDate', 'snoozeReason'],
  cannot: ['reason'],
  delegate: ['person', 'personName'],
  notRelevant: ['relevance'],
  wrongPerson: ['person', 'personName'],
  pause: ['pauseDays', 'pauseDate'],
  reject: ['rejection'],
}

const backLine = (block: AskingBlock, { say, nudgeKey }: BlockOptions): Json =>
  rich([run(`‹ ${say.bot('act.back')}`, { size: 'Small', color: 'Accent', press: show(say.bot('act.back'), '', block, nudgeKey) })], {
    spacing: 'Small',
  })
