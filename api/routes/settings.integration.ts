import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SettingsView, settingsView } from '#contract/settings-view.ts'
import { openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ scenario: 'demo', day: DAY })
})
afterAll(() => api.close())

const read = async (as = 'anne'): Promise<SettingsView> => (await api.ask(as, { url: '/api/settings' })).body
const post = (as: string, path: string, payload: object) => api.ask(as, { method: 'POST', url: `/api/settings${path}`, payload })
const newest = async (name: string) => (await read()).changes.find((change) => change.name === name)?.key ?? null
const change = async (name: string, value: unknown, more: object = {}) =>
  post('anne', '', { name, value, validFrom: null, seen: await newest(name), ...more })
const idOf = (name: string) =>
  [...api.lists.store.snapshot().facts.tables.people.values()].find((row) => row.displayName.startsWith(name))?.personId ?? ''

describe('settings', () => {
  it.each(['nora', 'kari', 'per', 'ingrid'])('are not for %s', async (as) => {
    expect((await api.ask(as, { url: '/api/settings' })).body.error.code).toBe('notAllowed')
    for (const [path, body] of [
      ['', { name: 'words', value: 'nytte', validFrom: null, seen: null }],
      ['/roles', { personId: idOf('Nora'), roles: ['office'], seen: [] }],
      ['/channels', { key: 'x', rhythm: 'weekly', language: null, end: false }],
    ] as const) {
      expect([path, (await post(as, path, body)).body.error.code]).toEqual([path, 'notAllowed'])
    }
  })

  it('are read in the shape the contract says', async () => {
    expect(settingsView.safeParse(await read()).success).toBe(true)
    expect((await read('jonas')).can.managePeople).toBe(false)
  })

  it('hold from the day chosen, and those that decide dates not from a day that has come', async () => {
    const words = await change('words', 'nytte')
    expect([words.status, words.body.values.words]).toEqual([200, 'nytte'])
    expect((await api.ask('kari', { url: '/api/me' })).body.words).toBe('nytte')
    const due = { registrationDays: 12, graceOpenDays: 3, reportOpenDays: 5, reportGraceOpenDays: 2, meetingOpenDays: 5 }
    const coming = await change('due', due, { validFrom: '2026-06-01' })
    expect(coming.body.changes).toContainEqual(
      expect.objectContaining({ name: 'due', validFrom: '2026-06-01', coming: true, byName: 'Anne Lie' }),
    )
    expect(coming.body.values.due.registrationDays).toBe(10)
  })

  it.each([
    ['a part that cannot be', 'calendar', { summerClosureWeeks: [60] }, 'fieldInvalid', 'summerClosureWeeks'],
    ['a value that cannot be', 'language', 'da', 'fieldInvalid', 'value'],
    ['a name that is none', 'colour', 'blue', 'fieldInvalid', 'name'],
  ])('%s is refused with what to mend', async (_what, name, value, code, field) => {
    expect((await change(name, value)).body.error).toMatchObject({ code, field })
  })

  it('a change made on an older one is refused', async () => {
    expect((await change('words', 'gevinst', { seen: null })).body.error.code).toBe('staleEdit')
  })

  it('a method’s version stands; a new one is for new projects', async () => {
    const { values } = await read()
    const own = { ...values.method, phases: values.method.phases.map((one, at) => (at === 0 ? { ...one, title: { nb: 'Behov' } } : one)) }
    expect((await change('method', own)).body.error).toMatchObject({ code: 'versionTaken', field: 'version' })
    const saved = await change('method', { ...own, version: 'eksempel-2026' })
    expect(saved.body.methods).toContainEqual({ version: 'eksempel-2026', projects: 0 })
    const soft = values.method.points.map((point) => (point.point === 'bp5' ? { ...point, hard: false } : point))
    expect((await change('method', { ...own, version: 'uten-port', points: soft })).body.error.code).toBe('fieldInvalid')
  })
})

describe('roles', () => {
  const give = (as: string, name: string, roles: string[], seen: string[]) => post(as, '/roles', { personId: idOf(name), roles, seen })

  it('are given by the office, and somebody is always left in it', async () => {
    expect((await give('jonas', 'Nora', ['leader'], [])).body.error.code).toBe('notAllowed')
    expect((await give('anne', 'Anne', [], ['office'])).body.error.code).toBe('lastOffice')
    const given = await give('anne', 'Nora', ['office'], [])
    expect(given.body.roles.find((one: { personId: string }) => one.personId === idOf('Nora')).roles).toEqual(['office'])
    expect((await give('anne', 'Nora', ['leader'], [])).body.error.code).toBe('staleEdit')
    expect((await give('anne', 'Nora', [], ['office'])).status).toBe(200)
  })

  it('are not given to one who has left, or whom nobody knows', async () => {
    expect((await give('anne', 'Espen', ['leader'], [])).body.error.code).toBe('personInvalid')
    expect((await post('anne', '/roles', { personId: 'nobody', roles: [], seen: [] })).body.error.code).toBe('personInvalid')
  })
})
