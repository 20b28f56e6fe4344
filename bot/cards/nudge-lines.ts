import type { AskingBlock, NudgeCardView } from '#contract/nudge-card-view.ts'
import type { RestingBlock, TaskBlock } from '#contract/nudge-task-blocks.ts'
import { formatDeadline, formatPeriod } from '#contract/texts/format.ts'
import { type BlockOptions, dueLine, show } from './block.ts'
import { keptInputs } from './inputs.ts'
import { caption, clip, type Json, line, rich, run, sayIn } from './parts.ts'

/** Longest title of a line: names of benefits can be a whole sentence. */
const LINE_TITLE = 90

/** What a question that waits is about, in so few words that it can be told from the others. */
function titleOf(block: AskingBlock, { base, say }: BlockOptions): string {
  const title = clip(block.title, LINE_TITLE)
  switch (block.kind) {
    case 'report':
      return say.bot('report.title', { period: formatPeriod(block.period, null, base.language, base.today) })
    case 'decision':
      return block.what === 'pilotEnd'
        ? say.bot('decision.pilotEnd')
        : say.bot(`decision.${block.what}`, { point: block.point === null ? '' : block.point.toUpperCase() })
    case 'approval':
      return say.bot('line.approval', { title })
    case 'handover':
      return say.bot('line.handover', { title })
    case 'orphan':
      return say.bot('line.orphan', { title })
    default:
      return title
  }
}

/** A question that waits behind the one shown: one line, and a press shows it. What was typed in it stays. */
export function waitingLine(block: AskingBlock, options: BlockOptions): Json {
  const { base, say, nudgeKey } = options
  const title = titleOf(block, options)
  const about = title === block.projectTitle ? '' : `${clip(block.projectTitle, LINE_TITLE)} · `
  return {
    type: 'Container',
    spacing: 'Small',
    selectAction: show(say.bot('act.answer', { title }), block.panel?.name ?? '', block, nudgeKey),
    items: [
      rich([run(title, { weight: 'Bolder', color: 'Accent' }), run(' ›', { color: 'Accent' })]),
      caption(`${about}${dueLine(base, say, block)}`),
      ...keptInputs(block.n, block.typed, [], true),
    ],
  }
}

/** What waits for nobody here any more, and why. */
export function restingLine(block: RestingBlock, view: NudgeCardView): Json {
  const say = sayIn(view).bot
  const date = block.until ? formatDeadline(block.until, view.language, view.today) : ''
  const title = block.title === '' ? block.projectTitle : block.title
  const key = block.why === 'proposed' && block.name === null ? 'resting.proposedNobody' : (`resting.${block.why}` as const)
  const words = say(key, { date, name: block.name ?? '' })
  return rich([...(title === '' ? [] : [run(`${title}: `)]), run(words, { subtle: true })], { separator: true })
}

/** A line of the office's list, or of what others answer: the way to it in the tab. */
export function taskBlock(block: TaskBlock, view: NudgeCardView): Json {
  const say = sayIn(view)
  const kind = say.bot(`kind.${block.obligationKind}`)
  const dated = /^\d{4}-\d{2}/.test(block.periodKey)
  const what = dated
    ? say.bot('kind.ofPeriod', { kind, period: formatPeriod(block.periodKey, block.frequency, view.language, view.today) })
    : kind
  const place = block.title === block.projectTitle ? block.projectTitle : `${block.title}, ${block.projectTitle}`
  return {
    type: 'Container',
    separator: true,
    items: [line(place, { weight: 'Bolder', href: block.url }), caption(`${what} · ${dueLine(view, say, block)}`)],
  }
}
