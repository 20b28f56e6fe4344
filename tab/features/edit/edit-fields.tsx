import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useId } from 'react'
import type { DocumentLine } from '#contract/documents.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import type { PersonRef } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { CrossIcon } from '../../parts/icons.tsx'
import { PersonPicker } from '../../parts/person-picker.tsx'
import type { DocumentRow } from '../documents/document-rows.ts'
import { DocumentsField } from '../documents/documents-field.tsx'
import css from './edit.module.css'
import type { DraftValue, Row } from './edit-draft.ts'
import { useFieldWords } from './field-words.ts'
import type { FieldSpec } from './forms.ts'

/** What the choices and proposals of a form are taken from. */
export interface FormLists {
  programmes: readonly { key: string; title: string }[]
  indicators: readonly { key: string; title: string }[]
  areas: readonly string[]
  goals: readonly string[]
  documentLines: readonly DocumentLine[]
  /** The line of the method that one came to add a document for; empty for none. */
  asked: string
  currency: string
  unit: string
}

interface FieldProps {
  spec: FieldSpec
  value: DraftValue
  fault: string | undefined
  lists: FormLists
  onChange: (value: DraftValue) => void
}

/** One field of a form, drawn by its kind. */
export function EditField({ spec, value, fault, lists, onChange }: FieldProps) {
  const say = useSay(tabEdit)
  const field = useFieldWords()
  const listId = useId()
  const { name, kind } = spec
  const label = spec.label === undefined ? field.label(name) : say(spec.label)
  const hint = spec.hint === undefined ? undefined : say(spec.hint)
  const about = { label, hint, required: spec.required === true, validationMessage: fault }
  const text = typeof value === 'string' ? value : ''
  switch (kind) {
    case 'flag':
      return (
        <Field hint={hint} validationMessage={fault} className={css.wide}>
          <Checkbox name={name} label={label} checked={value === true} onChange={(_event, data) => onChange(data.checked === true)} />
        </Field>
      )
    case 'person':
      return (
        <PersonPicker
          name={name}
          label={label}
          hint={hint}
          fault={fault}
          value={typeof value === 'object' && value !== null && 'personId' in value ? (value as PersonRef) : null}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <Field {...about}>
          <Select name={name} value={text} onChange={(_event, data) => onChange(data.value)}>
            {(spec.nullable === true || text === '') && <option value="">{say('form.none')}</option>}
            {optionsOf(spec, lists, field.choice, text).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        </Field>
      )
    case 'text':
      return (
        <Field {...about} className={css.wide}>
          <Textarea name={name} rows={3} resize="vertical" value={text} onChange={(_event, data) => onChange(data.value)} />
        </Field>
      )
    case 'documents':
      return (
        <DocumentsField
          rows={Array.isArray(value) ? (value as DocumentRow[]) : []}
          lines={lists.documentLines}
          asked={lists.asked}
          fault={fault}
          onChange={onChange}
        />
      )
    case 'years':
    case 'points':
      return <RowsField spec={spec} rows={Array.isArray(value) ? (value as Row[]) : []} fault={fault} onChange={onChange} />
    default: {
      const proposals = spec.suggest === undefined ? [] : spec.suggest === 'units' ? say('form.units').split(', ') : lists[spec.suggest]
      const unit = spec.unit === 'own' ? lists.unit : spec.unit === 'currency' ? lists.currency : ''
      return (
        <Field {...about} className={name === 'title' || spec.suggest === 'goals' ? css.wide : undefined}>
          <Input
            name={name}
            type={kind === 'date' ? 'date' : 'text'}
            {...(kind === 'number' ? { inputMode: 'decimal' as const } : kind === 'whole' ? { inputMode: 'numeric' as const } : {})}
            autoComplete="off"
            value={text}
            {...(proposals.length > 0 ? { list: listId } : {})}
            {...(unit === '' ? {} : { contentAfter: <span className={css.unit}>{unit}</span> })}
            onChange={(_event, data) => onChange(data.value)}
          />
          {proposals.length > 0 && (
            <datalist id={listId}>
              {proposals.map((proposal) => (
                <option key={proposal} value={proposal} />
              ))}
            </datalist>
          )}
        </Field>
      )
    }
  }
}

/** The choices; a value that may no longer be chosen still shows as what it is. */
function optionsOf(spec: FieldSpec, lists: FormLists, choice: (set: string, value: string) => string, now: string) {
  if (spec.from !== undefined) return lists[spec.from].map(({ key, title }) => ({ value: key, label: title }))
  const choices = spec.choices ?? []
  const values = now === '' || choices.includes(now) ? choices : [now, ...choices]
  return values.map((value) => ({ value, label: choice(spec.words ?? spec.name, value) }))
}

/** Amounts by year, or milestones by date: one line each. */
function RowsField({
  spec,
  rows,
  fault,
  onChange,
}: {
  spec: FieldSpec
  rows: readonly Row[]
  fault: string | undefined
  onChange: (rows: Row[]) => void
}) {
  const say = useSay(tabEdit)
  const { me } = useSession()
  const { label } = useFieldWords()
  const years = spec.kind === 'years'
  const put = (at: number, part: Partial<Row>) => onChange(rows.map((row, n) => (n === at ? { ...row, ...part } : row)))
  const next = (): Row => {
    const last = Number(rows.at(-1)?.when)
    return { when: years ? String(last > 0 ? last + 1 : me.today.slice(0, 4)) : '', value: '' }
  }
  return (
    <fieldset className={`${css.rows} ${css.wide}`} data-field={spec.name}>
      <legend>{label(spec.name)}</legend>
      {rows.map((row, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own until its year or date is typed
        <div key={n} className={css.rowLine}>
          <Input
            aria-label={years ? `${label(spec.name)}, ${n + 1}` : say('form.pointDate', { n: n + 1 })}
            type={years ? 'text' : 'date'}
            {...(years ? { inputMode: 'numeric' as const, className: css.year } : {})}
            value={row.when}
            onChange={(_event, data) => put(n, { when: data.value })}
          />
          <Input
            aria-label={years ? say('form.amountIn', { year: row.when }) : say('form.pointValue', { n: n + 1 })}
            inputMode="decimal"
            value={row.value}
            onChange={(_event, data) => put(n, { value: data.value })}
          />
          <Button
            appearance="subtle"
            icon={<CrossIcon />}
            aria-label={say('form.remove', { name: row.when || String(n + 1) })}
            onClick={() => onChange(rows.filter((_row, at) => at !== n))}
          />
        </div>
      ))}
      {fault !== undefined && (
        <p role="alert" className={css.fault}>
          {fault}
        </p>
      )}
      <Button size="small" onClick={() => onChange([...rows, next()])}>
        {say(years ? 'form.addYear' : 'form.addPoint')}
      </Button>
    </fieldset>
  )
}
