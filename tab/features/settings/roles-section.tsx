import { Button, Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import type { SettingsView } from '#contract/settings-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import type { PersonRef } from '#contract/views.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import { PersonPicker } from '../../parts/person-picker.tsx'
import css from './settings.module.css'
import { settingsApi } from './settings-api.ts'

const ROLES = ['office', 'leader', 'admin'] as const
type Role = (typeof ROLES)[number]

/** Who is portfolio office, leader or administrator. */
export function RolesSection({ view, onView }: { view: SettingsView; onView: (view: SettingsView) => void }) {
  const { api, announce } = useSession()
  const say = useSay(tabSettings)
  const sayTab = useSay(tab)
  const [fault, setFault] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const [added, setAdded] = useState<PersonRef | null>(null)

  const change = async (personId: string, seen: readonly Role[], roles: readonly Role[]) => {
    setFault(null)
    setSaved(false)
    const answer = await settingsApi(api).changeRoles({ personId, seen: [...seen], roles: [...roles] })
    if (!answer.ok) return setFault(faultText(answer.fault, sayTab))
    onView(answer.value)
    setSaved(true)
    announce(say('saved'))
  }
  const toggled = (roles: readonly Role[], role: Role) => (roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])
  return (
    <section className={css.section} aria-labelledby="setting-roles">
      <h3 id="setting-roles">{say('roles.title')}</h3>
      <p className={css.lead}>{say(view.can.managePeople ? 'roles.lead' : 'roles.readOnly')}</p>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say('roles.person')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {say(`roles.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.roles.map((person) => (
              <tr key={person.personId}>
                <th scope="row">{person.name}</th>
                {ROLES.map((role) => (
                  <td key={role}>
                    <Checkbox
                      aria-label={say('roles.has', { name: person.name, role: say(`roles.${role}`) })}
                      checked={person.roles.includes(role)}
                      disabled={!view.can.managePeople}
                      onChange={() => void change(person.personId, person.roles, toggled(person.roles, role))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {saved && (
        <p className={`${partsCss.notice} ${partsCss.good}`}>
          <CheckIcon /> {say('saved')}
        </p>
      )}
      {fault !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
      {view.can.managePeople && (
        <div className={css.add}>
          <PersonPicker name="newRole" label={say('roles.add')} value={added} onChange={setAdded} />
          {ROLES.map((role) => {
            const held = view.roles.find((person) => person.personId === added?.personId)?.roles ?? []
            return (
              <Button
                key={role}
                disabled={added === null || held.includes(role)}
                onClick={() => {
                  if (added !== null) void change(added.personId, held, [...held, role]).then(() => setAdded(null))
                }}
              >
                {say('roles.give', { role: say(`roles.${role}`) })}
              </Button>
            )
          })}
        </div>
      )}
    </section>
  )
}
