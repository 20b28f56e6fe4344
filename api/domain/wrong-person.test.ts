import { describe, expect, it } from 'vitest'
import { acting, action, applied, benefit, entry, factsOf, indicator, peopleWith, person, project, stored } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { sayWrongPerson, type WrongPersonInput, whoTakesOver } from './wrong-person.ts'

type Rows = Parameters<typeof factsOf>[0]
const DAY = '2026-02-17'
const KEY = 'measurement:indicator:2026-01-31'
const planned = (facts: Facts) => planObligations(facts, DEFAULT_SETTINGS, DAY)

/** Says it, and carries it out: who has it then, and the lists as they are. */
function say(facts: Facts, byId: string, more: Partial<WrongPersonInput> & { key?: string } = {}) {
  const obligations = planned(facts)
  const obligation = obligations.find(({ key }) => key === (more.key ?? KEY))
  if (!obligation) throw new Error(`no ${more.key ?? KEY}`)
  const said = sayWrongPerson({ obligation, obligations, byId, suggestedId: null, reason: ' moved on ', ...more }, acting(facts, DAY))
  if (!said.ok) return { code: said.code, facts, toId: undefined, changes: [] }
  return {
    ...said.value,
    code: 'ok',
    facts: applied(facts, said.value.changes, `${DAY}T10:00:00Z`, byId),
  }
}
const holders = (facts: Facts): string[] => planned(facts).map(({ key, assigneeId, round }) => `${key} ${assigneeId} ${round}`)

describe('«feil person»', () => {
  it('clears the measurer and hands over what came by it, to the next who can answer', () => {
    const rows: Rows = { indicators: [indicator(), indicator({ key: 'second' }), indicator({ key: 'others', measurerId: null })] }
    const said = say(factsOf(rows), 'measurer', { suggestedId: 'manager' })
    expect([said.code, said.toId]).toEqual(['ok', 'benefit-owner'])
    const [first] = planned(factsOf(rows))
    expect(first && whoTakesOver(first, 'measurer', factsOf(rows))).toBe('benefit-owner')
    expect(said.facts.tables.indicators.get('indicator')?.measurerId).toBeNull()
    expect(said.facts.tables.indicators.get('second')?.measurerId).toBe('measurer')
    expect(said.changes[0]).toMatchObject({ op: 'create', list: 'obligations', record: { key: KEY, state: 'overdue' } })
    expect(said.changes.at(-1)).toMatchObject({
      record: {
        what: 'wrongPerson',
        before: { assigneeId: 'measurer' },
        after: { assigneeId: 'benefit-owner', suggestedId: 'manager', cleared: ['measurerId'] },
        why: 'moved on',
      },
    })
    expect(holders(said.facts).filter((line) => line.includes(':indicator:'))).toEqual([
      'measurement:indicator:2026-01-31 benefit-owner 2',
      'measurement:indicator:2026-02-28 benefit-owner 1',
      'measurement:indicator:2026-03-31 benefit-owner 1',
    ])
    expect(holders(said.facts)).toContain('measurement:second:2026-01-31 measurer 1')
  })

  it('of a benefit’s owner clears the owner, and takes along all that was theirs by it', () => {
    const rows: Rows = {
      indicators: [indicator({ measurerId: null }), indicator({ key: 'second', measurerId: null }), indicator({ key: 'own' })],
      projects: [project({ benefitOwnerId: 'responsible' })],
    }
    const said = say(factsOf(rows), 'benefit-owner')
    expect(said.toId).toBe('responsible')
    expect(said.facts.tables.benefits.get('benefit')?.ownerId).toBeNull()
    expect(holders(said.facts).filter((line) => line.includes('01-31'))).toEqual([
      'measurement:indicator:2026-01-31 responsible 2',
      'measurement:second:2026-01-31 responsible 2',
      'measurement:own:2026-01-31 measurer 1',
    ])
  })

  it('of one who both measures and owns the benefit clears both', () => {
    const indicators = [indicator({ measurerId: 'benefit-owner' }), indicator({ key: 'second', measurerId: null })]
    const said = say(factsOf({ indicators }), 'benefit-owner')
    expect(holders(said.facts).filter((line) => line.includes('01-31'))).toEqual([
      'measurement:indicator:2026-01-31 owner 2',
      'measurement:second:2026-01-31 owner 2',
    ])
    expect([said.toId, said.facts.tables.benefits.get('benefit')?.ownerId]).toEqual(['owner', null])
  })

  it('of a measurer who also owns the project goes to the benefit’s owner, not past them', () => {
    const said = say(factsOf({ indicators: [indicator({ measurerId: 'owner' })] }), 'owner')
    expect([said.toId, said.facts.tables.projects.get('project')?.ownerId]).toEqual(['benefit-owner', 'owner'])
  })

  it('from a role in the project moves that one up the chain and never back', () => {
    const key = 'statusreport:project:2026-01'
    const first = say(factsOf({ projects: [project({ phase: 'deliver' })] }), 'manager', { key })
    expect([first.toId, first.facts.tables.projects.get('project')?.managerId]).toEqual(['owner', 'manager'])
    const second = say(first.facts, 'owner', { key })
    expect(second.toId).toBe('programme-owner')
    const last = say(second.facts, 'programme-owner', { key })
    expect([last.code, last.toId, last.changes.length]).toEqual(['ok', null, 1])
    expect(last.changes[0]).toMatchObject({ list: 'log', record: { after: { assigneeId: 'programme-owner' } } })
    expect(holders(last.facts)).toContain(`${key} programme-owner 3`)
    expect(say(last.facts, 'programme-owner', { key })).toMatchObject({ code: 'ok', toId: null, changes: [] })
  })

  it('from a role in the project takes nothing else along', () => {
    const rows: Rows = {
      projects: [project({ phase: 'deliver' })],
      benefits: [benefit({ ownerId: null })],
      benefitActions: [action({ responsibleId: 'manager', dueOn: '2026-02-02' })],
    }
    const said = say(factsOf(rows), 'manager', { key: 'statusreport:project:2026-01' })
    expect(said.toId).toBe('owner')
    expect(holders(said.facts)).toContain('action:action:done manager 1')
  })

  it('spoken of before its time is handed over too', () => {
    const key = 'action:action:done'
    const rows: Rows = { benefitActions: [action({ dueOn: '2026-03-20' })] }
    const facts = factsOf(rows)
    expect(planned(facts).find((one) => one.key === key)?.state).toBe('upcoming')
    const said = say(facts, 'responsible', { key })
    expect(holders(said.facts)).toContain(`${key} benefit-owner 2`)
  })

  it('passes over who has left, and leaves the last with it', () => {
    const left = peopleWith(person('benefit-owner', { reach: 'left' }), person('owner', { reach: 'left' }))
    expect(say(factsOf({ people: left }), 'measurer').toId).toBe('programme-owner')
    const alone: Rows = { benefits: [benefit({ ownerId: null })], projects: [project({ ownerId: null, programmeKey: null })] }
    const said = say(factsOf(alone), 'measurer')
    expect([said.code, said.toId]).toEqual(['ok', null])
    expect(said.facts.tables.indicators.get('indicator')?.measurerId).toBe('measurer')
  })

  it('said again changes nothing more, though the asker may no longer answer', () => {
    const said = say(factsOf(), 'measurer')
    expect(say(said.facts, 'measurer')).toMatchObject({ code: 'ok', toId: 'benefit-owner', changes: [] })
  })

  it.each<[string, Rows, string, Partial<WrongPersonInput>, string]>([
    ['by a stranger', {}, 'stranger', {}, 'notAllowed'],
    ['by a stranger, of a project one may not see', { projects: [project({ restricted: true })] }, 'stranger', {}, 'notFound'],
    ['by one who may answer it but whose it is not', {}, 'owner', {}, 'notAllowed'],
    [
      'by a stranger though another has said so',
      { log: [entry('wrongPerson', KEY, { actorId: 'measurer' }), entry('snoozed', KEY, { actorId: 'stranger' })] },
      'stranger',
      {},
      'notAllowed',
    ],
    [
      'of what has lapsed',
      { obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14', { state: 'lapsed' })] },
      'measurer',
      {},
      'cardOutdated',
    ],
    ['with a suggestion nobody knows', {}, 'measurer', { suggestedId: 'stranger' }, 'personInvalid'],
    ['with oneself as suggestion', {}, 'measurer', { suggestedId: 'measurer' }, 'personInvalid'],
    [
      'with one who has left',
      { people: peopleWith(person('gone', { reach: 'left' })) },
      'measurer',
      { suggestedId: 'gone' },
      'personInvalid',
    ],
  ])('is refused %s', (_title, rows, byId, more, code) => expect(say(factsOf(rows), byId, more).code).toBe(code))
})
