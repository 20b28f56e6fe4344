import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portfolioDetailsView, rankedView, savedViewsView } from '#contract/portfolio-details-view.ts'
import { openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
const RESTRICTED = 'tidlig-innsats'
/** Employee, measurer, project owner, leader, office, administrator. */
const ROLES = ['nora', 'kari', 'per', 'ingrid', 'anne', 'jonas'] as const

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ scenario: 'demo', day: DAY })
})
afterAll(() => api.close())

const details = async (as: string) => (await api.ask(as, { url: '/api/portfolio/details' })).body
const post = (as: string, url: string, payload: object) => api.ask(as, { method: 'POST', url: `/api/portfolio/${url}`, payload })
const move = (as: string, projectKey: string, more: object) => post(as, 'rank', { projectKey, seenRank: null, ...more })
const tables = () => api.lists.store.snapshot().facts.tables
const rankOf = (key: string) => tables().projects.get(key)?.rank ?? null

describe('details of the portfolio', () => {
  it('are there for each project a person may see, and for no other', async () => {
    const seen = await details('nora')
    expect(portfolioDetailsView.safeParse(seen).success).toBe(true)
    const { projects } = (await api.ask('nora', { url: '/api/portfolio' })).body
    expect(seen.projects.map((one: { key: string }) => one.key).sort()).toEqual(projects.map((one: { key: string }) => one.key).sort())
    expect(JSON.stringify(seen)).not.toContain(RESTRICTED)
    expect(JSON.stringify(await details('anne'))).toContain(RESTRICTED)
  })

  it('say which numbers are lacking and why, as the overdue answers do', async () => {
    const seen = await details('anne')
    const { projects } = (await api.ask('anne', { url: '/api/portfolio' })).body
    for (const project of projects) {
      const overdue = project.overdue.filter((one: { kind: string }) => one.kind === 'measurement').length
      const row = seen.projects.find((one: { key: string }) => one.key === project.key)
      expect([project.key, row.lacking.filter((one: { why: string }) => one.why === 'overdue').length]).toEqual([project.key, overdue])
      expect(row.withoutIndicator).toHaveLength(project.benefits.withoutIndicator)
    }
  })
})

describe('the order of priority', () => {
  it.each(ROLES)('is moved by leaders and office only: %s', async (name) => {
    const may = name === 'ingrid' || name === 'anne'
    expect((await details(name)).can.rank).toBe(may)
    const answer = await move(name, 'innolab', { place: 'first', seenRank: rankOf('innolab') })
    expect([answer.status, answer.body.error?.code]).toEqual(may ? [200, undefined] : [403, 'notAllowed'])
  })

  it('records who moved what, from where to where and why, and a repeat changes nothing', async () => {
    const [first, second] = [...tables().projects.values()].filter(({ state, restricted }) => state === 'active' && !restricted)
    const a = first?.key ?? ''
    const b = second?.key ?? ''
    await move('anne', a, { place: 'first', seenRank: rankOf(a) })
    const place = (await details('anne')).ranked.indexOf(b) + 1
    const request = { place: 'after', afterKey: a, seenRank: rankOf(b), why: 'Lovpålagt frist' }
    const moved = await move('ingrid', b, request)
    expect(rankedView.safeParse(moved.body).success).toBe(true)
    expect(moved.body.ranked.slice(0, 2)).toEqual([a, b])
    const entries = () => [...tables().log.values()].filter(({ what, refKey }) => what === 'rankDecided' && refKey === b)
    expect(entries()).toMatchObject([{ before: { place }, after: { place: 2 }, why: 'Lovpålagt frist', via: 'tab' }])
    expect((await move('ingrid', b, request)).status).toBe(200)
    expect(entries()).toHaveLength(1)
    expect((await details('anne')).rankedLast).toMatchObject({ on: DAY, why: 'Lovpålagt frist' })
  })

  it('refuses a move made on an older order, and a neighbour that has no place', async () => {
    const { ranked } = await details('anne')
    const [a, b] = ranked
    expect((await move('anne', b, { place: 'first', seenRank: 999 })).body.error).toMatchObject({ code: 'rankChanged' })
    const unranked = [...tables().projects.values()].find(({ rank }) => rank === null)?.key
    const homeless = await move('anne', b, { place: 'after', afterKey: unranked, seenRank: rankOf(b) })
    expect(homeless.body.error).toMatchObject({ code: 'fieldInvalid', field: 'afterKey' })
    const out = await move('anne', a, { place: 'out', seenRank: rankOf(a) })
    expect(out.body).toEqual({ ranked: ranked.slice(1), rank: null })
  })

  it('a leader who may not know of a project cannot move it, nor learn that it is there', async () => {
    const key = [...tables().projects.keys()].find((one) => one.startsWith(RESTRICTED)) ?? ''
    const hidden = await move('ingrid', key, { place: 'first' })
    const absent = await move('ingrid', 'finnes-ikke', { place: 'first' })
    expect([hidden.status, hidden.body]).toEqual([absent.status, absent.body])
  })

  it('two who move two projects at once are both heard', async () => {
    const [a, b, c] = [...tables().projects.values()].filter(({ state, restricted }) => state === 'active' && !restricted).slice(2)
    await move('anne', a?.key ?? '', { place: 'first', seenRank: a?.rank ?? null })
    const behind = (who: string, key: string) => move(who, key, { place: 'after', afterKey: a?.key, seenRank: rankOf(key) })
    const both = await Promise.all([behind('anne', b?.key ?? ''), behind('ingrid', c?.key ?? '')])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await details('anne')).ranked.slice(0, 3).sort()).toEqual([a?.key, b?.key, c?.key].sort())
  })
})

describe('saved views', () => {
  const save = (as: string, title: string, more: object = {}) => post(as, 'views', { title, query: 'phase=plan', shared: false, ...more })
  const titles = async (as: string) => (await details(as)).views.map((one: { title: string }) => one.title)

  it.each(ROLES)('%s keeps their own, and shares only as leader or office', async (name) => {
    const own = await save(name, `Mine ${name}`)
    expect(own.status).toBe(201)
    expect(savedViewsView.safeParse(own.body).success).toBe(true)
    const shared = await save(name, `Felles fra ${name}`, { shared: true })
    const may = name === 'ingrid' || name === 'anne'
    expect([shared.status, shared.body.error?.code]).toEqual(may ? [201, undefined] : [403, 'notAllowed'])
    expect(await titles('nora')).toEqual(expect.arrayContaining(['Mine nora']))
    if (name !== 'nora') expect(await titles('nora')).not.toContain(`Mine ${name}`)
  })

  it('the same name is written over, in any letters of a name', async () => {
    await save('nora', 'Før jul & etter', { query: 'sort=-rank' })
    const again = await save('nora', 'før jul & etter', { query: 'sort=rank' })
    expect(again.body.views.filter((one: { title: string }) => /jul/.test(one.title))).toMatchObject([{ query: 'sort=rank' }])
  })

  it('one’s own is taken away by oneself, a shared one by leaders and office, and another’s own does not exist', async () => {
    const own = (await details('nora')).views.find((one: { shared: boolean }) => !one.shared)
    const shared = (await details('nora')).views.find((one: { shared: boolean }) => one.shared)
    const remove = (as: string, viewKey: string) => post(as, 'views/remove', { viewKey })
    expect((await remove('anne', own.key)).status).toBe(404)
    expect((await remove('nora', shared.key)).body.error.code).toBe('notAllowed')
    expect((await remove('nora', own.key)).body.views).not.toContainEqual(own)
    expect((await remove('nora', own.key)).status).toBe(200)
    expect((await remove('ingrid', shared.key)).body.views).not.toContainEqual(shared)
    expect((await remove('anne', 'schemaversion')).status).toBe(404)
  })

  it('change no rule: what is due is the same as without them', async () => {
    const { overdue } = (await api.ask('anne', { url: '/api/portfolio' })).body.summary
    expect(overdue).toBe(3)
  })

  it.each([
    ['without a name', { title: '  ' }, 'title'],
    ['with an address that is none', { title: 'x', query: '<script>' }, 'query'],
  ])('%s is refused', async (_name, body, field) => {
    expect((await post('nora', 'views', { query: '', shared: false, ...body })).body.error).toMatchObject({ code: 'fieldInvalid', field })
  })
})
