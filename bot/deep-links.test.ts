import { expect, it } from 'vitest'
import { deepLinks } from './deep-links.ts'

const link = deepLinks('7d2f9e14-6a3b-4c85-9e0d-1b4f8a6c2e73')

it('leads to the personal tab, and to a project by its sub page', () => {
  expect(link({ kind: 'portfolio' })).toBe('https://teams.microsoft.com/l/entity/7d2f9e14-6a3b-4c85-9e0d-1b4f8a6c2e73/portfolio')
  expect(link({ kind: 'tasks' })).toBe('https://teams.microsoft.com/l/entity/7d2f9e14-6a3b-4c85-9e0d-1b4f8a6c2e73/mine')
  const project = new URL(link({ kind: 'project', projectKey: 'k12:svartid' }))
  expect(JSON.parse(project.searchParams.get('context') ?? '')).toEqual({ subEntityId: '#/project/k12%3Asvartid' })
})
