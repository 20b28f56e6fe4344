import type { TabUrl } from '#contract/card-views.ts'
import type { ErrorCode } from '#contract/errors.ts'
import { sentenceOf } from '#contract/texts/refusals.ts'
import type { Instant } from '#domain/model.ts'
import type { Courier } from '#usecases/courier.ts'
import { freshenSettled } from '#usecases/freshen-cards.ts'
import type { Presence, Store } from '#usecases/ports.ts'
import { postSummaries, type SummaryReport } from '#usecases/post-summaries.ts'
import { readAbsence } from '#usecases/read-absence.ts'
import { type Heard, rememberConversation } from '#usecases/remember-conversation.ts'
import { type PassReport, runNudges } from '#usecases/run-nudges.ts'
import type { Written } from '#usecases/telling-store.ts'
import { parseAnswer } from './answers.ts'
import { answerNudge } from './card-actions.ts'
import { createCatchUp } from './catch-up.ts'
import { answerText, help } from './conversation.ts'
import { type CourierDeps, createCourier } from './courier.ts'
import { createDelivery } from './delivery.ts'
import type { BotEvent } from './events.ts'
import { baseOf, frameOf } from './frame.ts'
import type { Log } from './log.ts'
import { withoutThread } from './reference.ts'
import { createSenderLimit } from './sender-limit.ts'
import type { Adapter, Answer } from './teams.ts'
import { realTimer, type Timer } from './timer.ts'
import type { Said } from './turn.ts'

export interface BotOptions {
  adapter: Adapter
  store: Store
  /** The instant of an event; the clock is read by whoever composes. */
  now: () => Instant
  tabUrl: TabUrl
  /** Where a chat is opened with somebody who has not written yet: service address, tenant, and the bot's id (`28:…`). */
  place: { serviceUrl: string; tenantId: string | null; botId: string }
  /** Names this instance in leases and claims; the same after a restart. */
  holder: string
  log: Log
  /** Who is out of office, where the municipality has consented to that being read. */
  presence?: Presence
  /** Gives a person the app, where the municipality has consented to that. */
  install?: CourierDeps['install']
  timer?: Timer
  /** Messages and pressed buttons taken from one person in a minute. */
  perMinute?: number
}

/** More than anybody writes and presses by hand. */
const PER_MINUTE = 60

export interface Bot {
  courier: Courier
  /** The day's pass, then the channels' summaries, then the cards that were settled unnoticed. One at a time: a second call waits for the first. */
  runPass(now: Instant): Promise<PassReport & { summaries: SummaryReport }>
  /** To be told of each act done elsewhere than in a card, so that the cards in the chats are drawn anew. */
  written(act: Written): void
  /** When everything begun by an answer (updates of cards, notes in the ledger) is done. */
  idle(): Promise<void>
}

/** Wires the bot to its adapter: what comes in is answered, and passes can be run. */
export function createBot(options: BotOptions): Bot {
  const { adapter, store, now, tabUrl, log } = options
  const timer = options.timer ?? realTimer
  const delivery = createDelivery(adapter, timer)
  const { place, install } = options
  const courier = createCourier({ adapter, delivery, store, tabUrl, place, ...(install && { install }) })
  const hear = createSenderLimit(options.perMinute ?? PER_MINUTE)
  const underWay = new Set<Promise<unknown>>()
  const afterwards = (work: Promise<unknown>): void => {
    const watched = work.catch((error: unknown) => log('afterwardsFailed', { cause: error instanceof Error ? error.name : 'unknown' }))
    underWay.add(watched)
    watched.finally(() => underWay.delete(watched))
  }
  const catchUp = createCatchUp({ store, courier, now, timer, afterwards })
  const deps = { store, now, tabUrl, courier, delivery, afterwards, catchUp }

  async function remember(event: BotEvent, what: Heard['what']): Promise<{ first: boolean }> {
    const { conversation } = event
    const reference = withoutThread(conversation)
    if (conversation.kind === 'personal' && conversation.personId !== null) {
      const place = { kind: 'personal' as const, personId: conversation.personId }
      return rememberConversation({ place, reference, name: await nameOf(event), what }, now(), { store })
    }
    if (conversation.kind === 'channel' && conversation.channelId !== null) {
      const place = { kind: 'channel' as const, channelId: conversation.channelId }
      return rememberConversation({ place, reference, name: null, what }, now(), { store })
    }
    return { first: false }
  }

  /** An installation comes without a name: it is looked up among the chat's members, once, for somebody not yet known. */
  async function nameOf({ from, conversation }: BotEvent): Promise<string | null> {
    const { personId } = conversation
    if (from.name !== null || personId === null || store.snapshot().facts.peopleById.has(personId)) return from.name
    return (await adapter.members(conversation)).find((member) => member.personId === personId)?.name ?? null
  }

  async function answer(event: BotEvent): Promise<Answer> {
    if (event.type === 'removed') {
      await remember(event, 'removed')
      return { kind: 'nothing' }
    }
    if (event.type === 'installed') {
      const { first } = await remember(event, 'installed')
      return first ? { kind: 'content', content: welcome(event) } : { kind: 'nothing' }
    }
    const hearing = hear(event.from.personId ?? event.conversation.conversationId, timer.ms())
    if (hearing === 'leave' && event.type === 'message') return { kind: 'nothing' }
    if (hearing !== 'answer') return refused('tooManyRequests', event)
    if (event.type === 'message') {
      if (event.conversation.kind !== 'personal' && !event.mentionsBot) return { kind: 'nothing' }
      await remember(event, 'spoke')
      return { kind: 'content', content: await answerText(event, deps) }
    }
    const parsed = parseAnswer(event.verb, event.data)
    if (!parsed.ok) {
      log('cardActionRefused', { code: parsed.code, field: parsed.field })
      return refused(parsed.code, event)
    }
    if (parsed.value.kind === 'command') {
      return { kind: 'content', content: await answerText({ ...event, text: parsed.value.text }, deps) }
    }
    return answerNudge(event, parsed.value.answer, deps)
  }

  /** A sentence, so that the person sees what to do and not which field of ours was wrong. */
  function refused(code: ErrorCode, { from, locale }: BotEvent): Answer {
    const frame = frameOf(deps)
    const base = baseOf(frame, from.personId === null ? null : (frame.facts.peopleById.get(from.personId) ?? null), locale)
    return { kind: 'refused', code, text: sentenceOf({ code }, base.language, base.words) }
  }

  function welcome(event: Pick<Said, 'from' | 'conversation' | 'locale'>) {
    const frame = frameOf(deps)
    const { personId } = event.conversation
    const person = personId === null ? null : (frame.facts.peopleById.get(personId) ?? null)
    return help({ frame, base: baseOf(frame, person, event.locale), person, said: { ...event, text: '' }, deps })
  }

  adapter.listen(answer)
  let pass: Promise<unknown> = Promise.resolve()
  return {
    courier,
    runPass(at) {
      const run = async () => {
        const away = options.presence ? await readAbsence({ now: at }, { store, presence: options.presence }) : new Map()
        const nudges = await runNudges({ now: at, away }, { store, courier, holder: options.holder, clock: now })
        const nothing: SummaryReport = { posted: 0, updated: 0, unknown: 0, failed: 0 }
        const { holder } = options
        if (!nudges.ran) return { ...nudges, summaries: nothing }
        const summaries = await postSummaries({ now: at }, { store, courier, holder, clock: now })
        await freshenSettled({ now: at }, { store, courier })
        return { ...nudges, summaries }
      }
      const mine = pass.then(run, run)
      pass = mine
      return mine
    },
    written: (act) => catchUp(act),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
