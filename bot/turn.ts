import type { CardBase } from '#contract/card-views.ts'
import { botTexts } from '#contract/texts/bot.ts'
import { translator } from '#contract/texts/catalogue.ts'
import type { Person } from '#domain/model.ts'
import type { Courier } from '#usecases/courier.ts'
import { messageCard } from './cards/message.ts'
import type { Sender } from './events.ts'
import { type BotDeps, cardContent, type Frame } from './frame.ts'
import type { ConversationReference } from './reference.ts'
import type { Content } from './teams.ts'

export interface ConversationDeps extends BotDeps {
  courier: Courier
}

/** One thing said to the bot, with all that is needed to answer it. */
export interface Said {
  text: string
  from: Sender
  conversation: ConversationReference
  /** Language tag of the person's Teams, or null. */
  locale: string | null
}

export interface Turn {
  frame: Frame
  base: CardBase
  /** null for one Teams did not identify. */
  person: Person | null
  said: Said
  deps: ConversationDeps
}

/** The bot's texts in the language of who is spoken to. */
export const say = ({ base }: Turn) => translator(botTexts, base.language, base.words)

/** One sentence as a card. */
export const sentence = (turn: Turn, text: string, tone: 'plain' | 'refusal' = 'plain'): Content =>
  cardContent(messageCard(turn.base, { sentence: text, tone }), text)
