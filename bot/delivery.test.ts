import { describe, expect, it } from 'vitest'
import { createDelivery } from './delivery.ts'
import type { SendOutcome } from './outcomes.ts'
import { createQueue, PER_CONVERSATION, PER_TENANT } from './pace.ts'
import type { ConversationReference } from './reference.ts'
import type { Adapter, Content, CreateOutcome } from './teams.ts'
import type { Timer } from './timer.ts'

/** Time that passes only when somebody waits: the earliest sleeper wakes first. */
function fakeTimer(): Timer & { elapsed(): number } {
  let now = 0
  const sleepers: { at: number; wake: () => void }[] = []
  const step = (): void => {
    sleepers.sort((a, b) => a.at - b.at)
    const next = sleepers.shift()
    if (!next) return
    now = Math.max(now, next.at)
    next.wake()
  }
  return {
    ms: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ at: now + ms, wake: resolve })
        setImmediate(step)
      }),
    elapsed: () => now,
  }
}

const reference = (id: string): ConversationReference => ({
  kind: 'personal',
  serviceUrl: 'http://127.0.0.1/',
  conversationId: id,
  tenantId: null,
  botId: '28:bot',
  personId: id,
  channelId: null,
  teamId: null,
})
const content: Content = { card: {}, text: null, summary: null }
const sent: SendOutcome = { outcome: 'sent', conversation: 'c', activityId: '1' }

/** An adapter that records when it was asked, and answers in turn. */
function recording(timer: Timer, answers: SendOutcome[] = []) {
  const asked: { at: number; what: string }[] = []
  const answer = async (what: string): Promise<SendOutcome> => {
    asked.push({ at: timer.ms(), what })
    return answers.shift() ?? sent
  }
  const adapter = {
    send: (to: ConversationReference) => answer(`send ${to.conversationId}`),
    postToChannel: (to: ConversationReference) => answer(`post ${to.conversationId}`),
    update: (_to: ConversationReference, id: string, given: Content) => answer(`update ${id} ${given.summary}`),
  } as unknown as Adapter
  return { adapter, asked }
}

describe('a card that has waited until nothing may be sent', () => {
  it('is held back when its turn comes, also between two tries', async () => {
    const timer = fakeTimer()
    const throttled: SendOutcome = { outcome: 'failed', failure: 'throttled', detail: '429', safeToRepeat: true, retryAfterMs: 60_000 }
    const { adapter, asked } = recording(timer, [throttled])
    const delivery = createDelivery(adapter, timer)
    const outcome = await delivery.send(reference('kari'), content, () => timer.ms() < 30_000)
    expect(outcome).toMatchObject({ outcome: 'failed', failure: 'quietHours' })
    expect(asked).toHaveLength(1)
  })
})

describe('within Teams’ limits', () => {
  it('a thousand people get their cards in the limit’s own time, never more than 30 in a second', async () => {
    const timer = fakeTimer()
    const { adapter, asked } = recording(timer)
    const delivery = createDelivery(adapter, timer)
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => delivery.send(reference(`p${n}`), content)))
    expect(asked).toHaveLength(1_000)
    const times = asked.map(({ at }) => at).sort((a, b) => a - b)
    for (let n = 30; n < times.length; n += 1) expect((times[n] ?? 0) - (times[n - 30] ?? 0)).toBeGreaterThanOrEqual(1_000)
    expect(timer.elapsed()).toBeLessThanOrEqual(34_000)
  })

  it.each(PER_CONVERSATION.slice(0, 3))('one conversation gets at most $max in $ms ms', ({ ms, max }) => {
    const queue = createQueue(PER_CONVERSATION)
    const times = Array.from({ length: 200 }, () => queue.next(0))
    for (let n = max; n < times.length; n += 1) expect((times[n] ?? 0) - (times[n - max] ?? 0)).toBeGreaterThanOrEqual(ms)
  })

  it('is not held back when there is room', () => {
    const queue = createQueue(PER_TENANT)
    expect(Array.from({ length: 30 }, () => queue.next(5_000))).toEqual(Array.from({ length: 30 }, () => 5_000))
    expect(queue.next(5_000)).toBe(6_000)
    expect(queue.next(9_000)).toBe(9_000)
  })
})

describe('what is repeated', () => {
  it('429 is asked again after Retry-After, and holds everything else back meanwhile', async () => {
    const timer = fakeTimer()
    const throttled: SendOutcome = { outcome: 'failed', failure: 'throttled', detail: '429', safeToRepeat: true, retryAfterMs: 3_000 }
    const { adapter, asked } = recording(timer, [throttled])
    const delivery = createDelivery(adapter, timer, () => 0)
    expect(await delivery.send(reference('kari'), content)).toEqual(sent)
    expect(asked.map(({ at }) => at)).toEqual([0, 3_000])
  })

  it('429 holds back those who already had their place, and never asks before its time, but a little after', async () => {
    const timer = fakeTimer()
    const throttled: SendOutcome = { outcome: 'failed', failure: 'throttled', detail: '429', safeToRepeat: true, retryAfterMs: 10_000 }
    const { adapter, asked } = recording(timer, [throttled])
    const delivery = createDelivery(adapter, timer, () => 0.5)
    await Promise.all(Array.from({ length: 90 }, (_, n) => delivery.send(reference(`p${n}`), content)))
    const later = asked.map(({ at }) => at).filter((at) => at > 0)
    expect(Math.min(...later)).toBeGreaterThanOrEqual(11_250)
    expect(asked).toHaveLength(91)
    for (let n = 30; n < later.length; n += 1) expect((later[n] ?? 0) - (later[n - 30] ?? 0)).toBeGreaterThanOrEqual(1_000)
  })

  it('an order to wait for an hour is obeyed without keeping anything under way: what comes after is not even asked', async () => {
    const timer = fakeTimer()
    const throttled: SendOutcome = { outcome: 'failed', failure: 'throttled', detail: '429', safeToRepeat: true, retryAfterMs: 3_600_000 }
    const { adapter, asked } = recording(timer, [throttled])
    const delivery = createDelivery(adapter, timer, () => 0)
    expect(await delivery.send(reference('kari'), content)).toEqual({ outcome: 'failed', failure: 'throttled', detail: '429' })
    expect(await delivery.send(reference('per'), content)).toEqual({ outcome: 'failed', failure: 'throttled', detail: 'held' })
    expect([asked.length, timer.elapsed()]).toEqual([1, 0])
    await Promise.all([timer.sleep(3_600_000)])
    expect(await delivery.send(reference('per'), content)).toEqual(sent)
  })

  it('opening a chat posts nothing, so an ambiguous answer is asked again, within the tenant’s limit', async () => {
    const timer = fakeTimer()
    const answers: CreateOutcome[] = [
      { ok: false, outcome: { outcome: 'unknown', detail: '502' } },
      { ok: true, reference: reference('kari') },
    ]
    const times: number[] = []
    const adapter = {
      createPersonal: async () => {
        times.push(timer.ms())
        return answers.shift() ?? { ok: true, reference: reference('other') }
      },
    } as unknown as Adapter
    const delivery = createDelivery(adapter, timer, () => 0)
    const place = { serviceUrl: 'http://127.0.0.1/', tenantId: null, botId: '28:bot' }
    expect(await delivery.open('kari', place)).toEqual({ ok: true, reference: reference('kari') })
    expect(times).toEqual([0, 1_000])
    await Promise.all(Array.from({ length: 60 }, (_, n) => delivery.open(`p${n}`, place)))
    for (let n = 30; n < times.length; n += 1) expect((times[n] ?? 0) - (times[n - 30] ?? 0)).toBeGreaterThanOrEqual(1_000)
  })

  it('429 for ever ends as failed, without a fifth try', async () => {
    const timer = fakeTimer()
    const throttled: SendOutcome = { outcome: 'failed', failure: 'throttled', detail: '429', safeToRepeat: true, retryAfterMs: null }
    const { adapter, asked } = recording(timer, [throttled, throttled, throttled, throttled, throttled])
    const outcome = await createDelivery(adapter, timer).send(reference('kari'), content)
    expect(outcome).toEqual({ outcome: 'failed', failure: 'throttled', detail: '429' })
    expect(asked).toHaveLength(4)
  })

  it.each<SendOutcome>([
    { outcome: 'unknown', detail: '502' },
    { outcome: 'failed', failure: 'blocked', detail: '403' },
  ])('$outcome is left alone', async (answer) => {
    const timer = fakeTimer()
    const { adapter, asked } = recording(timer, [answer])
    expect(await createDelivery(adapter, timer).send(reference('kari'), content)).toEqual(answer)
    expect(asked).toHaveLength(1)
  })
})

describe('updates of one card', () => {
  it('follow each other, each made when its turn has come', async () => {
    const timer = fakeTimer()
    const { adapter, asked } = recording(timer)
    const delivery = createDelivery(adapter, timer)
    let state = 'first'
    const one = delivery.update(reference('kari'), 'a1', () => ({ ...content, summary: state }))
    const two = delivery.update(reference('kari'), 'a1', () => ({ ...content, summary: state }))
    state = 'newest'
    await Promise.all([one, two])
    expect(asked.map(({ what }) => what).at(-1)).toBe('update a1 newest')
  })
})
