import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACT_COLUMN } from '#data/acts.ts'
import { encode } from '#data/codec.ts'
import { createGraph, type Graph, type TokenProvider, type Transport } from '#data/graph.ts'
import { LIST_CODES, LISTS } from '#data/lists.ts'
import { listMark } from '#data/site.ts'
import type { ListCode, Records } from '#domain/model.ts'
import { columnDefinition, provision } from '../lists/provision.ts'
import { KARI, openTestWorld, TEST_SITE, type TestWorld } from '../local/graph/test-world.ts'
import { LOCAL_APP_ID } from '../local/identity/identity.ts'
import { examine, type Finding } from './doctor.ts'

const SITE_URL = `https://${TEST_SITE.hostname}${TEST_SITE.path}`
const now = () => new Date().toISOString()

const graphOf = (world: TestWorld, kind: 'app' | 'admin' = 'app', tokens?: TokenProvider): Graph =>
  createGraph({
    tokens: tokens ?? { token: () => world.identity.issueGraphToken({ kind }) },
    transport: ((url, init) => world.transport(url, init)) as Transport,
    sleep: async () => undefined,
  })

const look = (world: TestWorld, at = now()): Promise<Finding[]> => examine(graphOf(world), SITE_URL, at)
const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code)

/** One sentence on what is wrong, and after it one that says what to do. */
const REMEDY = /(Do it again|Run|Check|Consent|Grant|Index|Switch|Rename|Correct|Fill|Set|Compare|Hand over|Write|Wait|Try|Put|Move) /

const STAMP = { actorId: KARI.id, actedAt: '2026-05-01T07:00:00Z', via: 'tab', schemaVersion: 1 } as const
const person = (key: string, personId: string, roles: string[] = []): Partial<Records['people']> =>
  ({ ...STAMP, key, personId, displayName: key, roles }) as Partial<Records['people']>
const measurement = (n: number, more: object = {}): Partial<Records['measurements']> => ({
  ...STAMP,
  key: `m:${n}`,
  indicatorKey: 'i',
  projectKey: 'p',
  periodKey: '2026-04-30',
  asOf: '2026-04-30',
  value: n,
  ...more,
})

function put<L extends ListCode>(world: TestWorld, list: L, records: Partial<Records[L]>[]): void {
  world.server.store.bulkInsert(
    LISTS[list].display,
    records.map((record) => encode(list, record)),
  )
}

/** Makes a list as the administrator would, with single columns left out or made otherwise. */
async function makeList(
  world: TestWorld,
  list: ListCode,
  change: (name: string, column: Record<string, unknown>) => object | null,
): Promise<void> {
  const columns = [...Object.values(LISTS[list].columns), ACT_COLUMN]
    .filter(({ column }) => column !== 'Title')
    .flatMap((spec) => change(spec.column, columnDefinition(spec)) ?? [])
  const made = await world.call('admin', `POST /sites/${world.server.site.id}/lists`, {
    displayName: LISTS[list].display,
    description: listMark(list),
    columns,
    list: { template: 'genericList' },
  })
  if (made.status !== 201) throw new Error(`${list} was not made: ${made.status} ${made.body.error?.message}`)
}

const without =
  (...names: string[]) =>
  (column: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(column).filter(([name]) => !names.includes(name)))

let world: TestWorld
let findings: Finding[]

beforeAll(async () => {
  world = await openTestWorld()
  for (const list of LIST_CODES) {
    if (list === 'leases') continue
    await makeList(world, list, (name, column) => {
      if (list === 'subscriptions' && name === 'endedOn') return null
      if (list === 'measurements' && name === 'periodKey') return without('indexed')(column)
      if (list === 'conversations' && name === 'key') return without('enforceUniqueValues')(column)
      if (list === 'programmes' && name === 'active') return { name, displayName: 'Aktivt', text: { maxLength: 255 } }
      return column
    })
  }
  put(world, 'people', [person('kari', KARI.id), person('borte', '99999999-0000-4000-8000-000000000000', ['leader'])])
  put(
    world,
    'measurements',
    Array.from({ length: 4100 }, (_, n) => measurement(n)),
  )
  put(world, 'measurements', [measurement(5000, { schemaVersion: 7 })])
  world.server.store.bulkInsert(LISTS.measurements.display, [{ ...encode('measurements', measurement(5001)), asOf: '30.04.2026' }])
  const conversation = { ...STAMP, key: 'samtale', personId: KARI.id, reference: {} }
  world.server.store.bulkInsert(
    LISTS.conversations.display,
    [1, 2].map(() => ({ ...encode('conversations', conversation), reference: '{"a":1}' })),
  )
  findings = await look(world, new Date(Date.now() + 600_000).toISOString())
}, 60_000)
afterAll(() => world.close())

describe('the doctor, in a site with much wrong', () => {
  it.each([
    ['listMissing', /Låser/],
    ['columnMissing', /endedOn/],
    ['notIndexed', /periodKey/],
    ['notUnique', /key.*Samtaler/],
    ['otherType', /active.*Programmer/],
    ['nearThreshold', /Målinger.*4101 rows/],
    ['duplicateKey', /samtale/],
    ['unreadableRow', /30\.04\.2026/],
    ['officeMissing', /office/],
    ['personGone', /99999999-0000-4000-8000-000000000000/],
    ['clockSkew', /10 minutes ahead/],
    ['newerRows', /version 7/],
  ])('finds %s, once, and says what to do', (code, says) => {
    const found = findings.filter((finding) => finding.code === code)
    expect(found).toHaveLength(1)
    expect(found[0]?.text).toMatch(says)
    expect(found[0]?.text).toMatch(REMEDY)
  })

  it('finds nothing else, and changes nothing', async () => {
    expect(findings).toHaveLength(12)
    expect(codesOf(await look(world, new Date(Date.now() + 600_000).toISOString()))).toEqual(codesOf(findings))
  })
})

describe('the doctor, where it does not even get in', () => {
  const only = async (looking: Promise<Finding[]>, code: string) => {
    const found = await looking
    expect(codesOf(found)).toEqual([code])
    expect(found[0]?.text).toMatch(REMEDY)
  }

  it('tells a token Entra will not give from one Graph will not take', async () => {
    const refusal = Object.assign(new Error('no'), { errorCode: 'invalid_client' })
    await only(examine(graphOf(world, 'app', { token: () => Promise.reject(refusal) }), SITE_URL, now()), 'noToken')
    await only(examine(graphOf(world, 'app', { token: async () => 'forged' }), SITE_URL, now()), 'unauthorised')
  })

  it('tells a site that is not there from an address that is none', async () => {
    await only(examine(graphOf(world), 'prosjektpuls', now()), 'siteUrlInvalid')
    await only(examine(graphOf(world), `https://${TEST_SITE.hostname}/sites/annet`, now()), 'notFound')
  })

  it('sees that nothing has been granted', async () => {
    const closed = await openTestWorld({ granted: false })
    await only(look(closed), 'forbidden')
    await closed.close()
  })

  it('sees that Graph is away or throttles', async () => {
    world.server.setFaults({ status: { code: 503 } })
    await only(look(world), 'unavailable')
    world.server.setFaults({ throttle: {} })
    await only(look(world), 'throttled')
    world.server.setFaults({})
  })
})

describe('the doctor, in a site that is well', () => {
  it('finds nothing, then one thing after the other: rights, the directory, an act not finished, a site that is ahead of it', async () => {
    const well = await openTestWorld()
    const made = await provision({ graph: graphOf(well, 'admin'), siteUrl: SITE_URL })
    expect(made).toMatchObject({ ok: true, value: { differing: [], schema: { from: null, to: 1 } } })
    put(well, 'people', [person('kari', KARI.id, ['office'])])
    expect(await look(well)).toEqual([])

    well.server.store.lists.grant({ appId: LOCAL_APP_ID, displayName: 'Prosjektpuls', roles: ['read'] })
    expect(codesOf(await look(well))).toEqual(['readOnly'])
    well.server.store.lists.grant({ appId: LOCAL_APP_ID, displayName: 'Prosjektpuls', roles: ['write'] })

    well.server.setFaults({ match: 'GET .*/users/', status: { code: 403 } })
    const [closed] = await look(well)
    expect([closed?.code, closed?.level, closed?.text]).toEqual(['directoryClosed', 'warning', expect.stringMatching(REMEDY)])
    well.server.setFaults({})

    const mark = JSON.stringify({ id: 'a1', closing: 'log:m:1' })
    well.server.store.bulkInsert(LISTS.measurements.display, [{ ...encode('measurements', measurement(1)), act: mark }])
    const [unfinished] = await look(well, '2026-05-01T08:00:00Z').then((found) => found.filter(({ code }) => code !== 'clockSkew'))
    expect([unfinished?.code, unfinished?.text]).toEqual(['unfinishedAct', expect.stringMatching(REMEDY)])
    expect(unfinished?.text).toContain(`the person ${KARI.id}`)
    expect(unfinished?.text).toContain('Measurements “m:1”')
    expect(codesOf(await look(well))).toEqual([])

    const [version] = well.server.store.listItems(LISTS.settings.display)
    const list = well.server.store.lists.findList(LISTS.settings.display)
    await well.call('owner', `PATCH /sites/${well.server.site.id}/lists/${list?.id}/items/${version?.id}/fields`, {
      value: '{"version":9}',
    })
    expect(codesOf(await look(well))).toEqual(['newerSchema'])
    await well.close()
  })
})
