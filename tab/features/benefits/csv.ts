/** What may stand in a cell: a number is written as a number. */
export type Cell = string | number | null

const BOM = '\ufeff'

/**
 * A table as Norwegian Excel opens it: semicolons, decimal commas, and the mark that says UTF-8. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it, so that nothing written in a list is ever run on somebody's machine.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `${BOM}${rows.map((row) => row.map(written).join(';')).join('\r\n')}\r\n`

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const safe = /^[\s]*[=+\-@\u2212]/.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Gives the person a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
