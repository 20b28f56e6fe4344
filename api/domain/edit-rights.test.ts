import { describe, expect, it } from 'vitest'
import { closes, guardedField, settles } from './edit-rights.ts'
import { person, project } from './facts.fixture.ts'

describe('what of a project is its owner’s', () => {
  it.each([
    ['the owner gives it away', 'owner', ['ownerId'], null],
    ['the manager takes it', 'manager', ['why', 'ownerId'], 'ownerId'],
    ['the manager opens what is restricted', 'manager', ['restricted'], 'restricted'],
    ['the manager writes the rest', 'manager', ['why', 'managerId', 'budget'], null],
  ] as const)('%s', (_name, who, changed, field) => expect(guardedField(person(who), project(), changed)).toBe(field))

  it('the office may, and where nobody owns it those who lead it', () => {
    expect(guardedField(person('anne', { roles: ['office'] }), project(), ['ownerId'])).toBeNull()
    expect(guardedField(person('manager'), project({ ownerId: null }), ['ownerId'])).toBeNull()
    expect(guardedField(null, project(), ['ownerId'])).toBe('ownerId')
  })
})

it.each([
  ['proposed', 'realising', false],
  ['proposed', 'approved', true],
  ['approved', 'realising', true],
  ['realising', 'cancelled', true],
  ['cancelled', 'cancelled', false],
  ['realising', undefined, false],
] as const)('from %s to %s settles: %s', (from, to, wanted) => expect(settles(from, to)).toBe(wanted))

it.each([
  ['active', 'paused', false],
  ['active', 'closeProposed', false],
  ['closeProposed', 'closed', true],
  ['closed', 'active', true],
  ['closed', undefined, false],
] as const)('from %s to %s ends or begins measuring: %s', (from, to, wanted) => expect(closes(from, to)).toBe(wanted))
