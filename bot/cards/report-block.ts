import { rating as ratings } from '#contract/codes.ts'
import type { ReportBlock, ReportedBlock } from '#contract/nudge-value-blocks.ts'
import { formatDate, formatPeriod, formatTime } from '#contract/texts/format.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import { asking, type BlockOptions, blockData, show } from './block.ts'
import { choiceInput, textInput } from './inputs.ts'
import { requestLine } from './measure-block.ts'
import { caption, clip, execute, faultLine, type Json, line, openUrl, rich, run } from './parts.ts'

const COMMENT_LIMIT = 400
/** Last month's comment is shown this long beside the field for the new one. */
const SHOWN_COMMENT = 160

/** A status report that waits: eight ratings from last month, a comment where yellow or red, three texts; then as it will be. */
export function reportBlock(block: ReportBlock, options: BlockOptions): Json {
  const { base, say, nudgeKey } = options
  const period = formatPeriod(block.period, null, base.language, base.today)
  const preview = block.panel?.name === 'preview'
  const data = { ...blockData(block, nudgeKey), seenVersion: block.seenVersion }
  const publish = execute(say.bot('report.publish'), 'publishReport', data, { style: 'positive' })
  const toTab = block.draftSaved
    ? openUrl(say.bot('report.openDraft'), block.reportUrl)
    : execute(say.bot('report.inTab'), 'saveDraft', blockData(block, nudgeKey))
  return asking(block, options, {
    title: say.bot('report.title', { period }),
    about: block.projectTitle,
    items: [...requestLine(block, options), ...(preview ? previewItems(block, options) : formItems(block, options))],
    fields: preview ? [] : ['sinceLast', 'next', 'decisionNeeded'],
    rows: preview ? 'kept' : 'shown',
    buttons: preview
      ? [publish, show(say.bot('report.edit'), '', block, nudgeKey)]
      : [execute(say.bot('report.preview'), 'previewReport', data, { style: 'positive' }), toTab],
    parts: preview ? [] : ['snooze'],
    ownFaults: block.rows.map(({ row }) => row),
  })
}

/** The rating that stands in the form: what was chosen, otherwise last month's. */
const ratingOf = ({ typed, previousPeriod }: ReportBlock, { row, rating }: ReportBlock['rows'][number]): string | undefined =>
  typed.ratings?.[row] ?? (previousPeriod === null ? undefined : rating)

const needsComment = (rating: string | undefined): boolean => rating === 'yellow' || rating === 'red'

function formItems(block: ReportBlock, { base, say }: BlockOptions): Json[] {
  const { n, fault, typed } = block
  const choices = ratings.options.map((rating) => ({ title: say.word(`rating.${rating}`), value: rating }))
  const lead =
    block.previousPeriod === null
      ? say.bot('report.empty')
      : say.bot('report.prefilled', { period: formatPeriod(block.previousPeriod, null, base.language, base.today) })
  const rows = block.rows.map((one): { narrow: boolean; items: Json[] } => {
    const { row, comment } = one
    const word = say.word(`row.${row}`)
    const chosen = ratingOf(block, one)
    const asks = needsComment(chosen) || (typed.comments?.[row] ?? '') !== ''
    const rating = choiceInput(`rating_${n}_${row}`, word, choices, chosen)
    const why = textInput({
      id: `comment_${n}_${row}`,
      label: say.bot('report.comment', { row: word }),
      value: typed.comments?.[row],
      placeholder: say.bot('report.commentWhy'),
      maxLength: COMMENT_LIMIT,
    })
    const last = comment === '' ? [] : [caption(say.bot('report.lastComment', { comment: clip(comment, SHOWN_COMMENT) }))]
    const refused = fault?.field === row ? [faultLine(sentenceOf(fault, base.language, base.words))] : []
    return { narrow: !asks && refused.length === 0, items: [rating, ...(asks ? [why, ...last] : []), ...refused] }
  })
  const text = (name: 'sinceLast' | 'next' | 'decisionNeeded'): Json =>
    textInput({ id: `${name}_${n}`, label: say.bot(`report.${name}`), value: typed[name], multiline: true, maxLength: COMMENT_LIMIT })
  return [
    caption(lead),
    ...sideBySide(rows),
    text('sinceLast'),
    text('next'),
    text('decisionNeeded'),
    ...(block.draftSaved ? [line(say.bot('report.draftSaved'), { color: 'Good' })] : []),
  ]
}

/** Two ratings without a comment share a line: the form is half as long. */
function sideBySide(rows: readonly { narrow: boolean; items: Json[] }[]): Json[] {
  const lines: Json[] = []
  for (let at = 0; at < rows.length; at += 1) {
    const [one, next] = [rows[at], rows[at + 1]]
    if (one?.narrow && next?.narrow) {
      const columns = [one, next].map(({ items }) => ({ type: 'Column', width: 'stretch', items }))
      lines.push({ type: 'ColumnSet', columns })
      at += 1
    } else lines.push(...(one?.items ?? []))
  }
  return lines
}

const RATING_COLOR: Record<string, 'Good' | 'Warning' | 'Attention'> = { green: 'Good', yellow: 'Warning', red: 'Attention' }
const RATING_SIGN: Record<string, string> = { green: '●', yellow: '▲', red: '■', notAssessed: '○' }

/** The report as it will stand: each row with its word, comment and what has changed; the texts. */
function previewItems(block: ReportBlock, { say }: BlockOptions): Json[] {
  const { typed } = block
  const rows = block.rows.map((one) => {
    const rating = ratings.safeParse(ratingOf(block, one)).data ?? 'notAssessed'
    const changed = block.previousPeriod !== null && one.rating !== rating
    const before = changed ? ` (${say.bot('report.before', { rating: say.word(`rating.${one.rating}`) })})` : ''
    const comment = typed.comments?.[one.row] ?? ''
    const color = RATING_COLOR[rating]
    return rich(
      [
        run(`${RATING_SIGN[rating] ?? ''} `, color ? { color } : { subtle: true }),
        run(`${say.word(`row.${one.row}`)}: `),
        run(`${say.word(`rating.${rating}`)}`, { weight: 'Bolder' }),
        ...(before === '' ? [] : [run(before, { subtle: true, size: 'Small' })]),
        ...(comment === '' ? [] : [run(`. ${comment}`)]),
      ],
      { spacing: 'Small' },
    )
  })
  const texts = (['sinceLast', 'next', 'decisionNeeded'] as const).flatMap((name) => {
    const text = (typed[name] ?? '').trim()
    return text === '' ? [] : [caption(say.bot(`report.${name}`), { spacing: 'Small' }), line(text, {}, { spacing: 'None' })]
  })
  return [caption(say.bot('report.previewLead')), ...rows, ...texts]
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
