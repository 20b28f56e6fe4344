import type { CardBase } from '#contract/card-views.ts'
import type { MeasureBlock } from '#contract/nudge-value-blocks.ts'
import { formatDate, formatPeriod, formatShortDate, formatValue } from '#contract/texts/format.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import { asking, type BlockOptions, blockData } from './block.ts'
import { textInput } from './inputs.ts'
import { caption, execute, faultLine, type Json, line } from './parts.ts'

/** A number that waits: field with unit in its label, last value and target as hint; the most important act is to save it. */
export function measureBlock(block: MeasureBlock, options: BlockOptions): Json {
  const { base, say, nudgeKey } = options
  const { n, typed, fault } = block
  const doubt = doubtOf(block, options)
  const items: Json[] = [
    ...requestLine(block, options),
    textInput({
      id: `value_${n}`,
      label: labelOf(block, options),
      value: typed.value,
      placeholder: say.bot('measure.placeholder'),
      maxLength: 40,
    }),
    ...(doubt ? [line(doubt.question, { weight: 'Bolder' }, { spacing: 'Small' })] : []),
    ...(fault?.field === 'value' && !doubt ? [faultLine(sentenceOf(fault, base.language, base.words))] : []),
    caption(hintOf(block, options)),
    ...(block.askComment
      ? [textInput({ id: `comment_${n}`, label: say.bot('measure.comment'), value: typed.comment, multiline: true })]
      : []),
    ...(fault?.field === 'comment' ? [faultLine(sentenceOf(fault, base.language, base.words))] : []),
  ]
  const save = execute(say.bot('measure.save'), 'recordMeasurement', blockData(block, nudgeKey), doubt ? {} : { style: 'positive' })
  return asking(block, options, {
    title: block.title,
    about: block.projectTitle,
    items,
    fields: block.askComment ? ['value', 'comment'] : ['value'],
    buttons: [...(doubt ? [doubt.confirm] : []), save, ...(block.request ? [declineOf(block, options)] : [])],
    parts: block.request || doubt ? ['snooze', 'cannot'] : ['snooze', 'cannot', 'delegate'],
    ownFaults: ['value', 'comment'],
  })
}

/** «Mente du 12,5 og ikke 125?», and the button that says it is right. */
function doubtOf(block: MeasureBlock, { base, say, nudgeKey }: BlockOptions): { question: string; confirm: Json } | null {
  const { fault, typed, unit, decimals } = block
  const { value, suggestion } = fault?.args ?? {}
  if (fault?.code !== 'valueUnlikely' || typeof value !== 'number' || typeof suggestion !== 'number') return null
  const words = (amount: number): string => formatValue(amount, unit, base.language, decimals)
  return {
    question: say.bot('measure.unlikely', { suggestion: words(suggestion), value: words(value) }),
    confirm: execute(say.bot('measure.confirm', { value: words(value) }), 'recordMeasurement', {
      ...blockData(block, nudgeKey),
      confirmed: typed.value ?? '',
    }),
  }
}

const declineOf = (block: MeasureBlock, { say, nudgeKey }: BlockOptions): Json =>
  execute(say.bot('request.no'), 'takeBack', blockData(block, nudgeKey))

/** «Kari Nordmann har bedt deg svare på dette.» */
export function requestLine({ request }: Pick<MeasureBlock, 'request'>, { base, say }: Pick<BlockOptions, 'base' | 'say'>): Json[] {
  if (!request) return []
  const { byName, until } = request
  if (byName === '' || until === null) return [line(say.bot('request.leadNobody'))]
  return [line(say.bot('request.lead', { name: byName, date: formatDate(until, base.language, base.today) }))]
}

function labelOf(block: MeasureBlock, { base, say }: BlockOptions): string {
  const unit = block.unit
  if (block.baselineMeasurement) return say.bot('measure.labelBaseline', { unit })
  const period = formatPeriod(block.periodKey, block.frequency, base.language, base.today)
  return unit === '' ? say.bot('measure.labelNoUnit', { period }) : say.bot('measure.label', { period, unit })
}

/** «Sist 14,5 dager (31.03.2026) · mål 12 dager». */
export function hintOf(block: MeasureBlock, { base, say }: { base: CardBase; say: BlockOptions['say'] }): string {
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
