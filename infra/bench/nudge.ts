import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGraph, type Transport } from '#data/graph.ts'
import { openStore } from '#data/store.ts'
import { benefit, indicator, person, project } from '#domain/facts.fixture.ts'
import type { ConversationRecord } from '#domain/model.ts'
import { createBot } from '../../bot/bot.ts'
import { PER_CONVERSATION, PER_TENANT } from '../../bot/pace.ts'
import type { Adapter } from '../../bot/teams.ts'
import { localTransport } from '../local/graph/transport.ts'
import { type LocalLists, openLocalLists } from '../local/lists.ts'
import type { Scenario, ScenarioRecords } from '../local/scenarios/scenario.ts'
import { type Benchmark, rounded } from './benchmark.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'

const DAY = '2026-05-18'
const START = `${DAY}T07:00:00.000Z`
const PEOPLE = 1_000
const PER_PROJECT = 20
const GRAPH_MS = 150
const TEAMS_MS = 150
const PLACE = { serviceUrl: 'https://teams.invalid/', tenantId: 'tenant', botId: '28:bot' }

const names = Array.from({ length: PEOPLE }, (_, n) => `p${String(n).padStart(4, '0')}`)

/** A thousand people, each with a number that is overdue and a chat with the bot. */
const due: Scenario = {
  name: 'due',
  description: 'A thousand people with a number that is overdue.',
  people: [],
  channels: [],
  records(): ScenarioRecords {
    const projectOf = (n: number) => `project${Math.floor(n / PER_PROJECT)}`
    return {
      people: names.map((name) => person(name)),
      projects: Array.from({ length: PEOPLE / PER_PROJECT }, (_, n) =>
        project({ key: `project${n}`, title: `Prosjekt ${n}`, programmeKey: null }),
      ),
      benefits: names.map((name, n) => benefit({ key: `b-${name}`, projectKey: projectOf(n), ownerId: name })),
      indicators: names.map((name, n) =>
        indicator({ ...{ key: `i-${name}`, benefitKey: `b-${name}`, projectKey: projectOf(n) }, measurerId: name, anchorOn: '2026-04-30' }),
      ),
      conversations: names.map(chatOf),
    }
  },
}

const chatOf = (personId: string): ConversationRecord => ({
  ...{ key: `person:${personId}`, actorId: 'system', actedAt: START, via: 'system', schemaVersion: 1, personId, channel: null },
  ...{ installedAt: START, lastSeenAt: START },
  reference: { kind: 'personal', ...PLACE, conversationId: `a:${personId}`, personId, channelId: null, teamId: null },
})

/** The list server on loopback, every request of which takes as long as Graph's. */
function slowGraph(lists: LocalLists, time: VirtualTime): Transport {
  const transport = localTransport(lists.server.url)
  return async (url, init) => {
    await time.sleep(GRAPH_MS)
    // The time-out of a request is counted in real time, and none of that passes here.
    const { signal: _signal, ...rest } = init
    return time.whileStanding(async () => {
      const answer = await transport(url, rest)
      const body = answer.status === 204 ? null : await answer.text()
      return new Response(body, { status: answer.status, headers: answer.headers })
    })
  }
}

/** Teams that takes everything, and writes down when it came. */
function taking(time: VirtualTime) {
  const taken: { at: number; to: string }[] = []
  const adapter = {
    listen: () => undefined,
    mayCall: () => true,
    send: async (to: { conversationId: string }) => {
      taken.push({ at: time.ms(), to: to.conversationId })
      await time.sleep(TEAMS_MS)
      return { outcome: 'sent', conversation: to.conversationId, activityId: String(taken.length) }
    },
  }
  return { taken, adapter: adapter as unknown as Adapter }
}

/** How near a pass comes to the time that Teams' own limit asks for, when every call of Graph takes 150 ms. */
const run: Benchmark = {
  names: ['nudge.run'],
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'puls-bench-'))
    const clock = { now: () => new Date(START), wallClock: () => new Date() }
    const lists = await openLocalLists({ file: join(folder, 'lists.sqlite'), scenario: due, day: DAY, port: 0, ...clock })
    const time = createVirtualTime()
    const now = () => new Date(Date.parse(START) + time.ms()).toISOString()
    const token = await lists.identity.issueGraphToken({ kind: 'app' })
    const graph = createGraph({ tokens: { token: async () => token }, transport: slowGraph(lists, time), sleep: time.sleep })
    const store = await time.run(openStore({ graph, site: lists.site, now }))
    if (!store.ok) throw new Error(store.code)
    const { taken, adapter } = taking(time)
    const bot = createBot({
      ...{ adapter, store: store.value, now, timer: time, place: PLACE, holder: 'bench', log: () => undefined },
      tabUrl: () => 'https://tab.invalid/',
    })
    const began = time.ms()
    const report = await time.run(bot.runPass(now()))
    const ours = time.ms() - began
    graph.close()
    await lists.close()
    rmSync(folder, { recursive: true, force: true })
    if (report.sent !== PEOPLE || taken.length !== PEOPLE) throw new Error(`${report.sent} of ${PEOPLE} cards were sent`)
    assertWithinLimits(taken)
    const limitsOwn = (PEOPLE / (PER_TENANT[0]?.max ?? 1)) * 1_000
    return [{ name: 'nudge.run', value: rounded(limitsOwn / ours, 3), unit: 'ratio', reference: rounded(limitsOwn / 1_000, 1) }]
  },
}

/** A pass that is fast because it breaks Teams' limits is no pass. */
function assertWithinLimits(taken: readonly { at: number; to: string }[]): void {
  const broken = (times: readonly number[], { ms, max }: { ms: number; max: number }): boolean =>
    times.some((at, n) => n >= max && at - (times[n - max] ?? 0) < ms)
  const byChat = new Map<string, number[]>()
  for (const { at, to } of taken) byChat.set(to, [...(byChat.get(to) ?? []), at])
  const tenant = PER_TENANT.some((limit) =>
    broken(
      taken.map(({ at }) => at),
      limit,
    ),
  )
  const chat = [...byChat.values()].some((times) => PER_CONVERSATION.some((limit) => broken(times, limit)))
  if (tenant || chat) throw new Error('Teams’ limits were broken')
}

export const nudgeBenchmarks: readonly Benchmark[] = [run]
