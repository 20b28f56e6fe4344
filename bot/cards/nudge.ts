import type { MeasureBlock, NudgeBlock, NudgeCardView, ReportBlock, RestingBlock, TaskBlock } from '#contract/card-views.ts'
import { formatDate, formatDeadline, formatPeriod } from '#contract/texts/format.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import { type BlockOptions, measureBlock } from './measure-block.ts'
import { measuredBlock, measuredLine } from './measured-block.ts'
import { askOf } from './nudge-heading.ts'
import { bytesOf, CARD_BYTES, caption, card, faultLine, heading, type Json, line, listed, rich, run, sayIn } from './parts.ts'
import { reportBlock, reportedBlock } from './report-block.ts'

/** Open questions a card shows at once; the others come forward as these are answered. */
const SHOWN_OPEN = 5
/** So many open questions may have all their buttons: three each, six in all (Teams' limit). */
const ROOMY = 2
const SHOWN_TASKS = 8

type Open = MeasureBlock | ReportBlock
const isOpen = (block: NudgeBlock): block is Open => block.kind === 'measure' || block.kind === 'report'

/** The one card of a day, before, between and after the answers. Cut down until it is small enough for Teams. */
export function nudgeCard(view: NudgeCardView): Json {
  for (let shown = SHOWN_OPEN; shown > 1; shown -= 1) {
    const made = cardWith(view, shown)
    if (bytesOf(made) <= CARD_BYTES) return made
  }
  return cardWith(view, 1)
}

function cardWith(view: NudgeCardView, limit: number): Json {
  const say = sayIn(view)
  const open = view.blocks.filter(isOpen)
  const shown = shownOf(open, limit, view)
  const shared = sharedDueLine(view, shown)
  const title = askOf(view, say)
  const options: BlockOptions = { base: view, say, nudgeKey: view.nudgeKey, roomy: shown.length <= ROOMY, dueLine: null }
  const answered = view.blocks.filter((block) => block.kind === 'measured' || block.kind === 'reported')
  const latest = answered.find((block) => block.obligationKey === view.justAnswered) ?? (answered.length === 1 ? answered[0] : undefined)
  const blocks = view.blocks.flatMap((block): Json[] => {
    if (block.kind === 'measure' || block.kind === 'report') {
      if (!shown.includes(block)) return []
      const own = { ...options, dueLine: shared ? null : dueLine(view, block) }
      return [block.kind === 'measure' ? measureBlock(block, own) : reportBlock(block, { ...own, alone: open.length === 1 })]
    }
    if (block.kind === 'measured') return [block === latest ? measuredBlock(block, options) : measuredLine(block, options)]
    if (block.kind === 'reported') return [reportedBlock(block, options)]
    return block.kind === 'resting' ? [restingLine(block, view)] : []
  })
  const tasks = view.blocks.filter((block) => block.kind === 'task')
  return card(view, {
    speak: title,
    body: [
      heading(title),
      ...(shared ? [caption(shared)] : []),
      ...(view.notice ? [faultLine(sentenceOf(view.notice, view.language, view.words))] : []),
      ...blocks,
      ...tasks.slice(0, SHOWN_TASKS).map((block) => taskBlock(block, view)),
      ...(tasks.length > SHOWN_TASKS ? [caption(say.bot('nudge.moreInTab', { n: tasks.length - SHOWN_TASKS }))] : []),
      ...(open.length > shown.length
        ? [caption(say.bot('nudge.more', { n: open.length - shown.length }), { separator: true, spacing: 'Medium' })]
        : []),
      ...footOf(view, open.length),
    ],
  })
}

/** In the card's own order; one report form at a time, it is long. What was just refused is always among them. */
function shownOf(open: readonly Open[], limit: number, view: NudgeCardView): Open[] {
  const urgent = [...open].sort((a, b) => Number(b.fault !== null) - Number(a.fault !== null))
  const chosen: Open[] = []
  for (const block of urgent) {
    if (chosen.length >= limit) break
    if (block.kind === 'report' && chosen.some(({ kind }) => kind === 'report')) continue
    chosen.push(block)
  }
  return view.blocks.filter((block): block is Open => chosen.some((one) => one === block))
}

function dueLine(view: NudgeCardView, { dueOn, overdueFrom }: Pick<Open, 'dueOn' | 'overdueFrom'>): string {
  const say = sayIn(view).bot
  const date = overdueFrom ? formatDate(dueOn, view.language, view.today) : formatDeadline(dueOn, view.language, view.today)
  const since = overdueFrom ? [say('nudge.overdueSince', { date: formatDate(overdueFrom, view.language, view.today) })] : []
  return [say('nudge.deadline', { date }), ...since].join(' · ')
}

/** One line for the whole card when all questions have the same deadline. */
function sharedDueLine(view: NudgeCardView, shown: readonly Open[]): string | null {
  const [first] = shown
  if (!first || shown.some(({ dueOn, overdueFrom }) => dueOn !== first.dueOn || overdueFrom !== first.overdueFrom)) return null
  const quick = shown.length <= ROOMY && shown.every(({ kind }) => kind === 'measure')
  const nobodyAnswered = !view.blocks.some(({ kind }) => kind === 'measured' || kind === 'reported')
  return [dueLine(view, first), ...(quick && nobodyAnswered ? [sayIn(view).bot('nudge.aMinute')] : [])].join(' · ')
}

function restingLine(block: RestingBlock, view: NudgeCardView): Json {
  const date = block.until ? formatDeadline(block.until, view.language, view.today) : ''
  const title = block.title === '' ? block.projectTitle : block.title
  const words = sayIn(view).bot(`resting.${block.why}`, { date })
  return rich([...(title === '' ? [] : [run(`${title}: `)]), run(words, { subtle: true })], { separator: true })
}

function taskBlock(block: TaskBlock, view: NudgeCardView): Json {
  const say = sayIn(view).bot
  const kind = say(`kind.${block.obligationKind}`)
  const dated = /^\d{4}-\d{2}/.test(block.periodKey)
  const what = dated
    ? say('kind.ofPeriod', { kind, period: formatPeriod(block.periodKey, block.frequency, view.language, view.today) })
    : kind
  const place = block.title === block.projectTitle ? block.projectTitle : `${block.title}, ${block.projectTitle}`
  return {
    type: 'Container',
    separator: true,
    items: [line(place, { weight: 'Bolder', href: block.url }), caption(`${what} · ${dueLine(view, block)}`)],
  }
}

/** Why it came and how to be left alone; after the last answer only the way to mend one. */
function footOf(view: NudgeCardView, openCount: number): Json[] {
  const say = sayIn(view)
  const waiting = openCount > 0 || view.blocks.some(({ kind }) => kind === 'task')
  const first = { separator: true, spacing: 'Medium' }
  if (!waiting) return [rich([run(say.bot('measured.mend'), { size: 'Small', href: view.tasksUrl })], first)]
  const indicators = view.blocks.filter(({ kind }) => kind === 'measure' || kind === 'measured').length
  const roles = listed(
    view.whys.map((why) => say.bot(`why.${why}`, { n: Math.max(1, indicators) })),
    view,
  )
  return [
    caption(`${say.bot('nudge.why', { roles })} ${say.bot('nudge.silence')}`, first),
    rich([run(say.bot('open.tasks'), { size: 'Small', color: 'Accent', href: view.tasksUrl })], { spacing: 'Small' }),
  ]
}
