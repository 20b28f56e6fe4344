import { describe, expect, it } from 'vitest'
import { answerKnownLines, documentLines } from './documents.ts'
import { decision, factsOf, peopleWith, person, project } from './facts.fixture.ts'
import { PILOT } from './method-profiles-built-in.ts'
import type { Decision, Project } from './model.ts'

const link = (rule: string | null) => ({ title: 'Et dokument', url: 'https://a.no/x', rule })
const facts = (one: Project, decisions: Decision[] = []) => factsOf({ projects: [one], decisions, people: peopleWith(person('owner')) })
const missing = (one: Project, decisions: Decision[] = []): string[] =>
  documentLines(one, facts(one, decisions))
    .filter(({ isMissing }) => isMissing)
    .map(({ rule }) => rule)
const closing = (more: Partial<Project> = {}) => project({ phase: 'close', size: 'medium', ...more })

describe('what the next point lacks of documents', () => {
  const planned = (more: Partial<Decision>) => [decision('bp5', { outcome: null, decidedOn: null, decidedById: null, ...more })]

  it.each<[string, Project, Decision[], string[]]>([
    ['everything BP5 asks for, but not what is only done', closing(), [], ['finalReport', 'benefitPlanUpdated', 'lessons']],
    ['not what a document answers', closing({ documents: [link('lessons'), link(null)] }), [], ['finalReport', 'benefitPlanUpdated']],
    [
      'not what somebody has ticked',
      closing(),
      planned({ checklist: [{ rule: 'lessons', done: true }] }),
      ['finalReport', 'benefitPlanUpdated'],
    ],
    [
      'not what somebody stands by going without',
      closing(),
      planned({ waivers: [{ rule: 'lessons', reason: 'Ingen', byId: 'owner' }] }),
      ['finalReport', 'benefitPlanUpdated'],
    ],
    ['nothing once it is stopped', closing({ state: 'stopped', stoppedOn: '2026-01-01' }), [], []],
    ['the light ones for a small project', closing({ phase: 'idea', size: 'small' }), [], ['conceptMandate']],
    ['what a pilot asks for', closing({ phase: 'idea', methodVersion: PILOT.version }), [], ['hypothesis']],
  ])('%s', (_title, one, decisions, expected) => expect(missing(one, decisions)).toEqual(expected))
})

describe('the lines a document can answer', () => {
  it('are all of the method for the project’s size, each once, the next point’s first', () => {
    const rules = (size: Project['size']) => {
      const one = closing({ size })
      return documentLines(one, facts(one))
    }
    const lines = rules('small')
    expect(lines.filter(({ isNext }) => isNext)).toEqual(lines.slice(0, 3))
    expect(lines.filter(({ rule }) => rule === 'benefitPlanUpdated')).toHaveLength(1)
    expect(lines.map(({ rule }) => rule)).toContain('projectCanvas')
    expect(rules('large').map(({ rule }) => rule)).not.toContain('projectCanvas')
  })

  it('are what a document may say it answers, or what it said before', () => {
    const one = closing({ documents: [link('fromBefore')] })
    const may = (rule: string | null) => answerKnownLines([link(rule)], one, facts(one))
    expect([may(null), may('lessons'), may('fromBefore'), may('documentsArchived'), may('x')]).toEqual([true, true, true, false, false])
  })
})
