import { describe, expect, it } from 'vitest'
import { decision, factsOf, project } from '#domain/facts.fixture.ts'
import type { Decision, Project } from '#domain/model.ts'
import { viewContext } from './context.ts'
import { gateView, phaseSteps } from './phases.ts'
import { portfolioView } from './portfolio.ts'

const taken = (point: Decision['point'], decidedOn: string, more: Partial<Decision> = {}) =>
  decision(point, { key: `project:${point}:${more.occurrence ?? 1}`, decidedOn, outcome: 'proceed', ...more })
const until = [taken('bp1', '2025-01-17'), taken('bp2', '2025-04-30'), taken('bp3', '2025-08-12')]
const planned = decision('bp4', { key: 'project:bp4:1', outcome: null, decidedOn: null, dueOn: '2026-07-30' })
const seen = (more: Partial<Project>, decisions: Decision[]) => {
  const facts = factsOf({ projects: [project({ startOn: '2024-10-01', ...more })], decisions })
  const context = viewContext(facts, '2026-05-18')
  const of = facts.tables.projects.get('project') as Project
  const [row] = portfolioView(context, null, { takenAt: '', version: '' }).projects
  const steps = phaseSteps(context, of).map(({ state, enteredOn, decision: { state: at, on } }) => [state, enteredOn, at, on])
  return { steps, gate: gateView(context, of), next: row?.nextDecision }
}

describe('the phase line', () => {
  it('shows what has been decided behind, and what is planned ahead', () => {
    const { steps, gate, next } = seen({ phase: 'deliver', phaseEnteredOn: '2025-08-12' }, [...until, planned])
    expect(steps.slice(0, 5)).toEqual([
      ['done', '2024-10-01', 'taken', '2025-01-17'],
      ['done', '2025-01-17', 'taken', '2025-04-30'],
      ['done', '2025-04-30', 'taken', '2025-08-12'],
      ['now', '2025-08-12', 'planned', '2026-07-30'],
      ['coming', null, 'planned', null],
    ])
    expect([gate?.point, gate?.dueOn, next?.point, next?.dueOn]).toEqual(['bp4', '2026-07-30', 'bp4', '2026-07-30'])
  })

  it('of a project that was taken back, what lies ahead is decided anew, and the next decision is that of the phase it is in', () => {
    const { steps, gate, next } = seen({ phase: 'concept', phaseEnteredOn: '2026-05-18' }, [...until, planned])
    expect(steps.slice(0, 4)).toEqual([
      ['done', '2024-10-01', 'taken', '2025-01-17'],
      ['now', '2026-05-18', 'planned', null],
      ['coming', null, 'planned', null],
      ['coming', null, 'planned', '2026-07-30'],
    ])
    expect([gate?.point, gate?.dueOn, next?.point, next?.dueOn]).toEqual(['bp2', null, 'bp2', null])
  })

  it('a point held in the phase without opening the next stays on the line, and so does the yearly one', () => {
    const adjusted = taken('bp4', '2026-03-01', { outcome: 'adjust' })
    expect(seen({ phase: 'deliver', phaseEnteredOn: '2025-08-12' }, [...until, adjusted]).steps[3]?.slice(2)).toEqual([
      'taken',
      '2026-03-01',
    ])
    const held = taken('bp6', '2026-03-01')
    expect(seen({ phase: 'realise', phaseEnteredOn: '2025-08-12' }, [held]).steps[5]?.slice(2)).toEqual(['taken', '2026-03-01'])
  })
})
