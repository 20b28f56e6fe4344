import type { CardBase, MeasureBlock } from '#contract/card-views.ts'
import { formatPeriod, formatShortDate, formatValue } from '#contract/texts/format.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import type { Say } from './parts.ts'
import { actions, caption, execute, faultLine, foldable, type Json, line, textInput, toggle } from './parts.ts'
import { blockData, moreToggle, snoozePart } from './snooze-part.ts'

export interface BlockOptions {
  base: CardBase
  say: Say
  nudgeKey: string
  /** Few blocks show all their buttons; many show only the main one, and the rest behind one line. */
  roomy: boolean
  /** Deadline and since when, where the blocks differ. */
  dueLine: string | null
}

/** A number that waits: field with unit in its label, last value and target as hint, save, put off, cannot measure. */
export function measureBlock(block: MeasureBlock, options: BlockOptions): Json {
  const { base, say, nudgeKey, roomy, dueLine } = options
  const { n, fault, typed } = block
  const sentence = fault ? sentenceOf(fault, base.language, base.words) : ''
  const at = (...fields: string[]): Json[] => (fault && fields.includes(fault.field ?? 'value') ? [faultLine(sentence)] : [])
  const elsewhere = fault !== null && ['comment', 'reason', 'snooze', 'snoozeReason'].includes(fault.field ?? '')
  const cannotId = `cannot_${n}`
  const snoozeId = `snooze_${n}`
  // A missing reason is asked for where the person was: beside «får ikke målt» unless a number had been typed.
  const cannotOpen = fault?.field === 'reason'
  const save = execute(say.bot('measure.save'), 'recordMeasurement', blockData(block, nudgeKey), { style: 'positive' })
  const toggles = [
    ...(block.snoozeDays.length > 0 ? [toggle(say.bot('snooze.open'), snoozeId, [cannotId])] : []),
    toggle(say.bot('measure.cannot'), cannotId, [snoozeId]),
  ]
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      line(block.title, { weight: 'Bolder' }),
      caption(block.projectTitle),
      ...(dueLine ? [caption(dueLine)] : []),
      textInput({
        id: `value_${n}`,
        label: labelOf(block, options),
        value: typed.value,
        placeholder: say.bot('measure.placeholder'),
        maxLength: 40,
      }),
      ...(elsewhere ? [] : fault ? [faultLine(sentence)] : []),
      caption(hintOf(block, options)),
      ...(block.askComment
        ? [textInput({ id: `comment_${n}`, label: say.bot('measure.comment'), value: typed.comment, multiline: true }), ...at('comment')]
        : []),
      actions(roomy ? [save, ...toggles] : [save]),
      ...(roomy ? [] : [moreToggle(block, say, cannotId)]),
      ...snoozePart(block, { base, say, nudgeKey, id: snoozeId }),
      foldable(cannotId, cannotOpen, [
        textInput({ id: `reason_${n}`, label: say.bot('measure.cannotReason'), value: typed.reason, multiline: true }),
        ...at('reason'),
        actions([execute(say.bot('measure.cannotSave'), 'cannotMeasure', blockData(block, nudgeKey))]),
      ]),
    ],
  }
}

function labelOf(block: MeasureBlock, { base, say }: BlockOptions): string {
  const unit = block.unit
  if (block.baselineMeasurement) return say.bot('measure.labelBaseline', { unit })
  const period = formatPeriod(block.periodKey, block.frequency, base.language, base.today)
  return unit === '' ? say.bot('measure.labelNoUnit', { period }) : say.bot('measure.label', { period, unit })
}

function hintOf(block: MeasureBlock, { base, say }: BlockOptions): string {
  const value = (amount: number): string => formatValue(amount, block.unit, base.language, block.decimals)
  const last = block.last
    ? say.bot('measure.last', { value: value(block.last.value), date: formatShortDate(block.last.asOf) })
    : say.bot('measure.neverMeasured')
  return [
    last,
    ...(block.sumThisYear === null ? [] : [say.bot('measure.sum', { value: value(block.sumThisYear) })]),
    ...(block.target === null ? [] : [say.bot('measure.target', { value: value(block.target) })]),
  ].join(' · ')
}
