import { isAsking, type NudgeCardView } from '#contract/nudge-card-view.ts'
import { formatPeriod } from '#contract/texts/format.ts'
import { greeted, type Say, sayIn, thanked } from './parts.ts'

/** A card of one kind of question alone has its own first sentence. */
const ALONE = {
  handover: 'nudge.askHandover',
  approval: 'nudge.askApproval',
  decision: 'nudge.askDecision',
  action: 'nudge.askAction',
} as const
const hasOwn = (kind: string): kind is keyof typeof ALONE => kind in ALONE

/**
 * The sentence that is read first, in the card and in the notification: what is missing before any answer, thanks and what
 * remains after one, and that all is delivered after the last. No blame, no exclamation mark.
 */
export function askOf(view: NudgeCardView, say: Say = sayIn(view)): string {
  const numbers = view.blocks.filter((block) => block.kind === 'measure')
  const reports = view.blocks.filter((block) => block.kind === 'report')
  const waiting = view.blocks.filter((block) => isAsking(block) || block.kind === 'task')
  const n = waiting.length
  const answered = view.blocks.filter((block) => (block.kind === 'measured' || block.kind === 'reported') && block.byName === null).length
  const hello = greeted(view.firstName)
  if (n === 0) {
    return answered > 0 ? say.bot('nudge.allDone', { name: thanked(view.firstName) }) : say.bot('nudge.nothingLeft', { name: hello })
  }
  if (answered > 0) {
    const key = numbers.length === n ? 'nudge.thanksNumbers' : 'nudge.thanksAnswers'
    return say.bot(key, { name: thanked(view.firstName), n })
  }
  if (view.digest) return say.bot('nudge.digest', { name: hello, n })
  const late = [...numbers, ...reports].some(({ overdueFrom }) => overdueFrom !== null) ? 'yes' : 'no'
  if (numbers.length === n) {
    const period = shared(numbers.map((block) => (block.baselineMeasurement ? '' : periodOf(block.periodKey, block.frequency, view))))
    const args = { name: hello, n, late }
    return period ? say.bot('nudge.askNumbersFor', { ...args, period }) : say.bot('nudge.askNumbers', args)
  }
  if (reports.length === n) {
    const period = shared(reports.map((block) => periodOf(block.period, null, view)))
    if (period) return say.bot('nudge.askReportsFor', { name: hello, n, late, period })
  }
  const [first] = waiting
  if (first && waiting.every(({ kind }) => kind === 'orphan')) return say.bot('nudge.askOrphan', { name: hello, n })
  if (first && n === 1 && hasOwn(first.kind)) return say.bot(ALONE[first.kind], { name: hello })
  return say.bot('nudge.askMixed', { name: hello, n })
}

const periodOf = (key: string, frequency: Parameters<typeof formatPeriod>[1], view: NudgeCardView): string =>
  formatPeriod(key, frequency, view.language, view.today)

const shared = (names: readonly string[]): string | null => (names.every((name) => name === names[0]) ? names[0] || null : null)
