import { describe, expect, test } from 'vitest'
import { benefits } from '../fixtures/benefits.ts'
import { board } from '../fixtures/board.ts'
import { roadmap } from '../fixtures/roadmap.ts'
import { tasks } from '../fixtures/tasks.ts'
import { isGood, keptViews, surplus } from './kept-views.ts'
import { openLocalCopy } from './local-copy.ts'
import { ifAllOpen, openBenefits, openCases, openRoads, openTasks, unlessRestricted } from './storable.ts'

const DAY = 86_400_000
const row = { owner: 'tenant:kari', readAt: 10 * DAY, etag: null, view: {} }

describe('a page on a person’s machine', () => {
  test.each([
    ['the same person, a week later', 'tenant:kari', 17 * DAY, true],
    ['a moment more than a week', 'tenant:kari', 17 * DAY + 1, false],
    ['another person', 'tenant:ola', 11 * DAY, false],
    ['another tenant', 'other:kari', 11 * DAY, false],
    ['a clock that has gone back', 'tenant:kari', 9 * DAY, false],
  ])('%s', (_name, owner, now, good) => expect(isGood(row, owner, now)).toBe(good))

  test('when there are too many, projects’ pages go first, the oldest of them', () => {
    const kept = [
      { path: '/api/roadmap', readAt: 1 },
      { path: '/api/projects/a', readAt: 3 },
      { path: '/api/projects/b', readAt: 2 },
      { path: '/api/projects/b/reports', readAt: 4 },
    ]
    expect(surplus(kept, 4)).toEqual([])
    expect(surplus(kept, 2)).toEqual(['/api/projects/b', '/api/projects/a'])
    expect(surplus(kept, 0)).toHaveLength(4)
  })

  test('without storage it is remembered while the tab is open', async () => {
    const views = keptViews(openLocalCopy({ tenantId: 'tenant', personId: 'kari' }, () => 0))
    views.keep('/api/roadmap', { view: roadmap, etag: '"1"', readAt: 0 }, roadmap)
    expect(views.recall('/api/roadmap')?.view).toBe(roadmap)
    views.forget('/api/roadmap')
    expect(views.recall('/api/roadmap')).toBeNull()
  })
})

describe('nothing of a restricted project may lie there', () => {
  const [first] = roadmap.projects
  const secret = { key: 'hemmelig', title: 'Hemmelig' }

  test('its page', () => {
    expect(unlessRestricted({ restricted: true })).toBeNull()
    expect(unlessRestricted({ restricted: false })).toEqual({ restricted: false })
  })

  test('its road', () => {
    if (!first) throw new Error('the fixture has no projects')
    expect(openRoads({ ...roadmap, projects: [first, { ...first, ...secret, restricted: true }] }).projects).toEqual([
      { ...first, restricted: false },
    ])
  })

  test('its benefits, what is counted in them, and sums they may be part of', () => {
    const [project] = benefits.projects
    const [benefit] = benefits.benefits
    if (!project || !benefit) throw new Error('the fixture has no benefits')
    const view = {
      ...benefits,
      projects: [...benefits.projects, { ...project, ...secret, restricted: true }],
      benefits: [
        { ...benefit, countedIn: { key: 'skjult', title: 'Skjult gevinst' } },
        { ...benefit, key: 'skjult', title: 'Skjult gevinst', projectKey: 'hemmelig' },
      ],
      doubleCounts: [{ why: 'title' as const, keys: [benefit.key, 'skjult'] }],
    }
    const open = openBenefits(view)
    expect(JSON.stringify(open)).not.toMatch(/emmelig|kjult/)
    expect(open.benefits).toHaveLength(1)
    expect(ifAllOpen(view.projects)({})).toBeNull()
    expect(ifAllOpen(benefits.projects)(view)).toBe(view)
  })

  test('its tasks, approvals and answers', () => {
    const key = tasks.tasks[0]?.projectKey ?? ''
    const open = openTasks({ ...tasks, restrictedProjects: [key] })
    const { resting, approvals, answeredToday } = open
    const left = [open.tasks, resting, approvals, answeredToday].flat().map(({ projectKey }) => projectKey)
    expect([...left, ...open.following.map((one) => one.key)]).not.toContain(key)
    expect(left.length).toBeGreaterThan(0)
    expect(openTasks(tasks)).toBe(tasks)
  })

  test('its case', () => {
    const [one] = board.cases
    if (!one) throw new Error('the fixture has no cases')
    expect(openCases({ ...board, cases: [one, { ...one, ...secret, restricted: true }] }).cases).toEqual([one])
  })
})
