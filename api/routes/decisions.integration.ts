import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decidedView, decisionView } from '#contract/decision-view.ts'
import { toldView } from '#contract/told-requests.ts'
import { openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
/** In Gjennomføre, owned by Per, whose deputy is Kari: the owner decides BP4. */
const OPEN = 'brukerfokusert-barne-familieenheten'
/** In Planlegge, owned by Per, with the same deputy. */
const RESTRICTED = 'tidlig-innsats'
/** In Realisere: BP6 is the leaders’. */
const LEADERS = 'e-laering'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ scenario: 'demo', day: DAY })
})
afterAll(() => api.close())

const post = (as: string, url: string, payload: object) => api.ask(as, { method: 'POST', url, payload })
const read = async (as: string, key: string) => (await api.ask(as, { url: `/api/projects/${key}/decision` })).body
const ofProject = (key: string, path: string) => `/api/projects/${key}/${path}`

/** Bodies that are refused only after the question of who may: what each route answers to one who may. */
const plan = { point: 'bp4', seen: null, dueOn: '2026-05-01', responsibleId: null, checklist: [], waivers: [] }
const ROUTES: [path: string, body: object, allowed: string][] = [
  ['decisions', { point: 'bp4', seen: null, outcome: 'stop' }, 'fieldRequired'],
  ['decisions/plan', plan, 'fieldInvalid'],
  ['hold', { seen: '', from: DAY }, 'reasonRequired'],
  ['resume', { seen: '' }, 'projectNotOnHold'],
  ['go-back', { seen: '', to: 'realise', reason: 'x' }, 'phaseNotEarlier'],
  ['reopen', { seen: '', reason: 'x' }, 'projectNotStopped'],
]

describe('routes × roles', () => {
  it.each(ROUTES)('%s: whoever decides may, and nobody else', async (path, body, allowed) => {
    const answers = async (key: string, given: object) => {
      const codes: Record<string, string> = {}
      for (const as of ['nora', 'kari', 'per', 'ingrid', 'anne', 'jonas'])
        codes[as] = (await post(as, ofProject(key, path), given)).body.error.code
      return codes
    }
    const no = 'notAllowed'
    const others = path === 'decisions/plan' ? allowed : no
    expect(await answers(OPEN, body)).toEqual({ nora: no, kari: others, per: allowed, ingrid: no, anne: others, jonas: no })
    const hidden = 'unknownProject'
    const secret = { ...body, ...('point' in body && { point: 'bp3' }) }
    expect(await answers(RESTRICTED, secret)).toEqual({
      nora: hidden,
      kari: others,
      per: allowed,
      ingrid: hidden,
      anne: others,
      jonas: hidden,
    })
    expect((await post('anne', ofProject('finnes-ikke', path), body)).body.error.code).toBe(hidden)
  })

  it('the decision point itself is read like the project', async () => {
    for (const as of ['nora', 'per', 'ingrid', 'anne']) expect(decisionView.safeParse(await read(as, OPEN)).success).toBe(true)
    expect((await read('nora', RESTRICTED)).error.code).toBe('unknownProject')
    expect((await read('per', RESTRICTED)).can).toEqual({ prepare: true, decide: true })
  })

  it('every project has a decision point that can be read', async () => {
    const { body } = await api.ask('anne', { url: '/api/portfolio' })
    for (const { key } of body.projects) {
      const parsed = decisionView.safeParse(await read('anne', key))
      expect([key, parsed.success ? 'ok' : parsed.error.issues]).toEqual([key, 'ok'])
    }
  })

  it('answers by words are for whose they are', async () => {
    for (const path of ['/api/follow-ups', '/api/action-answers']) {
      const body = {
        obligationKey: 'decisionfollowup:finnes-ikke:follow-up',
        said: 'x',
        ...(path.includes('action') && { answer: 'done' }),
      }
      expect((await post('nora', path, body)).body.error.code).toBe('notFound')
    }
  })
})

describe('a decision from asking to following up', () => {
  it('is prepared, taken, followed up, and stands with all of it', async () => {
    const before = await read('per', OPEN)
    const kari = (await api.ask('kari', { url: '/api/me' })).body.personId
    const prepared = await post('per', ofProject(OPEN, 'decisions/plan'), {
      point: 'bp4',
      seen: before.seen,
      dueOn: before.planned.dueOn,
      responsibleId: kari,
      checklist: [{ rule: 'closingPlan', done: true, link: 'https://example.test/plan' }],
      waivers: [],
    })
    expect([prepared.status, decidedView.safeParse(prepared.body).success]).toEqual([201, true])
    const stale = await post('per', ofProject(OPEN, 'decisions/plan'), { ...plan, dueOn: null, seen: before.seen })
    expect([stale.status, stale.body.error.code, stale.body.error.current.byName]).toEqual([409, 'changedSince', 'Per Olsen'])

    const { seen } = prepared.body.decision
    const refused = await post('per', ofProject(OPEN, 'decisions'), { point: 'bp4', seen, outcome: 'proceed' })
    expect(refused.status).toBe(409)
    expect(refused.body.error.lacks.map(({ text }: { text: string }) => text)).toContain('Få på plass: Oppdatert prosjektbegrunnelse.')
    const adjusted = { outcome: 'adjust', responsibleId: kari, dueOn: '2026-05-29', reason: 'Planen må oppdateres først.' }
    const taken = await post('per', ofProject(OPEN, 'decisions'), { point: 'bp4', seen, ...adjusted })
    expect(taken.status).toBe(201)
    const [last] = taken.body.decision.past
    expect(last).toMatchObject({ outcome: 'adjust', byName: 'Per Olsen', reason: 'Planen må oppdateres først.' })
    expect(last.followUp).toMatchObject({ dueOn: '2026-05-29', responsible: { name: 'Kari Nordmann' }, canTell: true })
    expect(last.checklist).toContainEqual({ text: 'Faseplan for avslutning', done: true, evidence: 'https://example.test/plan' })

    const { obligationKey } = last.followUp
    const told = await post('kari', '/api/follow-ups', { obligationKey, said: 'Planen er oppdatert.' })
    expect(toldView.parse(told.body)).toMatchObject({ state: 'fulfilled' })
    expect((await read('nora', OPEN)).past[0].followUp).toMatchObject({ state: 'fulfilled', said: 'Planen er oppdatert.', canTell: false })
  })

  it('the leaders take BP6, and the project stays where it is until its benefits are settled', async () => {
    const { seen, requirements, closing } = await read('ingrid', LEADERS)
    const lines: { rule: string; kind: string; done: boolean }[] = requirements
    const checklist = lines.filter(({ kind }) => kind === 'document').map(({ rule }) => ({ rule, done: true }))
    const ingrid = (await api.ask('ingrid', { url: '/api/me' })).body.personId
    const waivers = lines
      .filter(({ kind, done }) => kind === 'rule' && !done)
      .map(({ rule }) => ({ rule, reason: 'Måles til høsten', byId: ingrid }))
    if (closing.length > 0) {
      const early = { point: 'bp6', seen, outcome: 'stop', reason: 'Vi er ferdige' }
      expect((await post('ingrid', ofProject(LEADERS, 'decisions'), early)).body.error.code).toBe('gateNotReady')
    }
    const taken = await post('ingrid', ofProject(LEADERS, 'decisions'), { point: 'bp6', seen, outcome: 'proceed', checklist, waivers })
    expect([taken.status, taken.body.decision?.point, taken.body.decision?.state]).toEqual([201, 'bp6', 'active'])
  })

  it('the board may stop a project whatever point it is at, which its owner may not as the board', async () => {
    const key = 'smart-by-sensorer'
    const board = (await api.ask('ingrid', { url: `/api/projects/${key}/decision?point=board` })).body
    expect(decisionView.safeParse(board).success).toBe(true)
    expect(board).toMatchObject({ point: 'board', requirements: [], can: { decide: true } })
    const stop = { point: 'board', seen: board.seen, outcome: 'stop', reason: 'Behovet er dekket', lesson: 'Prøv i det små' }
    expect((await post('per', ofProject(key, 'decisions'), stop)).body.error.code).toBe('notAllowed')
    const taken = await post('ingrid', ofProject(key, 'decisions'), stop)
    expect([taken.status, taken.body.decision?.state, taken.body.decision?.past[0].point]).toEqual([201, 'stopped', 'board'])
    expect((await api.ask('ingrid', { url: `/api/projects/${key}/decision?point=bp9` })).body.error.code).toBe('fieldInvalid')
  })

  it('a hold is seen and ended by the same who began it', async () => {
    const { life } = await read('per', OPEN)
    const held = await post('per', ofProject(OPEN, 'hold'), {
      seen: life.seen,
      from: DAY,
      to: '2026-08-03',
      reason: 'Venter på leverandør',
    })
    expect(held.body.life).toMatchObject({ state: 'onHold', holdTo: '2026-08-03', canHold: false, canResume: true })
    const resumed = await post('per', ofProject(OPEN, 'resume'), { seen: held.body.life.seen })
    expect(resumed.body.life).toMatchObject({ state: 'active', canHold: true })
    const { history } = (await api.ask('nora', { url: `/api/projects/${OPEN}` })).body
    const told = history.filter(({ what }: { what: string }) => ['putOnHold', 'resumed', 'told'].includes(what))
    expect(told.map(({ why }: { why: string | null }) => why)).toEqual(
      expect.arrayContaining(['Venter på leverandør', null, 'Planen er oppdatert.']),
    )
  })

  it('that broke off after its first row is completed by deciding the same again', async () => {
    const key = 'lederutvikling'
    const lise = [...api.lists.store.snapshot().facts.tables.people.values()].find(({ displayName }) => displayName === 'Lise Fossum')
    const as = lise?.personId ?? ''
    const { seen, point } = await read(as, key)
    const stop = { point, seen, outcome: 'stop', reason: 'Behovet er borte' }
    api.lists.server.setFaults({
      status: { code: 503 },
      match: `PATCH /v1.0/sites/${api.lists.site.id}/lists/${api.lists.site.lists.projects}`,
    })
    const broken = await post(as, ofProject(key, 'decisions'), stop)
    api.lists.server.setFaults({})
    expect([broken.status, broken.body.error.code]).toEqual([503, 'storeUnavailable'])
    expect(await read('anne', key)).toMatchObject({ state: 'active', planned: { dueOn: '2026-06-15' } })
    const again = await post(as, ofProject(key, 'decisions'), stop)
    expect([again.status, again.body.decision?.state, again.body.decision?.past[0].reason]).toEqual([201, 'stopped', 'Behovet er borte'])
    const rows = api.lists.store.snapshot().facts.decisionsByProject.get(key) ?? []
    expect(rows.filter((row) => row.point === point)).toHaveLength(1)
  }, 60_000)
})
