import { sentenceOf } from '#contract/texts/refusals.ts'
import { postFirstSummary } from '#usecases/post-summaries.ts'
import { subscribe } from '#usecases/subscribe.ts'
import { isRunning, type SummaryScope } from '#usecases/subscription.ts'
import { unsubscribe } from '#usecases/unsubscribe.ts'
import { scopeTitle } from '#views/summary.ts'
import { choiceCard } from './cards/help.ts'
import { askerOf, cardContent } from './frame.ts'
import { findScope, type NamedScope, scopeWords } from './scopes.ts'
import type { Content } from './teams.ts'
import { say, sentence, type Turn } from './turn.ts'

const WHOLE: SummaryScope = { kind: 'portfolio', key: null }

/** «abonner» in a channel: the summary begins, and the first one is posted at once. */
export async function subscribeHere(asked: string, turn: Turn): Promise<Content> {
  const { frame, said, deps } = turn
  const { channelId } = said.conversation
  if (channelId === null || said.from.personId === null) return refused({ code: 'notAuthenticated' }, turn)
  const found = findScope(asked, frame.facts)
  if (found.found !== 'one') return chooseScope(found.near, 'command.subscribe', turn)
  const result = await subscribe({ channel: channelId, scope: found.one.scope }, askerOf(frame, said.from.personId), deps)
  if (!result.ok) return refused(result, turn)
  const scope = scopeWords(found.one.scope, found.one.title, say(turn))
  if (result.value.already) return sentence(turn, say(turn)('subscription.alreadySubscribed', { scope }))
  await postFirstSummary(result.value.subscriptionKey, { now: frame.now }, deps)
  return sentence(turn, say(turn)('subscription.subscribed', { scope }))
}

/** «stopp» in a channel: one scope, or all of them. */
export async function unsubscribeHere(asked: string, turn: Turn): Promise<Content> {
  const { frame, said, deps } = turn
  const { channelId } = said.conversation
  if (channelId === null || said.from.personId === null) return refused({ code: 'notAuthenticated' }, turn)
  const running = [...frame.facts.tables.subscriptions.values()].filter((one) => one.channel === channelId && isRunning(one))
  const found = asked === '' ? null : findScope(asked, frame.facts)
  if (found !== null && found.found !== 'one') return chooseScope(found.near, 'command.stop', turn)
  const only = running.length === 1 ? running[0] : undefined
  const scope: SummaryScope | null = found ? found.one.scope : only ? { kind: only.scope, key: only.scopeKey } : null
  const words = scopeWords(scope ?? WHOLE, scopeTitle(frame.facts, scope ?? WHOLE), say(turn))
  const result = await unsubscribe({ channel: channelId, scope: found ? found.one.scope : null }, askerOf(frame, said.from.personId), deps)
  if (!result.ok) return refused(result, turn)
  return sentence(turn, say(turn)(result.value.ended > 0 ? 'subscription.unsubscribed' : 'subscription.notSubscribed', { scope: words }))
}

const refused = (fault: Parameters<typeof sentenceOf>[0], turn: Turn): Content =>
  sentence(turn, sentenceOf(fault, turn.base.language, turn.base.words), 'refusal')

function chooseScope(near: readonly NamedScope[], command: 'command.subscribe' | 'command.stop', turn: Turn): Content {
  const text = say(turn)(near.length > 0 ? 'choice.scope' : 'choice.nothing')
  const url = turn.deps.tabUrl({ kind: 'portfolio' })
  const names = near.map(({ title }) => title)
  return cardContent(choiceCard(turn.base, { sentence: text, names, command: say(turn)(command), url }), text)
}
