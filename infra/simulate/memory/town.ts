import { addDays } from '#domain/dates.ts'
import { benefit, factsOf, indicator, measurement, peopleWith, person, programme, project } from '#domain/facts.fixture.ts'
import type { Facts } from '#domain/facts.ts'
import type { CivilDate, ConversationRecord, Subscription } from '#domain/model.ts'

/** The channel that subscribes to the portfolio's summary. */
export const CHANNEL = '19:ledergruppe@thread.tacv2'

const stamp = { actorId: 'import', actedAt: '2025-01-01T08:00:00Z', via: 'import' as const, schemaVersion: 1 }
const PLACE = { serviceUrl: 'https://teams.invalid/', tenantId: 'tenant', botId: '28:bot' }

/**
 * A small municipality with much to be asked about: some numbers long overdue, some due today, status reports, people who
 * answer for several things, one who has left, one without the app, and an office of two.
 */
export function smallTown(today: CivilDate, random: () => number): Facts {
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)] as T
  const names = ['kari', 'per', 'eva', 'ola', 'liv'] as const
  const people = [
    ...names.map((name) => person(name, { reach: random() < 0.1 ? 'unknown' : 'ok', deputyId: random() < 0.2 ? pick(names) : null })),
    person('espen', { reach: 'left' }),
    ...['anne', 'bo'].map((name) => person(name, { roles: ['office'] })),
    person('leader', { roles: ['leader'] }),
  ]
  const projects = ['p1', 'p2', 'p3'].map((key, n) =>
    project({
      ...{ key, title: `Prosjekt ${n + 1}`, ownerId: pick(names), managerId: pick(names), phase: n === 0 ? 'deliver' : 'realise' },
      ...(n === 2 && random() < 0.3 && { state: 'onHold', holdFrom: addDays(today, -20), holdTo: addDays(today, 20) }),
    }),
  )
  const keys = Array.from({ length: 7 }, (_, n) => `i${n}`)
  const indicators = keys.map((key, n) =>
    indicator({
      ...{ key, title: `Måling ${n}`, projectKey: n % 2 === 0 ? 'p2' : 'p3', benefitKey: `b${n}`, activePhases: ['realise'] },
      measurerId: random() < 0.1 ? 'espen' : random() < 0.1 ? null : pick(names),
      deputyId: random() < 0.2 ? pick(names) : null,
      anchorOn: addDays(today, -(15 + Math.floor(random() * 50))),
      frequency: pick(['monthly', 'quarterly', 'yearly'] as const),
    }),
  )
  return factsOf({
    people: peopleWith(...people),
    programmes: [programme({ ownerId: pick(names) })],
    projects,
    benefits: keys.map((_key, n) => benefit({ key: `b${n}`, projectKey: n % 2 === 0 ? 'p2' : 'p3', ownerId: pick(names) })),
    indicators,
    measurements: [measurement(addDays(today, -200), { indicatorKey: 'i0', projectKey: 'p2' })],
    conversations: [...people.filter(({ reach }) => reach === 'ok').map(({ personId }) => chatOf(personId)), channel()],
    subscriptions: [summary()],
  })
}

const chatOf = (personId: string): ConversationRecord => ({
  ...{ ...stamp, key: `person:${personId}`, personId, channel: null, installedAt: stamp.actedAt, lastSeenAt: stamp.actedAt },
  reference: { kind: 'personal', ...PLACE, conversationId: `a:${personId}`, personId, channelId: null, teamId: null },
})

const channel = (): ConversationRecord => ({
  ...{ ...stamp, key: `channel:${CHANNEL}`, personId: null, channel: CHANNEL, installedAt: stamp.actedAt, lastSeenAt: stamp.actedAt },
  reference: { kind: 'channel', ...PLACE, conversationId: CHANNEL, personId: null, channelId: CHANNEL, teamId: '19:team' },
})

const summary = (): Subscription => ({
  ...{ ...stamp, key: `${CHANNEL}:portfolio`, channel: CHANNEL, scope: 'portfolio', scopeKey: null, rhythm: 'monthly' },
  ...{ language: null, currentActivityId: null, currentPeriod: null, endedOn: null },
})
