import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { DOCUMENT_TITLE_LIMIT, type DocumentLine, isLink, LINK_LIMIT, MOST_DOCUMENTS } from '#contract/documents.ts'
import { tabDocuments } from '#contract/texts/tab-documents.ts'
import { useSay } from '../../app/session.ts'
import { CrossIcon } from '../../parts/icons.tsx'
import { type DocumentRow, proposedTitle } from './document-rows.ts'
import css from './documents.module.css'

interface DocumentsFieldProps {
  rows: readonly DocumentRow[]
  lines: readonly DocumentLine[]
  /** The line that one came to add a link for; empty for none. */
  asked: string
  fault: string | undefined
  onChange: (rows: DocumentRow[]) => void
}

/** The links of a project, written over together: each is one line until it is opened, and one may be added or taken away. */
export function DocumentsField({ rows, lines, asked, fault, onChange }: DocumentsFieldProps) {
  const say = useSay(tabDocuments)
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<readonly number[]>([])
  const openAt = (at: number) => setOpen((before) => [...before, at])
  const last = open.at(-1)
  const add = (rule: string) => {
    onChange([...rows, { title: lines.find((line) => line.rule === rule)?.text ?? '', url: '', rule }])
    openAt(rows.length)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what one came for is added once
  useEffect(() => {
    const there = rows.findIndex(({ rule }) => rule === asked)
    if (asked !== '' && there >= 0) openAt(there)
    else if (asked !== '' || rows.length === 0) add(asked)
  }, [])
  useEffect(() => {
    if (last !== undefined) list.current?.children[last]?.querySelector('input')?.focus()
  }, [last])
  const isWrong = ({ url }: DocumentRow) => fault !== undefined && !isLink(url.trim())
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus goes to the link each time it is complained of
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [fault])
  const addButton = useRef<HTMLButtonElement>(null)
  const [removed, setRemoved] = useState<number | null>(null)
  // Focus goes on to the row that took the place, or to the button that adds one.
  useEffect(() => {
    if (removed === null) return
    const places = [...(list.current?.children ?? [])]
    const next = places[Math.min(removed, places.length - 1)]?.querySelector<HTMLElement>('button') ?? addButton.current
    next?.focus()
    setRemoved(null)
  }, [removed])
  const remove = (at: number) => {
    setRemoved(at)
    setOpen((before) => before.filter((one) => one !== at).map((one) => (one > at ? one - 1 : one)))
    onChange(rows.filter((_row, n) => n !== at))
  }
  return (
    <fieldset className={css.field}>
      <legend>{say('field.lead')}</legend>
      <ol ref={list} className={css.rows}>
        {rows.map((row, n) => {
          const name = row.title.trim() || proposedTitle(row.url) || say('row.numbered', { n: n + 1 })
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own while it is being typed
            <li key={n} className={css.row}>
              {open.includes(n) || isWrong(row) ? (
                <Fields
                  row={row}
                  lines={lines}
                  fault={isWrong(row) ? fault : undefined}
                  onChange={(part) => onChange(rows.map((one, at) => (at === n ? { ...one, ...part } : one)))}
                />
              ) : (
                <span className={css.name}>{name}</span>
              )}
              <span className={css.acts}>
                {!open.includes(n) && !isWrong(row) && (
                  <Button size="small" aria-label={say('row.changeOf', { title: name })} onClick={() => openAt(n)}>
                    {say('row.change')}
                  </Button>
                )}
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<CrossIcon />}
                  aria-label={say('row.removeOf', { title: name })}
                  onClick={() => remove(n)}
                >
                  {say('row.remove')}
                </Button>
              </span>
            </li>
          )
        })}
      </ol>
      {fault !== undefined && !rows.some(isWrong) && (
        <p role="alert" className={css.fault}>
          {fault}
        </p>
      )}
      {rows.length < MOST_DOCUMENTS ? (
        <Button ref={addButton} onClick={() => add('')}>
          {say('add')}
        </Button>
      ) : (
        <p className={css.quiet}>{say('field.full', { most: MOST_DOCUMENTS })}</p>
      )}
    </fieldset>
  )
}

/** Where it is, what it is called, and which line of the method it answers. */
function Fields(props: {
  row: DocumentRow
  lines: readonly DocumentLine[]
  fault: string | undefined
  onChange: (part: Partial<DocumentRow>) => void
}) {
  const { row, lines, fault, onChange } = props
  const say = useSay(tabDocuments)
  const choose = (rule: string) => {
    const text = lines.find((line) => line.rule === rule)?.text
    onChange(row.title.trim() === '' && text !== undefined ? { rule, title: text } : { rule })
  }
  return (
    <>
      <Field label={say('row.url')} required {...(fault === undefined ? {} : { validationMessage: fault })}>
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          maxLength={LINK_LIMIT}
          value={row.url}
          placeholder="https://"
          onChange={(_event, data) => onChange({ url: data.value })}
        />
      </Field>
      <Field label={say('row.title')}>
        <Input
          autoComplete="off"
          maxLength={DOCUMENT_TITLE_LIMIT}
          value={row.title}
          placeholder={proposedTitle(row.url)}
          onChange={(_event, data) => onChange({ title: data.value })}
        />
      </Field>
      <Field label={say('row.rule')}>
        <Select value={row.rule} onChange={(_event, data) => choose(data.value)}>
          <option value="">{say('row.other')}</option>
          <Lines label={say('row.next')} lines={lines.filter(({ isNext }) => isNext)} />
          <Lines label={say('row.rest')} lines={lines.filter(({ isNext }) => !isNext)} />
        </Select>
      </Field>
    </>
  )
}

function Lines({ label, lines }: { label: string; lines: readonly DocumentLine[] }) {
  if (lines.length === 0) return null
  return (
    <optgroup label={label}>
      {lines.map(({ rule, text }) => (
        <option key={rule} value={rule}>
          {text}
        </option>
      ))}
    </optgroup>
  )
}
