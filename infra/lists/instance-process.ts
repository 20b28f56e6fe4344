// For tests: one app instance in a process of its own, over a list server elsewhere. It races another for leases and ledger rows.
import { createGraph, type Transport } from '#data/graph.ts'
import { openSite } from '#data/site.ts'
import { type GraphStore, openStore } from '#data/store.ts'
import { minutesAfter, takeLease } from '#usecases/pass-lease.ts'
import { localTransport } from '../local/graph/transport.ts'

export interface InstanceStart {
  graphUrl: string
  graphToken: string
  siteUrl: string
  holder: string
  now: string
  rounds: number
}

/** Which of the numbered leases and ledger rows this instance got. */
export interface Won {
  leases: number[]
  rows: number[]
  /** Why it did not get the others. */
  refusals: string[]
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

async function race(store: GraphStore, { holder, rounds }: InstanceStart, now: string): Promise<Won> {
  const won: Won = { leases: [], rows: [], refusals: [] }
  for (const n of numbers(rounds)) {
    if (await takeLease({ name: `pass:${n}`, holder, clock: () => now, store })) won.leases.push(n)
    const claim = { state: 'claimed' as const, claimedBy: `${holder}:${n}:${now}`, claimedUntil: minutesAfter(now, 5) }
    const person = { personId: 'p', day: '2026-05-18', steps: [] }
    const rest = { conversation: null, activityId: null, outcome: null, answeredAt: null }
    const record = { key: `nudge:${n}:${now}`, ...person, ...claim, ...rest }
    const written = await store.write([{ op: 'create', list: 'nudges', record }], { personId: 'system', via: 'system', now })
    if (written.ok) won.rows.push(n)
    else won.refusals.push(written.code)
  }
  return won
}

let start: InstanceStart
let store: GraphStore

process.on('message', async (message: InstanceStart | { race: string }) => {
  if ('race' in message) {
    await store.refresh()
    process.send?.({ refreshed: true })
    process.send?.(await race(store, start, message.race))
    return
  }
  start = message
  const graph = createGraph({
    tokens: { token: async () => message.graphToken },
    transport: localTransport(message.graphUrl) as Transport,
    sleep: async () => undefined,
  })
  const site = await openSite(graph, message.siteUrl)
  if (!site.ok) throw new Error(site.code)
  const opened = await openStore({ graph, site: site.value, now: () => message.now })
  if (!opened.ok) throw new Error(opened.code)
  store = opened.value
  process.send?.({ ready: true })
})
