import { describe, expect, it } from 'vitest'
import { decision, factsOf, project } from '#domain/facts.fixture.ts'
import { viewContext } from './context.ts'
import { gateView, phaseSteps } from './phases.ts'
import { portfolioView } from './portfolio.ts'
import { summaryCardView } from './summary.ts'

const TODAY = '2026-05-18'
type Rows = NonNullable<Parameters<typeof factsOf>[0]>
const seen = (rows: Rows) => viewContext(factsOf({ benefits: [], indicators: [], ...rows }), TODAY)
const running = (key: string, more: Parameters<typeof project>[0] = {}) =>
  project({ key, title: key, phaseEnteredOn: '2026-05-16', ...more })
const planned = (projectKey: string, point: 'bp2' | 'bp3' | 'bp5', dueOn: string) =>
  decision(point, { key: `${projectKey}:${point}:1`, projectKey, outcome: null, dueOn, responsibleId: 'responsible' })
const rowsOf = (context: ReturnType<typeof seen>) => portfolioView(context, null, { takenAt: '', version: '' }).projects

describe('the same number wherever it stands', () => {
  it('what a decision near at hand lacks is the same in the portfolio and on the project’s page, documents too', () => {
    const projects = [running('soft', { phase: 'plan' }), running('hard', { phase: 'close' })]
    const context = seen({ projects, decisions: [planned('soft', 'bp3', '2026-06-01'), planned('hard', 'bp5', '2026-06-11')] })
    for (const one of projects) {
      const gate = gateView(context, one)
      const row = rowsOf(context).find(({ key }) => key === one.key)
      expect(gate?.documents).toBeGreaterThan(0)
      expect((gate?.missing.length ?? 0) + (gate?.documents ?? 0)).toBe(row?.nextDecision?.missing)
    }
    expect(phaseSteps(context, projects[1] as (typeof projects)[1]).find(({ state }) => state === 'now')?.decision.state).toBe('blocked')
  })

  it('documents of a decision far away are not yet something that is missing', () => {
    const one = running('far', { phase: 'plan' })
    const rows = { projects: [one], decisions: [planned('far', 'bp3', '2026-09-01')] }
    expect(gateView(seen(rows), one)?.documents).toBe(0)
    expect(rowsOf(seen(rows))[0]?.nextDecision?.missing).toBe(0)
  })

  it('a decision that should have been taken is overdue by its own name, what was asked for with it by another', () => {
    const context = seen({
      projects: [running('late', { phase: 'plan' }), running('told', { phase: 'plan' })],
      decisions: [
        planned('late', 'bp3', '2026-05-06'),
        decision('bp2', {
          key: 'asked',
          projectKey: 'told',
          outcome: 'adjust',
          decidedOn: '2026-03-02',
          responsibleId: 'responsible',
          dueOn: '2026-04-13',
        }),
      ],
    })
    const periods = rowsOf(context).map(({ key, overdue }) => [key, overdue.map(({ periodKey }) => periodKey)])
    expect(Object.fromEntries(periods)).toEqual({ late: ['bp3'], told: ['follow-up'] })
  })

  it('a channel is told of as many projects that need action as the tab shows in that group', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const context = seen({
      projects: [...names.map((key) => running(key, { phase: 'plan' })), running('calm', { phase: 'plan' })],
      decisions: names.map((key) => planned(key, 'bp3', '2026-05-06')),
    })
    const card = summaryCardView(context, {
      scope: { kind: 'portfolio', key: null },
      period: '2026-05',
      language: 'nb',
      tabUrl: (place) => JSON.stringify(place),
    })
    const needing = rowsOf(context).filter(({ group }) => group === 'needsAction')
    expect(needing).toHaveLength(5)
    expect(card.exceptions.length + card.moreExceptions).toBe(needing.length)
  })

  it('the card’s one button opens the decision itself', () => {
    const context = seen({ projects: [running('idea', { phase: 'concept' })], decisions: [planned('idea', 'bp2', '2026-06-01')] })
    const { action } = summaryCardView(context, {
      scope: { kind: 'portfolio', key: null },
      period: '2026-05',
      language: 'nb',
      tabUrl: (place) => JSON.stringify(place),
    })
    expect(action).toMatchObject({ kind: 'decide', url: JSON.stringify({ kind: 'project', projectKey: 'idea', page: 'decision' }) })
  })
})
