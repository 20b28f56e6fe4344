import { expect, it } from 'vitest'
import { roadmapView as schema } from '#contract/roadmap-view.ts'
import { factsOf, peopleWith, person, project } from '#domain/facts.fixture.ts'
import { viewContext } from './context.ts'
import { portfolioView } from './portfolio.ts'
import { roadmapView } from './roadmap.ts'

const AT = { takenAt: '2026-05-18T07:00:00Z', version: 'v1' }
const facts = factsOf({
  people: peopleWith(person('anybody')),
  projects: [
    project({ key: 'open', title: 'Open', phase: 'deliver', phaseEnteredOn: '2026-01-01', startOn: '2025-01-01' }),
    project({ key: 'secret', title: 'Secret', restricted: true }),
  ],
})
const context = viewContext(facts, '2026-05-18')
const seenBy = (id: string) => roadmapView(context, facts.peopleById.get(id) ?? null, AT)

it('shows a restricted project only to those who may know of it', () => {
  expect(seenBy('anybody').projects.map(({ key }) => key)).toEqual(['open'])
  expect(JSON.stringify(seenBy('anybody'))).not.toContain('Secret')
  expect(seenBy('owner').projects.map(({ key }) => key)).toEqual(['open', 'secret'])
})

it('agrees with the portfolio, and has the shape of the contract', () => {
  const view = seenBy('office')
  expect(schema.parse(view)).toEqual(view)
  expect(portfolioView(context, facts.peopleById.get('office') ?? null, AT).summary).toMatchObject(view.summary)
  expect(view.projects[0]).toMatchObject({ phase: 'deliver', rating: null, flags: ['endMissing'], endOn: null })
})
