import { describe, expect, it } from 'vitest'
import { changeRoles } from './change-roles.ts'
import type { Role } from './codes.ts'
import { factsOf, person } from './facts.fixture.ts'

const anne = person('anne', { roles: ['office'] })
const facts = factsOf({ people: [anne, person('ola'), person('espen', { reach: 'left', roles: ['leader', 'office'] })] })
const give = (personId: string, roles: Role[], seen: Role[], byId = 'anne', among = facts) =>
  changeRoles({ personId, roles, seen, byId }, among)

describe('giving roles', () => {
  it('is the office’s, and keeps the order of the model', () => {
    expect(give('ola', ['leader', 'office'], [])).toMatchObject({ ok: true, value: { roles: ['office', 'leader'] } })
    expect(give('ola', ['leader'], [], 'ola')).toMatchObject({ code: 'notAllowed' })
    expect(give('ola', ['leader'], [], 'nobody')).toMatchObject({ code: 'notAllowed' })
  })

  it('leaves somebody in the office who has not left', () => {
    expect(give('anne', ['leader'], ['office'])).toMatchObject({ code: 'lastOffice' })
    const two = factsOf({ people: [anne, person('ola', { roles: ['office'] })] })
    expect(give('anne', ['leader'], ['office'], 'anne', two)).toMatchObject({ ok: true })
  })

  it('refuses one nobody knows, and one who has left; theirs can be taken', () => {
    expect(give('nobody', [], [])).toMatchObject({ code: 'personInvalid' })
    expect(give('espen', ['leader'], ['office', 'leader'])).toMatchObject({ code: 'personInvalid' })
    expect(give('espen', [], ['leader', 'office'])).toMatchObject({ ok: true, value: { roles: [] } })
  })

  it('refuses what was chosen from older roles, but not the same said twice', () => {
    expect(give('ola', ['leader'], ['admin'])).toMatchObject({ code: 'staleEdit' })
    expect(give('anne', ['office'], [])).toMatchObject({ ok: true })
  })
})
