import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { type ChangePreferencesRequest, type PreferencesView, preferencesView } from '#contract/preferences.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { tabPreferences } from '#contract/texts/tab-preferences.ts'
import type { PersonRef } from '#contract/views.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import { Failed } from '../../parts/failed.tsx'
import { PersonPicker } from '../../parts/person-picker.tsx'
import css from './preferences.module.css'

/** A person's own nudges: a pause, and a deputy while they are away. */
export function Preferences() {
  const say = useSay(tabPreferences)
  const sayTab = useSay(tab)
  const { loaded, reload, set } = useView({ schema: preferencesView, path: '/api/preferences' })
  return (
    <section className={css.box} aria-labelledby="own-nudges">
      <h2 id="own-nudges">{say('title')}</h2>
      {loaded.state === 'loading' && <p className={css.quiet}>{sayTab('loading')}</p>}
      {loaded.state === 'failed' && <Failed fault={loaded.fault} onRetry={reload} />}
      {loaded.state === 'ready' && <Choices view={loaded.view} onView={set} />}
    </section>
  )
}

function Choices({ view, onView }: { view: PreferencesView; onView: (view: PreferencesView) => void }) {
  const { api, announce, language } = useSession()
  const say = useSay(tabPreferences)
  const sayKept = useSay(tabKept)
  const [fault, setFault] = useState<string | null>(null)
  const change = async (request: ChangePreferencesRequest, said: string): Promise<boolean> => {
    setFault(null)
    const answer = await api.send(preferencesView, '/api/preferences', request, 'PATCH')
    if (!answer.ok) {
      setFault(answer.fault.text ?? sayKept('draft.failed'))
      return false
    }
    onView(answer.value)
    announce(said)
    return true
  }
  const day = (date: string) => formatDate(date, language, view.today)
  return (
    <>
      <p className={css.quiet}>{say('lead')}</p>
      <Pause view={view} day={day} onChange={change} />
      <Deputy view={view} day={day} onChange={change} />
      {fault !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}

interface PartProps {
  view: PreferencesView
  day: (date: string) => string
  onChange: (request: ChangePreferencesRequest, said: string) => Promise<boolean>
}

function Pause({ view, day, onChange }: PartProps) {
  const say = useSay(tabPreferences)
  const [{ until }, change, , unsaved] = useDraft('preferences:pause', { until: '' }, { name: say('pause.label') })
  if (view.pausedUntil !== null) {
    return (
      <div className={css.part}>
        <p>{say('pause.until', { date: day(view.pausedUntil) })}</p>
        <Button onClick={() => void onChange({ pausedUntil: null }, say('pause.ended'))}>{say('pause.end')}</Button>
      </div>
    )
  }
  return (
    <div className={css.part}>
      <Field label={say('pause.label')} hint={say('pause.hint', { date: day(view.pauseAtMost) })}>
        <Input
          type="date"
          min={view.today}
          max={view.pauseAtMost}
          value={until}
          onChange={(_event, data) => change({ until: data.value })}
        />
      </Field>
      <Button
        disabled={until === ''}
        onClick={async () => {
          if (await onChange({ pausedUntil: until }, say('pause.until', { date: day(until) }))) unsaved.startAnew()
        }}
      >
        {say('pause.begin')}
      </Button>
      <DraftLine state={unsaved} />
    </div>
  )
}

function Deputy({ view, day, onChange }: PartProps) {
  const say = useSay(tabPreferences)
  const start: { person: PersonRef | null; from: string; to: string } = { person: null, from: view.today, to: '' }
  const [{ person, from, to }, change, , unsaved] = useDraft('preferences:deputy', start, {
    name: say('deputy.label'),
    isTyped: (draft) => draft.person !== null,
  })
  const { deputy } = view
  if (deputy !== null) {
    const said = deputy.to === null ? 'deputy.openEnd' : 'deputy.between'
    return (
      <div className={css.part}>
        <p>{say(said, { name: deputy.name, from: day(deputy.from ?? view.today), to: day(deputy.to ?? view.today) })}</p>
        <Button onClick={() => void onChange({ deputy: null }, say('deputy.ended'))}>{say('deputy.end')}</Button>
      </div>
    )
  }
  const save = async () => {
    if (person === null) return
    const saved = await onChange(
      { deputy: { personId: person.personId, from, to: to === '' ? null : to } },
      say('deputy.saved', { name: person.name }),
    )
    if (saved) unsaved.startAnew()
  }
  return (
    <div className={css.part}>
      <PersonPicker
        name="deputy"
        label={say('deputy.label')}
        value={person}
        onChange={(chosen) => change({ person: chosen })}
        hint={say('deputy.hint')}
      />
      {person !== null && (
        <div className={css.dates}>
          <Field label={say('deputy.from')}>
            <Input type="date" value={from} onChange={(_event, data) => change({ from: data.value })} />
          </Field>
          <Field label={say('deputy.to')}>
            <Input type="date" min={from} value={to} onChange={(_event, data) => change({ to: data.value })} />
          </Field>
        </div>
      )}
      <Button disabled={person === null || from === ''} onClick={() => void save()}>
        {say('deputy.save')}
      </Button>
      <DraftLine state={unsaved} />
    </div>
  )
}
