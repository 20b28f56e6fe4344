import { Button, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Language } from '#contract/codes.ts'
import type { ChannelView, SettingsView } from '#contract/settings-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './settings.module.css'
import { settingsApi } from './settings-api.ts'

/** Which channels get a summary of what, how often, and in which language. */
export function ChannelsSection({ view, onView }: { view: SettingsView; onView: (view: SettingsView) => void }) {
  const { api, announce } = useSession()
  const say = useSay(tabSettings)
  const sayTab = useSay(tab)
  const [fault, setFault] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const change = async (
    { key, rhythm, language }: ChannelView,
    set: { rhythm?: ChannelView['rhythm']; language?: Language | null; end?: true },
  ) => {
    setFault(null)
    setSaved(false)
    const answer = await settingsApi(api).changeChannel({ key, rhythm, language, end: false, ...set })
    if (!answer.ok) return setFault(faultText(answer.fault, sayTab))
    onView(answer.value)
    setSaved(true)
    announce(say('saved'))
  }
  const about = ({ scope, title }: ChannelView) => say(`channels.${scope}`, { title: title ?? '–' })
  return (
    <section className={css.section} aria-labelledby="setting-channels">
      <h3 id="setting-channels">{say('channels.title')}</h3>
      <p className={css.lead}>{say(view.channels.length === 0 ? 'channels.none' : 'channels.lead')}</p>
      {view.channels.length > 0 && (
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{say('channels.about')}</th>
                <th scope="col">{say('channels.rhythm')}</th>
                <th scope="col">{say('channels.language')}</th>
                <th scope="col">{say('channels.end')}</th>
              </tr>
            </thead>
            <tbody>
              {view.channels.map((channel) => (
                <tr key={channel.key}>
                  <th scope="row">{about(channel)}</th>
                  <td>
                    <Select
                      aria-label={say('channels.rhythmOf', { about: about(channel) })}
                      value={channel.rhythm}
                      onChange={(_event, data) => void change(channel, { rhythm: data.value as ChannelView['rhythm'] })}
                    >
                      {(['weekly', 'monthly', 'beforeMeeting'] as const).map((rhythm) => (
                        <option key={rhythm} value={rhythm}>
                          {say(`channels.rhythm.${rhythm}`)}
                        </option>
                      ))}
                    </Select>
                  </td>
                  <td>
                    <Select
                      aria-label={say('channels.languageOf', { about: about(channel) })}
                      value={channel.language ?? ''}
                      onChange={(_event, data) => void change(channel, { language: data.value === '' ? null : (data.value as Language) })}
                    >
                      <option value="">{say('channels.ownLanguage')}</option>
                      {(['nb', 'nn', 'en'] as const).map((one) => (
                        <option key={one} value={one} lang={one}>
                          {say(`language.option.${one}`)}
                        </option>
                      ))}
                    </Select>
                  </td>
                  <td>
                    <Button
                      onClick={() => void change(channel, { end: true })}
                      aria-label={say('channels.endOf', { about: about(channel) })}
                    >
                      {say('channels.endAct')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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
    </section>
  )
}
