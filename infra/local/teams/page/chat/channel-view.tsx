import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Language } from '#domain/codes.ts'
import type { ChannelView as Channel, MessageView, PersonView, WorldView } from '../../../shapes.ts'
import type { TabSettings, Theme } from '../host/protocol.ts'
import { TabFrame } from '../host/tab-frame.tsx'
import { say } from '../local-api.ts'
import { useRemembered } from '../remembered.ts'
import type { Text } from '../texts.ts'
import { useMessages } from '../use-world.ts'
import { ChannelTabDialog } from './channel-tab-dialog.tsx'
import { SCROLLED, useNewestInSight } from './chat-view.tsx'
import { Compose } from './compose.tsx'
import { Message } from './message.tsx'

export interface ChannelViewProps {
  world: WorldView
  person: PersonView
  changes: Record<string, number>
  theme: Theme
  locale: string
  language: Language
  text: Text
  openLink(url: string): void
}

/** The teams' channels: choose one at the left, read and write in it, and give it the tab. */
export const ChannelsView = (props: ChannelViewProps) => {
  const { world, text } = props
  const [chosen, setChosen] = useRemembered<string>(`channel.${world.scenario}`, '')
  const channel = world.channels.find((one) => one.id === chosen) ?? world.channels[0]

  return (
    <div className="channels">
      <nav className="channel-list" aria-label={text('channel.list')}>
        <h2>{text('channel.list')}</h2>
        <ul>
          {world.channels.map((one) => (
            <li key={one.id}>
              <button type="button" aria-current={one.id === channel?.id ? 'true' : undefined} onClick={() => setChosen(one.id)}>
                <strong>{one.name}</strong>
                <small>{one.team}</small>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {channel && <OneChannel key={channel.id} channel={channel} {...props} />}
    </div>
  )
}

/** Posts in order, each with its answers after it. */
const inThreads = (messages: MessageView[]): MessageView[] => {
  const roots = messages.filter((message) => message.thread === null)
  return roots.flatMap((root) => [root, ...messages.filter((message) => message.thread === root.id)])
}

const OneChannel = (props: ChannelViewProps & { channel: Channel }) => {
  const { world, person, channel, changes, language, text, openLink } = props
  const messages = useMessages('channel', channel.id, changes[`channel:${channel.id}`] ?? 0)
  const log = useNewestInSight(messages)
  const [settings, setSettings] = useRemembered<TabSettings | null>(`channelTab.${world.worldId}.${channel.id}`, null)
  const [shows, setShows] = useState<'posts' | 'tab'>('posts')
  const [adding, setAdding] = useState(false)
  const showsTab = shows === 'tab' && settings !== null
  const nameOf = (sender: string) => world.people.find((one) => one.name === sender)?.displayName ?? sender

  return (
    <main className="conversation" aria-labelledby="channel-title">
      <header className="conversation-head">
        <div>
          <h2 id="channel-title">{channel.name}</h2>
          <small>{channel.team}</small>
        </div>
        <div className="channel-tabs">
          <Button appearance="subtle" size="small" aria-pressed={!showsTab} onClick={() => setShows('posts')}>
            {text('channel.posts')}
          </Button>
          {settings === null ? (
            <Button appearance="subtle" size="small" onClick={() => setAdding(true)}>
              + {text('channel.addTab')}
            </Button>
          ) : (
            <Button appearance="subtle" size="small" aria-pressed={showsTab} onClick={() => setShows('tab')}>
              {settings.suggestedDisplayName || text('rail.tab')}
            </Button>
          )}
          {showsTab && (
            <Button appearance="subtle" size="small" onClick={() => setSettings(null)}>
              {text('channel.removeTab')}
            </Button>
          )}
        </div>
      </header>
      {showsTab ? (
        <ChannelTab {...props} settings={settings} />
      ) : (
        <>
          <div ref={log} className="messages" role="log" aria-label={text('chat.log')} {...SCROLLED}>
            {messages?.length === 0 && <p className="empty">{text('channel.empty')}</p>}
            {inThreads(messages ?? []).map((message) => (
              <div key={message.id} className={message.thread === null ? 'post' : 'post answer'}>
                <Message
                  message={message}
                  reader={person.name}
                  senderName={message.sender === 'bot' ? null : nameOf(message.sender)}
                  today={world.today}
                  language={language}
                  text={text}
                  openLink={openLink}
                />
              </div>
            ))}
          </div>
          <Compose
            key={`${person.name} ${channel.id}`}
            label={text('channel.write')}
            start={`@${world.bot.name} `}
            hint={text('channel.hint')}
            text={text}
            send={(words) => say(person.name, words, channel.id)}
          />
        </>
      )}
      {/* Never taken away while open: closing is what gives the rest of the page back to the keyboard and screen readers. */}
      <ChannelTabDialog
        {...props}
        open={adding}
        onSaved={(saved) => {
          setSettings(saved)
          setAdding(false)
          setShows('tab')
        }}
        onCancel={() => setAdding(false)}
      />
    </main>
  )
}

const pathOf = (url: string | undefined): string => {
  const parsed = new URL(url ?? '/tab/', location.origin)
  return parsed.pathname.startsWith('/tab/') ? `${parsed.pathname}${parsed.search}${parsed.hash}` : '/tab/'
}

/** The tab as the channel was set up to show it. */
const ChannelTab = (props: ChannelViewProps & { channel: Channel; settings: TabSettings }) => (
  <TabFrame
    key={`${props.person.name} ${props.locale}`}
    title={props.settings.suggestedDisplayName || props.text('rail.tab')}
    loading={props.text('page.loading')}
    url={pathOf(props.settings.contentUrl)}
    frame="content"
    entityId={props.settings.entityId ?? 'channel'}
    subPageId=""
    theme={props.theme}
    locale={props.locale}
    person={props.person}
    tenantId={props.world.tenantId}
    channel={props.channel}
    settings={props.settings}
    text={props.text}
    openLink={props.openLink}
    navigate={() => undefined}
  />
)
