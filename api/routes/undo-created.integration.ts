import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decidedView } from '#contract/decision-view.ts'
import { editedView } from '#contract/edit-view.ts'
import { openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
const PROJECT = 'brukerfokusert-barne-familieenheten'
const BENEFIT = `${PROJECT}:familiene-faar-raskere-svar`
const PEOPLE = ['nora', 'kari', 'per', 'ingrid', 'anne', 'jonas']

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ scenario: 'demo', day: DAY })
})
afterAll(() => api.close())

const facts = () => api.lists.store.snapshot().facts
const post = (as: string, path: string, payload: object) => api.ask(as, { method: 'POST', url: `/api/${path}`, payload })
const undo = (as: string, path: string, key: string) => post(as, `${path}/${encodeURIComponent(key)}/undo`, {})
const titlesOf = async () => (await api.ask('anne', { url: '/api/portfolio' })).body.projects.map(({ title }: { title: string }) => title)

describe('taking back what one has just made', () => {
  const kinds = {
    benefits: { projectKey: PROJECT, title: 'Feil gevinst', category: 'time', level: 'unit' },
    indicators: {
      ...{ benefitKey: BENEFIT, title: 'Feil måltall', unit: 'dager', direction: 'decrease', frequency: 'tertial' },
      firstOn: '2026-08-31',
    },
    'benefit-actions': { benefitKey: BENEFIT, title: 'Feil tiltak' },
  }

  it.each(Object.entries(kinds))('%s: only by who made it, and it can be made anew', async (path, body) => {
    const made = await post('per', path, body)
    const { key } = editedView.parse(made.body)
    for (const as of PEOPLE.filter((one) => one !== 'per')) expect((await undo(as, path, key)).body.error.code).toBe('notAllowed')
    const undone = await undo('per', path, key)
    expect(undone.status).toBe(200)
    const view = editedView.parse(undone.body)
    expect(JSON.stringify(view.fields)).not.toContain(body.title)
    expect(view.project?.history).toContainEqual(expect.objectContaining({ what: 'withdrawn', title: body.title, byName: 'Per Olsen' }))
    expect((await undo('per', path, key)).status).toBe(200)
    expect(
      (await api.ask('per', { url: `/api/${path}/${encodeURIComponent(key)}`, method: 'PATCH', payload: { version: '1', set: {} } }))
        .status,
    ).toBe(404)
    const again = await post('per', path, body)
    expect([again.status, again.body.key]).toEqual([201, `${key}--2`])
  })

  it('a project goes from the portfolio, unless something has been added to it', async () => {
    const body = { title: 'Feil prosjekt', area: 'Oppvekst', phase: 'idea' }
    const { key } = editedView.parse((await post('anne', 'projects', body)).body)
    expect(await titlesOf()).toContain('Feil prosjekt')
    const benefit = (await post('anne', 'benefits', { projectKey: key, title: 'En', category: 'time', level: 'unit' })).body.key
    const refused = await undo('anne', 'projects', key)
    expect([refused.status, refused.body.error.code]).toEqual([409, 'builtUpon'])
    expect(refused.body.error.text).toBe('Prosjektet har fått en gevinst, så det kan ikke angres. Rediger det som er feil.')
    expect((await undo('anne', 'benefits', benefit)).status).toBe(200)
    // What its maker took back hangs on it no more.
    const undone = editedView.parse((await undo('anne', 'projects', key)).body)
    expect(undone.project).toBe(null)
    expect(await titlesOf()).not.toContain('Feil prosjekt')
    expect((await api.ask('anne', { url: `/api/projects/${key}` })).status).toBe(404)
    expect((await post('anne', 'projects', body)).body.key).toBe(`${key}--2`)
  })

  it('a request for a decision leaves the agenda, and the decision point as before', async () => {
    const point = async (as: string) => (await api.ask(as, { url: `/api/projects/${key}/decision` })).body
    const asked = facts().decisionsByProject
    const key =
      [...facts().tables.projects.values()].find(
        (one) => one.state === 'active' && !(asked.get(one.key) ?? []).some(({ outcome }) => outcome === null),
      )?.key ?? ''
    const before = await point('anne')
    expect(before.planned).toBe(null)
    const plan = { point: before.point, seen: before.seen, dueOn: '2026-06-01', responsibleId: null, checklist: [], waivers: [] }
    const { decisionKey, decision } = decidedView.parse((await post('anne', `projects/${key}/decisions/plan`, plan)).body)
    expect(decision.planned).toMatchObject({ dueOn: '2026-06-01' })
    const body = { decisionKey, point: before.point }
    for (const as of PEOPLE.filter((one) => one !== 'anne'))
      expect((await post(as, `projects/${key}/decisions/plan/undo`, body)).body.error.code).toBe('notAllowed')
    const undone = decidedView.parse((await post('anne', `projects/${key}/decisions/plan/undo`, body)).body)
    expect(undone.decision).toMatchObject({ planned: null, seen: null })
    expect(facts().tables.decisions.has(decisionKey)).toBe(false)
    const again = await post('anne', `projects/${key}/decisions/plan`, plan)
    expect([again.status, again.body.decisionKey]).toEqual([201, `${decisionKey}--2`])
  })
})
