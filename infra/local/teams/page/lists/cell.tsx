import { type KeyboardEvent, useState } from 'react'
import type { ListColumnView } from '../../../shapes.ts'
import type { Text } from '../texts.ts'
import { typed } from './cell-text.ts'
import type { CellValue } from './lists-api.ts'

export interface CellProps {
  column: ListColumnView
  value: string | number | boolean | undefined
  /** Names the row for screen readers. */
  row: string
  text: Text
  onSave(value: CellValue): void
}

/** One cell: its value as a button; pressed, a field in its place. Enter saves, Escape takes back, leaving saves. */
export const Cell = ({ column, value, row, text, onSave }: CellProps) => {
  const [draft, setDraft] = useState<string | null>(null)
  const stored = value === undefined ? '' : String(value)
  const shown = column.type === 'boolean' && value !== undefined ? text(value ? 'lists.yes' : 'lists.no') : stored
  const label = text('lists.cell', { column: column.displayName, row })

  if (draft === null) {
    const spoken = `${label}: ${shown === '' ? text('lists.emptyCell') : shown}`
    return (
      <button type="button" className="cell" aria-label={spoken} title={shown} onClick={() => setDraft(stored)}>
        {shown}
      </button>
    )
  }

  const save = (next: string): void => {
    const parsed = typed(column, next)
    if (parsed === undefined) return
    setDraft(null)
    if (next !== stored) onSave(parsed)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setDraft(null)
    if (event.key === 'Enter' && !(event.shiftKey && column.type === 'note')) {
      event.preventDefault()
      save(draft)
    }
  }
  const shared = { className: 'cell-field', 'aria-label': label, value: draft, onKeyDown, onBlur: () => save(draft) }
  // The field stands where the person has just pressed: the keyboard belongs there.
  const focus = (field: HTMLElement | null): void => field?.focus()

  if (column.type === 'boolean' || column.choices.length > 0) {
    const options = column.type === 'boolean' ? ['true', 'false'] : column.choices
    return (
      <select {...shared} ref={focus} onChange={(event) => setDraft(event.target.value)}>
        <option value="">{text('lists.emptyCell')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {column.type === 'boolean' ? text(option === 'true' ? 'lists.yes' : 'lists.no') : option}
          </option>
        ))}
      </select>
    )
  }
  if (column.type === 'note') return <textarea {...shared} ref={focus} rows={3} onChange={(event) => setDraft(event.target.value)} />
  const wrong = typed(column, draft) === undefined
  return <input {...shared} ref={focus} aria-invalid={wrong} onChange={(event) => setDraft(event.target.value)} />
}
