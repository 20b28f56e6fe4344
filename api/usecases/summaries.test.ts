import { describe, expect, it } from 'vitest'
import { factsOf, peopleWith, person, project, setting } from '#domain/facts.fixture.ts'
import type { Subscription } from '#domain/model.ts'
import { recordingCourier, SENT } from './courier.fixture.ts'
import { memoryStore } from './memory-store.fixture.ts'
import type { DeliveryOutcome } from './ports.ts'
import { postSummaries } from './post-summaries.ts'
import { unsubscribe } from './unsubscribe.ts'

/** The third open day of a month, ten in the morning. */
const NOW = '2026-06-03T08:00:00.000Z'

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  ...{ key: 'c:project', actorId: 'owner', actedAt: '2026-05-04T08:00:00.000Z', via: 'bot', schemaVersion: 1 },
  ...{ channel: 'c', scope: 'project', scopeKey: 'project', rhythm: 'monthly', language: null, endedOn: null },
  currentActivityId: 'may-post',
  currentPeriod: '2026-05',
  ...more,
})

function channel(subscriptions: Subscription[], restricted: boolean) {
  const people = peopleWith(person('leader', { roles: ['leader'] }), person('admin', { roles: ['admin'] }))
  const lists = memoryStore(factsOf({ people, projects: [project({ restricted })], subscriptions }))
  const runningNow = () => [...lists.tables().subscriptions.values()].filter(({ endedOn }) => endedOn === null).map(({ key }) => key)
  return { ...lists, runningNow }
}

describe('a summary of a new month', () => {
  it.each([
    ['is posted within the hours', NOW, ['post c:project 2026-06']],
    ['waits when the pass has lasted until four', '2026-06-03T14:00:00.000Z', []],
  ])('%s', async (_what, clock, expected) => {
    const { courier, carried } = recordingCourier()
    await postSummaries({ now: NOW }, { store: channel([subscription()], false).store, courier, holder: 'one', clock: () => clock })
    expect(carried).toEqual(expected)
  })
})

describe('the rhythm of a summary', () => {
  const days = async (start: Subscription, dates: readonly string[]) => {
    const meetings = setting('meetings', '2026-01-01', { project: ['2026-06-11'] })
    const lists = memoryStore(factsOf({ projects: [project()], subscriptions: [start], settings: [meetings] }))
    const { courier, carried } = recordingCourier()
    for (const date of dates) {
      const now = `${date}T08:00:00.000Z`
      await postSummaries({ now }, { store: lists.store, courier, holder: 'one', clock: () => now })
    }
    return carried
  }

  it('weekly: a post each week, changed in place until the next', async () => {
    const posts = await days(subscription({ rhythm: 'weekly', currentPeriod: '2026-W22' }), ['2026-06-01', '2026-06-03', '2026-06-08'])
    expect(posts).toEqual(['post c:project 2026-W23', 'update c:project 2026-W23', 'post c:project 2026-W24'])
  })

  it('before a meeting: the last open day before it, and nothing when no meeting is to come', async () => {
    const start = subscription({ rhythm: 'beforeMeeting' })
    expect(await days(start, ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12'])).toEqual([
      'post c:project 2026-06-11',
      'update c:project 2026-06-11',
    ])
  })
})

describe('the summary of a project that has become restricted', () => {
  const pass = async (answer: DeliveryOutcome, start: Subscription) => {
    const { store, runningNow } = channel([start], true)
    const { courier, carried } = recordingCourier(() => answer)
    await postSummaries({ now: NOW }, { store, courier, holder: 'one', clock: () => NOW })
    return { carried, running: runningNow() }
  }

  it('ends by itself, after its last post has been emptied', async () => {
    expect(await pass(SENT, subscription())).toEqual({ carried: ['update c:project 2026-05'], running: [] })
  })

  it('ends at once when nothing was posted, or the post is gone', async () => {
    expect(await pass(SENT, subscription({ currentActivityId: null }))).toEqual({ carried: [], running: [] })
    expect((await pass({ outcome: 'failed', failure: 'gone', detail: '404' }, subscription())).running).toEqual([])
  })

  it('is tried again when the post could not be emptied', async () => {
    expect((await pass({ outcome: 'unknown', detail: '502' }, subscription())).running).toEqual(['c:project'])
  })

  it('ends for a programme of nothing else too, and goes on for one with an open project', async () => {
    const programme = subscription({ key: 'c:programme', scope: 'programme', scopeKey: 'programme', currentActivityId: null })
    expect(await pass(SENT, programme)).toEqual({ carried: [], running: [] })
    const { store, runningNow } = channel([programme], false)
    await postSummaries({ now: NOW }, { store, courier: recordingCourier().courier, holder: 'one', clock: () => NOW })
    expect(runningNow()).toEqual(['c:programme'])
  })
})

describe('a summary of which nobody knows whether it was posted', () => {
  const NEXT_DAY = '2026-06-04T08:00:00.000Z'
  const passes = async (start: Subscription, answer: DeliveryOutcome, times: readonly string[]) => {
    const { store, tables } = channel([start], false)
    const { courier, carried } = recordingCourier(() => answer)
    for (const now of times) await postSummaries({ now }, { store, courier, holder: 'one', clock: () => now })
    return { carried, log: [...tables().log.values()].map(({ what, refKey, after }) => ({ what, refKey, after })) }
  }
  const line = (detail: string) => ({ what: 'summaryUnknown', refKey: 'c:project', after: { period: '2026-06', detail } })

  it('stands in the log once, and is not posted again', async () => {
    const { carried, log } = await passes(subscription(), { outcome: 'unknown', detail: '502' }, [NOW, NEXT_DAY])
    expect(carried).toEqual(['post c:project 2026-06'])
    expect(log).toEqual([line('502')])
  })

  it('also when the pass that claimed it died, but not while it is under way', async () => {
    const claimed = subscription({ currentPeriod: '2026-06', currentActivityId: null, actedAt: NOW })
    expect(await passes(claimed, SENT, ['2026-06-03T08:09:00.000Z'])).toEqual({ carried: [], log: [] })
    expect(await passes(claimed, SENT, ['2026-06-03T08:10:00.000Z', NEXT_DAY])).toEqual({ carried: [], log: [line('claimExpired')] })
  })

  it('leaves no line when it was posted or certainly was not', async () => {
    expect((await passes(subscription(), SENT, [NOW, NEXT_DAY])).log).toEqual([])
    expect((await passes(subscription(), { outcome: 'failed', failure: 'throttled', detail: '429' }, [NOW])).log).toEqual([])
  })
})

describe('ending a channel’s summaries', () => {
  const portfolio = subscription({ key: 'c:portfolio', scope: 'portfolio', scopeKey: null })
  const end = async (personId: string, subscriptions: Subscription[], restricted: boolean) => {
    const { store, runningNow } = channel(subscriptions, restricted)
    const asker = { personId, via: 'bot' as const, now: NOW, today: NOW.slice(0, 10) }
    return { result: await unsubscribe({ channel: 'c', scope: null }, asker, { store }), running: runningNow() }
  }

  it.each([['nobody'], ['measurer'], ['owner']])('of a restricted project is not for %s', async (personId) => {
    const { result, running } = await end(personId, [subscription()], true)
    expect(result).toMatchObject({ ok: false, code: 'unknownProject' })
    expect(running).toEqual(['c:project'])
  })

  it.each([['leader'], ['office'], ['admin']])('of a restricted project is for the %s', async (personId) => {
    const { result, running } = await end(personId, [subscription()], true)
    expect(result).toMatchObject({ ok: true, value: { ended: 1 } })
    expect(running).toEqual([])
  })

  it('of an open project is for its owner, and ends nothing when one of several is not theirs', async () => {
    expect((await end('owner', [subscription()], false)).running).toEqual([])
    const { result, running } = await end('owner', [subscription(), portfolio], false)
    expect(result).toMatchObject({ ok: false, code: 'notAllowed' })
    expect(running).toEqual(['c:project', 'c:portfolio'])
  })
})
