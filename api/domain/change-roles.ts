import { ROLES, type Role } from './codes.ts'
import type { Facts } from './facts.ts'
import { type MayFault, may } from './may.ts'
import type { Person, PersonId } from './model.ts'
import { ok, type Result, refuse } from './result.ts'

export type RolesFault = MayFault | { code: 'personInvalid' | 'staleEdit' | 'lastOffice' }

const inOrder = (roles: readonly Role[]): Role[] => ROLES.filter((role) => roles.includes(role))
const same = (some: readonly Role[], others: readonly Role[]): boolean => inOrder(some).join() === inOrder(others).join()

/**
 * Gives a person roles instead of those they had (`seen`). Somebody who can be reached must be left in the portfolio office:
 * the ladder ends there, and nobody else can give roles (model.md, «Ladder» and «Who may what»).
 */
export function changeRoles(
  { personId, roles, seen, byId }: { personId: PersonId; roles: readonly Role[]; seen: readonly Role[]; byId: PersonId },
  facts: Facts,
): Result<{ person: Person; roles: Role[] }, RolesFault> {
  const allowed = may(facts.peopleById.get(byId) ?? null, 'managePeople', {}, facts)
  if (!allowed.ok) return allowed
  const person = facts.peopleById.get(personId)
  if (!person || (person.reach === 'left' && roles.length > 0)) return refuse({ code: 'personInvalid' })
  if (!same(person.roles, seen) && !same(person.roles, roles)) return refuse({ code: 'staleEdit' })
  const othersInOffice = [...facts.peopleById.values()].some(
    (other) => other.personId !== personId && other.reach !== 'left' && other.roles.includes('office'),
  )
  if (person.roles.includes('office') && !roles.includes('office') && !othersInOffice) return refuse({ code: 'lastOffice' })
  return ok({ person, roles: inOrder(roles) })
}
