import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editedView, projectFieldsView } from '#contract/edit-view.ts'
import { ERROR_CODES } from '#contract/errors.ts'
import { peopleView } from '#contract/people.ts'
import type { ListCode, Records } from '#domain/model.ts'
import { type AnyBody, openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
const PROJECT = 'brukerfokusert-barne-familieenheten'
const BENEFIT = `${PROJECT}:familiene-faar-raskere-svar`
const INDICATOR = `${PROJECT}:saksbehandlingstid`
const ACTION = `${BENEFIT}:tiltak-1`
const HANDED_OVER_SOON = 'digital-innbyggerdialog'
const RESTRICTED = 'tidlig-innsats'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ scenario: 'demo', day: DAY })
})
afterAll(() => api.close())

const tables = () => api.lists.store.snapshot().facts.tables
const row = <L extends ListCode>(list: L, key: string) => tables()[list].get(key) as Records[L]
const idOf = (name: string): string => [...tables().people.values()].find((person) => person.displayName.startsWith(name))?.personId ?? ''
const versionOf = (list: ListCode, key: string) => api.lists.store.snapshot().versionOf(list, key) ?? ''

const PATHS = { projects: 'projects', benefits: 'benefits', indicators: 'indicators', benefitActions: 'benefit-actions' } as const
const edit = (as: string, list: keyof typeof PATHS, key: string, set: object, more: { version?: string; reason?: string } = {}) =>
  api.ask(as, {
    method: 'PATCH',
    url: `/api/${PATHS[list]}/${encodeURIComponent(key)}`,
    payload: { version: versionOf(list, key), set, ...more },
  })
const make = (as: string, path: string, payload: object) => api.ask(as, { method: 'POST', url: `/api/${path}`, payload })
const missing = (lines: { text: string; isMissing: boolean }[]) => lines.filter(({ isMissing }) => isMissing).map(({ text }) => text)
const fault = ({ status, body }: { status: number; body: AnyBody }) => [status, body.error?.code, body.error?.field]

describe('finding people', () => {
  it('everyone finds names, and nothing but names', async () => {
    const { body } = await api.ask('nora', { url: '/api/people?query=ka%20no' })
    expect(peopleView.safeParse(body).success).toBe(true)
    expect(body).toEqual({ people: [{ personId: idOf('Kari'), name: 'Kari Nordmann' }] })
    expect(fault(await api.ask('nora', { url: '/api/people?query=k' }))).toEqual([400, 'fieldInvalid', 'query'])
    expect(fault(await api.ask('nora', { url: '/api/people?query=kari&roles=office' }))).toEqual([400, 'fieldUnknown', 'roles'])
  })
})

describe('who may change what', () => {
  const own = {
    project: (as: string) => edit(as, 'projects', PROJECT, { whenText: `Skrevet av ${as}` }),
    benefit: (as: string) => edit(as, 'benefits', BENEFIT, { assumptions: `Skrevet av ${as}` }),
    indicator: (as: string) => edit(as, 'indicators', INDICATOR, { source: `Skrevet av ${as}` }),
    action: (as: string) => edit(as, 'benefitActions', ACTION, { type: `Skrevet av ${as}` }),
    newBenefit: (as: string) => make(as, 'benefits', { projectKey: PROJECT, title: `Fra ${as}`, category: 'time', level: 'unit' }),
    newIndicator: (as: string) =>
      make(as, 'indicators', {
        benefitKey: BENEFIT,
        title: `Fra ${as}`,
        unit: 'dager',
        direction: 'decrease',
        frequency: 'tertial',
        firstOn: '2026-08-31',
      }),
    newAction: (as: string) => make(as, 'benefit-actions', { benefitKey: BENEFIT, title: `Fra ${as}` }),
    newProject: (as: string) => make(as, 'projects', { title: `Fra ${as}`, area: 'Oppvekst', phase: 'idea' }),
    restricted: (as: string) => edit(as, 'projects', RESTRICTED, { whenText: `Skrevet av ${as}` }),
    newInRestricted: (as: string) => make(as, 'benefits', { projectKey: RESTRICTED, title: `Fra ${as}`, category: 'time', level: 'unit' }),
  }
  const OK = 'ok'
  const NO = 'notAllowed'
  const GONE = 'unknownProject'
  it.each([
    //              nora   ingrid jonas  randi  per (owner) anne (office)
    ['project', [NO, NO, NO, NO, OK, OK]],
    ['benefit', [NO, NO, NO, NO, OK, OK]],
    ['indicator', [NO, NO, NO, NO, OK, OK]],
    ['action', [NO, NO, NO, NO, OK, OK]],
    ['newBenefit', [NO, NO, NO, NO, OK, OK]],
    ['newIndicator', [NO, NO, NO, NO, OK, OK]],
    ['newAction', [NO, NO, NO, NO, OK, OK]],
    ['newProject', [NO, NO, NO, NO, NO, OK]],
    ['restricted', [GONE, GONE, GONE, GONE, OK, OK]],
    ['newInRestricted', [GONE, GONE, GONE, GONE, OK, OK]],
  ] as const)('%s', async (act, wanted) => {
    const got: string[] = []
    for (const as of ['nora', 'ingrid', 'jonas', 'randi', 'per', 'anne']) {
      const answer = await own[act](as)
      got.push(answer.status < 300 ? (editedView.safeParse(answer.body).success ? OK : 'shape') : answer.body.error.code)
    }
    expect(got).toEqual(wanted)
  })

  it('what cannot be seen is refused as what is not there', async () => {
    const benefit = [...tables().benefits.values()].find(({ projectKey }) => projectKey === RESTRICTED)?.key ?? ''
    const hidden = await edit('nora', 'benefits', benefit, { title: 'X' })
    const absent = await edit('nora', 'benefits', 'finnes-ikke', { title: 'X' }, { version: '1' })
    expect([hidden.status, hidden.body]).toEqual([absent.status, absent.body])
    expect((await api.ask('nora', { url: `/api/projects/${RESTRICTED}/fields` })).body.error.code).toBe('unknownProject')
  })

  it('the fields of a project are told with versions, names and what one may', async () => {
    const { body } = await api.ask('nora', { url: `/api/projects/${PROJECT}/fields` })
    const parsed = projectFieldsView.safeParse(body)
    expect(parsed.success ? 'ok' : parsed.error.issues).toBe('ok')
    expect(body.project.canEdit).toBe(false)
    expect(body.project.fields).not.toHaveProperty('sourceId')
    expect(body.names[idOf('Per')]).toBe('Per Olsen')
  })

  it('another owner is named by the owner or the office; closing and approving by those who answer for the benefit', async () => {
    expect(fault(await edit('kari', 'projects', PROJECT, { ownerId: idOf('Kari') }))).toEqual([403, 'notAllowed', 'ownerId'])
    expect(fault(await edit('kari', 'projects', PROJECT, { restricted: true }))).toEqual([403, 'notAllowed', 'restricted'])
    expect(fault(await edit('kari', 'benefits', BENEFIT, { state: 'cancelled' }))).toEqual([403, 'notAllowed', 'state'])
    expect(fault(await edit('kari', 'indicators', INDICATOR, { state: 'closed' }))).toEqual([403, 'notAllowed', 'state'])
    expect((await edit('kari', 'indicators', INDICATOR, { state: 'paused' })).status).toBe(200)
    expect((await edit('per', 'indicators', INDICATOR, { state: 'active' })).status).toBe(200)
  })
})

const link = (url: string) => ({ title: 'Dokument', url, rule: null })

describe('what is refused, with field and remedy', () => {
  it.each([
    ['an unknown field', 'projects', PROJECT, { phase: 'realise' }, 400, 'fieldUnknown', 'set.phase'],
    ['a code that is none', 'benefits', BENEFIT, { category: 'penger' }, 400, 'fieldInvalid', 'set.category'],
    ['no name', 'projects', PROJECT, { title: ' ' }, 400, 'fieldInvalid', 'set.title'],
    ['a programme that is none', 'projects', PROJECT, { programmeKey: 'x' }, 400, 'fieldInvalid', 'programmeKey'],
    [
      'another project’s indicator as the main one',
      'projects',
      PROJECT,
      { mainIndicatorKey: 'x' },
      400,
      'fieldInvalid',
      'mainIndicatorKey',
    ],
    ['somebody nobody knows', 'projects', PROJECT, { managerId: 'x' }, 400, 'personInvalid', 'managerId'],
    ['an end before the start', 'projects', PROJECT, { endOn: '2020-01-01' }, 400, 'datesReversed', 'endOn'],
    ['a sum that is none', 'projects', PROJECT, { budget: 'mye' }, 400, 'notANumber', 'budget'],
    ['a day that does not exist', 'projects', PROJECT, { endOn: '2026-02-30' }, 400, 'dateInvalid', 'set.endOn'],
    ['a year that is a slip', 'projects', PROJECT, { startOn: '0206-05-01' }, 400, 'dateInvalid', 'set.startOn'],
    ['a target equal to the baseline', 'indicators', INDICATOR, { target: '21' }, 400, 'targetEqualsBaseline', 'target'],
    ['a target the wrong way', 'indicators', INDICATOR, { target: 30 }, 400, 'targetAgainstDirection', 'target'],
    ['a target in another unit', 'indicators', INDICATOR, { target: '12 kr' }, 400, 'unitMismatch', 'target'],
    ['a target date before the baseline', 'indicators', INDICATOR, { targetOn: '2025-01-01' }, 400, 'datesReversed', 'targetOn'],
    ['a target without its day', 'indicators', INDICATOR, { targetOn: null }, 400, 'fieldRequired', 'targetOn'],
    ['a next date that has been', 'indicators', INDICATOR, { firstOn: '2026-05-18' }, 400, 'datesReversed', 'firstOn'],
    ['an end of measuring in the past', 'indicators', INDICATOR, { activeTo: '2026-01-01' }, 400, 'datesReversed', 'activeTo'],
    [
      'two milestones on a day',
      'indicators',
      INDICATOR,
      { milestones: [1, 2].map((value) => ({ date: '2026-06-30', value })) },
      400,
      'fieldInvalid',
      'milestones',
    ],
    ['a link that is not https', 'projects', PROJECT, { documents: [link('http://a.no/x')] }, 400, 'linkInvalid', 'set.documents.0.url'],
    ['a link that names a user', 'projects', PROJECT, { documents: [link('https://a@b.no/')] }, 400, 'linkInvalid', 'set.documents.0.url'],
    ['a script for a link', 'projects', PROJECT, { documents: [link('javascript:alert(1)')] }, 400, 'linkInvalid', 'set.documents.0.url'],
    [
      'a document without a name',
      'projects',
      PROJECT,
      { documents: [{ ...link('https://a.no'), title: ' ' }] },
      400,
      'fieldInvalid',
      'set.documents.0.title',
    ],
    [
      'a document for a line the method does not have',
      'projects',
      PROJECT,
      { documents: [{ ...link('https://a.no'), rule: 'x' }] },
      400,
      'fieldInvalid',
      'documents',
    ],
    [
      'more documents than anyone reads',
      'projects',
      PROJECT,
      { documents: Array.from({ length: 31 }, () => link('https://a.no')) },
      400,
      'fieldInvalid',
      'set.documents',
    ],
    ['an owner from outside without a word', 'benefits', BENEFIT, { ownerId: 'NORA' }, 400, 'reasonRequired', 'reason'],
  ] as const)('%s', async (_name, list, key, set, status, code, field) => {
    const before = row(list, key)
    const said = JSON.parse(JSON.stringify(set).replace('NORA', idOf('Nora')))
    const answer = await edit('per', list, key, said)
    expect(fault(answer)).toEqual([status, code, field])
    expect(answer.body.error.text).toMatch(/[.?]$/)
    expect(row(list, key)).toEqual(before)
  })

  it('a name that is taken, whoever’s spelling', async () => {
    const title = row('benefits', BENEFIT).title.toUpperCase()
    expect(fault(await make('per', 'benefits', { projectKey: PROJECT, title, category: 'time', level: 'unit' }))).toEqual([
      400,
      'nameTaken',
      'title',
    ])
    expect(fault(await make('anne', 'projects', { title: row('projects', PROJECT).title, area: 'X', phase: 'idea' }))).toEqual([
      400,
      'nameTaken',
      'title',
    ])
  })
})

describe('a change', () => {
  it('says who, when, from where, what stood and why; what already stands writes nothing', async () => {
    const before = row('projects', PROJECT)
    api.setNow(`${DAY}T07:05:00Z`)
    const answer = await edit(
      'per',
      'projects',
      PROJECT,
      { budget: '2 500 000 kr', why: '  Nytt hvorfor ', area: before.area },
      { reason: 'Rammen er hevet' },
    )
    expect(answer.status).toBe(200)
    expect(row('projects', PROJECT)).toMatchObject({ budget: 2_500_000, why: 'Nytt hvorfor', via: 'tab', actorId: idOf('Per') })
    const entries = [...tables().log.values()].filter((entry) => entry.refKey === PROJECT && entry.what === 'edited')
    expect(entries.at(-1)).toMatchObject({
      before: { budget: 2_400_000, why: before.why },
      after: { budget: 2_500_000, why: 'Nytt hvorfor' },
      why: 'Rammen er hevet',
      actorId: idOf('Per'),
      via: 'tab',
    })
    expect(answer.body.project.history[0]).toMatchObject({ what: 'edited', byName: 'Per Olsen', why: 'Rammen er hevet' })
    const again = await edit('per', 'projects', PROJECT, { budget: 2_500_000 }, { version: 'older' })
    expect([again.status, again.body.version]).toEqual([200, answer.body.version])
    expect([...tables().log.values()].filter((entry) => entry.refKey === PROJECT && entry.what === 'edited')).toHaveLength(entries.length)
  })

  it('made on an older version is told both values by field, and can be made on the newer one', async () => {
    const seen = versionOf('indicators', INDICATOR)
    expect((await edit('anne', 'indicators', INDICATOR, { target: 11, deputyId: idOf('Randi') }, { version: seen })).status).toBe(200)
    const stale = await edit(
      'per',
      'indicators',
      INDICATOR,
      { target: '10,5', deputyId: idOf('Kari'), title: row('indicators', INDICATOR).title },
      { version: seen },
    )
    expect(fault(stale)).toEqual([409, 'editConflict', null])
    expect(stale.body.error.text).toContain('Anne Lie endret dette kl. ')
    const { conflict } = stale.body.error
    expect(conflict).toMatchObject({ byName: 'Anne Lie', names: { [idOf('Randi')]: 'Randi Tveit', [idOf('Kari')]: 'Kari Nordmann' } })
    expect(conflict.fields).toEqual([
      { field: 'deputyId', theirs: idOf('Randi'), yours: idOf('Kari') },
      { field: 'target', theirs: 11, yours: 10.5 },
    ])
    const mine = await edit('per', 'indicators', INDICATOR, { target: '10,5', deputyId: idOf('Kari') }, { version: conflict.version })
    expect(mine.status).toBe(200)
    // The undo is the same act the other way, on the version that the change made.
    expect((await edit('per', 'indicators', INDICATOR, { target: 12 }, { version: mine.body.version })).status).toBe(200)
  })

  it('keeps documents as links, tells what came and went, and says what the next point lacks', async () => {
    const before = await api.ask('per', { url: `/api/projects/${HANDED_OVER_SOON}/fields` })
    const { documents } = before.body.project.fields
    const lessons = { title: 'Erfaringer', url: 'https://eksempel.sharepoint.com/Erfaringer.docx?web=1', rule: 'lessons' }
    expect(documents).toHaveLength(4)
    expect(missing(before.body.documentLines)).toEqual(['Oppdatert gevinstrealiseringsplan', 'Erfaringslogg'])
    const done = await edit('siri', 'projects', HANDED_OVER_SOON, { documents: [...documents.slice(1), lessons] })
    expect(done.status).toBe(200)
    expect(row('projects', HANDED_OVER_SOON).documents).toEqual([...documents.slice(1), lessons])
    expect(missing(done.body.fields.documentLines)).toEqual(['Sluttrapport', 'Oppdatert gevinstrealiseringsplan'])
    expect(done.body.project.history[0].changes).toEqual([{ field: 'documents', before: [documents[0]], after: [lessons] }])
    const stale = await edit('anne', 'projects', HANDED_OVER_SOON, { documents: [] }, { version: before.body.project.version })
    expect(fault(stale)).toEqual([409, 'editConflict', null])
    expect(fault(await edit('nora', 'projects', HANDED_OVER_SOON, { documents: [] }))).toEqual([403, 'notAllowed', null])
    expect((await edit('siri', 'projects', HANDED_OVER_SOON, { documents }, { version: done.body.version })).status).toBe(200)
  })

  it('two at the same instant: one stands, the other is told', async () => {
    const version = versionOf('benefits', BENEFIT)
    const both = await Promise.all(['per', 'anne'].map((as) => edit(as, 'benefits', BENEFIT, { risk: `Fra ${as}` }, { version })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = both[0]?.status === 200 ? 'per' : 'anne'
    expect(row('benefits', BENEFIT).risk).toBe(`Fra ${winner}`)
    expect(both.find(({ status }) => status === 409)?.body.error).toMatchObject({ code: 'editConflict' })
  })
})

describe('people', () => {
  const asked = (list: 'measurement' | 'statusReport') =>
    [...tables().obligations.values()].filter(
      (obligation) => obligation.kind === list && obligation.projectKey === PROJECT && obligation.round > 1,
    )

  it('a new measurer takes over what is asked for now, in a new round with its dates as they were', async () => {
    const late = (await api.ask('kari', { url: '/api/tasks' })).body.tasks.find((task: AnyBody) => task.indicator?.key === INDICATOR)
    const given = await edit('per', 'indicators', INDICATOR, { measurerId: idOf('Randi') })
    expect(given.status).toBe(200)
    const [handed] = asked('measurement').filter(({ key }) => key === late.obligationKey)
    expect(handed).toMatchObject({ round: 2, assigneeId: idOf('Randi'), overdueFrom: late.overdueFrom, dueOn: late.dueOn })
    const tasks = (await api.ask('randi', { url: '/api/tasks' })).body.tasks
    expect(tasks.map((task: AnyBody) => task.obligationKey)).toContain(late.obligationKey)
  })

  it('a new manager takes over the report, and a new benefit owner what nobody else measures', async () => {
    api.setNow('2026-06-10T07:00:00Z')
    const manager = await edit('per', 'projects', PROJECT, { managerId: idOf('Henrik') })
    expect(manager.status).toBe(200)
    expect(asked('statusReport')[0]).toMatchObject({ assigneeId: idOf('Henrik'), round: 2 })
    await edit('per', 'indicators', INDICATOR, { measurerId: null })
    const owner = await edit('per', 'benefits', BENEFIT, { ownerId: idOf('Siri') }, { reason: 'Siri har ansvaret i drift' })
    expect(owner.status).toBe(200)
    const rounds = asked('measurement').filter(({ refKey }) => refKey === INDICATOR)
    expect(new Set(rounds.map(({ assigneeId }) => assigneeId))).toEqual(new Set([idOf('Siri')]))
    api.setNow(`${DAY}T07:00:00Z`)
  })
})

describe('a new frequency', () => {
  it('leaves every date that has come as it was, and asks by the new one from the day chosen', async () => {
    const key = `${PROJECT}:timer-spart-registrering`
    const dates = async () =>
      (await api.ask('anne', { url: `/api/projects/${PROJECT}` })).body.benefits
        .flatMap((benefit: AnyBody) => benefit.indicators)
        .find((one: AnyBody) => one.key === key)
    const before = await dates()
    const answer = await edit(
      'per',
      'indicators',
      key,
      { frequency: 'quarterly', firstOn: '2026-06-15' },
      { reason: 'Tallene kommer kvartalsvis' },
    )
    expect(answer.status).toBe(200)
    const after = await dates()
    expect(after.open).toEqual(before.open)
    expect([after.frequency, after.nextMeasurementOn]).toEqual(['quarterly', '2026-06-15'])
    expect(
      [...tables().obligations.values()].filter(({ refKey, asOf }) => refKey === key && asOf !== null && asOf <= DAY).length,
    ).toBeGreaterThan(5)
  })
})

describe('made by form', () => {
  it('a benefit of three fields, an indicator of it, an action: the gate says what is left', async () => {
    const made = await make('anne', 'benefits', {
      projectKey: HANDED_OVER_SOON,
      title: 'Færre purringer',
      category: 'quality',
      level: 'unit',
    })
    expect([made.status, made.body.key]).toEqual([201, `${HANDED_OVER_SOON}:faerre-purringer`])
    expect(row('benefits', made.body.key)).toMatchObject({ state: 'proposed', via: 'tab', actorId: idOf('Anne') })
    const lacks = (body: AnyBody) =>
      body.project.gate.missing.filter((line: AnyBody) => line.benefitKey === made.body.key).map((line: AnyBody) => line.code)
    expect(lacks(made.body)).toContain('indicatorMissing')
    const indicator = {
      benefitKey: made.body.key,
      title: 'Purringer',
      unit: 'stk',
      direction: 'decrease',
      frequency: 'monthly',
      firstOn: '2026-06-30',
    }
    const draft = await make('anne', 'indicators', indicator)
    expect(row('indicators', draft.body.key)).toMatchObject({ state: 'draft', anchorOn: '2026-06-30' })
    const ready = await edit('anne', 'indicators', draft.body.key, {
      baseline: '40',
      baselineOn: '2026-04-30',
      target: '10',
      targetOn: '2027-06-30',
    })
    expect(row('indicators', draft.body.key)).toMatchObject({ state: 'active', baseline: 40, target: 10 })
    expect(lacks(ready.body)).toEqual(['planNotApproved'])
    expect(fault(await make('anne', 'indicators', { ...indicator, title: 'For sent', firstOn: '2026-05-01' }))).toEqual([
      400,
      'datesReversed',
      'firstOn',
    ])
  })

  it('a project begins with the method in force and stands in the portfolio', async () => {
    const made = await make('anne', 'projects', {
      title: 'Ny svømmehall',
      area: 'Kultur',
      phase: 'concept',
      ownerId: idOf('Marit'),
      budget: '12 500 000',
    })
    expect(made.status).toBe(201)
    expect(row('projects', 'ny-svoemmehall')).toMatchObject({
      methodVersion: 'prosjektveiviseren-6',
      phaseEnteredOn: DAY,
      budget: 12_500_000,
    })
    const { body } = await api.ask('nora', { url: '/api/portfolio' })
    expect(body.projects.map((project: AnyBody) => project.key)).toContain('ny-svoemmehall')
  })
})

describe('the border', () => {
  it('never answers 5xx to what anyone may send, and always with code and sentence', async () => {
    const authorization = `Bearer ${await api.token('per')}`
    const targets = [
      ...(['projects', 'benefits', 'indicators', 'benefit-actions'] as const).map((path) => ['POST', `/api/${path}`] as const),
      ['PATCH', `/api/projects/${PROJECT}`],
      ['PATCH', `/api/benefits/${encodeURIComponent(BENEFIT)}`],
      ['PATCH', `/api/indicators/${encodeURIComponent(INDICATOR)}`],
      ['PATCH', `/api/benefit-actions/${encodeURIComponent(ACTION)}`],
    ] as const
    const fields = [
      'title',
      'budget',
      'target',
      'milestones',
      'plannedByYear',
      'firstOn',
      'frequency',
      'state',
      'measurerId',
      'ownerId',
      'area',
    ]
    const sets = fc.dictionary(fc.constantFrom(...fields, '__proto__'), fc.oneof(fc.jsonValue(), fc.string(), fc.constant('2026-06-30')))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...targets),
        fc.oneof(
          fc.jsonValue(),
          sets.map((set) => ({ version: 'old', set })),
          sets,
        ),
        async ([method, url], body) => {
          const headers = { authorization, 'content-type': 'application/json' }
          const response = await api.app.inject({ method, url, headers, payload: JSON.stringify(body) })
          if (response.statusCode < 300) return
          expect(response.statusCode).toBeLessThan(500)
          expect(ERROR_CODES).toContain(response.json().error.code)
          expect(response.json().error.text.length).toBeGreaterThan(10)
        },
      ),
      { numRuns: 600 },
    )
  })
})
