import { Avatar } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { formatTime } from '#contract/texts/format.ts'
import type { Language } from '#domain/codes.ts'
import type { MessageView } from '../../../shapes.ts'
import { CardFrame } from '../card/card-frame.tsx'
import { PulseMark } from '../icons.tsx'
import { answerCard, type CardAnswer } from '../local-api.ts'
import type { Text } from '../texts.ts'
import { whenWords } from '../words.ts'

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

export interface MessageProps {
  message: MessageView
  /** The person who reads, and presses. */
  reader: string
  /** Display name of the sender; null for the bot. */
  senderName: string | null
  today: string
  language: Language
  text: Text
  openLink(url: string): void
  /** Ask for the card as things stand now, as Teams does when one opens a chat. */
  refreshes?: boolean
}

type Press = { state: 'ready'; note: string | null } | { state: 'busy' }

/** A card's own wish to be asked for anew when it is opened (Adaptive Cards, `refresh`). */
const refreshOf = (card: Record<string, unknown> | null): { verb: string; data: unknown } | null => {
  const action: unknown = card === null ? null : Reflect.get(Object(card.refresh), 'action')
  const verb: unknown = Reflect.get(Object(action), 'verb')
  return typeof verb === 'string' ? { verb, data: Reflect.get(Object(action), 'data') } : null
}

/** What an answer that is no card says to the person. */
const noteOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value === '' ? null : value
  const message: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'message') : null
  return typeof message === 'string' && message !== '' ? message : null
}

/** One message. A card is answered where it stands: what comes back takes its place until the message itself is edited. */
export const Message = ({ message, reader, senderName, today, language, text, openLink, refreshes = false }: MessageProps) => {
  const [press, setPress] = useState<Press>({ state: 'ready', note: null })
  const [answered, setAnswered] = useState<{ card: Record<string, unknown>; over: string | null } | null>(null)
  const card = answered !== null && answered.over === message.editedAt ? answered.card : message.card

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the chat is opened, not whenever the message is drawn
  useEffect(() => {
    const refresh = refreshes ? refreshOf(message.card) : null
    if (refresh === null) return
    let waiting = true
    const taken = (answer: CardAnswer): void => {
      if (!waiting || answer.type !== 'AdaptiveCard') return
      setAnswered((before) => before ?? { card: answer, over: message.editedAt })
    }
    // Without an answer the card stands as it was sent.
    answerCard(message.id, reader, refresh.verb, refresh.data).then(taken, () => undefined)
    return () => {
      waiting = false
    }
  }, [message.id, reader])

  const execute = async (verb: string, data: unknown): Promise<void> => {
    setPress({ state: 'busy' })
    try {
      const answer = await answerCard(message.id, reader, verb, data)
      if (answer.type === 'AdaptiveCard') setAnswered({ card: answer, over: message.editedAt })
      setPress({ state: 'ready', note: answer.type === 'AdaptiveCard' || answer.type === CARD_TYPE ? null : noteOf(answer.value) })
    } catch {
      // No answer that Teams could use: Teams shows a sentence of its own too.
      setPress({ state: 'ready', note: text('chat.fault') })
    }
  }

  return (
    <article className={senderName === null ? 'message' : 'message own'}>
      {senderName === null ? <PulseMark /> : <Avatar name={senderName} size={32} aria-hidden="true" />}
      <div className="message-body">
        <header>
          <strong>{senderName ?? 'Prosjektpuls'}</strong> <time dateTime={message.at}>{whenWords(message.at, today, language)}</time>
          {message.editedAt !== null && !message.deleted && <small> · {text('chat.edited', { time: formatTime(message.editedAt) })}</small>}
        </header>
        {message.deleted && <p className="quiet">{text('chat.deleted')}</p>}
        {message.text !== null && <p className="bubble">{message.text}</p>}
        {card !== null && (
          <CardFrame card={card} busy={press.state === 'busy'} unreadable={text('card.unreadable')} onExecute={execute} onOpen={openLink} />
        )}
        <div role="status">{press.state === 'ready' && press.note !== null && <p className="note">{press.note}</p>}</div>
      </div>
    </article>
  )
}
