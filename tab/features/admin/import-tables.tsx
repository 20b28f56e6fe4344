import { type ReactNode, useState } from 'react'
import { formatMonth, formatShortDate } from '#contract/texts/format.ts'
import { importFieldWords } from '#contract/texts/import.ts'
import { tabAdmin } from '#contract/texts/tab-admin.ts'
import { words } from '#contract/texts/words.ts'
import type { ImportView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './admin.module.css'

const FIRST = 25

/** What a field is called; one without a word keeps its own name. */
export function useFieldWord(): (field: string) => string {
  const { language } = useSession()
  return (field) => (field in importFieldWords ? importFieldWords[field as keyof typeof importFieldWords][language] : field)
}

const CODE_SETS = ['phase', 'state', 'level', 'category', 'takeOut', 'frequency', 'rating'] as const

/** A value that was put in, as people read it: a code in words, a date written out, anything else as it stands. */
function useValueWord(): (value: string | null) => string {
  const { language, me } = useSession()
  const say = useSay(tabAdmin)
  const sayWords = useSay(words)
  return (value) => {
    if (value === null || value === '') return '–'
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatShortDate(value)
    if (/^\d{4}-\d{2}$/.test(value)) return formatMonth(value, language, me.today)
    const set = CODE_SETS.find((name) => `${name}.${value}` in words)
    if (set !== undefined) return sayWords(`${set}.${value}` as keyof typeof words)
    return `value.${value}` in tabAdmin ? say(`value.${value}` as keyof typeof tabAdmin) : value
  }
}

/** Sheet, row, column, value and sentence of everything that cannot come in. */
export function RejectedTable({ rejected }: { rejected: ImportView['rejected'] }) {
  const say = useSay(tabAdmin)
  if (rejected.length === 0) return null
  return (
    <LongTable
      id="rejected"
      title={say('import.rejected')}
      note={say('import.rejectedNote')}
      columns={[
        say('import.column.sheet'),
        say('import.column.row'),
        say('import.column.column'),
        say('import.column.value'),
        say('import.column.fault'),
      ]}
      rows={rejected.map((one) => [one.sheet, one.row, one.column ?? '–', one.value ?? '–', one.text])}
    />
  )
}

/** What the file did not say, and what was put there: to be confirmed. */
export function AssumedTable({ assumed }: { assumed: ImportView['assumed'] }) {
  const say = useSay(tabAdmin)
  const word = useFieldWord()
  const worded = useValueWord()
  if (assumed.length === 0) return null
  return (
    <LongTable
      id="assumed"
      title={say('import.assumed')}
      columns={[
        say('import.column.sheet'),
        say('import.column.row'),
        say('import.column.field'),
        say('import.column.value'),
        say('import.column.why'),
      ]}
      rows={assumed.map((one) => [one.sheet, one.row ?? '–', word(one.field), worded(one.value), one.text])}
    />
  )
}

function LongTable(props: { id: string; title: string; note?: string; columns: string[]; rows: ReactNode[][] }) {
  const say = useSay(tabAdmin)
  const [all, setAll] = useState(false)
  const rows = all ? props.rows : props.rows.slice(0, FIRST)
  return (
    <section aria-labelledby={props.id} className={css.section}>
      <h2 id={props.id}>
        {props.title} <span className={css.quiet}>{props.rows.length}</span>
      </h2>
      {props.note && <p className={css.quiet}>{props.note}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={css.scroll} aria-label={props.title} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows come once, in the file's order
              <tr key={i}>
                {row.map((cell, j) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: one cell per column
                  <td key={j}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && props.rows.length > FIRST && (
        <button type="button" className={partsCss.link} onClick={() => setAll(true)}>
          {say('import.showAll', { n: props.rows.length })}
        </button>
      )}
    </section>
  )
}
