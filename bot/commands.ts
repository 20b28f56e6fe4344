import type { Language } from '#domain/codes.ts'
import { distance, folded, forgiven, isWithin } from './names.ts'

/** Commands that stand alone, and those that say more after the word. */
const ALONE = ['hello', 'help', 'mine', 'start', 'why'] as const
const ABOUT = ['status', 'subscribe', 'unsubscribe', 'record', 'snooze', 'pause', 'language'] as const

type AloneName = (typeof ALONE)[number]
type AboutName = (typeof ABOUT)[number]
/** `asked` is what stood after the word, as typed; empty when nothing did. */
export type Command =
  | { [N in AloneName]: { name: N } }[AloneName]
  | { [N in AboutName]: { name: N; asked: string } }[AboutName]
  | { name: 'unknown'; text: string; nearest: readonly CommandName[] }

export type CommandName = Exclude<Command['name'], 'unknown'>

/** Words for each command in bokmål, nynorsk and English, without accents (names.ts, folded). */
const WORDS: Record<CommandName, readonly string[]> = {
  hello: ['hei', 'heisann', 'hallo', 'hello', 'hi', 'hey', 'god dag', 'god morgen', 'god morgon', 'morn'],
  help: ['hjelp', 'help', 'hjelpe', 'kommandoer', 'kommandoar', 'commands', 'hva kan du', 'kva kan du', 'what can you do'],
  mine: ['mine', 'mine oppgaver', 'oppgaver', 'my tasks', 'tasks', 'my', 'hva venter', 'kva ventar'],
  record: ['registrer', 'registrere', 'registrer maling', 'registrer tall', 'svar', 'record', 'register', 'answer'],
  status: ['status', 'statusen', 'status for', 'status pa', 'status of'],
  snooze: ['utsett', 'utset', 'utsette', 'utsetje', 'snooze', 'postpone'],
  why: ['hvorfor', 'kvifor', 'why', 'hvorfor far jeg dette', 'kvifor far eg dette', 'why do i get this', 'forklar', 'explain'],
  language: ['sprak', 'malform', 'language', 'bytt sprak', 'byt sprak', 'change language'],
  subscribe: ['abonner', 'abonnere', 'abonnement', 'abonner pa', 'subscribe', 'subscribe to', 'subscription'],
  unsubscribe: ['stopp', 'stopp abonnement', 'avslutt', 'avmeld', 'avbestill', 'stop', 'unsubscribe', 'unsubscribe from', 'stopp pa'],
  pause: ['pause', 'pausa', 'ta pause', 'ta pause fra varsel', 'mute', 'stille'],
  start: ['start', 'start igjen', 'start att', 'fortsett', 'hald fram', 'resume', 'unmute'],
}
const NAMES = Object.keys(WORDS) as CommandName[]

const isAbout = (name: CommandName): name is (typeof ABOUT)[number] => ABOUT.some((one) => one === name)

/**
 * What a person means by what they wrote: whole phrases first, then the first word or two with small misspellings forgiven.
 * Case, accents and signs do not matter. Not understood: the commands nearest in spelling.
 */
export function parseCommand(text: string): Command {
  const typed = folded(text)
  if (typed === '' || /^\?+$/.test(text.trim())) return { name: 'help' }
  const exact = NAMES.find((name) => WORDS[name].includes(typed))
  if (exact) return commandOf(exact, '')
  if (languageNamed(typed) !== null) return { name: 'language', asked: text }
  const parts = text.trim().split(/\s+/)
  for (const length of [3, 2, 1]) {
    if (parts.length <= length - 1) continue
    const head = folded(parts.slice(0, length).join(' '))
    const rest = parts.slice(length).join(' ')
    const name = NAMES.find((candidate) => (rest === '' || isAbout(candidate)) && WORDS[candidate].some((word) => means(head, word)))
    if (name) return commandOf(name, rest)
  }
  const greeting = folded(parts[0] ?? '')
  if (WORDS.hello.includes(greeting)) return { name: 'hello' }
  return { name: 'unknown', text, nearest: nearestTo(folded(parts[0] ?? '')) }
}

const LANGUAGES: Record<Language, readonly string[]> = {
  nb: ['bokmal', 'norsk', 'norsk bokmal', 'norwegian', 'nb'],
  nn: ['nynorsk', 'norsk nynorsk', 'ny norsk', 'nn'],
  en: ['engelsk', 'english', 'en', 'eng'],
}

/** The language somebody names, small misspellings forgiven; null when it is none of the three. */
export function languageNamed(asked: string): Language | null {
  const typed = folded(asked)
  const fits = (Object.keys(LANGUAGES) as Language[]).filter((language) => LANGUAGES[language].some((word) => means(typed, word)))
  return fits.length === 1 ? (fits[0] ?? null) : null
}

const means = (typed: string, word: string): boolean => isWithin(typed, word, forgiven(word))

const commandOf = (name: CommandName, asked: string): Command => (isAbout(name) ? { name, asked: asked.trim() } : { name })

/** So many wrong letters are still near enough to suggest. */
const NEAR = 3

const nearestTo = (typed: string): CommandName[] =>
  NAMES.map((name) => {
    const near = WORDS[name].filter((word) => isWithin(typed, word, NEAR))
    return { name, off: Math.min(...near.map((word) => distance(typed, word))) }
  })
    .filter(({ off }) => off <= NEAR)
    .sort((a, b) => a.off - b.off)
    .slice(0, 2)
    .map(({ name }) => name)
