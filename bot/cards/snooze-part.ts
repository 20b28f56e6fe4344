import type { CardBase, MeasureBlock, ReportBlock } from '#contract/card-views.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import { actions, choiceInput, execute, faultLine, foldable, type Json, run, type Say, textInput } from './parts.ts'

type Open = MeasureBlock | ReportBlock

/** What every button of a block carries. Who presses is never in it: identity comes from Teams. */
export const blockData = (block: Pick<Open, 'obligationKey' | 'n'>, nudgeKey: string): Json => ({
  nudgeKey,
  obligationKey: block.obligationKey,
  n: block.n,
})

/** «Utsett»: how long, and from the second time why. Nothing when it cannot be put off again. */
export function snoozePart(block: Open, options: { base: CardBase; say: Say; nudgeKey: string; id: string }): Json[] {
  const { base, say, nudgeKey, id } = options
  const { n, typed, fault } = block
  if (block.snoozeDays.length === 0) return []
  const mine = fault?.field === 'snooze' || fault?.field === 'snoozeReason'
  const choices = block.snoozeDays.map((days) => ({ title: say.bot('snooze.days', { n: days }), value: String(days) }))
  const first = String(block.snoozeDays[0])
  return [
    foldable(id, mine, [
      choiceInput(`snoozeDays_${n}`, say.bot('snooze.howLong'), choices, typed.snoozeDays ?? first),
      ...(block.snoozeNeedsReason
        ? [textInput({ id: `snoozeReason_${n}`, label: say.bot('snooze.reason'), value: typed.snoozeReason, multiline: true })]
        : []),
      ...(mine && fault ? [faultLine(sentenceOf(fault, base.language, base.words))] : []),
      actions([execute(say.bot('snooze.save'), 'snooze', blockData(block, nudgeKey))]),
    ]),
  ]
}

/** The way to the rest of the choices when a card has many blocks: one line that opens them, no button of its own. */
export function moreToggle(block: Open, say: Say, alsoShow: string | null): Json {
  const targets = [...(block.snoozeDays.length > 0 ? [`snooze_${block.n}`] : []), ...(alsoShow ? [alsoShow] : [])]
  const words = [
    ...(block.snoozeDays.length > 0 ? [say.bot('snooze.open')] : []),
    ...(block.kind === 'measure' ? [say.bot('measure.cannot')] : []),
  ]
  return {
    type: 'Container',
    spacing: 'Small',
    selectAction: { type: 'Action.ToggleVisibility', title: words.join(', '), targetElements: targets },
    items: [{ type: 'RichTextBlock', inlines: [run(`${words.join(' · ')} ▾`, { color: 'Accent', size: 'Small' })] }],
  }
}
