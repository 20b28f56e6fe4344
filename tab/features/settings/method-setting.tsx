import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Language } from '#contract/codes.ts'
import type { MethodValue, SettingsView } from '#contract/settings-view.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import { words } from '#contract/texts/words.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { readyToSave, withLineWord, withNewLine, withoutLine, withPhaseWord, withPoint } from './method-draft.ts'
import { MethodPoint } from './method-point.tsx'
import { SettingSection } from './setting-section.tsx'
import css from './settings.module.css'
import { useSetting } from './use-setting.ts'

/** The method new projects begin with: what phases and points are called, who decides, and what is ticked at each point. */
export function MethodSetting({ view, onView }: { view: SettingsView; onView: (view: SettingsView) => void }) {
  const { language } = useSession()
  const say = useSay(tabSettings)
  const sayWords = useSay(words)
  const setting = useSetting('method', view, onView)
  const standing = setting.value as MethodValue
  const [draft, change, , unsaved] = useDraft<{ method: MethodValue | null; version: string }>(
    'setting:method',
    { method: null, version: '' },
    { name: say('method.title') },
  )
  const [wording, setWording] = useState<Language>(language)
  const [nameless, setNameless] = useState(false)
  const method = draft.method ?? standing
  const edit = (next: MethodValue) => change({ method: next })
  const reset = () => {
    unsaved.startAnew()
    setNameless(false)
  }
  const save = async () => {
    setNameless(draft.version.trim() === '')
    if (draft.version.trim() === '') return
    if (await setting.save(readyToSave(method, draft.version))) reset()
  }
  return (
    <SettingSection
      name="method"
      setting={setting}
      changed={draft.method !== null}
      onSave={() => void save()}
      onReset={reset}
      restored={unsaved.restored}
      fields={['version']}
    >
      <ul className={css.plain}>
        {view.methods.map(({ version, projects }) => (
          <li key={version}>
            {say('method.follows', { version, n: projects })}
            {version === standing.version && ` · ${say('method.inForce')}`}
          </li>
        ))}
      </ul>
      <Field label={say('method.wording')} className={css.short}>
        <Select value={wording} onChange={(_event, data) => setWording(data.value as Language)}>
          {(['nb', 'nn', 'en'] as const).map((one) => (
            <option key={one} value={one} lang={one}>
              {say(`language.option.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <h4>{say('method.phases')}</h4>
      <div className={css.fields}>
        {method.phases.map(({ phase, title }, at) => (
          <Field key={phase} label={sayWords(`phase.${phase}`)}>
            <Input
              lang={wording}
              value={title?.[wording] ?? ''}
              placeholder={sayWords(`phase.${phase}`)}
              onChange={(_event, data) => edit(withPhaseWord(method, at, wording, data.value))}
            />
          </Field>
        ))}
      </div>
      <h4>{say('method.points')}</h4>
      {method.points.map((point, at) => (
        <MethodPoint
          key={point.point}
          point={point}
          wording={wording}
          onChange={(changed) => edit(withPoint(method, at, changed))}
          onWord={(line, text) => edit(withPoint(method, at, withLineWord(point, line, wording, text)))}
          onAdd={() => edit(withPoint(method, at, withNewLine(point)))}
          onRemove={(line) => edit(withPoint(method, at, withoutLine(point, line)))}
        />
      ))}
      {draft.method !== null && (
        <Field
          label={say('method.version')}
          hint={say('method.version.hint')}
          required
          validationMessage={nameless ? say('method.version.needed') : setting.fault?.field === 'version' ? setting.fault.text : undefined}
          className={css.short}
        >
          <Input value={draft.version} autoComplete="off" onChange={(_event, data) => change({ version: data.value })} />
        </Field>
      )}
    </SettingSection>
  )
}
