import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ListRowView } from '../../../shapes.ts'
import type { Text } from '../texts.ts'
import { Cell } from './cell.tsx'
import { addRow, type CellValue, deleteRow, editCell, fetchList, Refusal } from './lists-api.ts'
import { usePolled } from './use-polled.ts'

const REFRESH_MS = 4_000

const faultWords = (fault: unknown, text: Text): string =>
  fault instanceof Refusal && fault.code !== 'conflict' ? text('lists.refused', { why: fault.message }) : text('lists.conflict')

/** The rows of one list, a hundred at a time, each cell to be edited in its place. */
export const RowTable = ({ code, text, onCounts }: { code: string; text: Text; onCounts(): void }) => {
  const [starts, setStarts] = useState<number[]>([0])
  const [find, setFind] = useState('')
  const [said, setSaid] = useState('')
  const [leaving, setLeaving] = useState<string | null>(null)
  const after = starts.at(-1) ?? 0
  const { value: list, reload } = usePolled(`${code} ${after} ${find}`, () => fetchList(code, after, find), REFRESH_MS)

  const act = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await work()
      setSaid(done)
    } catch (fault) {
      setSaid(faultWords(fault, text))
    }
    setLeaving(null)
    await reload()
    onCounts()
  }
  const save = (row: ListRowView, name: string, value: CellValue): void => {
    void act(() => editCell(code, row, name, value), text('lists.saved', { id: row.id }))
  }
  /** The first press asks, the second one deletes. */
  const leave = (row: ListRowView): void => {
    if (leaving === row.id) void act(() => deleteRow(code, row.id), text('lists.deleted', { id: row.id }))
    else setLeaving(row.id)
  }

  return (
    <section className="rows">
      <div className="rows-tools">
        <Button onClick={() => act(() => addRow(code), text('lists.added'))}>{text('lists.add')}</Button>
        <Input
          type="search"
          aria-label={text('lists.find')}
          placeholder={text('lists.find')}
          value={find}
          onChange={(_event, data) => {
            setFind(data.value)
            setStarts([0])
          }}
        />
        {starts.length > 1 && <Button onClick={() => setStarts(starts.slice(0, -1))}>{text('lists.previous')}</Button>}
        {list?.next != null && <Button onClick={() => setStarts([...starts, list.next ?? 0])}>{text('lists.next')}</Button>}
        <p className="rows-said" role="status">
          {said}
        </p>
      </div>
      {list !== null && list.rows.length === 0 && <p className="quiet">{text('lists.empty')}</p>}
      {list !== null && list.rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
        <section className="rows-scroll" tabIndex={0} aria-label={list.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">ID</th>
                {list.columns.map((column) => (
                  <th key={column.name} scope="col" title={column.name}>
                    {column.displayName}
                  </th>
                ))}
                <th scope="col">{text('lists.changedBy')}</th>
                <th scope="col">
                  <span className="hidden-words">{text('lists.delete')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.id}</th>
                  {list.columns.map((column) => (
                    <td key={column.name} className={`is-${column.type}`}>
                      <Cell
                        column={column}
                        value={row.fields[column.name]}
                        row={row.id}
                        text={text}
                        onSave={(value) => save(row, column.name, value)}
                      />
                    </td>
                  ))}
                  <td className="quiet">{row.modifiedBy}</td>
                  <td>
                    <Button
                      size="small"
                      appearance={leaving === row.id ? 'primary' : 'subtle'}
                      aria-label={text(leaving === row.id ? 'lists.deleteSure' : 'lists.deleteRow', { id: row.id })}
                      onClick={() => leave(row)}
                      onBlur={() => setLeaving(null)}
                    >
                      {text(leaving === row.id ? 'lists.sure' : 'lists.delete')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
