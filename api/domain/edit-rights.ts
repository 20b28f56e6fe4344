import type { BenefitState, IndicatorState } from './codes.ts'
import type { Person, Project } from './model.ts'

/** Fields of a project that are the owner's to give away or open, and the office's; its manager may not take them. */
const OWNERS_OWN = ['ownerId', 'restricted'] as const

/** The first of the changed fields that this person may not change though they may edit the project; null when none. */
export function guardedField(person: Person | null, project: Project, changed: readonly string[]): (typeof OWNERS_OWN)[number] | null {
  const isOwners = project.ownerId === null || person?.personId === project.ownerId || person?.roles.includes('office') === true
  return isOwners ? null : (OWNERS_OWN.find((field) => changed.includes(field)) ?? null)
}

/** States that say yes to a benefit or settle it: for those who answer for it, not for those who write its plan. */
const SETTLING: readonly BenefitState[] = ['approved', 'realised', 'notRealised', 'cancelled']

/** Whether a change of state says yes to a benefit, settles it, or takes that back (act `approveWaiver`). */
export const settles = (from: BenefitState, to: BenefitState | undefined): boolean =>
  to !== undefined && to !== from && (SETTLING.includes(from) || SETTLING.includes(to))

/** Whether a change of state ends the measuring for good, or begins it again (act `approveWaiver`). */
export const closes = (from: IndicatorState, to: IndicatorState | undefined): boolean =>
  to !== undefined && to !== from && (from === 'closed' || to === 'closed')
