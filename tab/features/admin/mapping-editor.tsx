import { Button, Field, Input, Select } from '@fluentui/react-components'
import type { ImportMapping } from '#contract/requests.ts'
import { tabAdmin } from '#contract/texts/tab-admin.ts'
import type { ImportView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import css from './admin.module.css'
import { useFieldWord } from './import-tables.tsx'
import type { ImportState } from './use-import.ts'

/** Which column becomes which field: the proposal, to be changed and tried again. */
export function MappingEditor({ state, mapping, result }: { state: ImportState; mapping: ImportMapping; result: ImportView }) {
  const say = useSay(tabAdmin)
  const word = useFieldWord()
  const headers = result.headers ?? [...new Set(Object.values(mapping.columns))]
  const mapped = Object.keys(mapping.columns)
  const others = (result.fields ?? []).filter((field) => !mapped.includes(field))
  const change = (field: string, header: string) => state.changeMapping(withColumn(mapping, field, header))
  const select = (field: string) => (
    <Field key={field} label={word(field)} orientation="horizontal" className={css.mapField}>
      <Select
        value={mapping.columns[field] ?? ''}
        aria-label={say('import.mappingFor', { field: word(field) })}
        onChange={(_event, data) => change(field, data.value)}
      >
        <option value="">{say('import.mappingNone')}</option>
        {headers.map((header) => (
          <option key={header} value={header}>
            {header}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <section aria-labelledby="mapping" className={css.section}>
      <h2 id="mapping">{say('import.mapping')}</h2>
      <p className={css.quiet}>{say('import.mappingNote')}</p>
      <div className={css.mapping}>{mapped.map(select)}</div>
      {others.length > 0 && (
        <details className={css.details}>
          <summary>{say('import.moreFields', { n: others.length })}</summary>
          <div className={css.mapping}>{others.map(select)}</div>
        </details>
      )}
      <Field label={say('import.currency')} orientation="horizontal" className={css.mapField}>
        <Input
          value={mapping.currency ?? ''}
          placeholder="NOK"
          maxLength={3}
          onChange={(_event, data) => state.changeMapping(withCurrency(mapping, data.value))}
        />
      </Field>
      <Button disabledFocusable={state.busy !== null} onClick={() => void state.tryAgain()}>
        {say('import.mappingTry')}
      </Button>{' '}
      <DraftLine state={{ ...state.unsaved, restored: false }} />
    </section>
  )
}

/** The mapping with one field taken from another column, or from none. */
export function withColumn(mapping: ImportMapping, field: string, header: string): ImportMapping {
  const { [field]: _before, ...others } = mapping.columns
  return { ...mapping, columns: header === '' ? others : { ...mapping.columns, [field]: header } }
}

/** Three letters or nothing: a half-typed code is kept out of the request. */
export function withCurrency(mapping: ImportMapping, typed: string): ImportMapping {
  const { currency: _before, ...others } = mapping
  const code = typed.trim().toUpperCase()
  return code === '' ? others : { ...others, currency: code }
}
