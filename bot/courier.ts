import type { CardBase, TabUrl } from '#contract/card-views.ts'
import { botTexts } from '#contract/texts/bot.ts'
import { translator } from '#contract/texts/catalogue.ts'
import { formatMonth } from '#contract/texts/format.ts'
import type { Instant, Person, PersonId, Subscription } from '#domain/model.ts'
import type { Courier, Reachability, Reading } from '#usecases/courier.ts'
import type { DeliveryOutcome, Store } from '#usecases/ports.ts'
import { conversationKey, rememberConversation } from '#usecases/remember-conversation.ts'
import { snoozeChoices } from '#usecases/snooze-obligation.ts'
import { viewContext } from '#views/context.ts'
import { nudgeCardView } from '#views/nudge-card.ts'
import { isHiddenScope, summaryCardView } from '#views/summary.ts'
import { messageCard } from './cards/message.ts'
import { nudgeCard } from './cards/nudge.ts'
import { askOf } from './cards/nudge-heading.ts'
import { summaryCard, summarySentence } from './cards/summary.ts'
import type { Delivery } from './delivery.ts'
import type { SendOutcome } from './outcomes.ts'
import { type ConversationReference, parseReference } from './reference.ts'
import { scopeWords } from './scopes.ts'
import type { Adapter, Content } from './teams.ts'

export interface CourierDeps {
  adapter: Adapter
  delivery: Delivery
  store: Store
  tabUrl: TabUrl
  /** Where a chat is opened with somebody who has not written yet. */
  place: { serviceUrl: string; tenantId: string | null; botId: string }
}

const NOWHERE: DeliveryOutcome = { outcome: 'failed', failure: 'gone', detail: 'noConversation' }

/** Makes the cards of a pass and has them delivered: the port of run-nudges and post-summaries. */
export function createCourier(deps: CourierDeps): Courier {
  const { adapter, delivery, store, tabUrl } = deps
  /** Chats opened during a pass: they are in the lists, but not in the pass's reading. */
  const opened = new Map<PersonId, { reference: ConversationReference; at: Instant }>()

  /** What was heard last: a chat opened here counts until the lists know something newer, also that the app was removed. */
  const referenceOf = (personId: PersonId, { facts }: Reading): ConversationReference | null => {
    const row = facts.tables.conversations.get(conversationKey({ kind: 'personal', personId }))
    const own = opened.get(personId)
    if (own && (row?.lastSeenAt ?? '') < own.at) return own.reference
    return row && row.installedAt !== null ? parseReference(row.reference) : null
  }

  async function open(personId: PersonId, reading: Reading): Promise<SendOutcome | ConversationReference> {
    const created = await adapter.createPersonal(personId, newestPlace(reading, deps.place))
    if (!created.ok) return created.outcome
    opened.set(personId, { reference: created.reference, at: reading.now })
    const heard = { place: { kind: 'personal' as const, personId }, reference: created.reference, name: null, what: 'installed' as const }
    await rememberConversation(heard, reading.now, { store })
    return created.reference
  }

  return {
    async reach(personId, reading): Promise<Reachability> {
      if (referenceOf(personId, reading)) return 'reachable'
      const row = reading.facts.tables.conversations.get(conversationKey({ kind: 'personal', personId }))
      if (row && row.installedAt === null) return 'notInstalled'
      const made = await open(personId, reading)
      if (!('outcome' in made)) return 'reachable'
      if (made.outcome !== 'failed') return 'transient'
      return made.failure === 'throttled' || made.failure === 'notConfigured' || made.safeToRepeat === true ? 'transient' : 'notInstalled'
    },

    async deliverNudge(nudge, reading, mayStillSend) {
      const context = viewContext(reading.facts, reading.today)
      const reader = reading.facts.peopleById.get(nudge.personId) ?? unknownPerson(nudge.personId)
      const reference = referenceOf(nudge.personId, reading)
      if (!reference) return NOWHERE
      const view = nudgeCardView(context, { nudge, reader, tabUrl, snoozeChoices: (one) => snoozeChoices(one, reading.facts) })
      const content = { card: nudgeCard(view), text: null, summary: askOf(view) }
      const sent = await delivery.send(reference, content, mayStillSend)
      if (sent.outcome !== 'failed') return sent
      if (sent.failure === 'tooLarge') return delivery.send(reference, smallContent(view, askOf(view), view.tasksUrl), mayStillSend)
      if (sent.failure !== 'gone') return sent
      // Teams has forgotten the chat and posted nothing: it is opened once more.
      const again = await open(nudge.personId, reading)
      return 'outcome' in again ? sent : delivery.send(again, content, mayStillSend)
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

/** Teams moves people between regions: the service address heard of last is the likeliest. */
function newestPlace({ facts }: Reading, place: CourierDeps['place']): CourierDeps['place'] {
  let newest: { at: string; reference: ConversationReference } | null = null
  for (const row of facts.tables.conversations.values()) {
    const reference = parseReference(row.reference)
    if (reference && row.lastSeenAt !== null && row.lastSeenAt > (newest?.at ?? '')) newest = { at: row.lastSeenAt, reference }
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
  const month = formatMonth(period, view.language)
  const say = translator(botTexts, view.language, view.words)
  if (isHiddenScope(scope, reading.facts)) {
    return smallContent(view, say('subscription.unsubscribed', { scope: scopeWords(scope, null, say) }), view.portfolioUrl)
  }
  return { card: summaryCard(view), text: null, summary: say('summary.notice', { month, sentence: summarySentence(view) }) }
}

const smallContent = (base: CardBase, sentence: string, url: string): Content => ({
  card: messageCard(base, { sentence, url }),
  text: null,
  summary: sentence,
})

const unknownPerson = (personId: PersonId): Person => ({
  key: personId,
  actorId: personId,
  actedAt: '',
  via: 'system',
  schemaVersion: 1,
  personId,
  displayName: '–',
  roles: [],
  area: null,
  deputyId: null,
  deputyFrom: null,
  deputyTo: null,
  language: null,
  pausedUntil: null,
  reach: 'unknown',
})
