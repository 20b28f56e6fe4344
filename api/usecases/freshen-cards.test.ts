import { describe, expect, it } from 'vitest'
import { factsOf, indicator, measurement, nudge } from '#domain/facts.fixture.ts'
import { recordingCourier, SENT } from './courier.fixture.ts'
import { freshenCards, freshenSettled } from './freshen-cards.ts'
import { memoryStore } from './memory-store.fixture.ts'
import type { DeliveryOutcome } from './ports.ts'
import { tellingStore, type Written } from './telling-store.ts'

const NOW = '2026-05-20T08:00:00.000Z'
const PERIOD = '2026-04-30'
const step = (indicatorKey: string) => ({
  ...{ obligationKey: `measurement:${indicatorKey}:${PERIOD}`, round: 1 },
  ...{ step: 'first' as const, why: 'measurer' as const },
})
const card = (personId: string, day: string, ...indicators: string[]) =>
  nudge(personId, day, indicators.map(step), { conversation: `a:${personId}`, activityId: `card-${personId}-${day}` })

/** Two numbers are asked for: both of Kari in two cards, the first of Ola too. */
function town(answer: () => DeliveryOutcome = () => SENT) {
  const lists = memoryStore(
    factsOf({
      indicators: ['svartid', 'timer'].map((key) => indicator({ key, anchorOn: PERIOD })),
      nudges: [card('kari', '2026-05-18', 'svartid', 'timer'), card('kari', '2026-05-19', 'timer'), card('ola', '2026-05-19', 'svartid')],
    }),
  )
  const { courier, carried } = recordingCourier(answer)
  const { store } = lists
  const answerNow = (key: string): void => lists.set('measurements', measurement(PERIOD, { indicatorKey: key, periodKey: PERIOD }))
  const noted = () => [...lists.tables().nudges.values()].filter(({ answeredAt }) => answeredAt !== null).map(({ key }) => key)
  return { lists, store, courier, carried, answerNow, noted }
}

describe('an answer given elsewhere', () => {
  it('is drawn into the cards of who gave it, and into others’ where nothing waits any more', async () => {
    const { store, courier, carried, answerNow, noted } = town()
    const before = store.snapshot().facts
    answerNow('svartid')
    const done = { before, by: new Set(['kari']), except: new Set<string>() }
    expect(await freshenCards(done, { now: NOW }, { store, courier })).toBe(2)
    expect(carried).toEqual(['redraw kari:2026-05-18', 'redraw ola:2026-05-19'])
    expect(noted()).toEqual(['ola:2026-05-19'])
  })

  it('leaves a card alone in which somebody else may be typing, and the one that was pressed', async () => {
    const { store, courier, carried, answerNow } = town()
    const before = store.snapshot().facts
    answerNow('svartid')
    const done = { before, by: new Set(['ola']), except: new Set(['card-ola-2026-05-19']) }
    expect(await freshenCards(done, { now: NOW }, { store, courier })).toBe(0)
    expect(carried).toEqual([])
  })

  it('does nothing where no question has changed', async () => {
    const { store, courier, carried } = town()
    const done = { before: store.snapshot().facts, by: new Set(['kari']), except: new Set<string>() }
    await freshenCards(done, { now: NOW }, { store, courier })
    expect(carried).toEqual([])
  })
})

describe('the day’s pass', () => {
  it('draws anew what was settled while nobody here was told, once', async () => {
    const { store, courier, carried, answerNow, noted } = town()
    answerNow('timer')
    expect(await freshenSettled({ now: NOW }, { store, courier })).toBe(1)
    expect(await freshenSettled({ now: NOW }, { store, courier })).toBe(0)
    expect(carried).toEqual(['redraw kari:2026-05-19'])
    expect(noted()).toEqual(['kari:2026-05-19'])
  })

  it('tries again the next time where Teams would not', async () => {
    const { store, courier, carried, answerNow, noted } = town(() => ({ outcome: 'failed', failure: 'throttled', detail: '429' }))
    answerNow('timer')
    await freshenSettled({ now: NOW }, { store, courier })
    await freshenSettled({ now: NOW }, { store, courier })
    expect(carried).toHaveLength(2)
    expect(noted()).toEqual([])
  })
})

describe('the store that tells', () => {
  it('tells of what may change a question, once it stands, and of nothing else', async () => {
    const { store, lists } = town()
    const told: Written[] = []
    const telling = tellingStore(store, (act) => told.push(act))
    const before = store.snapshot().facts
    const actor = { personId: 'kari', via: 'tab' as const, now: NOW }
    const create = { op: 'create' as const, list: 'measurements' as const, record: measurement(PERIOD, { indicatorKey: 'svartid' }) }
    await telling.write([create], actor)
    await telling.write([create], actor)
    const record = { key: 'log:1', what: 'x', refKey: 'y', before: null, after: null, why: null }
    await telling.write([{ op: 'create', list: 'log', record }], actor)
    expect(told).toEqual([{ before, by: 'kari' }])
    expect(lists.tables().log.size).toBe(1)
  })
})
