import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIST_CODES } from '#data/lists.ts'
import { openLocalLists } from '../local/lists.ts'
import { scenarioNamed } from '../local/scenarios/scenarios.ts'
import { type Benchmark, type Measured, percentile, rounded } from './benchmark.ts'

const DAY = '2026-05-18'
const PER_SECOND = 200
const SECONDS = 5

const agent = new Agent({ keepAlive: true })

/** One answer to its last byte, compressed as it came: unpacking is the reader's own time. */
const answered = (url: string, headers: Record<string, string>): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { ...headers, 'accept-encoding': 'gzip' } }, (response) => {
      response.on('end', resolve)
      response.on('error', reject)
      response.resume()
    }).on('error', reject)
  })

/** Answers at a fixed rate: each request starts on its own tick whether the one before has come back or not. */
async function p95AtFixedRate(url: string, headers: Record<string, string>): Promise<number> {
  const times: number[] = []
  const pending: Promise<void>[] = []
  const started = performance.now()
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const at = started + (n * 1000) / PER_SECOND
    const wait = at - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    pending.push(
      (async () => {
        // Measured from when it should have started, so that a stall is not hidden.
        await answered(url, headers)
        times.push(performance.now() - Math.max(at, started))
      })(),
    )
  }
  await Promise.all(pending)
  return percentile(times, 0.95)
}

/** Reading `large`: what it costs the list server, and how fast and light the API is on top. */
const large: Benchmark = {
  names: ['sync.cold', 'sync.idle', 'api.read', 'api.notModified', 'api.memory'],
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'puls-bench-'))
    const scenario = scenarioNamed('large')
    if (!scenario) throw new Error('no scenario large')
    const now = `${DAY}T07:00:00.000Z`
    const lists = await openLocalLists({
      file: join(folder, 'lists.sqlite'),
      scenario,
      day: DAY,
      now: () => new Date(now),
      wallClock: () => new Date(),
      port: 0,
    })
    const lines: Measured[] = []
    const requestsNow = () => lists.server.requests().length
    const before = requestsNow()
    const child = fork(new URL('./api-process.ts', import.meta.url), { execArgv: [] })
    child.send({
      graphUrl: lists.server.url,
      graphToken: await lists.identity.issueGraphToken({ kind: 'app' }),
      jwks: lists.identity.jwks(),
      now,
      tabFolder: folder,
    })
    const [{ url }] = (await once(child, 'message')) as [{ url: string }]
    lines.push({ name: 'sync.cold', value: requestsNow() - before, unit: 'count' })
    const idleFrom = requestsNow()
    await lists.store.refresh()
    const idle = lists.server.requests().slice(idleFrom)
    lines.push({
      name: 'sync.idle',
      value: rounded(idle.reduce((sum, request) => sum + request.units, 0) / LIST_CODES.length),
      unit: 'units',
    })

    const token = await lists.identity.issueApiToken({ personId: scenario.people[0]?.personId ?? '', name: 'bench' })
    const headers = { authorization: `Bearer ${token}` }
    const first = await fetch(`${url}/api/portfolio`, { headers })
    const etag = first.headers.get('etag') ?? ''
    await first.arrayBuffer()
    lines.push({ name: 'api.read', value: rounded(await p95AtFixedRate(`${url}/api/portfolio`, headers)), unit: 'ms' })
    lines.push({
      name: 'api.notModified',
      value: rounded(await p95AtFixedRate(`${url}/api/portfolio`, { ...headers, 'if-none-match': etag })),
      unit: 'ms',
    })
    child.send('memory')
    const [{ rss }] = (await once(child, 'message')) as [{ rss: number }]
    lines.push({ name: 'api.memory', value: Math.round(rss / 1024 / 1024), unit: 'MiB' })
    child.kill()
    await lists.close()
    rmSync(folder, { recursive: true, force: true })
    return lines
  },
}

export const apiBenchmarks: readonly Benchmark[] = [large]
