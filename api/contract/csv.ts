/** What may stand in a cell: a number is written as a number, yes and no as words. */
export type Cell = string | number | boolean | null | undefined

const BOM = '\ufeff'

/**
 * What a spreadsheet may take for a formula, also after a blank; the minus of a text and full-width forms count in some of them.
 * Apostrophes of its own before it do not: such a text gets one more, so that the one put there can be told from them.
 */
const FORMULA = /^'*(?:\s*[=+\-@\u2212＝＋－＠]|[\t\r\n])/

/**
 * One cell: numbers with a decimal comma, texts quoted where `;` would split them. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it, so that nothing written in a list is ever run on somebody's machine.
 */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'boolean') return value ? 'ja' : 'nei'
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The text of a cell as it was before `csvCell` guarded it with an apostrophe; every other text is left as it is. */
export const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text)

/** Rows as a Norwegian Excel opens them: UTF-8 with a mark, `;` between cells. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `${BOM}${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`
