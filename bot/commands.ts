import { distance, folded, forgiven, isWithin } from './names.ts'

export type Command =
  | { name: 'hello' | 'help' | 'mine' | 'pause' | 'start' }
  /** `asked` is what stood after the word, as typed; empty when nothing did. */
  | { name: 'status' | 'subscribe' | 'unsubscribe'; asked: string }
  | { name: 'unknown'; text: string; nearest: readonly CommandName[] }

export type CommandName = Exclude<Command['name'], 'unknown'>

/** Words for each command in bokmål, nynorsk and English, without accents (names.ts, folded). */
const WORDS: Record<CommandName, readonly string[]> = {
  hello: ['hei', 'heisann', 'hallo', 'hello', 'hi', 'hey', 'god dag', 'god morgen', 'god morgon', 'morn'],
  help: ['hjelp', 'help', 'hjelpe', 'kommandoer', 'kommandoar', 'commands', 'hva kan du', 'kva kan du', 'what can you do'],
  mine: ['mine', 'mine oppgaver', 'mine oppgaver', 'oppgaver', 'oppgaver', 'my tasks', 'tasks', 'my', 'hva venter', 'kva ventar'],
  status: ['status', 'statusen', 'status for', 'status pa', 'status of'],
  subscribe: ['abonner', 'abonnere', 'abonnement', 'abonner pa', 'subscribe', 'subscribe to', 'subscription'],
  unsubscribe: ['stopp', 'stopp abonnement', 'avslutt', 'avmeld', 'avbestill', 'stop', 'unsubscribe', 'unsubscribe from', 'stopp pa'],
  pause: ['pause', 'pausa', 'ta pause', 'mute', 'stille'],
  start: ['start', 'start igjen', 'start att', 'fortsett', 'hald fram', 'resume', 'unmute'],
}
const NAMES = Object.keys(WORDS) as CommandName[]
const TAKES_MORE: readonly CommandName[] = ['status', 'subscribe', 'unsubscribe']

const isAbout = (name: CommandName): name is 'status' | 'subscribe' | 'unsubscribe' => TAKES_MORE.includes(name)

/**
 * What a person means by what they wrote: whole phrases first, then the first word or two with small misspellings forgiven.
 * Case, accents and signs do not matter. Not understood: the commands nearest in spelling.
 */
export function parseCommand(text: string): Command {
  const typed = folded(text)
  if (typed === '' || /^\?+$/.test(text.trim())) return { name: 'help' }
  const exact = NAMES.find((name) => WORDS[name].includes(typed))
  if (exact) return commandOf(exact, '')
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
