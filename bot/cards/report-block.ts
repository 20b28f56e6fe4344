import type { ReportBlock, ReportedBlock } from '#contract/card-views.ts'
import { rating as ratings } from '#contract/codes.ts'
import { formatDate, formatPeriod, formatTime } from '#contract/texts/format.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import type { BlockOptions } from './measure-block.ts'
import { actions, caption, choiceInput, execute, faultLine, foldable, type Json, line, rich, run, textInput, toggle } from './parts.ts'
import { blockData, moreToggle, snoozePart } from './snooze-part.ts'

/** Last month's comments are offered for editing when they are this short; longer ones would fill the card. */
const KEPT_COMMENT = 200
const COMMENT_LIMIT = 400

/** A status report that waits: eight ratings from last month, a comment to each, three texts. Folded among other questions. */
export function reportBlock(block: ReportBlock, options: BlockOptions & { alone: boolean }): Json {
  const { base, say, nudgeKey, roomy, dueLine, alone } = options
  const { n, fault } = block
  const period = formatPeriod(block.period, null, base.language, base.today)
  const formId = `report_${n}`
  const snoozeId = `snooze_${n}`
  const inForm = fault !== null && fault.field !== 'snooze' && fault.field !== 'snoozeReason'
  const open = alone || inForm || hasTyped(block)
  const maySnooze = block.snoozeDays.length > 0
  const buttons = [
    ...(open ? [] : [toggle(say.bot('report.fill'), formId, [snoozeId])]),
    ...(roomy && maySnooze ? [toggle(say.bot('snooze.open'), snoozeId)] : []),
  ]
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      line(say.bot('report.title', { period }), { weight: 'Bolder' }),
      caption(block.projectTitle),
      ...(dueLine ? [caption(dueLine)] : []),
      foldable(formId, open, formItems(block, options, inForm)),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
      ...(!roomy && maySnooze ? [moreToggle(block, say, null)] : []),
      ...snoozePart(block, { base, say, nudgeKey, id: snoozeId }),
    ],
  }
}

const hasTyped = ({ typed }: ReportBlock): boolean =>
  [typed.sinceLast, typed.next, typed.decisionNeeded].some((text) => (text ?? '') !== '') || typed.ratings !== undefined

function formItems(block: ReportBlock, { base, say, nudgeKey }: BlockOptions, inForm: boolean): Json[] {
  const { n, fault, typed } = block
  const sentence = fault && inForm ? sentenceOf(fault, base.language, base.words) : null
  const choices = ratings.options.map((rating) => ({ title: say.word(`rating.${rating}`), value: rating }))
  const atRow = block.rows.some(({ row }) => row === fault?.field)
  const lead =
    block.previousPeriod === null
      ? say.bot('report.empty')
      : say.bot('report.prefilled', { period: formatPeriod(block.previousPeriod, null, base.language, base.today) })
  const rows = block.rows.flatMap(({ row, rating, comment }) => {
    const word = say.word(`row.${row}`)
    const kept = comment.length <= KEPT_COMMENT ? comment : ''
    return [
      choiceInput(`rating_${n}_${row}`, word, choices, typed.ratings?.[row] ?? (block.previousPeriod === null ? undefined : rating)),
      textInput({
        id: `comment_${n}_${row}`,
        label: say.bot('report.comment', { row: word }),
        value: typed.comments?.[row] ?? kept,
        placeholder: say.bot('report.commentWhy'),
        maxLength: COMMENT_LIMIT,
      }),
      ...(sentence && fault?.field === row ? [faultLine(sentence)] : []),
    ]
  })
  const text = (name: 'sinceLast' | 'next' | 'decisionNeeded'): Json =>
    textInput({ id: `${name}_${n}`, label: say.bot(`report.${name}`), value: typed[name], multiline: true, maxLength: COMMENT_LIMIT })
  return [
    caption(lead),
    ...(sentence && !atRow ? [faultLine(sentence)] : []),
    ...rows,
    text('sinceLast'),
    text('next'),
    text('decisionNeeded'),
    caption(say.bot('report.frozen')),
    actions([
      execute(
        say.bot('report.publish'),
        'publishReport',
        { ...blockData(block, nudgeKey), seenVersion: block.seenVersion },
        { style: 'positive' },
      ),
    ]),
  ]
}

/** A published report, folded to what was said of the whole. */
export function reportedBlock(block: ReportedBlock, { base, say }: Pick<BlockOptions, 'base' | 'say'>): Json {
  const period = formatPeriod(block.period, null, base.language, base.today)
  const meta = block.byName
    ? say.bot('measured.by', { name: block.byName, date: formatDate(block.on, base.language, base.today) })
    : say.bot('measured.saved', { time: formatTime(block.at) })
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      rich([run('✓ ', { color: 'Good', weight: 'Bolder' }), run(say.bot('report.title', { period }), { weight: 'Bolder' })]),
      caption(block.projectTitle),
      line(say.bot('report.published', { rating: say.word(`rating.${block.overall}`) })),
      caption(meta),
    ],
  }
}
