import { useEffect, useRef } from 'react'
import type { Language } from '#domain/codes.ts'
import type { MessageView, PersonView, WorldView } from '../../../shapes.ts'
import { PulseMark } from '../icons.tsx'
import { say } from '../local-api.ts'
import type { Text } from '../texts.ts'
import { useMessages } from '../use-world.ts'
import { Compose } from './compose.tsx'
import { Message } from './message.tsx'

/** Teams asks anew for the cards in view; so many are in view when a chat is opened. */
const REFRESHED = 3

/** What scrolls must be reachable by keyboard, also when nothing in it can be pressed. */
export const SCROLLED = { tabIndex: 0 }

/** Keeps the newest message in sight when one arrives. */
export const useNewestInSight = (messages: MessageView[] | null) => {
  const log = useRef<HTMLDivElement>(null)
  const newest = messages?.at(-1)?.id
  useEffect(() => {
    // Only the log itself is scrolled, never what stands around it.
    if (newest !== undefined) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [newest])
  return log
}

export interface ChatViewProps {
  world: WorldView
  person: PersonView
  change: number
  language: Language
  text: Text
  openLink(url: string): void
  /** Told of the newest message that has been shown. */
  onSeen(messageId: string): void
}

/** The person's chat with the bot. */
export const ChatView = ({ world, person, change, language, text, openLink, onSeen }: ChatViewProps) => {
  const messages = useMessages('person', person.name, change)
  const log = useNewestInSight(messages)
  const newest = messages?.at(-1)?.id
  const seen = useRef(onSeen)
  seen.current = onSeen
  useEffect(() => {
    if (newest !== undefined) seen.current(newest)
  }, [newest])

  return (
    <main className="conversation" aria-labelledby="chat-title">
      <header className="conversation-head">
        <PulseMark />
        <div>
          <h2 id="chat-title">{text('chat.title')}</h2>
          <small>{text('chat.subtitle', { name: person.displayName })}</small>
        </div>
      </header>
      <div ref={log} className="messages" role="log" aria-label={text('chat.log')} {...SCROLLED}>
        {messages?.length === 0 && <p className="empty">{text('chat.empty')}</p>}
        {messages?.map((message, at) => (
          <Message
            key={message.id}
            message={message}
            reader={person.name}
            senderName={message.sender === 'bot' ? null : person.displayName}
            today={world.today}
            language={language}
            text={text}
            openLink={openLink}
            refreshes={at >= messages.length - REFRESHED}
          />
        ))}
      </div>
      {person.installed ? (
        <Compose key={person.name} label={text('chat.write')} start="" text={text} send={(words) => say(person.name, words)} />
      ) : (
        <p className="empty">{text('chat.notInstalled', { name: person.displayName })}</p>
      )}
    </main>
  )
}
