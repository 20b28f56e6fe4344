import { describe, expect, it } from 'vitest'
import { targetOf } from './deep-link.ts'
import { answerTo, type HostActions, type HostState, requestOf } from './protocol.ts'

const state: HostState = {
  theme: 'dark',
  locale: 'nn-NO',
  frame: 'content',
  entityId: 'portfolio',
  subPageId: 'project/robot',
  person: { personId: '00000000-0000-4000-8000-000000000001', displayName: 'Kari Test', email: 'kari@eksempel.example' },
  tenantId: 'tenant',
  sessionId: 'session',
  channel: null,
  settings: { entityId: 'channel' },
}

const recorded = () => {
  const acts: unknown[] = []
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void acts.push([name, ...args])
  const actions: HostActions = {
    token: async () => 'token',
    openLink: note('openLink'),
    navigate: note('navigate'),
    share: note('share'),
    ready: note('ready'),
    validity: note('validity'),
    keep: note('keep'),
    saved: note('saved'),
  }
  return { acts, actions }
}

const ask = (func: string, args: unknown[] = [], more: Partial<HostActions> = {}) =>
  answerTo({ id: 1, func, args }, state, { ...recorded().actions, ...more })

describe('the host side of the tab protocol', () => {
  it('tells at the start what it supports', async () => {
    const [frame, client, runtime, version] = (await ask('initialize')) ?? []
    expect([frame, client, version]).toEqual(['content', 'web', '2.0.1'])
    expect(JSON.parse(String(runtime))).toMatchObject({ apiVersion: 4, supports: { pages: { config: {} } } })
  })

  it('tells who is asking, in which language and theme, and where a link led', async () => {
    expect((await ask('getContext'))?.[0]).toMatchObject({
      locale: 'nn-NO',
      theme: 'dark',
      subEntityId: 'project/robot',
      userObjectId: state.person.personId,
      tid: 'tenant',
      hostName: 'Teams',
    })
  })

  it('gives a token, or Teams’ own refusal', async () => {
    expect(await ask('authentication.getAuthToken')).toEqual([true, 'token'])
    const none = { token: () => Promise.reject(new Error('left')) }
    expect(await ask('authentication.getAuthToken', [], none)).toEqual([false, 'resourceRequiresConsent'])
  })

  it.each([
    ['appInitialization.success', [], [{}], [['ready']]],
    ['settings.getSettings', [], [{ entityId: 'channel' }], []],
    [
      'settings.setSettings',
      [{ entityId: 'x', contentUrl: '/tab/', other: 1 }],
      [true],
      [['keep', { entityId: 'x', contentUrl: '/tab/', suggestedDisplayName: '' }]],
    ],
    ['settings.setValidityState', [true], null, [['validity', true]]],
    ['settings.save.success', [], null, [['saved', true]]],
    ['settings.save.failure', ['no'], null, [['saved', false]]],
    ['executeDeepLink', ['https://x'], [true], [['openLink', 'https://x']]],
    ['pages.currentApp.navigateTo', [{ pageId: 'p', subPageId: 'tasks' }], [undefined], [['navigate', 'tasks']]],
    ['shareDeepLink', ['#/project/a', 'A', undefined], null, [['share', '#/project/a', 'A']]],
    ['registerHandler', ['themeChange'], null, []],
    ['meeting.getMeetingDetails', [], null, []],
  ])('%s', async (func, args, answer, expected) => {
    const { acts, actions } = recorded()
    expect(await answerTo({ id: 1, func, args }, state, actions)).toEqual(answer)
    expect(acts).toEqual(expected)
  })

  it('reads nothing into other messages', () => {
    expect(requestOf('initialize')).toBeNull()
    expect(requestOf({ func: 'initialize' })).toBeNull()
    expect(requestOf({ id: 0, func: 'initialize', uuid: { uuid: 'a' } })).toEqual({
      id: 0,
      func: 'initialize',
      uuid: { uuid: 'a' },
      args: [],
    })
  })
})

describe('targetOf', () => {
  const origin = 'http://127.0.0.1:4300'
  it.each([
    [
      'https://teams.microsoft.com/l/entity/app/portfolio?context=%7B%22subEntityId%22%3A%22project%2Frobot%22%7D',
      { to: 'tab', subPageId: 'project/robot' },
    ],
    ['https://teams.microsoft.com/l/entity/app/portfolio', { to: 'tab', subPageId: '' }],
    ['https://teams.microsoft.com/l/entity/app/portfolio?context=broken', { to: 'tab', subPageId: '' }],
    ['http://127.0.0.1:4300/tab/#/project/robot', { to: 'tab', subPageId: 'project/robot' }],
    ['http://127.0.0.1:4300/#/tasks', { to: 'tab', subPageId: 'tasks' }],
    ['https://www.ks.no/', { to: 'elsewhere', url: 'https://www.ks.no/' }],
    ['javascript:alert(1)', { to: 'nowhere' }],
    ['http://', { to: 'nowhere' }],
  ])('%s', (link, expected) => {
    expect(targetOf(link, origin)).toEqual(expected)
  })
})
