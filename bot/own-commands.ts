import { botTexts } from '#contract/texts/bot.ts'
import { translator } from '#contract/texts/catalogue.ts'
import { formatDeadline } from '#contract/texts/format.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import type { Language } from '#domain/codes.ts'
import type { Obligation } from '#domain/obligations.ts'
import { pauseNudges } from '#usecases/pause-nudges.ts'
import { updateMe } from '#usecases/update-me.ts'
import { titleOf } from '#views/context.ts'
import { tasksCardView } from '#views/my-tasks-card.ts'
import { tasksOf } from '#views/tasks.ts'
import { whyCardView } from '#views/why-card.ts'
import { askedSource, contentOf } from './card-actions.ts'
import { choiceCard } from './cards/help.ts'
import { tasksCard } from './cards/tasks.ts'
import { whyCard } from './cards/why.ts'
import { languageNamed } from './commands.ts'
import { askerOf, cardContent } from './frame.ts'
import { findByName } from './names.ts'
import { pauseUntil } from './pause-until.ts'
import type { Content } from './teams.ts'
import { say, sentence, type Turn } from './turn.ts'

const unknownPerson = (turn: Turn): Content => sentence(turn, sentenceOf({ code: 'notAuthenticated' }, turn.base.language), 'refusal')

/** «mine»: what waits, and the way to answer it. */
export function mine(turn: Turn): Content {
  const { frame, person, base, deps } = turn
  if (!person) return unknownPerson(turn)
  return cardContent(tasksCard({ ...tasksCardView(frame.context, person, { tabUrl: deps.tabUrl }), language: base.language }))
}

/** What can be answered in a card of its own, numbers first: most urgent first, and what is only coming last. */
function answerable({ frame, person }: Turn): Obligation[] {
  if (!person) return []
  const quick = ({ kind }: Obligation): number => (kind === 'measurement' || kind === 'baseline' ? 0 : 1)
  const coming = ({ state }: Obligation): number => (state === 'upcoming' ? 1 : 0)
  return tasksOf(frame.context, person).sort((a, b) => coming(a) - coming(b) || quick(a) - quick(b))
}

/** «registrer» and «utsett»: the first question that waits, or the one that is named, as a card of its own. */
export function askedCard(asked: string, panel: 'snooze' | null, turn: Turn): Content {
  const { frame, person, said, deps } = turn
  if (!person) return unknownPerson(turn)
  const waiting = answerable(turn)
  const [first] = waiting
  if (!first) return mine(turn)
  const named = waiting.map((obligation) => ({ key: obligation.key, title: titleOf(frame.context, obligation), obligation }))
  const found = asked === '' ? null : findByName(asked, named)
  if (found && found.found !== 'one') {
    const names = [...new Set((found.near.length > 0 ? found.near : named.slice(0, 4)).map(({ title }) => title))]
    const text = say(turn)('choice.question')
    const command = say(turn)(panel === null ? 'command.record' : 'command.snooze')
    return cardContent(choiceCard(turn.base, { sentence: text, names, command, url: deps.tabUrl({ kind: 'tasks' }) }), text)
  }
  const { key: obligationKey } = found ? found.one.obligation : first
  const source = askedSource(frame, obligationKey, person.personId)
  if (!source) return mine(turn)
  return contentOf(source, person, said.locale, deps, { opened: { obligationKey, panel: panel ?? 'answer' } }).content
}

/** «hvorfor». */
export function why(turn: Turn): Content {
  const { frame, person, base, deps } = turn
  if (!person) return unknownPerson(turn)
  const view = whyCardView(frame.context, person, { tabUrl: deps.tabUrl, now: frame.now, language: base.language })
  return cardContent(whyCard(view))
}

/** «pause», «pause til 1. juni», «pause 2 uker»; null ends it. */
export async function pause(asked: string | null, turn: Turn): Promise<Content> {
  const { frame, person, base, deps } = turn
  if (!person) return unknownPerson(turn)
  const until = asked === null ? null : pauseUntil(asked, frame.today, frame.settings)
  if (asked !== null && until === null) return sentence(turn, say(turn)('pause.notUnderstood'))
  const result = await pauseNudges(until, askerOf(frame, person.personId), deps)
  if (!result.ok) return sentence(turn, sentenceOf(result, base.language), 'refusal')
  if (until === null) return sentence(turn, say(turn)('pause.started'))
  return sentence(turn, say(turn)('pause.paused', { date: formatDeadline(until, base.language, frame.today) }))
}

const OWN_NAME: Record<Language, string> = { nb: 'bokmål', nn: 'nynorsk', en: 'English' }

/** «språk nynorsk»: from the next word on, in cards, answers and the tab. */
export async function changeLanguage(asked: string, turn: Turn): Promise<Content> {
  const { frame, person, base, deps } = turn
  if (!person) return unknownPerson(turn)
  const language = languageNamed(asked)
  if (language === null) {
    const text = say(turn)('language.choose')
    const url = deps.tabUrl({ kind: 'tasks' })
    return cardContent(
      choiceCard(base, { sentence: text, names: Object.values(OWN_NAME), command: say(turn)('command.language'), url }),
      text,
    )
  }
  const result = await updateMe({ language }, askerOf(frame, person.personId), deps)
  if (!result.ok) return sentence(turn, sentenceOf(result, base.language), 'refusal')
  const speaking: Turn = { ...turn, base: { ...base, language } }
  return sentence(speaking, translator(botTexts, language, base.words)('language.changed'))
}
