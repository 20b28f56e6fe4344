import { readTextFile } from './read-text-file.ts'
import { readWorkbookFile } from './read-workbook-file.ts'
import { FILE_LIMIT_MB, type Sheet } from './sheet.ts'

export type ReadFile =
  | { ok: true; value: { sheets: Sheet[] } }
  | { ok: false; code: 'fileUnreadable' | 'fileEmpty' }
  | { ok: false; code: 'tooLarge'; args: { limit: number } }

const OTHER_FORMATS = /\.(xlsx|xlsm|xls|xlsb|ods|pdf|docx?|pptx?|png|jpe?g|zip)$/i

/**
 * The sheets of a file that somebody has sent: .xlsx, or text with separated columns (.csv, .txt), told by its first bytes.
 * At most 10 MB and 20 000 rows, 500 columns, 400 000 cells (`tooLarge`); a file without a filled cell is `fileEmpty`.
 * Never throws, whatever the bytes.
 */
export async function readFile(bytes: Uint8Array, fileName: string): Promise<ReadFile> {
  if (bytes.length > FILE_LIMIT_MB * 1_000_000) return tooLarge
  if (bytes.length === 0) return { ok: false, code: 'fileEmpty' }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer[0] === 0x50 && buffer[1] === 0x4b) {
    const read = await readWorkbookFile(buffer)
    return read.ok ? notEmpty(read.sheets) : faultOf(read.code)
  }
  if (OTHER_FORMATS.test(fileName)) return { ok: false, code: 'fileUnreadable' }
  const read = readTextFile(buffer, fileName)
  return read.ok ? notEmpty([read.sheet]) : faultOf(read.code)
}

const tooLarge: ReadFile = { ok: false, code: 'tooLarge', args: { limit: FILE_LIMIT_MB } }
const faultOf = (code: 'fileUnreadable' | 'tooLarge'): ReadFile => (code === 'tooLarge' ? tooLarge : { ok: false, code })

function notEmpty(sheets: Sheet[]): ReadFile {
  const filled = sheets.some(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && String(cell).trim() !== '')))
  return filled ? { ok: true, value: { sheets } } : { ok: false, code: 'fileEmpty' }
}
