import { describe, expect, it } from 'vitest'
import { createdEntry } from './edits.ts'
import {
  acting,
  applied,
  benefit,
  decision,
  entry,
  factsOf,
  indicator,
  measurement,
  peopleWith,
  person,
  project,
  report,
  stored,
} from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import type { Change, Draft } from './model.ts'
import { prepareDecision } from './prepare-decision.ts'
import { undoCreated } from './undo-created.ts'
import { freeKey, type MadeList, withoutWithdrawn } from './withdrawn.ts'

const DAY = '2026-03-01'
const AT = `${DAY}T09:00:00Z`
const SOON = `${DAY}T09:10:00Z`
const people = peopleWith(person('office', { roles: ['office'] }))

const draft = <T extends object>(record: T): Draft<never> => record as Draft<never>
const MADE = {
  projects: draft(project({ key: 'new', title: 'Nytt' })),
  benefits: draft(benefit({ key: 'new', title: 'Ny' })),
  indicators: draft(indicator({ key: 'new', title: 'Ny', benefitKey: 'benefit' })),
  benefitActions: draft({ key: 'new', benefitKey: 'benefit', title: 'Ny', type: null, responsibleId: null, dueOn: null, state: 'planned' }),
  decisions: draft(decision('bp4', { key: 'new', outcome: null, dueOn: '2026-04-01', responsibleId: 'manager' })),
} satisfies Record<MadeList, Draft<never>>
const LISTS = Object.keys(MADE) as MadeList[]

/** The standard project, in which somebody has just made one record of a list. */
const made = (list: MadeList, by = 'owner'): Facts => {
  const facts = factsOf({ people })
  const create = { op: 'create', list, record: MADE[list] } as Change
  return applied(facts, [create, createdEntry(list, 'new', 'Ny', facts)], AT, by)
}
const undo = (facts: Facts, list: MadeList, byId = 'owner', now = SOON) => undoCreated({ list, key: 'new', byId, now }, acting(facts, DAY))
const codeOf = (done: ReturnType<typeof undo>) => (done.ok ? 'ok' : 'args' in done ? [done.code, Object.values(done.args)[0]] : done.code)
const changesOf = (done: ReturnType<typeof undo>): Change[] => (done.ok ? done.value.changes : [])

describe('taking back what one has just made', () => {
  it.each(LISTS)('%s: it is not there any more, and its row has ended', (list) => {
    const facts = made(list)
    const done = undo(facts, list)
    expect(codeOf(done)).toBe('ok')
    const [row, line] = changesOf(done)
    expect(row).toMatchObject({ op: 'update', list, key: 'new', version: `${list}/new` })
    expect(line).toMatchObject({ op: 'create', list: 'log', record: { what: 'withdrawn', refKey: 'new', before: { list } } })
    const after = applied(facts, changesOf(done), SOON)
    expect(after.tables[list].has('new')).toBe(false)
    // The same again is no fault, and somebody else knows of nothing.
    expect(undo(after, list)).toMatchObject({ ok: true, value: { changes: [] } })
    expect(codeOf(undo(after, list, 'manager'))).toBe('notFound')
    // Its key is not given again.
    expect(freeKey(list, 'new', after)).toBe('new--2')
    expect(freeKey(list, 'other', after)).toBe('other')
  })

  it('only the list it was made in: keys are unique only there', () => {
    const facts = made('indicators')
    const after = applied(facts, changesOf(undo(facts, 'indicators')), SOON)
    expect(freeKey('benefitActions', 'new', after)).toBe('new')
    expect(codeOf(undo(made('indicators'), 'benefitActions'))).toBe('notFound')
  })

  it.each<[string, Facts, MadeList, string, string, unknown]>([
    ['by another', made('benefits'), 'benefits', 'office', SOON, 'notAllowed'],
    ['of what was imported or always there', factsOf({ benefits: [benefit({ key: 'new' })] }), 'benefits', 'owner', SOON, 'notAllowed'],
    ['of nothing', factsOf(), 'benefits', 'owner', SOON, 'notFound'],
    ['too late', made('benefits'), 'benefits', 'owner', `${DAY}T09:10:01Z`, ['createdTooLate', 10]],
    [
      'of what has been changed since',
      applied(made('benefits'), [{ op: 'update', list: 'benefits', key: 'new', set: { change: 'x' }, version: '' }], SOON),
      'benefits',
      'owner',
      SOON,
      ['builtUpon', 'change'],
    ],
  ])('is refused %s', (_title, facts, list, byId, now, code) => expect(codeOf(undo(facts, list, byId, now))).toEqual(code))

  it('in a restricted project it is not there for one who may not see it', () => {
    const facts = made('projects', 'office')
    const hidden = applied(
      facts,
      [{ op: 'update', list: 'projects', key: 'new', set: { restricted: true, ownerId: null, managerId: null } as never, version: '' }],
      AT,
    )
    expect(codeOf(undo(hidden, 'projects', 'measurer'))).toBe('notFound')
  })

  const waived = { waivers: [{ rule: 'baseline:new', reason: 'x', byId: 'owner' }] }
  it.each<[string, MadeList, Change]>([
    ['benefit', 'projects', { op: 'create', list: 'benefits', record: benefit({ key: 'b', projectKey: 'new' }) }],
    ['indicator', 'projects', { op: 'create', list: 'indicators', record: indicator({ key: 'i', projectKey: 'new' }) }],
    ['decision', 'projects', { op: 'create', list: 'decisions', record: decision('bp1', { key: 'd', projectKey: 'new' }) }],
    [
      'report',
      'projects',
      { op: 'create', list: 'statusReports', record: report('2026-02', AT, { key: 'r', projectKey: 'new', state: 'draft' }) },
    ],
    ['obligation', 'projects', { op: 'create', list: 'obligations', record: stored('2026-02-28', DAY, DAY, { projectKey: 'new' }) }],
    ['indicator', 'benefits', { op: 'create', list: 'indicators', record: indicator({ key: 'i', benefitKey: 'new' }) }],
    [
      'action',
      'benefits',
      { op: 'create', list: 'benefitActions', record: { ...MADE.benefitActions, key: 'a', benefitKey: 'new' } as Draft<'benefitActions'> },
    ],
    ['decision', 'benefits', { op: 'create', list: 'decisions', record: decision('bp5', { key: 'd', ...waived }) }],
    ['measurement', 'indicators', { op: 'create', list: 'measurements', record: measurement(DAY, { indicatorKey: 'new' }) }],
    ['mainIndicator', 'indicators', { op: 'update', list: 'projects', key: 'project', set: { mainIndicatorKey: 'new' }, version: '' }],
    ['obligation', 'decisions', { op: 'create', list: 'obligations', record: stored('decide', DAY, DAY, { refKey: 'new' }) }],
  ])('is refused when a %s hangs on it (%s)', (what, list, change) =>
    expect(codeOf(undo(applied(made(list), [change], AT), list))).toEqual(['builtUpon', what]),
  )

  it('a measurement that was taken back does not stand in the way', () => {
    const rows: Change[] = [1, 2].map((n) => ({
      op: 'create',
      list: 'measurements',
      record: measurement(DAY, { key: `new:${n}`, indicatorKey: 'new', ...(n === 2 && { value: null, correctsKey: 'new:1' }) }),
    }))
    expect(codeOf(undo(applied(made('indicators'), rows, AT), 'indicators'))).toBe('ok')
  })

  it('a request for a decision can be made anew, under a key of its own', () => {
    const start = factsOf({ people, projects: [project({ phase: 'plan' })] })
    const ask = (facts: Facts) => {
      const given = { point: 'bp3', byId: 'owner', dueOn: '2026-04-10', responsibleId: 'manager', checklist: [], waivers: [] } as const
      const asked = prepareDecision({ ...given, project: facts.tables.projects.get('project') as never }, acting(facts, DAY))
      if (!asked.ok) throw new Error(asked.code)
      return { key: asked.value.decisionKey, facts: applied(facts, asked.value.changes, AT) }
    }
    const first = ask(start)
    const undone = undoCreated({ list: 'decisions', key: first.key, byId: 'owner', now: SOON }, acting(first.facts, DAY))
    const after = applied(first.facts, undone.ok ? undone.value.changes : [], SOON)
    expect(after.decisionsByProject.has('project')).toBe(false)
    expect(ask(after).key).toBe('project:bp3:1--2')
  })

  it('lists without anything taken back are the very same', () => {
    const { tables } = factsOf({ log: [entry('created', 'new')] })
    expect(withoutWithdrawn(tables)).toBe(tables)
  })
})
