import type { CardBase } from '#contract/card-views.ts'
import { botTexts } from '#contract/texts/bot.ts'
import { LOCALE, type Translator, translator } from '#contract/texts/catalogue.ts'
import { words } from '#contract/texts/words.ts'

/** Adaptive Card JSON; the shapes are checked by the card rules in the tests, the values come from typed views. */
export type Json = { [name: string]: unknown }

/** Teams shows 1.5; newer elements are blank on phones. */
export const CARD_SCHEMA_VERSION = '1.5'
/** Says how the data of a button is to be read; a card of an older version is answered with the newest one. */
export const CARD_DATA_VERSION = 1
/** A card above this is cut down: Teams' lowest published limit is 28 000 bytes (quality.md, card.size). */
export const CARD_BYTES = 20_480

export interface Say {
  bot: Translator<typeof botTexts>
  word: Translator<typeof words>
}

export const sayIn = ({ language, words: set }: CardBase): Say => ({
  bot: translator(botTexts, language, set),
  word: translator(words, language, set),
})

interface RunStyle {
  weight?: 'Bolder' | 'Lighter'
  size?: 'Small' | 'Medium' | 'Large' | 'ExtraLarge'
  subtle?: boolean
  color?: 'Accent' | 'Good' | 'Warning' | 'Attention'
  href?: string
  /** Pressing the words does this. */
  press?: Json
}

/** Nothing invisible that could turn a line around or hide part of it; one line. */
const tidy = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .replace(/ {2,}/g, ' ')

/** At most so many characters, with an ellipsis. */
export const clip = (text: string, limit: number): string => (text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`)

/**
 * A piece of text that Teams never reads as Markdown. Whatever people have written (titles, names, comments) goes through
 * here: a TextBlock always parses Markdown, so a title could otherwise become a link.
 */
export function run(text: string, style: RunStyle = {}): Json {
  return {
    type: 'TextRun',
    text: clip(tidy(text), 600),
    ...(style.weight && { weight: style.weight }),
    ...(style.size && { size: style.size }),
    ...(style.subtle && { isSubtle: true }),
    ...(style.color && { color: style.color }),
    ...(style.href && { selectAction: { type: 'Action.OpenUrl', url: style.href } }),
    ...(style.press && { selectAction: style.press }),
  }
}

/** Runs side by side in one paragraph. Blanks between runs are the caller's. */
export const rich = (runs: readonly Json[], more: Json = {}): Json => ({ type: 'RichTextBlock', inlines: runs, ...more })

export const line = (text: string, style: RunStyle = {}, more: Json = {}): Json => rich([run(text, style)], more)

/** A small grey line. */
export const caption = (text: string, more: Json = {}): Json => line(text, { size: 'Small', subtle: true }, { spacing: 'None', ...more })

/** Takes out what Markdown would act on; for the few places where Teams offers no plain text (headings, labels). */
export const unmarked = (text: string): string =>
  tidy(text)
    .replace(/[\\`*_[\](){}<>#~|]/g, '')
    .trim()

/** The card's or a section's heading, found as such by screen readers. */
export const heading = (text: string, more: Json = {}): Json => ({
  type: 'TextBlock',
  style: 'heading',
  text: unmarked(text),
  weight: 'Bolder',
  size: 'Medium',
  wrap: true,
  ...more,
})

export const openUrl = (title: string, url: string): Json => ({ type: 'Action.OpenUrl', title: clip(tidy(title), 60), url })

export const execute = (title: string, verb: string, data: Json, more: Json = {}): Json => ({
  type: 'Action.Execute',
  title: clip(tidy(title), 60),
  verb,
  data: { ...data, card: CARD_DATA_VERSION },
  ...more,
})

export const actions = (list: readonly Json[], more: Json = {}): Json => ({ type: 'ActionSet', actions: list, ...more })

/** A refusal, where it belongs. */
export const faultLine = (sentence: string): Json => line(sentence, { color: 'Attention', weight: 'Bolder' }, { spacing: 'Small' })

/** Teams reads `speak` as XML when it looks like it. */
const spoken = (text: string): string => tidy(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Width of a phone's card that buttons may fill, in pixels, and what a button takes: its letters, and space around them. */
const ROW_WIDTH = 268
const LETTER = 7.8
const AROUND = 26
const GAP = 8

/** Buttons in rows that fit a phone: a client that does not wrap them would cut their words. In order, the first first. */
export function buttonRows(buttons: readonly Json[]): Json[] {
  const rows: { width: number; buttons: Json[] }[] = []
  for (const button of buttons) {
    const width = String(button.title).length * LETTER + AROUND
    const row = rows.at(-1)
    if (row && row.width + GAP + width <= ROW_WIDTH) {
      row.width += GAP + width
      row.buttons.push(button)
    } else rows.push({ width, buttons: [button] })
  }
  return rows.map((row, at) => actions(row.buttons, at === 0 ? {} : { spacing: 'Small' }))
}

export interface CardParts {
  body: readonly Json[]
  /** One sentence for screen readers and notifications. */
  speak: string
  wide?: boolean
  /** Asks the bot for the card as things stand when it is opened again (Teams does so by itself in chats of at most 60). */
  refresh?: Json
}

/** The finished card. Buttons stand in the body, so none at the foot. */
export function card(base: CardBase, { body, speak, wide, refresh }: CardParts): Json {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: CARD_SCHEMA_VERSION,
    lang: LOCALE[base.language],
    fallbackText: sayIn(base).bot('fallback'),
    speak: spoken(speak),
    ...(wide && { msteams: { width: 'Full' } }),
    ...(refresh && { refresh: { action: refresh } }),
    body,
  }
}

/** Size as it travels. */
export const bytesOf = (json: Json): number => new TextEncoder().encode(JSON.stringify(json)).length

/** `{name}` in the greetings: with its blank, or nothing when the name is not known. */
export const greeted = (firstName: string): string => (firstName === '' ? '' : ` ${firstName}`)
export const thanked = (firstName: string): string => (firstName === '' ? '' : `, ${firstName}`)

/** `a, b og c` in the language. */
export const listed = (items: readonly string[], { language }: CardBase): string =>
  new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(items)
