import type { ReactNode } from 'react'
import { type SettingCode, type SettingsView, settingsView } from '#contract/settings-view.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import { DraftsAt } from '../../app/drafts.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { ChannelsSection } from './channels-section.tsx'
import { FORMS } from './field-codec.ts'
import { MeetingsSetting } from './meetings-setting.tsx'
import { MethodSetting } from './method-setting.tsx'
import { PlainSetting } from './plain-setting.tsx'
import { RolesSection } from './roles-section.tsx'
import css from './settings.module.css'

/** The groups of the page, in the order an office sets up: what is said, when it is asked, what numbers mean, the method, people. */
const GROUPS = {
  words: ['words', 'language', 'startOn'],
  dates: ['calendar', 'due', 'ladder', 'limits', 'meetings'],
  numbers: ['course', 'hoursPerFte', 'hourlyRate'],
  method: ['method', 'decides'],
} as const satisfies Record<string, readonly SettingCode[]>

/** What the municipality decides for itself, each setting with the day it holds from. For the portfolio office and administrators. */
export function SettingsPage() {
  const say = useSay(tabSettings)
  const { loaded, reload, set } = useView({ schema: settingsView, path: '/api/settings' })
  if (loaded.state !== 'ready') {
    return <NotReady of={loaded} title={say('title')} className={css.title} shape="cards" notAllowed={say('notAllowed')} onRetry={reload} />
  }
  return (
    <div className={css.page}>
      <PageHeading title={say('title')} className={css.title} />
      <DraftsAt value={{ href: hrefOf({ name: 'settings' }), title: say('title'), restricted: false }}>
        <Groups view={loaded.view} onView={set} />
      </DraftsAt>
    </div>
  )
}

function Groups({ view, onView }: { view: SettingsView; onView: (view: SettingsView) => void }) {
  const say = useSay(tabSettings)
  return (
    <>
      <p className={css.lead}>{say('lead')}</p>
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <Group key={group} id={group} title={say(`group.${group}`)}>
          {GROUPS[group].map((name) => (
            <Setting key={name} name={name} view={view} onView={onView} />
          ))}
        </Group>
      ))}
      <Group id="people" title={say('group.people')}>
        <RolesSection view={view} onView={onView} />
        <ChannelsSection view={view} onView={onView} />
      </Group>
    </>
  )
}

function Group({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={css.group} aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`}>{title}</h2>
      {children}
    </section>
  )
}

function Setting({ name, view, onView }: { name: SettingCode; view: SettingsView; onView: (view: SettingsView) => void }) {
  if (name === 'method') return <MethodSetting view={view} onView={onView} />
  if (name === 'meetings') return <MeetingsSetting view={view} onView={onView} />
  return <PlainSetting name={name} fields={FORMS[name] ?? []} view={view} onView={onView} />
}
