import { type AskingBlock, isAsking, type NudgeBlock, type NudgeCardView } from '#contract/nudge-card-view.ts'
import { formatDeadline } from '#contract/texts/format.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import { type BlockOptions, blockData, dueLine } from './block.ts'
import { measureBlock } from './measure-block.ts'
import { measuredBlock, measuredLine } from './measured-block.ts'
import { footOf } from './nudge-foot.ts'
import { askOf } from './nudge-heading.ts'
import { restingLine, taskBlock, waitingLine } from './nudge-lines.ts'
import { bytesOf, CARD_BYTES, caption, card, execute, faultLine, heading, type Json, line, sayIn } from './parts.ts'
import { reportBlock, reportedBlock } from './report-block.ts'
import { actionBlock, approvalBlock, decisionBlock, handoverBlock, orphanBlock } from './task-blocks.ts'

/** How much stands in a card; tried in order until it is small enough for Teams. */
const SIZES = [
  { lines: 8, tasks: 8, full: true },
  { lines: 3, tasks: 3, full: true },
  { lines: 0, tasks: 0, full: true },
  { lines: 3, tasks: 3, full: false },
]
type Size = (typeof SIZES)[number]

/** The one card of a day, before, between and after the answers. Cut down until it is small enough for Teams. */
export function nudgeCard(view: NudgeCardView): Json {
  for (const size of SIZES) {
    const made = cardWith(view, size)
    if (bytesOf(made) <= CARD_BYTES) return made
  }
  return cardWith(view, { lines: 0, tasks: 0, full: false })
}

function cardWith(view: NudgeCardView, size: Size): Json {
  const say = sayIn(view)
  const open = view.blocks.filter(isAsking)
  const latest = latestOf(view)
  const shown = size.full ? shownOf(open, view, latest) : []
  const shared = sharedDueLine(view, shown)
  const title = askOf(view, say)
  const options: BlockOptions = { base: view, say, nudgeKey: view.nudgeKey, alone: shown.length === 1, dueLine: null }
  const blocks = answeredFirst(view.blocks).flatMap((block): Json[] => {
    if (isAsking(block)) {
      return shown.includes(block) ? [askingBlock(block, { ...options, dueLine: shared ? null : dueLine(view, say, block) })] : []
    }
    if (block.kind === 'measured') return [block === latest ? measuredBlock(block, options) : measuredLine(block, options)]
    if (block.kind === 'reported') return [reportedBlock(block, options)]
    return block.kind === 'resting' ? [restingLine(block, view)] : []
  })
  const waiting = open.filter((block) => !shown.includes(block))
  const tasks = view.blocks.filter((block) => block.kind === 'task')
  const more = Math.max(0, waiting.length - size.lines) + Math.max(0, tasks.length - size.tasks)
  const [first] = view.blocks
  return card(view, {
    speak: title,
    ...(first && { refresh: execute(say.bot('open.tab'), 'refresh', blockData(first, view.nudgeKey)) }),
    body: [
      heading(title),
      ...(shared ? [caption(shared)] : []),
      ...toldLine(view),
      ...(view.notice ? [faultLine(sentenceOf(view.notice, view.language, view.words))] : []),
      ...blocks,
      ...(waiting.length > 0 && shown.length > 0
        ? [caption(say.bot('nudge.others', { n: waiting.length }), { separator: true, spacing: 'Medium' })]
        : []),
      ...waiting.slice(0, size.lines).map((block) => waitingLine(block, options)),
      ...tasks.slice(0, size.tasks).map((block) => taskBlock(block, view)),
      ...(more > 0 ? [caption(say.bot('nudge.moreInTab', { n: more }))] : []),
      ...footOf(view, open.length),
    ],
  })
}

/** What the last press did, where no block shows it. */
function toldLine(view: NudgeCardView): Json[] {
  const say = sayIn(view)
  if (view.told === 'undone') return [line(say.bot('measured.undone'), { color: 'Good' })]
  if (view.told !== 'paused' || view.pausedUntil === null) return []
  return [line(say.bot('pause.paused', { date: formatDeadline(view.pausedUntil, view.language, view.today) }), { color: 'Good' })]
}

/** What became of an answer and how to take it back stand where the eye is, not under the next question's long form. */
function answeredFirst(blocks: readonly NudgeBlock[]): NudgeBlock[] {
  const isAnswered = ({ kind }: NudgeBlock): boolean => kind === 'measured' || kind === 'reported'
  return [...blocks.filter(isAnswered), ...blocks.filter((block) => !isAnswered(block))]
}

function askingBlock(block: AskingBlock, options: BlockOptions): Json {
  switch (block.kind) {
    case 'measure':
      return measureBlock(block, options)
    case 'report':
      return reportBlock(block, options)
    case 'handover':
      return handoverBlock(block, options)
    case 'orphan':
      return orphanBlock(block, options)
    case 'approval':
      return approvalBlock(block, options)
    case 'decision':
      return decisionBlock(block, options)
    case 'action':
      return actionBlock(block, options)
  }
}

/** The answer shown in full: the one just given, or the only one. */
function latestOf(view: NudgeCardView): NudgeBlock | undefined {
  const answered = view.blocks.filter(({ kind }) => kind === 'measured')
  return answered.find(({ obligationKey }) => obligationKey === view.justAnswered) ?? (answered.length === 1 ? answered[0] : undefined)
}

/**
 * What is asked in full: the opened or refused question, otherwise the first of the row (the row is in order of priority), and
 * two numbers side by side when they are all there is. Six buttons in the whole card is Teams' limit.
 */
function shownOf(open: readonly AskingBlock[], view: NudgeCardView, latest: NudgeBlock | undefined): AskingBlock[] {
  const [first, second, ...more] = open
  if (!first) return []
  // A report is a long form: a question that takes a minute comes before it.
  const quickest = open.find(({ kind }) => kind !== 'report') ?? first
  const focused = open.find(({ obligationKey }) => obligationKey === view.focus)
  const isBusy = open.some(({ panel, fault }) => (panel !== null && panel.name !== 'answer') || fault?.code === 'valueUnlikely')
  const canUndo = latest?.kind === 'measured' && latest.undoUntil !== null
  const bothNumbers = first.kind === 'measure' && second?.kind === 'measure' && more.length === 0 && !first.request && !second.request
  if (bothNumbers && !isBusy && !canUndo) return [first, second]
  return [focused ?? quickest]
}

/** One line for the whole card when all questions have the same deadline. */
function sharedDueLine(view: NudgeCardView, shown: readonly AskingBlock[]): string | null {
  const [first] = shown
  if (!first || shown.some(({ dueOn, overdueFrom }) => dueOn !== first.dueOn || overdueFrom !== first.overdueFrom)) return null
  const say = sayIn(view)
  const isFirstLook = !view.blocks.some(({ kind }) => kind === 'measured' || kind === 'reported')
  const quick = isFirstLook && view.blocks.every(({ kind }) => kind === 'measure') && view.blocks.length <= 2
  return [dueLine(view, say, first), ...(quick ? [say.bot('nudge.aMinute')] : [])].join(' · ')
}
