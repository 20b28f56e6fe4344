import { describe, expect, it } from 'vitest'
import { absenceOf, askedAbout } from './absence.ts'
import { factsOf, person } from './facts.fixture.ts'
import type { Obligation } from './obligation.ts'

const TODAY = '2026-05-18'
const facts = factsOf({
  people: [
    person('kari', { deputyId: 'ola' }),
    person('ola'),
    person('per', { awaySince: '2026-05-11' }),
    person('espen', { reach: 'left' }),
  ],
})
const asked = (more: Partial<Obligation>): Obligation =>
  ({ state: 'open', assigneeId: null, delegatedToId: null, ...more }) as unknown as Obligation
const absence = (outOfOffice: string[], among = ['kari', 'ola', 'per', 'nobody']) =>
  absenceOf(among, new Set(outOfOffice), { facts, today: TODAY, versionOf: (_list, key) => `v-${key}` })

describe('whose absence is asked about', () => {
  it('those with something open or overdue, their delegates and deputies; not who has left', () => {
    const obligations = [
      asked({ assigneeId: 'kari' }),
      asked({ state: 'overdue', assigneeId: 'espen', delegatedToId: 'per' }),
      asked({ state: 'upcoming', assigneeId: 'anne' }),
      asked({ state: 'fulfilled', assigneeId: 'anne' }),
    ]
    expect(askedAbout(obligations, facts).sort()).toEqual(['kari', 'ola', 'per'])
  })

  it('and who was away before, so that they are known to be back', () => {
    expect(askedAbout([], facts)).toEqual(['per'])
  })
})

describe('who is away', () => {
  it('begins the day it is first seen, and keeps that day', () => {
    const { away, changes } = absence(['kari', 'per', 'nobody'])
    expect([...away]).toEqual([
      ['kari', { since: TODAY }],
      ['per', { since: '2026-05-11' }],
    ])
    expect(changes).toEqual([{ op: 'update', list: 'people', key: 'person-kari', set: { awaySince: TODAY }, version: 'v-person-kari' }])
  })

  it('is forgotten when they are back', () => {
    const { away, changes } = absence([])
    expect(away.size).toBe(0)
    expect(changes).toMatchObject([{ key: 'person-per', set: { awaySince: null } }])
  })
})
