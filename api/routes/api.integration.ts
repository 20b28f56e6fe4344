import fc from 'fast-check'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { benefitSumsView, benefitsView } from '#contract/benefits-view.ts'
import { ERROR_CODES } from '#contract/errors.ts'
import { roadmapView } from '#contract/roadmap-view.ts'
import { tasksView } from '#contract/tasks-view.ts'
import { meView, portfolioView, projectView, recordedView } from '#contract/views.ts'
import type { Change } from '#domain/model.ts'
import { OPERATIONS } from './openapi.ts'
import { openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
const LATE_INDICATOR = 'brukerfokusert-barne-familieenheten:saksbehandlingstid'
const LATE_REPORT = 'enklere-samhandling'
const RESTRICTED = 'tidlig-innsats'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ scenario: 'demo', day: DAY })
})
afterAll(() => api.close())

const post = (url: string, payload: unknown) => ({ method: 'POST' as const, url, payload: payload as object })
const measure = (as: string, body: Record<string, unknown>) =>
  api.ask(as, post('/api/measurements', { indicatorKey: LATE_INDICATOR, ...body }))

describe('tokens', () => {
  it.each([
    ['none', async () => undefined],
    ['no token at all', async () => 'Bearer'],
    ['a forged signature', async () => `Bearer ${(await api.token('kari')).slice(0, -8)}AAAAAAAA`],
    ['another audience', async () => `Bearer ${await api.token('kari', { aud: 'https://graph.microsoft.com' })}`],
    ['another tenant', async () => `Bearer ${await api.token('kari', { tid: '11111111-1111-4111-8111-111111111111' })}`],
    ['another issuer', async () => `Bearer ${await api.token('kari', { iss: 'https://login.example.com/v2.0' })}`],
    ['no scope', async () => `Bearer ${await api.token('kari', { scp: undefined })}`],
    ['the wrong scope', async () => `Bearer ${await api.token('kari', { scp: 'access_as_admin' })}`],
    ['no person', async () => `Bearer ${await api.token('kari', { oid: undefined })}`],
    [
      'a symmetric key',
      async () =>
        `Bearer ${await new SignJWT({ oid: 'x' }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('a'.repeat(32)))}`,
    ],
  ])('%s is refused on every route', async (_name, make) => {
    const authorization = await make()
    for (const operation of OPERATIONS) {
      const response = await api.app.inject({
        method: operation.method.toUpperCase() as 'GET',
        url: operation.path.replace('{key}', 'innolab'),
        headers: authorization === undefined ? {} : { authorization },
        ...(operation.method === 'get' ? {} : { payload: {} }),
      })
      expect([operation.path, response.statusCode, response.json().error.code]).toEqual([operation.path, 401, 'notAuthenticated'])
    }
  })

  it('an expired one says that what is typed is kept', async () => {
    const response = await api.app.inject({
      url: '/api/me',
      headers: { authorization: `Bearer ${await api.token('kari', undefined, -600)}`, 'accept-language': 'nn-NO' },
    })
    expect(response.statusCode).toBe(401)
    expect(response.json().error).toMatchObject({
      code: 'tokenExpired',
      text: expect.stringContaining('det du har skrive, står framleis i felta'),
    })
  })
})

describe('reading', () => {
  it('answers every view in the shape the contract says', async () => {
    expect(meView.safeParse((await api.ask('kari', { url: '/api/me' })).body).success).toBe(true)
    expect(tasksView.safeParse((await api.ask('kari', { url: '/api/tasks' })).body).success).toBe(true)
    const portfolio = await api.ask('anne', { url: '/api/portfolio' })
    expect(portfolioView.safeParse(portfolio.body).success).toBe(true)
    for (const { key } of portfolio.body.projects) {
      const project = await api.ask('anne', { url: `/api/projects/${encodeURIComponent(key)}` })
      const parsed = projectView.safeParse(project.body)
      expect([key, parsed.success ? 'ok' : parsed.error.issues]).toEqual([key, 'ok'])
    }
  })

  it('shows everyone the portfolio, and a restricted project only to those named in it and the office', async () => {
    const seenBy = async (name: string) => {
      const rows: { key: string }[] = (await api.ask(name, { url: '/api/portfolio' })).body.projects
      return rows.some((row) => row.key.startsWith(RESTRICTED))
    }
    expect(await seenBy('anne')).toBe(true)
    expect(await seenBy('nora')).toBe(false)
    const rows: { key: string }[] = (await api.ask('anne', { url: '/api/portfolio' })).body.projects
    const key = rows.find((row) => row.key.startsWith(RESTRICTED))?.key ?? ''
    const hidden = await api.ask('nora', { url: `/api/projects/${key}` })
    const absent = await api.ask('nora', { url: '/api/projects/finnes-ikke' })
    expect([hidden.status, hidden.body]).toEqual([absent.status, absent.body])
    expect(JSON.stringify((await api.ask('nora', { url: '/api/portfolio' })).body)).not.toContain(RESTRICTED)
  })

  it('adds up what passes a filter, and refuses a filter it does not know', async () => {
    const sums = await api.ask('nora', { url: '/api/benefits/sums?takeOut=budgetCut' })
    expect(benefitSumsView.safeParse(sums.body).success).toBe(true)
    expect(sums.body.lines.length).toBeGreaterThan(0)
    expect(new Set(sums.body.lines.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(['kr']))
    const refused = await api.ask('nora', { url: '/api/benefits/sums?owner=kari' })
    expect([refused.status, refused.body.error.code, refused.body.error.field]).toEqual([400, 'fieldUnknown', 'owner'])
    expect((await api.ask('nora', { url: '/api/benefits/sums?level=moon' })).body.error).toMatchObject({
      code: 'fieldInvalid',
      field: 'level',
    })
  })

  it.each([
    ['/api/roadmap', roadmapView],
    ['/api/benefits', benefitsView],
  ])('%s is everyone’s, without restricted projects but for the office, and 304 until something changes', async (url, schema) => {
    const office = await api.ask('anne', { url })
    const shape = schema.safeParse(office.body)
    expect(shape.success ? 'ok' : shape.error.issues).toBe('ok')
    expect(JSON.stringify(office.body)).toContain(RESTRICTED)
    const nora = await api.ask('nora', { url })
    expect(JSON.stringify(nora.body)).not.toContain(RESTRICTED)
    const again = await api.ask('nora', { url, headers: { 'if-none-match': String(nora.headers.etag) } })
    expect([nora.status, again.status]).toEqual([200, 304])
  })

  it('says of whom a project’s pages are, and 304 in the same language until something changes', async () => {
    const { body } = await api.ask('anne', { url: '/api/portfolio' })
    const keyOf = (found: (row: { key: string; restricted: boolean }) => boolean): string => body.projects.find(found)?.key ?? ''
    const open = keyOf(({ restricted }) => !restricted)
    const restricted = keyOf((row) => row.restricted)
    for (const part of ['', '/fields', '/reports']) {
      const first = await api.ask('anne', { url: `/api/projects/${open}${part}` })
      const again = (language: string) =>
        api.ask('nora', { url: `/api/projects/${open}${part}`, headers: { 'if-none-match': own, 'accept-language': language } })
      const own = String((await api.ask('nora', { url: `/api/projects/${open}${part}` })).headers.etag)
      expect([part, first.headers.etag === own, (await again('nb')).status]).toEqual([part, false, 304])
      expect((await again('en')).status).toBe(200)
    }
    const marked = async (path: string) => (await api.ask('anne', { url: path })).body
    expect((await marked(`/api/projects/${restricted}/reports`)).restricted).toBe(true)
    expect((await marked(`/api/projects/${restricted}/decision`)).restricted).toBe(true)
    expect((await marked(`/api/projects/${restricted}/fields`)).project.fields.restricted).toBe(true)
    expect(
      (await marked('/api/board?until=2027-01-01')).cases.every((one: { restricted: unknown }) => typeof one.restricted === 'boolean'),
    ).toBe(true)
  })

  it('has exactly the three overdue answers of the scenario', async () => {
    const { body } = await api.ask('anne', { url: '/api/portfolio' })
    expect(body.summary.overdue).toBe(3)
  })

  it('answers 304 until something changes, and the tag is the person’s own', async () => {
    const first = await api.ask('nora', { url: '/api/portfolio' })
    const etag = String(first.headers.etag)
    expect((await api.ask('nora', { url: '/api/portfolio', headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await api.ask('anne', { url: '/api/portfolio', headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('lets a newcomer of the tenant read, and keeps their name from the token', async () => {
    const stranger = '99999999-9999-4999-8999-999999999999'
    const me = await api.ask(stranger, { url: '/api/me' })
    expect(me.status).toBe(200)
    expect(me.body.roles).toEqual([])
    expect(api.lists.store.snapshot().facts.peopleById.get(stranger)?.via).toBe('tab')
  })

  it('shows the health of the data to the office only', async () => {
    expect((await api.ask('nora', { url: '/api/health-of-data' })).body.error.code).toBe('notAllowed')
    const { body } = await api.ask('anne', { url: '/api/health-of-data' })
    expect(body.faults).toEqual([])
    expect(body.usage.units).toBeGreaterThan(body.usage.requests)
  })
})

describe('language', () => {
  it('follows Teams until a person has chosen, and again when they let go of the choice', async () => {
    const inTeams = { 'accept-language': 'nn-NO' }
    const read = async () => (await api.ask('nora', { url: '/api/me', headers: inTeams })).body.language
    expect(await read()).toBe('nn')
    await api.ask('nora', { method: 'PATCH', url: '/api/me', payload: { language: 'en' }, headers: inTeams })
    expect(await read()).toBe('en')
    await api.ask('nora', { method: 'PATCH', url: '/api/me', payload: { language: null }, headers: inTeams })
    expect(await read()).toBe('nn')
    expect((await api.ask('nora', { url: '/api/me' })).body.language).toBe('nb')
  })
})

describe('recording a measurement', () => {
  it.each([
    ['«12,5,3»', { periodKey: '2026-04-30', value: '12,5,3' }, 400, 'notANumber', 'value'],
    ['nothing', { periodKey: '2026-04-30', value: '' }, 400, 'fieldRequired', 'value'],
    ['a day that has not come', { periodKey: '2026-04-30', value: '12', asOf: '2026-05-19' }, 400, 'dateInFuture', 'asOf'],
    ['a day of another period', { periodKey: '2026-04-30', value: '12', asOf: '2026-03-31' }, 400, 'dateBeforePeriod', 'asOf'],
    ['a day that does not exist', { periodKey: '2026-04-30', value: '12', asOf: '2026-02-30' }, 400, 'dateInvalid', 'asOf'],
    ['a period that is none', { periodKey: '2026-04-29', value: '12' }, 400, 'fieldInvalid', 'periodKey'],
    ['no value and no reason', { periodKey: '2026-04-30', value: null }, 400, 'reasonRequired', 'reason'],
    ['an unknown field', { periodKey: '2026-04-30', value: '12', shout: true }, 400, 'fieldUnknown', 'shout'],
    ['an unknown indicator', { indicatorKey: 'finnes-ikke', value: '12' }, 404, 'unknownIndicator', 'indicatorKey'],
    ['a comment without end', { periodKey: '2026-04-30', value: '12', comment: 'x'.repeat(2001) }, 400, 'textTooLong', 'comment'],
  ])('%s is refused with field and remedy', async (_name, body, status, code, field) => {
    const answer = await measure('kari', body)
    expect([answer.status, answer.body.error.code, answer.body.error.field]).toEqual([status, code, field])
    expect(answer.body.error.text).toMatch(/[.?]$/)
  })

  it('is refused to one whose it is not', async () => {
    expect((await measure('nora', { periodKey: '2026-04-30', value: '12' })).body.error.code).toBe('notAllowed')
  })

  it('keeps a comma, shows the new course, and answers the second one with the first', async () => {
    const before = (await api.ask('kari', { url: '/api/me' })).body.tasks
    const first = await measure('kari', { periodKey: '2026-04-30', value: '21,5', comment: 'Etter opplæringen' })
    expect(first.status).toBe(201)
    expect(recordedView.safeParse(first.body).success).toBe(true)
    expect(first.body.measurement).toMatchObject({ value: 21.5, via: 'tab', asOf: '2026-04-30' })
    expect(first.body.indicator.assessment.currentValue).toBe(21.5)
    expect((await api.ask('kari', { url: '/api/me' })).body.tasks).toBe(before - 1)
    const second = await measure('per', { periodKey: '2026-04-30', value: '22' })
    expect(second.status).toBe(409)
    expect(second.body.error).toMatchObject({ code: 'alreadyAnswered', current: { value: 21.5, byName: 'Kari Nordmann' } })
    expect(second.body.error.text).toContain('21,5')
  })

  it('takes a correction with a reason, and refuses one made on an older answer', async () => {
    const key = `${LATE_INDICATOR}:2026-04-30:1`
    expect((await measure('kari', { periodKey: '2026-04-30', value: '22', correctsKey: key })).body.error.code).toBe('reasonRequired')
    const corrected = await measure('kari', { periodKey: '2026-04-30', value: '22', correctsKey: key, reason: 'Feil uttrekk' })
    expect(corrected.status).toBe(201)
    expect(corrected.body.indicator.assessment.currentValue).toBe(22)
    const stale = await measure('per', { periodKey: '2026-04-30', value: '23', correctsKey: key, reason: 'Nytt uttrekk' })
    expect([stale.status, stale.body.error.code, stale.body.error.current.value]).toEqual([409, 'staleEdit', 22])
  })

  it('speaks the person’s own language when it refuses', async () => {
    const english = await api.ask('james', { url: '/api/projects/finnes-ikke' })
    expect(english.body.error.text).toBe('We cannot find the project. It may have been removed or restricted.')
    await api.ask('kari', { method: 'PATCH', url: '/api/me', payload: { language: 'nn' } })
    expect((await measure('kari', { periodKey: '2026-04-30', value: 'tolv' })).body.error.text).toContain('eit tal vi forstår')
    await api.ask('kari', { method: 'PATCH', url: '/api/me', payload: { language: 'nb' } })
  })
})

describe('publishing a status report', () => {
  const rows = ['overall', 'time', 'cost', 'benefits', 'quality', 'scope', 'sustainability', 'risk'].map((row) => ({
    row,
    rating: 'green',
    comment: '',
  }))
  const publish = (as: string, more: Record<string, unknown> = {}) =>
    api.ask(as, post('/api/reports', { projectKey: LATE_REPORT, period: '2026-04', rows, seenVersion: 0, ...more }))

  it('needs all eight rows, and a comment where it is yellow or red', async () => {
    expect((await publish('kari', { rows: rows.slice(1) })).body.error).toMatchObject({ code: 'reportRowsIncomplete', field: 'overall' })
    const red = rows.map((row) => (row.row === 'cost' ? { ...row, rating: 'red' } : row))
    expect((await publish('kari', { rows: red })).body.error).toMatchObject({ code: 'commentRequired', field: 'cost' })
    expect((await publish('kari', { period: '2026-07' })).body.error.code).toBe('reportPeriodInvalid')
    expect((await publish('nora')).body.error.code).toBe('notAllowed')
  })

  it('freezes it, and takes a correction only as a new version with a reason', async () => {
    const first = await publish('kari', { percentComplete: '35', budget: '2 400 000' })
    expect(first.status).toBe(201)
    expect(first.body.report).toMatchObject({ version: 1, budget: 2_400_000, percentComplete: 35 })
    expect((await publish('kari')).body.error.code).toBe('staleEdit')
    expect((await publish('kari', { seenVersion: 1 })).body.error.code).toBe('reasonRequired')
    const second = await publish('kari', { seenVersion: 1, reason: 'Feil budsjett', budget: '2 500 000' })
    expect(second.body.report).toMatchObject({ version: 2, budget: 2_500_000 })
    const { statusReports, log } = api.lists.store.snapshot().facts.tables
    expect(statusReports.get(`${LATE_REPORT}:2026-04:1`)?.budget).toBe(2_400_000)
    expect(log.get(`log:${LATE_REPORT}:2026-04:2`)).toMatchObject({ why: 'Feil budsjett', what: 'reportCorrection' })
  })
})

describe('what people may not see or do', () => {
  const RESTRICTED_KEY = 'tidlig-innsats'
  const person = (name: string) => [...tables().people.values()].find((row) => row.displayName.startsWith(name))
  const tables = () => api.lists.store.snapshot().facts.tables
  const set = async (list: 'people' | 'indicators', key: string, change: object) => {
    const written = await api.lists.store.write(
      [{ op: 'update', list, key, set: change, version: api.lists.store.snapshot().versionOf(list, key) ?? '' } as Change],
      { personId: 'test', via: 'hand', now: `${DAY}T06:00:00.000Z` },
    )
    expect(written.ok).toBe(true)
  }

  it('a deputy without dates stands in for nobody, and no task tells of a restricted project', async () => {
    const nora = person('Nora')?.personId
    const owners = [...tables().projects.values()]
      .filter((project) => project.key.startsWith(RESTRICTED_KEY))
      .map((project) => project.managerId)
    const manager = [...tables().people.values()].find((row) => owners.includes(row.personId))
    await set('people', manager?.key ?? '', { deputyId: nora })
    const { body } = await api.ask('nora', { url: '/api/tasks' })
    expect(JSON.stringify(body)).not.toContain(RESTRICTED_KEY)
    // One who may know is told which they are, so that they are not left on a machine.
    const own = await api.ask(manager?.personId ?? '', { url: '/api/tasks' })
    expect(own.body.restrictedProjects.filter((key: string) => key.startsWith(RESTRICTED_KEY))).toHaveLength(1)
    await set('people', manager?.key ?? '', { deputyId: null })
  })

  it('a baseline that was half written counts for nobody, and is completed by saying the same again', async () => {
    const indicator = [...tables().indicators.values()].find(
      (row) => row.baseline === null && row.direction !== 'maintain' && row.state === 'active',
    )
    const say = () => api.ask('anne', post('/api/measurements', { indicatorKey: indicator?.key, periodKey: 'baseline', value: '7,5' }))
    api.lists.server.setFaults({ status: { code: 503 }, match: 'PATCH ' })
    expect((await say()).body.error.code).toBe('storeUnavailable')
    const standing = () =>
      [...tables().measurements.values()].filter((row) => row.indicatorKey === indicator?.key && row.periodKey === 'baseline')
    expect(standing()).toEqual([])
    api.lists.server.setFaults({})
    expect((await say()).status).toBe(201)
    expect(tables().indicators.get(indicator?.key ?? '')?.baseline).toBe(7.5)
    expect(standing()).toHaveLength(1)
  }, 30_000)

  it('a row of one’s own that cannot be read does not cost Graph a request each time', async () => {
    const broken = '88888888-8888-4888-8888-888888888888'
    const listId = api.lists.site.lists.people
    api.lists.server.store.bulkInsert('Personer', [{ key: broken, personId: broken, displayName: 'Test', roles: 'Kontoret' }])
    expect(listId).toBeDefined()
    await api.ask(broken, { url: '/api/me' })
    const before = api.lists.server.requests().length
    for (let n = 0; n < 3; n += 1) expect((await api.ask(broken, { url: '/api/me' })).status).toBe(200)
    expect(api.lists.server.requests().length).toBe(before)
  })

  it.each([
    ['a number beyond all measure', { value: 1e308 }, 'fieldInvalid', 'value'],
    ['a year that is a slip', { value: '12', asOf: '0026-04-30' }, 'dateInvalid', 'asOf'],
  ])('%s is refused', async (_name, body, code, field) => {
    const answer = await measure('kari', { periodKey: '2026-03-31', ...body })
    expect(answer.body.error).toMatchObject({ code, field })
  })

  it('a long key is looked up like any other', async () => {
    expect((await api.ask('nora', { url: `/api/projects/${'k'.repeat(190)}` })).body.error.code).toBe('unknownProject')
  })
})

describe('the border', () => {
  it('never answers 5xx to what anyone may send, and always with code, field and sentence', async () => {
    const authorization = `Bearer ${await api.token('nora')}`
    const urls = [
      '/api/measurements',
      '/api/reports',
      '/api/follow-ups',
      '/api/action-answers',
      '/api/projects/innolab/decisions',
      '/api/projects/innolab/decisions/plan',
      '/api/projects/innolab/hold',
      '/api/import',
      '/api/me',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...urls),
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map((value) => JSON.stringify({ indicatorKey: value, value })),
        ),
        async (url, payload) => {
          const response = await api.app.inject({
            method: url === '/api/me' ? 'PATCH' : 'POST',
            url,
            headers: { authorization, 'content-type': 'application/json' },
            payload,
          })
          expect(response.statusCode).toBeGreaterThanOrEqual(400)
          expect(response.statusCode).toBeLessThan(500)
          expect(ERROR_CODES).toContain(response.json().error.code)
          expect(response.json().error.text.length).toBeGreaterThan(10)
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('serves its own description', async () => {
    const document = (await api.ask(null, { url: '/api/openapi.json' })).body
    const documented = Object.keys(document.paths).flatMap((path) => Object.keys(document.paths[path]).map((method) => `${method} ${path}`))
    expect(documented.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort())
  })

  it('says who may frame the tab and sends no sniffable types', async () => {
    const { headers } = await api.ask(null, { url: '/healthz' })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('has logged no name and no free text', () => {
    expect(JSON.stringify(api.logged)).not.toMatch(/Kari|Feil budsjett|opplæringen/)
  })
})
