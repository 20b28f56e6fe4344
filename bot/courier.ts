import type { CardBase, TabUrl } from '#contract/card-views.ts'
import { botTexts } from '#contract/texts/bot.ts'
import { translator } from '#contract/texts/catalogue.ts'
import type { Facts } from '#domain/facts.ts'
import type { Instant, NudgeRecord, Person, PersonId, Subscription } from '#domain/model.ts'
import type { Courier, Reachability, Reading } from '#usecases/courier.ts'
import { newPerson } from '#usecases/new-person.ts'
import type { DeliveryOutcome, Installation, Store } from '#usecases/ports.ts'
import { conversationKey, rememberConversation } from '#usecases/remember-conversation.ts'
import { snoozeChoices } from '#usecases/snooze-obligation.ts'
import { viewContext } from '#views/context.ts'
import { nudgeCardView } from '#views/nudge-card.ts'
import { isHiddenScope, summaryCardView } from '#views/summary.ts'
import { messageCard } from './cards/message.ts'
import { nudgeCard } from './cards/nudge.ts'
import { askOf } from './cards/nudge-heading.ts'
import { periodWords, summaryCard, summarySentence } from './cards/summary.ts'
import type { Delivery } from './delivery.ts'
import { languageOf } from './frame.ts'
import type { SendOutcome } from './outcomes.ts'
import { type ConversationReference, parseReference } from './reference.ts'
import { scopeWords } from './scopes.ts'
import type { Adapter, Content, CreateOutcome } from './teams.ts'

export interface CourierDeps {
  adapter: Pick<Adapter, 'mayCall'>
  delivery: Delivery
  store: Store
  tabUrl: TabUrl
  /** Where a chat is opened with somebody who has not written yet. */
  place: { serviceUrl: string; tenantId: string | null; botId: string }
  /** Gives a person the app through Graph; left out where that is not set up. */
  install?: (personId: PersonId) => Promise<Installation>
}

const NOWHERE: DeliveryOutcome = { outcome: 'failed', failure: 'gone', detail: 'noConversation' }

/** Makes the cards of a pass and has them delivered: the port of run-nudges and post-summaries. */
export function createCourier(deps: CourierDeps): Courier {
  const { adapter, delivery, store, tabUrl } = deps
  const install = deps.install ?? (async () => 'notAllowed' as const)
  /** Chats opened during a pass: they are in the lists, but not in the pass's reading. */
  const opened = new Map<PersonId, { reference: ConversationReference; at: Instant }>()

  const personalRow = (personId: PersonId, facts: Facts) => facts.tables.conversations.get(conversationKey({ kind: 'personal', personId }))

  /** Somebody who had the app and took it away does not want it. */
  const hasRemoved = (personId: PersonId, facts: Facts): boolean => personalRow(personId, facts)?.installedAt === null

  /** What was heard last: a chat opened here counts until the lists know something newer, also that the app was removed. */
  const referenceOf = (personId: PersonId, { facts }: Reading): ConversationReference | null => {
    const row = personalRow(personId, facts)
    const own = opened.get(personId)
    if (own && (row?.lastSeenAt ?? '') < own.at) return own.reference
    const stored = row && row.installedAt !== null ? parseReference(row.reference) : null
    // A row changed by hand must not send people's cards elsewhere: the chat is opened anew from the person's id.
    return stored && adapter.mayCall(stored.serviceUrl) ? stored : null
  }

  async function open(personId: PersonId, reading: Reading): Promise<CreateOutcome> {
    const created = await delivery.open(personId, newestPlace(reading, deps))
    if (!created.ok) return created
    opened.set(personId, { reference: created.reference, at: reading.now })
    const heard = { place: { kind: 'personal' as const, personId }, reference: created.reference, name: null, what: 'installed' as const }
    await rememberConversation(heard, reading.now, { store })
    return created
  }

  /** Opens a chat; a person without the app is given it first, where the municipality has consented to that. */
  async function openOrInstall(personId: PersonId, reading: Reading): Promise<CreateOutcome> {
    const created = await open(personId, reading)
    if (created.ok || reachabilityAfter(created.outcome) !== 'notInstalled') return created
    return (await install(personId)) === 'installed' ? open(personId, reading) : created
  }

  return {
    // Whoever has a chat has had the app; that it is gone may have been said while nobody here was listening.
    install: async (personId, facts) => (personalRow(personId, facts) ? 'notInstalled' : install(personId)),

    async reach(personId, reading): Promise<Reachability> {
      if (referenceOf(personId, reading)) return 'reachable'
      if (hasRemoved(personId, reading.facts)) return 'notInstalled'
      const made = await openOrInstall(personId, reading)
      return made.ok ? 'reachable' : reachabilityAfter(made.outcome)
    },

    async deliverNudge(nudge, reading, mayStillSend) {
      const { personId } = nudge
      const reference = referenceOf(personId, reading)
      if (!reference) return NOWHERE
      const view = viewOf(nudge, reading, reference, tabUrl)
      const content = { card: nudgeCard(view), text: null, summary: askOf(view) }
      const small = () => smallContent(view, askOf(view), view.tasksUrl)

      const send = async (to: ConversationReference): Promise<DeliveryOutcome> => {
        const sent = await delivery.send(to, content, mayStillSend)
        return hasFailed(sent, 'tooLarge') ? delivery.send(to, small(), mayStillSend) : sent
      }
      const sent = await send(reference)
      if (!hasFailed(sent, 'gone') && !hasFailed(sent, 'notInRoster')) return sent
      // Teams has forgotten the chat, or the bot is no longer in it, and nothing was posted: it is opened once more. The app is
      // not installed anew: whoever had it, and has it no more, has taken it away.
      const again = await open(personId, reading)
      if (again.ok) return send(again.reference)
      return reachabilityAfter(again.outcome) === 'notInstalled' ? sent : plainFailure(again.outcome)
    },

    async updateNudge(nudge, reading) {
      const reference = referenceOf(nudge.personId, reading)
      // A chat that was opened anew since is another one, and the card is not in it.
      if (reference?.conversationId !== nudge.conversation) return NOWHERE
      return delivery.update(reference, nudge.activityId, () => {
        const view = viewOf(nudge, { ...reading, facts: store.snapshot().facts }, reference, tabUrl)
        return { card: nudgeCard(view), text: null, summary: askOf(view) }
      })
    },

    async postSummary(subscription, period, reading) {
      const reference = channelOf(subscription, reading)
      return reference ? delivery.post(reference, summaryContent(subscription, period, reading, tabUrl)) : NOWHERE
    },

    async updateSummary(subscription, period, reading) {
      const reference = channelOf(subscription, reading)
      const { currentActivityId } = subscription
      if (!reference || currentActivityId === null) return NOWHERE
      return delivery.update(reference, currentActivityId, () => summaryContent(subscription, period, reading, tabUrl))
    },
  }
}

function viewOf(
  nudge: Pick<NudgeRecord, 'key' | 'personId' | 'steps'>,
  { facts, today, now }: Reading,
  { locale }: ConversationReference,
  tabUrl: TabUrl,
) {
  const context = viewContext(facts, today)
  const reader = facts.peopleById.get(nudge.personId) ?? unknownPerson(nudge.personId)
  const language = languageOf(reader, locale, context.settings)
  const choices = (one: Parameters<typeof snoozeChoices>[0]) => snoozeChoices(one, facts)
  return nudgeCardView(context, { nudge, reader, tabUrl, now, language, snoozeChoices: choices })
}

const hasFailed = (sent: DeliveryOutcome, failure: string): boolean => sent.outcome === 'failed' && sent.failure === failure

/** What a chat that could not be opened says of the person: only a plain refusal means that they do not have the app. */
function reachabilityAfter(outcome: SendOutcome): Exclude<Reachability, 'reachable'> {
  if (outcome.outcome !== 'failed') return 'transient'
  if (outcome.failure === 'notConfigured' || outcome.failure === 'disabledByAdmin') return 'stopped'
  return outcome.failure === 'throttled' || outcome.safeToRepeat === true ? 'transient' : 'notInstalled'
}

/** The chat could not be opened this time. That nobody knows whether it was opened is no doubt about a card: none was sent. */
const plainFailure = (outcome: SendOutcome): DeliveryOutcome =>
  outcome.outcome === 'failed'
    ? { outcome: 'failed', failure: outcome.failure, detail: outcome.detail }
    : { outcome: 'failed', failure: 'unavailable', detail: outcome.outcome === 'unknown' ? outcome.detail : 'noConversation' }

/** Teams moves people between regions: the service address heard of last is the likeliest. */
function newestPlace({ facts }: Reading, { place, adapter }: Pick<CourierDeps, 'place' | 'adapter'>): CourierDeps['place'] {
  let newest: { at: string; reference: ConversationReference } | null = null
  for (const row of facts.tables.conversations.values()) {
    if (row.lastSeenAt === null || row.lastSeenAt <= (newest?.at ?? '')) continue
    const reference = parseReference(row.reference)
    if (reference && adapter.mayCall(reference.serviceUrl)) newest = { at: row.lastSeenAt, reference }
  }
  if (!newest) return place
  const { serviceUrl, tenantId, botId } = newest.reference
  return { serviceUrl, tenantId: tenantId ?? place.tenantId, botId }
}

const channelOf = (subscription: Subscription, { facts }: Reading): ConversationReference | null => {
  const row = facts.tables.conversations.get(conversationKey({ kind: 'channel', channelId: subscription.channel }))
  return row ? parseReference(row.reference) : null
}

function summaryContent(subscription: Subscription, period: string, reading: Reading, tabUrl: TabUrl): Content {
  const scope = { kind: subscription.scope, key: subscription.scopeKey }
  const view = summaryCardView(viewContext(reading.facts, reading.today), { scope, period, language: subscription.language, tabUrl })
  const say = translator(botTexts, view.language, view.words)
  if (isHiddenScope(scope, reading.facts)) {
    return smallContent(view, say('subscription.unsubscribed', { scope: scopeWords(scope, null, say) }), view.portfolioUrl)
  }
  return { card: summaryCard(view), text: null, summary: say('summary.notice', { ...periodWords(view), sentence: summarySentence(view) }) }
}

const smallContent = (base: CardBase, sentence: string, url: string): Content => ({
  card: messageCard(base, { sentence, url }),
  text: null,
  summary: sentence,
})

const unknownPerson = (personId: PersonId): Person => ({
  ...newPerson(personId, '–', 'unknown'),
  actorId: personId,
  actedAt: '',
  via: 'system',
  schemaVersion: 1,
})
