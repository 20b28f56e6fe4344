import { botTexts } from '#contract/texts/bot.ts'
import { translator } from '#contract/texts/catalogue.ts'
import { may } from '#domain/may.ts'
import type { Person, Project } from '#domain/model.ts'
import { firstNameOf } from '#views/nudge-card.ts'
import { statusCardView } from '#views/status-card.ts'
import { choiceCard, helpCard } from './cards/help.ts'
import { statusCard } from './cards/status.ts'
import { subscribeHere, unsubscribeHere } from './channel-commands.ts'
import { type Command, type CommandName, parseCommand } from './commands.ts'
import { baseOf, cardContent, frameOf } from './frame.ts'
import { findByName } from './names.ts'
import { askedCard, changeLanguage, mine, pause, why } from './own-commands.ts'
import type { Content } from './teams.ts'
import { type ConversationDeps, type Said, say, sentence, type Turn } from './turn.ts'

/** Longest thing a person can mean: a list holds titles of 255 characters, and a button asks for the whole of one. */
const ASKED_LIMIT = 300

/** Answers what somebody wrote, or asked for with a button. In channels nothing is shown that not everybody there may see. */
export async function answerText(heard: Said, deps: ConversationDeps): Promise<Content> {
  const said = { ...heard, text: heard.text.slice(0, ASKED_LIMIT) }
  const frame = frameOf(deps)
  const person = said.from.personId === null ? null : (frame.facts.peopleById.get(said.from.personId) ?? null)
  const turn: Turn = { frame, base: baseOf(frame, person, said.locale), person, said, deps }
  return answerCommand(parseCommand(said.text), turn)
}

function answerCommand(command: Command, turn: Turn): Content | Promise<Content> {
  const personal = turn.said.conversation.kind === 'personal'
  switch (command.name) {
    case 'hello':
    case 'help':
      return help(turn)
    case 'status':
      return status(command.asked, turn)
    case 'subscribe':
      return turn.said.conversation.kind === 'channel' ? subscribeHere(command.asked, turn) : sentence(turn, say(turn)('only.channel'))
    case 'unsubscribe':
      // Said to the bot alone, «stopp» means: leave me alone.
      return personal ? pause('', turn) : unsubscribeHere(command.asked, turn)
    case 'unknown':
      return unknown(command, turn)
    default:
      return personal ? ownCommand(command, turn) : sentence(turn, say(turn)('only.personal'))
  }
}

type OwnCommand = { name: 'mine' | 'why' | 'start' } | { name: 'record' | 'snooze' | 'pause' | 'language'; asked: string }

/** What is one person's own: answered to them alone. */
function ownCommand(command: OwnCommand, turn: Turn): Content | Promise<Content> {
  switch (command.name) {
    case 'mine':
      return mine(turn)
    case 'record':
      return askedCard(command.asked, null, turn)
    case 'snooze':
      return askedCard(command.asked, 'snooze', turn)
    case 'why':
      return why(turn)
    case 'language':
      return changeLanguage(command.asked, turn)
    case 'pause':
      return pause(command.asked, turn)
    case 'start':
      return pause(null, turn)
  }
}

/** What can be written here; also the welcome. */
export function help({ base, person, said, deps }: Turn): Content {
  const personal = said.conversation.kind === 'personal'
  const view = {
    ...base,
    place: personal ? ('personal' as const) : ('channel' as const),
    firstName: personal && person ? firstNameOf(person) : null,
    notUnderstood: null,
    suggestions: personal
      ? [translator(botTexts, base.language)('command.mine'), translator(botTexts, base.language)('command.record')]
      : [],
    url: deps.tabUrl({ kind: personal ? 'tasks' : 'portfolio' }),
  }
  return cardContent(helpCard(view))
}

/** Projects the asker may know of; a channel reads as nobody in particular. */
function readable(turn: Turn): { reader: Person | null; projects: Project[] } {
  const reader = turn.said.conversation.kind === 'personal' ? turn.person : null
  const { facts, today } = turn.frame
  const isRead = (project: Project): boolean => may(reader, 'readProject', { project, today }, facts).ok
  return { reader, projects: [...facts.tables.projects.values()].filter(isRead) }
}

function status(asked: string, turn: Turn): Content {
  const { reader, projects } = readable(turn)
  const bot = say(turn)
  const url = turn.deps.tabUrl({ kind: 'portfolio' })
  if (asked === '') {
    const example = projects[0]?.title
    return sentence(turn, example ? bot('status.which', { example }) : bot('status.whichPlain'))
  }
  const found = findByName(asked, projects)
  if (found.found !== 'one') {
    const names = found.near.map(({ title }) => title)
    const text = bot(found.found === 'several' ? 'choice.project' : names.length > 0 ? 'choice.noProject' : 'choice.nothing')
    return cardContent(choiceCard(turn.base, { sentence: text, names, command: 'status', url }), text)
  }
  const view = statusCardView(turn.frame.context, found.one, { reader, language: turn.base.language, tabUrl: turn.deps.tabUrl })
  return view ? cardContent(statusCard(view)) : sentence(turn, bot('choice.nothing'))
}

/** A project's bare name is understood; anything else gets two suggestions of use here. */
function unknown(command: Extract<Command, { name: 'unknown' }>, turn: Turn): Content {
  if (command.text.trim().length > 3) {
    const found = findByName(command.text, readable(turn).projects)
    if (found.found === 'one') return status(command.text, turn)
  }
  const personal = turn.said.conversation.kind === 'personal'
  // A bare number is an answer that does not say to what.
  const useful: readonly CommandName[] = !personal
    ? ['subscribe', 'help', 'unsubscribe', 'status']
    : /^[\d\s.,%−-]+$/.test(command.text)
      ? ['record', 'mine']
      : ['mine', 'help', 'record', 'pause', 'why', 'snooze', 'language']
  const names = [...new Set([...command.nearest.filter((name) => useful.includes(name)), ...useful])].slice(0, 2)
  const word: Partial<Record<CommandName, string>> = {
    mine: say(turn)('command.mine'),
    help: say(turn)('command.help'),
    record: say(turn)('command.record'),
    snooze: say(turn)('command.snooze'),
    why: say(turn)('command.why'),
    language: say(turn)('command.language'),
    pause: say(turn)('command.pause'),
    subscribe: say(turn)('command.subscribe'),
    unsubscribe: say(turn)('command.stop'),
  }
  return cardContent(
    helpCard({
      ...turn.base,
      place: personal ? 'personal' : 'channel',
      firstName: null,
      notUnderstood: command.text,
      suggestions: names.flatMap((name) => word[name] ?? []),
      url: turn.deps.tabUrl({ kind: 'portfolio' }),
    }),
  )
}
