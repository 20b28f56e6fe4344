import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { civilDateOf } from '#domain/dates.ts'
import type { Facts } from '#domain/facts.ts'
import { refuse } from '#domain/result.ts'
import { viewContext } from '#views/context.ts'
import { OPERATIONS } from './openapi.ts'
import { openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
/** Per owns it, Ola leads it with Kari as deputy, Kari and Ola measure in it. */
const OPEN = 'brukerfokusert-barne-familieenheten'
/** None of those who ask is named in it; restricted before they ask. */
const RESTRICTED = 'digital-kompetanse'

const PEOPLE = ['nora', 'kari', 'per', 'ingrid', 'anne', 'jonas'] as const
type Name = (typeof PEOPLE)[number]
const EVERYONE = [...PEOPLE]
const NOBODY: Name[] = []
const OFFICE: Name[] = ['anne']

/** What an act is about, in one project. */
interface About {
  project: string
  benefit: string
  indicator: string
  action: string
  obligation: string
  measurement: string
}
type Ask = (about: About) => { path: string; body?: object }
interface Row {
  ask: Ask
  /** Who may, in the open project. What is about no project counts «there is none» as an answer. */
  may: readonly Name[]
  /** The act is about one project: who else may in the restricted one is `restricted`, for the rest it does not exist. */
  restricted?: readonly Name[]
}

const WHY = 'Vi vet mer nå'
const fields = { version: 'another', set: { title: 'Et annet navn' } }

/** Every route, who may use it, and whom a restricted project hides from. A route that is not here fails the test. */
const TABLE: Record<string, Row> = {
  'get /api/me': { ask: () => ({ path: '/api/me' }), may: EVERYONE },
  'patch /api/me': { ask: () => ({ path: '/api/me', body: { language: 'nn' } }), may: EVERYONE },
  'get /api/preferences': { ask: () => ({ path: '/api/preferences' }), may: EVERYONE },
  'patch /api/preferences': { ask: () => ({ path: '/api/preferences', body: { pausedUntil: '2026-05-20' } }), may: EVERYONE },
  'get /api/portfolio': { ask: () => ({ path: '/api/portfolio' }), may: EVERYONE },
  'get /api/portfolio/details': { ask: () => ({ path: '/api/portfolio/details' }), may: EVERYONE },
  'get /api/roadmap': { ask: () => ({ path: '/api/roadmap' }), may: EVERYONE },
  'get /api/benefits': { ask: () => ({ path: '/api/benefits' }), may: EVERYONE },
  'get /api/benefits/sums': { ask: () => ({ path: '/api/benefits/sums' }), may: EVERYONE },
  'get /api/people': { ask: () => ({ path: '/api/people?query=ka' }), may: EVERYONE },
  'get /api/tasks': { ask: () => ({ path: '/api/tasks' }), may: EVERYONE },
  'get /api/board': { ask: () => ({ path: '/api/board' }), may: EVERYONE },
  'get /api/health-of-data': { ask: () => ({ path: '/api/health-of-data' }), may: OFFICE },
  'get /api/bot-log': { ask: () => ({ path: '/api/bot-log' }), may: OFFICE },
  'get /api/settings': { ask: () => ({ path: '/api/settings' }), may: ['anne', 'jonas'] },

  'get /api/projects/{key}': { ask: ({ project }) => ({ path: `/api/projects/${project}` }), may: EVERYONE, restricted: OFFICE },
  'get /api/projects/{key}/reports': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/reports` }),
    may: EVERYONE,
    restricted: OFFICE,
  },
  'get /api/projects/{key}/fields': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/fields` }),
    may: EVERYONE,
    restricted: OFFICE,
  },
  'get /api/projects/{key}/decision': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/decision` }),
    may: EVERYONE,
    restricted: OFFICE,
  },
  'get /api/report-drafts/{key}': {
    ask: ({ project }) => ({ path: `/api/report-drafts/${project}:2026-04` }),
    // Nobody has begun one.
    may: NOBODY,
    restricted: NOBODY,
  },
  'get /api/obligations/{key}/explanation': {
    ask: ({ obligation }) => ({ path: `/api/obligations/${obligation}/explanation` }),
    may: EVERYONE,
    restricted: OFFICE,
  },

  'post /api/projects': { ask: () => ({ path: '/api/projects', body: { title: 'Nytt', area: 'Oppvekst', phase: 'idea' } }), may: OFFICE },
  'patch /api/projects/{key}': {
    ask: ({ project }) => ({ path: `/api/projects/${project}`, body: fields }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/benefits': {
    ask: ({ project }) => ({ path: '/api/benefits', body: { projectKey: project, title: 'Ny', category: 'time', level: 'unit' } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'patch /api/benefits/{key}': {
    ask: ({ benefit }) => ({ path: `/api/benefits/${benefit}`, body: fields }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/indicators': {
    ask: ({ benefit }) => ({
      path: '/api/indicators',
      body: {
        ...{ benefitKey: benefit, title: 'Ny', unit: 'timer', kind: 'snapshot', direction: 'decrease', frequency: 'monthly' },
        firstOn: '2026-06-30',
      },
    }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'patch /api/indicators/{key}': {
    ask: ({ indicator }) => ({ path: `/api/indicators/${indicator}`, body: fields }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/benefit-actions': {
    ask: ({ benefit }) => ({ path: '/api/benefit-actions', body: { benefitKey: benefit, title: 'Nytt tiltak' } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'patch /api/benefit-actions/{key}': {
    ask: ({ action }) => ({ path: `/api/benefit-actions/${action}`, body: fields }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },

  // Only the one who made it, and none of them has.
  'post /api/projects/{key}/undo': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/undo`, body: {} }),
    may: NOBODY,
    restricted: NOBODY,
  },
  'post /api/benefits/{key}/undo': {
    ask: ({ benefit }) => ({ path: `/api/benefits/${benefit}/undo`, body: {} }),
    may: NOBODY,
    restricted: NOBODY,
  },
  'post /api/indicators/{key}/undo': {
    ask: ({ indicator }) => ({ path: `/api/indicators/${indicator}/undo`, body: {} }),
    may: NOBODY,
    restricted: NOBODY,
  },
  'post /api/benefit-actions/{key}/undo': {
    ask: ({ action }) => ({ path: `/api/benefit-actions/${action}/undo`, body: {} }),
    may: NOBODY,
    restricted: NOBODY,
  },
  'post /api/projects/{key}/decisions/plan/undo': {
    ask: ({ project }) => ({
      path: `/api/projects/${project}/decisions/plan/undo`,
      body: { decisionKey: `${project}:bp4:1`, point: 'bp4' },
    }),
    may: NOBODY,
    restricted: NOBODY,
  },

  'post /api/measurements': {
    ask: ({ indicator }) => ({ path: '/api/measurements', body: { indicatorKey: indicator, value: '12', comment: WHY } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/measurements/{key}/undo': {
    ask: ({ measurement }) => ({ path: `/api/measurements/${measurement}/undo`, body: {} }),
    // Only the one who answered.
    may: ['kari'],
    restricted: NOBODY,
  },
  'post /api/reports': {
    ask: ({ project }) => ({ path: '/api/reports', body: { projectKey: project, period: '2026-04', rows: [], seenVersion: 0 } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/import': {
    ask: () => ({ path: '/api/import', body: { fileName: 'a.csv', contentBase64: 'YTtiCjE7Mg==', dryRun: true } }),
    may: OFFICE,
  },

  'post /api/obligations/{key}/snooze': {
    ask: ({ obligation }) => ({ path: `/api/obligations/${obligation}/snooze`, body: { until: { openDays: 1 }, reason: WHY } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/obligations/{key}/snooze/undo': {
    ask: ({ obligation }) => ({ path: `/api/obligations/${obligation}/snooze/undo`, body: {} }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/obligations/{key}/delegate': {
    ask: ({ obligation }) => ({ path: `/api/obligations/${obligation}/delegate`, body: { toId: 'nobody', reason: WHY } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/obligations/{key}/take-back': {
    ask: ({ obligation }) => ({ path: `/api/obligations/${obligation}/take-back`, body: {} }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/obligations/{key}/not-relevant': {
    ask: ({ obligation }) => ({ path: `/api/obligations/${obligation}/not-relevant`, body: { reason: WHY } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/obligations/{key}/not-relevant/answer': {
    ask: ({ obligation }) => ({ path: `/api/obligations/${obligation}/not-relevant/answer`, body: { approve: false, reason: WHY } }),
    may: ['per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/obligations/{key}/wrong-person': {
    ask: ({ obligation }) => ({ path: `/api/obligations/${obligation}/wrong-person`, body: { reason: WHY } }),
    may: ['kari'],
    restricted: NOBODY,
  },
  'post /api/follow-ups': {
    ask: ({ obligation }) => ({ path: '/api/follow-ups', body: { obligationKey: obligation, said: WHY } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/action-answers': {
    ask: ({ obligation }) => ({ path: '/api/action-answers', body: { obligationKey: obligation, answer: 'done', said: WHY } }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },

  'post /api/projects/{key}/decisions': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/decisions`, body: { point: 'bp4', seen: null, outcome: 'proceed' } }),
    may: ['per'],
    restricted: NOBODY,
  },
  'post /api/projects/{key}/decisions/plan': {
    ask: ({ project }) => ({
      path: `/api/projects/${project}/decisions/plan`,
      body: { point: 'bp4', seen: null, dueOn: null, responsibleId: null, checklist: [], waivers: [] },
    }),
    may: ['kari', 'per', 'anne'],
    restricted: OFFICE,
  },
  'post /api/projects/{key}/hold': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/hold`, body: { seen: 'another', from: DAY, reason: WHY } }),
    may: ['per'],
    restricted: NOBODY,
  },
  'post /api/projects/{key}/resume': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/resume`, body: { seen: 'another', reason: WHY } }),
    may: ['per'],
    restricted: NOBODY,
  },
  'post /api/projects/{key}/go-back': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/go-back`, body: { seen: 'another', to: 'plan', reason: WHY } }),
    may: ['per'],
    restricted: NOBODY,
  },
  'post /api/projects/{key}/reopen': {
    ask: ({ project }) => ({ path: `/api/projects/${project}/reopen`, body: { seen: 'another', reason: WHY } }),
    may: ['per'],
    restricted: NOBODY,
  },

  'post /api/portfolio/rank': {
    ask: ({ project }) => ({ path: '/api/portfolio/rank', body: { projectKey: project, place: 'first', seenRank: 99 } }),
    may: ['ingrid', 'anne'],
    restricted: OFFICE,
  },
  'post /api/portfolio/views': {
    ask: () => ({ path: '/api/portfolio/views', body: { title: 'Min', query: 'v=all', shared: false } }),
    may: EVERYONE,
  },
  'post /api/portfolio/views/remove': {
    ask: () => ({ path: '/api/portfolio/views/remove', body: { viewKey: 'nothing' } }),
    may: EVERYONE,
  },
  'post /api/settings': {
    ask: () => ({ path: '/api/settings', body: { name: 'words', value: 'nytte', validFrom: null, seen: null } }),
    may: ['anne', 'jonas'],
  },
  'post /api/settings/roles': {
    ask: () => ({ path: '/api/settings/roles', body: { personId: 'nobody', roles: [], seen: [] } }),
    may: OFFICE,
  },
  'post /api/settings/channels': {
    ask: () => ({ path: '/api/settings/channels', body: { key: 'channel', rhythm: 'weekly', language: null, end: false } }),
    may: ['anne', 'jonas'],
  },
  'post /api/bot-log/settle': { ask: () => ({ path: '/api/bot-log/settle', body: { key: 'card', arrived: true } }), may: OFFICE },
}

let api: TestApi
let open: About
let hidden: About
beforeAll(async () => {
  // Nothing is written: what a person may do ends at the lists.
  api = await openTestApi({ scenario: 'demo', day: DAY, write: async () => refuse({ code: 'storeUnavailable' as const, done: 0 }) })
  const { store } = api.lists
  const version = store.snapshot().versionOf('projects', RESTRICTED) ?? ''
  const by = { personId: 'test', via: 'hand' as const, now: `${DAY}T06:00:00.000Z` }
  expect((await store.write([{ op: 'update', list: 'projects', key: RESTRICTED, set: { restricted: true }, version }], by)).ok).toBe(true)
  const { facts } = store.snapshot()
  open = aboutOf(OPEN, facts)
  hidden = aboutOf(RESTRICTED, facts)
})
afterAll(() => api.close())

/** With `measurerId`, what that person measures, and no action is needed. */
function aboutOf(project: string, facts: Facts, measurerId?: string): About {
  const { obligations } = viewContext(facts, civilDateOf(`${DAY}T07:00:00Z`))
  const isTheirs = (key: string) => measurerId === undefined || facts.tables.indicators.get(key)?.measurerId === measurerId
  const mine = obligations.filter(
    (one) => isTheirs(one.refKey) && one.projectKey === project && one.kind === 'measurement' && one.state !== 'fulfilled',
  )
  const obligation = mine.find(({ state }) => state === 'overdue') ?? mine[0]
  const indicator = facts.tables.indicators.get(obligation?.refKey ?? '')
  const benefit = indicator?.benefitKey ?? ''
  const action = [...facts.tables.benefitActions.values()].find((one) => facts.tables.benefits.get(one.benefitKey)?.projectKey === project)
  const measurement = [...facts.tables.measurements.values()].find((one) => one.projectKey === project)
  const keys = { obligation: obligation?.key, indicator: indicator?.key, action: action?.key, measurement: measurement?.key }
  for (const [what, key] of Object.entries(keys))
    if (!key && (measurerId === undefined || what !== 'action')) throw new Error(`${project} has no ${what}`)
  return { project, benefit, ...(keys as Omit<About, 'project' | 'benefit'>) }
}

type Verdict = 'may' | 'refused' | 'absent'
async function verdict(as: Name | 'eva', operation: string, about: About): Promise<Verdict> {
  const { path, body } = (TABLE[operation] as Row).ask(about)
  const method = operation.split(' ')[0]?.toUpperCase() as 'GET'
  const url = path
    .split('?')
    .map((part, at) => (at === 0 ? part.split('/').map(encodeURIComponent).join('/') : part))
    .join('?')
  const answer = await api.ask(as, { method, url, ...(body ? { payload: body } : {}) })
  expect(answer.status, `${operation} as ${as}: ${JSON.stringify(answer.body).slice(0, 200)}`).not.toBe(500)
  if (answer.status === 403) return 'refused'
  return answer.status === 404 ? 'absent' : 'may'
}

const NONE: About = { project: 'none', benefit: 'none', indicator: 'none', action: 'none', obligation: 'none', measurement: 'none' }

describe('every route, for every person', () => {
  it('stands in the table', () => {
    expect(Object.keys(TABLE).sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort())
  })

  it.each(Object.keys(TABLE))('%s', async (operation) => {
    const { may, restricted } = TABLE[operation] as Row
    const allowed: Name[] = []
    for (const as of PEOPLE) {
      const found = await verdict(as, operation, open)
      if (found === 'may' || (found === 'absent' && restricted === undefined)) allowed.push(as)
    }
    expect(allowed).toEqual([...may])
    if (restricted === undefined) return
    for (const as of PEOPLE) {
      const found = await verdict(as, operation, hidden)
      // A restricted project is refused exactly as one that does not exist; the office, who knows of it, is told that it may not.
      if (restricted.includes(as)) expect([as, found]).toEqual([as, 'may'])
      else if (as === 'anne') expect(found).not.toBe('may')
      else expect([as, found]).toEqual([as, await verdict(as, operation, NONE)])
    }
  })
})

describe('one who only measures', () => {
  it('answers what is theirs and changes nothing else of the project', async () => {
    // Eva has no other part in it.
    const { facts } = api.lists.store.snapshot()
    const eva = [...facts.peopleById.values()].find(({ displayName }) => displayName.startsWith('Eva'))?.personId
    const about = aboutOf('boligkontoret', facts, eva)
    for (const operation of ['post /api/measurements', 'post /api/obligations/{key}/snooze', 'post /api/obligations/{key}/wrong-person']) {
      expect([operation, await verdict('eva', operation, about)]).toEqual([operation, 'may'])
    }
    for (const operation of [
      'patch /api/projects/{key}',
      'patch /api/benefits/{key}',
      'patch /api/indicators/{key}',
      'post /api/reports',
    ]) {
      expect([operation, await verdict('eva', operation, about)]).toEqual([operation, 'refused'])
    }
  })
})
