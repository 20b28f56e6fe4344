import type { ListColumnView } from '../../../shapes.ts'
import type { CellValue } from './lists-api.ts'

/** What is typed, as the column's kind of value: empty clears; undefined when it is no number. A comma is a decimal sign too. */
export const typed = (column: Pick<ListColumnView, 'type'>, text: string): CellValue | undefined => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  switch (column.type) {
    case 'number': {
      const value = Number(trimmed.replace('−', '-').replace(',', '.').replaceAll(/\s/g, ''))
      return Number.isFinite(value) ? value : undefined
    }
    case 'boolean':
      return trimmed === 'true'
    default:
      return text
  }
}
