import { describe, expect, it } from 'vitest'
import { acting, applied, decision, factsOf, peopleWith, person, project } from './facts.fixture.ts'
import type { Project } from './model.ts'
import { type PrepareInput, prepareDecision } from './prepare-decision.ts'

type Rows = Parameters<typeof factsOf>[0]
const TODAY = '2026-03-20'
const people = peopleWith(person('leader', { roles: ['leader'] }), person('gone', { reach: 'left' }))
const rowsOf = (more: Partial<Project> = {}, rows: Rows = {}): Rows => ({
  people,
  projects: [project({ phase: 'plan', ...more })],
  ...rows,
})
const prepared = (rows: Rows, more: Partial<PrepareInput> = {}) => {
  const facts = factsOf(rows)
  const given: Omit<PrepareInput, 'project'> = {
    point: 'bp3',
    byId: 'manager',
    dueOn: '2026-04-10',
    responsibleId: 'manager',
    checklist: [{ rule: 'riskAnalysis', done: true, link: '  https://example.test/ros  ' }],
    waivers: [{ rule: 'lineLead', reason: 'not yet named', byId: 'owner' }],
  }
  return prepareDecision({ project: facts.tables.projects.get('project') as Project, ...given, ...more }, acting(facts, TODAY))
}
const codeOf = (result: ReturnType<typeof prepared>): string => {
  if (result.ok) return 'ok'
  const detail = 'field' in result ? result.field : 'expected' in result ? result.expected : 'rule' in result ? result.rule : ''
  return `${result.code} ${detail}`.trim()
}

describe('asking for a decision', () => {
  it('plans it with its day, who prepares it, what is in place and what somebody stands by', () => {
    expect(prepared(rowsOf())).toEqual({
      ok: true,
      value: {
        decisionKey: 'project:bp3:1',
        changes: [
          {
            op: 'create',
            list: 'decisions',
            record: {
              key: 'project:bp3:1',
              projectKey: 'project',
              point: 'bp3',
              occurrence: 1,
              outcome: null,
              decidedById: null,
              decidedOn: null,
              checklist: [{ rule: 'riskAnalysis', done: true, link: 'https://example.test/ros' }],
              waivers: [{ rule: 'lineLead', reason: 'not yet named', byId: 'owner' }],
              responsibleId: 'manager',
              dueOn: '2026-04-10',
            },
          },
          {
            op: 'create',
            list: 'log',
            record: {
              ...{ key: 'created:1:project:bp3:1', what: 'created', refKey: 'project:bp3:1' },
              ...{ before: null, after: { title: 'bp3', list: 'decisions' }, why: null },
            },
          },
        ],
      },
    })
  })

  it('changes the row that is planned, on the version it was seen in, and keeps a day that has passed', () => {
    const planned = decision('bp3', { key: 'p', occurrence: 2, outcome: null, dueOn: '2026-03-01' })
    const rows = rowsOf({}, { decisions: [planned] })
    const result = prepared(rows, { dueOn: '2026-03-01', checklist: [{ rule: 'riskAnalysis', done: false, link: ' ' }], waivers: [] })
    expect(result).toMatchObject({
      value: { changes: [{ op: 'update', key: 'p', version: 'decisions/p', set: { checklist: [{ rule: 'riskAnalysis', done: false }] } }] },
    })
    expect(codeOf(prepared(rows, { dueOn: '2026-03-02' }))).toBe('fieldInvalid dueOn')
  })

  it.each<[string, Rows, Partial<PrepareInput>, string]>([
    ['by whoever decides', rowsOf(), { byId: 'owner' }, 'ok'],
    ['by the office', rowsOf(), { byId: 'office' }, 'ok'],
    ['without a day or anybody yet', rowsOf(), { dueOn: null, responsibleId: null }, 'ok'],
    ['for the board', rowsOf({ state: 'onHold' }), { point: 'board', byId: 'leader', checklist: [] }, 'ok'],
    ['by a measurer', rowsOf(), { byId: 'measurer' }, 'notAllowed'],
    ['by somebody the lists do not know', rowsOf(), { byId: 'nobody' }, 'notAllowed'],
    [
      'by who was asked to prepare it',
      rowsOf({}, { decisions: [decision('bp3', { outcome: null, responsibleId: 'measurer' })] }),
      { byId: 'measurer' },
      'ok',
    ],
    ['another point', rowsOf(), { point: 'bp4' }, 'pointNotCurrent bp3'],
    ['of a stopped project', rowsOf({ state: 'stopped' }), {}, 'projectNotActive'],
    ['of a closed project', rowsOf({ state: 'closed' }), {}, 'projectNotActive'],
    ['on a day that does not exist', rowsOf(), { dueOn: '2026-02-30' }, 'fieldInvalid dueOn'],
    ['on a day that has been', rowsOf(), { dueOn: '2026-03-19' }, 'fieldInvalid dueOn'],
    ['by somebody who has left', rowsOf(), { responsibleId: 'gone' }, 'fieldInvalid responsibleId'],
    ['by somebody nobody knows', rowsOf(), { responsibleId: 'stranger' }, 'fieldInvalid responsibleId'],
    ['with a line the method does not have', rowsOf(), { checklist: [{ rule: 'horoscope', done: true }] }, 'fieldInvalid checklist'],
    ['with a waiver by nobody we know', rowsOf(), { waivers: [{ rule: 'lineLead', reason: 'x', byId: 'x' }] }, 'waiverIncomplete lineLead'],
    [
      'with a waiver without a reason',
      rowsOf(),
      { waivers: [{ rule: 'lineLead', reason: ' ', byId: 'owner' }] },
      'waiverIncomplete lineLead',
    ],
  ])('%s', (_title, rows, more, expected) => expect(codeOf(prepared(rows, more))).toBe(expected))

  it('said twice collides, so that nothing is planned double', () => {
    const first = prepared(rowsOf())
    if (!first.ok) throw new Error(first.code)
    expect(() => applied(applied(factsOf(rowsOf()), first.value.changes), first.value.changes)).toThrow('already has project:bp3:1')
  })
})
