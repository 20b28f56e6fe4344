import { Button, Field, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { SettingsView } from '#contract/settings-view.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay } from '../../app/session.ts'
import { readField, textOf } from './field-codec.ts'
import { SettingSection } from './setting-section.tsx'
import css from './settings.module.css'
import { useSetting } from './use-setting.ts'

/** When project boards meet: a project with meetings owes its report before each of them instead of monthly. */
export function MeetingsSetting({ view, onView }: { view: SettingsView; onView: (view: SettingsView) => void }) {
  const say = useSay(tabSettings)
  const setting = useSetting('meetings', view, onView)
  const meetings = setting.value as Record<string, string[]>
  const standing = Object.fromEntries(Object.entries(meetings).map(([key, days]) => [key, textOf(days, 'days')]))
  const [draft, change, , unsaved] = useDraft<Record<string, string>>(
    'setting:meetings',
    {},
    { name: say('meetings.title'), isTyped: (given) => Object.entries(given).some(([key, text]) => text !== (standing[key] ?? '')) },
  )
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  const typed: Record<string, string> = { ...standing, ...draft }
  const changed = Object.entries(typed).some(([key, text]) => text !== (standing[key] ?? ''))
  const titleOf = (key: string) => view.projects.find((project) => project.key === key)?.title ?? key

  const reset = () => {
    unsaved.startAnew()
    setUnreadable([])
  }
  const save = async () => {
    const read = Object.entries(typed).map(([key, text]) => ({ key, read: readField(text, 'days') }))
    const bad = read.filter(({ read: one }) => !one.ok).map(({ key }) => key)
    setUnreadable(bad)
    if (bad.length > 0) return
    const next = read.flatMap(({ key, read: one }) => (one.ok && (one.value as string[]).length > 0 ? [[key, one.value]] : []))
    if (await setting.save(Object.fromEntries(next))) unsaved.startAnew()
  }
  const shown = Object.keys(typed).filter((key) => key in draft || (standing[key] ?? '') !== '')
  return (
    <SettingSection
      name="meetings"
      setting={setting}
      changed={changed}
      onSave={() => void save()}
      onReset={reset}
      restored={unsaved.restored}
    >
      {shown.map((key) => (
        <Field
          key={key}
          label={titleOf(key)}
          hint={say('meetings.hint')}
          validationMessage={unreadable.includes(key) ? say('unreadable') : undefined}
        >
          <Textarea rows={2} value={typed[key] ?? ''} onChange={(_event, data) => change({ [key]: data.value })} />
        </Field>
      ))}
      <AddProject projects={view.projects.filter(({ key }) => !shown.includes(key))} onAdd={(key) => change({ [key]: '' })} />
    </SettingSection>
  )
}

function AddProject({ projects, onAdd }: { projects: SettingsView['projects']; onAdd: (key: string) => void }) {
  const say = useSay(tabSettings)
  const [chosen, setChosen] = useState('')
  return (
    <div className={css.add}>
      <Field label={say('meetings.project')}>
        <Select value={chosen} onChange={(_event, data) => setChosen(data.value)}>
          <option value="">–</option>
          {projects.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        disabled={chosen === ''}
        onClick={() => {
          onAdd(chosen)
          setChosen('')
        }}
      >
        {say('meetings.add')}
      </Button>
    </div>
  )
}
