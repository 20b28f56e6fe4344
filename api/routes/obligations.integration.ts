import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explanationView } from '#contract/explanation-view.ts'
import { actedView, tasksView, undoneView } from '#contract/tasks-view.ts'
import { explanationText, outlookText } from '#contract/texts/explain.ts'
import { openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
/** Overdue, measured by Kari; Per owns the project and its benefits. */
const INDICATOR = 'brukerfokusert-barne-familieenheten:saksbehandlingstid'
const KEY = `measurement:${INDICATOR}:2026-04-30`
const RESTRICTED = 'tidlig-innsats'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ scenario: 'demo', day: DAY })
})
afterAll(() => api.close())

const post = (as: string, url: string, payload: object) => api.ask(as, { method: 'POST', url, payload })
const act = (as: string, path: string, payload: object = {}, key = KEY) =>
  post(as, `/api/obligations/${encodeURIComponent(key)}/${path}`, payload)
const tasks = async (as: string) => tasksView.parse((await api.ask(as, { url: '/api/tasks' })).body)
const idOf = (name: string) => [...tables().people.values()].find(({ displayName }) => displayName.startsWith(name))?.personId ?? ''
const tables = () => api.lists.store.snapshot().facts.tables

/** Bodies that are refused only after the question of who may: what each route answers to one who may. */
const ROUTES: [path: string, body: object, allowed: string][] = [
  ['snooze', { until: { openDays: 2 } }, 'fieldInvalid'],
  ['delegate', { toId: 'nobody' }, 'personInvalid'],
  ['take-back', {}, 'cardOutdated'],
  ['not-relevant', { reason: ' ' }, 'reasonRequired'],
  ['not-relevant/answer', { approve: true }, 'cardOutdated'],
  ['wrong-person', { suggestedId: 'nobody' }, 'personInvalid'],
]

describe('routes × roles', () => {
  it.each(ROUTES)('%s: the people of the indicator and the office may, and nobody else', async (path, body, allowed) => {
    const no = 'notAllowed'
    const codes: Record<string, string> = {}
    for (const as of ['nora', 'kari', 'per', 'ingrid', 'anne', 'jonas']) codes[as] = (await act(as, path, body)).body.error?.code
    const assigneeOnly = path === 'wrong-person'
    expect(codes).toEqual({
      nora: no,
      // Who measures does not approve that it need not be measured.
      kari: path === 'not-relevant/answer' ? no : allowed,
      per: assigneeOnly ? no : allowed,
      ingrid: no,
      anne: assigneeOnly ? no : allowed,
      jonas: no,
    })
  })

  it('of a restricted project all answer as if it were not there', async () => {
    const hidden = [...tables().indicators.values()].find(({ projectKey }) => projectKey.startsWith(RESTRICTED))
    const asked = `baseline:${hidden?.key}:baseline`
    for (const [path, body] of ROUTES) {
      const there = await act('nora', path, body, asked)
      const absent = await act('nora', path, body, 'measurement:none:2026-04-30')
      expect([there.status, there.body]).toEqual([absent.status, absent.body])
      expect(absent.body.error.code).toBe('notFound')
    }
    const explained = (key: string) => api.ask('nora', { url: `/api/obligations/${encodeURIComponent(key)}/explanation` })
    expect((await explained(asked)).body).toEqual((await explained('none')).body)
  })

  it.each<[string, object, string, string]>([
    ['snooze', { until: {} }, 'fieldInvalid', 'until'],
    ['snooze', { until: { date: DAY } }, 'dateInvalid', 'snooze'],
    ['snooze', {}, 'fieldRequired', 'until'],
    ['delegate', { toId: '' }, 'fieldInvalid', 'toId'],
    ['take-back', { now: true }, 'fieldUnknown', 'now'],
    ['not-relevant', { reason: 'x'.repeat(2001) }, 'textTooLong', 'reason'],
    ['not-relevant/answer', {}, 'fieldRequired', 'approve'],
  ])('%s %j: %s, at its field', async (path, body, code, field) => {
    const { body: answer, status } = await act('kari', path, body)
    expect([status, answer.error.code, answer.error.field]).toEqual([400, code, field])
    expect(answer.error.text).toMatch(/[.?]$/)
  })
})

describe('a task and what is done with it', () => {
  it('put off, it rests; the same again changes nothing', async () => {
    const before = await tasks('kari')
    const counted = async () => (await api.ask('kari', { url: '/api/me' })).body.tasks
    const count = await counted()
    expect(before.tasks.map(({ obligationKey }) => obligationKey)).toContain(KEY)
    const first = await act('kari', 'snooze', { until: { date: '2026-05-20' } })
    expect(actedView.parse(first.body).task?.acts).toMatchObject({
      snoozedUntil: '2026-05-20',
      snoozeNeedsReason: true,
      snoozeDays: [1, 3, 5],
    })
    const again = await act('kari', 'snooze', { until: { date: '2026-05-20' } })
    expect(again.body).toEqual(first.body)
    // A slip of the finger costs nothing: neither the time it was put off, nor a reason for the next.
    for (const as of ['nora', 'per', 'anne']) expect((await act(as, 'snooze/undo', {})).body.error.code).toBe('notAllowed')
    const undone = actedView.parse((await act('kari', 'snooze/undo', {})).body)
    expect(undone.task?.acts).toMatchObject({ snoozedUntil: null, snoozeNeedsReason: false })
    expect((await tasks('kari')).tasks.length).toBe(before.tasks.length)
    expect((await act('kari', 'snooze', { until: { date: '2026-05-20' } })).status).toBe(200)
    const after = await tasks('kari')
    expect([after.tasks.length, after.resting.map(({ obligationKey }) => obligationKey)]).toEqual([before.tasks.length - 1, [KEY]])
    expect(await counted()).toBe(count - 1)
  })

  it('delegated, it is the other’s to answer until it is taken back', async () => {
    const key = (await tasks('kari')).tasks[0]?.obligationKey ?? ''
    const given = actedView.parse((await act('kari', 'delegate', { toId: idOf('Nora'), reason: 'Permisjon' }, key)).body)
    expect(given.task?.acts).toMatchObject({ delegatedTo: { personId: idOf('Nora') }, can: { delegate: false, takeBack: true } })
    expect((await tasks('nora')).tasks.map(({ obligationKey }) => obligationKey)).toEqual([key])
    expect((await tasks('kari')).resting.map(({ obligationKey }) => obligationKey)).toContain(key)
    expect((await act('nora', 'take-back', {}, key)).status).toBe(200)
    expect((await tasks('nora')).tasks).toEqual([])
    expect((await tasks('kari')).tasks.map(({ obligationKey }) => obligationKey)).toContain(key)
  })

  it('is explained: the dates, why, and what comes next', async () => {
    const { body } = await api.ask('nora', { url: `/api/obligations/${encodeURIComponent(KEY)}/explanation` })
    const explained = explanationView.parse(body)
    expect(explained.why).toBe('measurer')
    expect(explanationText(explained.lines, 'nb', DAY)).toContain('Frist 11. mai fordi 10. mai er en søndag.')
    expect(outlookText(explained.outlook, 'nb', DAY)).toContain('20. mai')
    expect(JSON.stringify(body)).not.toMatch(/Kari|Per /)
  })

  it('no longer relevant is proposed, put to the benefit’s owner, and rejected or approved', async () => {
    const said = actedView.parse((await act('kari', 'not-relevant', { reason: 'Skjemaet er lagt ned' })).body)
    expect(said.task).toMatchObject({ state: 'onHold', acts: { proposal: { reason: 'Skjemaet er lagt ned', byName: 'Kari Nordmann' } } })
    expect((await act('anne', 'not-relevant', { reason: 'x' })).body.error.code).toBe('alreadyProposed')
    const approver = Object.fromEntries(
      await Promise.all(['kari', 'per', 'nora', 'anne'].map(async (as) => [as, (await tasks(as)).approvals.length] as const)),
    )
    const owner = approver.per === 1 ? 'per' : 'kari'
    expect(approver[owner]).toBe(1)
    expect((await tasks(owner)).approvals[0]).toMatchObject({ obligationKey: KEY, reason: 'Skjemaet er lagt ned', endsIndicator: true })
    expect((await act(owner, 'not-relevant/answer', { approve: false })).body.error).toMatchObject({
      code: 'reasonRequired',
      field: 'reason',
    })
    expect((await act(owner, 'not-relevant/answer', { approve: false, reason: 'Det er i bruk' })).status).toBe(200)
    expect(tables().indicators.get(INDICATOR)?.state).toBe('active')
    expect((await act('kari', 'not-relevant', { reason: 'x' })).body.error.code).toBe('alreadyRejected')
  })

  it('answered, it can be undone by who answered, and asks again', async () => {
    const body = { indicatorKey: INDICATOR, periodKey: '2026-04-30', value: '13,8', comment: 'x' }
    const recorded = (await post('kari', '/api/measurements', body)).body
    const { key } = recorded.measurement
    const undo = (as: string) => post(as, `/api/measurements/${encodeURIComponent(key)}/undo`, {})
    expect((await tasks('kari')).answeredToday[0]).toMatchObject({ key, undoUntil: '2026-05-18T07:10:00.000Z' })
    const codes: Record<string, string> = {}
    for (const as of ['nora', 'per', 'ingrid', 'anne', 'jonas']) codes[as] = (await undo(as)).body.error.code
    expect(new Set(Object.values(codes))).toEqual(new Set(['notAllowed']))
    api.setNow(`${DAY}T07:10:01Z`)
    expect((await undo('kari')).body.error).toMatchObject({ code: 'undoTooLate', text: expect.stringContaining('10 minutter') })
    api.setNow(`${DAY}T07:10:00Z`)
    const undone = undoneView.parse((await undo('kari')).body)
    expect(undone.indicator.open.map(({ periodKey }) => periodKey)).toContain('2026-04-30')
    expect((await tasks('kari')).answeredToday).toEqual([])
    const { history } = (await api.ask('kari', { url: '/api/projects/brukerfokusert-barne-familieenheten' })).body
    expect(history[0]).toMatchObject({ what: 'undone', value: 13.8, periodKey: '2026-04-30' })
    expect((await post('kari', '/api/measurements/none/undo', {})).body.error.code).toBe('notFound')
    expect((await post('kari', '/api/measurements', { ...body, value: '13,6' })).body.measurement.key).toBe(`${INDICATOR}:2026-04-30:3`)
  })

  it('said to be somebody else’s goes to the next who can answer', async () => {
    const mine = (await tasks('kari')).tasks.find(({ acts, indicator }) => acts.can.wrongPerson && indicator !== null)
    const said = await act('kari', 'wrong-person', { suggestedId: idOf('Nora'), reason: 'Jeg har byttet avdeling' }, mine?.obligationKey)
    expect(said.status).toBe(200)
    expect((await tasks('kari')).tasks.map(({ obligationKey }) => obligationKey)).not.toContain(mine?.obligationKey)
    const row = tables().obligations.get(mine?.obligationKey ?? '')
    expect([row?.round, row?.assigneeId === idOf('Kari')]).toEqual([2, false])
    const { wrongPersons } = (await api.ask('anne', { url: '/api/bot-log' })).body
    expect(wrongPersons).toMatchObject([
      { obligationKey: mine?.obligationKey, byName: 'Kari Nordmann', suggestedName: 'Nora Vik', reason: 'Jeg har byttet avdeling' },
    ])
    expect(wrongPersons[0].holderName).not.toBeNull()
  })
})
