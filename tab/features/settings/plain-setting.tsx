import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { SettingCode, SettingsView } from '#contract/settings-view.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay } from '../../app/session.ts'
import { type FieldSpec, readField, textOf } from './field-codec.ts'
import { SettingSection } from './setting-section.tsx'
import css from './settings.module.css'
import { useSetting } from './use-setting.ts'

type TextKey = keyof typeof tabSettings
const isText = (key: string): key is TextKey & string => key in tabSettings

/** A setting whose value is a few plain fields. */
export function PlainSetting(props: {
  name: SettingCode
  fields: readonly FieldSpec[]
  view: SettingsView
  onView: (view: SettingsView) => void
}) {
  const { name, fields } = props
  const say = useSay(tabSettings)
  const setting = useSetting(name, props.view, props.onView)
  const standing = Object.fromEntries(fields.map(({ part, kind }) => [part, textOf(partOf(setting.value, part), kind)]))
  const [draft, change, , unsaved] = useDraft<Record<string, string>>(
    `setting:${name}`,
    {},
    { name: say(`${name}.title`), isTyped: (given) => fields.some(({ part }) => (given[part] ?? standing[part]) !== standing[part]) },
  )
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  const typed = { ...standing, ...draft }
  const changed = fields.some(({ part }) => typed[part] !== standing[part])

  const reset = () => {
    unsaved.startAnew()
    setUnreadable([])
  }
  const save = async () => {
    const read = fields.map(({ part, kind }) => ({ part, read: readField(typed[part] ?? '', kind) }))
    const bad = read.filter(({ read: one }) => !one.ok).map(({ part }) => part)
    setUnreadable(bad)
    if (bad.length > 0) return
    const values = Object.fromEntries(read.map(({ part, read: one }) => [part, one.ok ? one.value : null]))
    if (await setting.save('' in values ? values[''] : values)) unsaved.startAnew()
  }

  const faultAt = (part: string) => (setting.fault?.field === (part || 'value') ? setting.fault.text : undefined)
  return (
    <SettingSection
      name={name}
      setting={setting}
      changed={changed}
      onSave={() => void save()}
      onReset={reset}
      restored={unsaved.restored}
      fields={fields.map(({ part }) => part || 'value')}
    >
      <div className={css.fields}>
        {fields.map((field) => {
          const id = field.part === '' ? name : `${name}.${field.part}`
          const hint = `${id}.hint`
          const label = field.part === '' ? `${name}.label` : id
          return (
            <Field
              key={field.part}
              label={isText(label) ? say(label) : field.part}
              hint={isText(hint) ? say(hint) : undefined}
              validationMessage={unreadable.includes(field.part) ? say('unreadable') : faultAt(field.part)}
            >
              <Control name={name} field={field} value={typed[field.part] ?? ''} onChange={(text) => change({ [field.part]: text })} />
            </Field>
          )
        })}
      </div>
    </SettingSection>
  )
}

/** The control of one field. Fluent's Field hands label, hint and message on to it. */
function Control(props: { name: SettingCode; field: FieldSpec; value: string; onChange: (text: string) => void }) {
  const say = useSay(tabSettings)
  const { kind } = props.field
  const { name, field, onChange, value, ...given } = props
  if (typeof kind === 'object') {
    return (
      <Select {...given} value={value} onChange={(_event, data) => onChange(data.value)}>
        {kind.options.map((option) => {
          const label = `${name}.option.${option}`
          return (
            <option key={option} value={option} lang={name === 'language' ? option : undefined}>
              {isText(label) ? say(label) : option}
            </option>
          )
        })}
      </Select>
    )
  }
  if (kind === 'days') return <Textarea {...given} rows={3} value={value} onChange={(_event, data) => onChange(data.value)} />
  const type = kind === 'date' ? 'date' : 'text'
  const inputMode = kind === 'count' ? 'numeric' : kind === 'amount' || kind === 'points' ? 'decimal' : undefined
  return (
    <Input
      {...given}
      type={type}
      inputMode={inputMode}
      autoComplete="off"
      value={value}
      onChange={(_event, data) => onChange(data.value)}
    />
  )
}

const partOf = (value: unknown, part: string): unknown => (part === '' ? value : (value as Record<string, unknown>)[part])
