import { addOpenDays, nextOpenDay } from './calendar.ts'
import type { NudgeStep } from './codes.ts'
import { addDays, weekday } from './dates.ts'
import type { CivilDate, NudgeWhy } from './model.ts'
import type { Ledger } from './nudge-ledger.ts'
import { isAvailable, officeMembers, type PeopleRules, type Recipient, recipientFor } from './nudge-people.ts'
import type { Obligation } from './obligation.ts'
import { type Responsible, responsibleChain } from './responsible.ts'

/** A step that is due today, and who gets it. */
export interface DueStep {
  obligation: Obligation
  step: NudgeStep
  recipients: Recipient[]
}

export interface StepRules extends PeopleRules {
  ledger: Ledger
}

/** The digest goes out on the Monday on or after the day it is the office's, or the first open day from that Monday. */
export const digestOn = (officeOn: CivilDate, { settings }: Pick<PeopleRules, 'settings'>): CivilDate =>
  nextOpenDay(addDays(officeOn, (8 - weekday(officeOn)) % 7), settings.calendar)

const isDelegated = ({ delegatedToId, delegatedUntil }: Obligation, today: CivilDate): boolean =>
  delegatedToId !== null && delegatedUntil !== null && today < delegatedUntil

/** The leader step's candidates. The first link is the one first asked, unless it is an owner who is also above. */
const ABOVE: readonly NudgeWhy[] = ['benefitOwner', 'projectOwner', 'programmeOwner']

function officeStep(obligation: Obligation, rules: StepRules): DueStep | null {
  const { key, round } = obligation
  const members = officeMembers(rules.facts)
  const waiting = members.filter((personId) => !rules.ledger.digestSentTo(key, round, personId))
  if (members.length > 0 && waiting.length === 0) return null
  // Some of the office can be reached: the digest does not wait for the others.
  const reached = members.some((personId) => isAvailable(personId, rules))
  const asked = reached ? waiting.filter((personId) => isAvailable(personId, rules)) : waiting
  if (members.length > 0 && asked.length === 0) return null
  const recipients = asked.map((personId) => recipientFor({ personId, why: 'office' }, [], [], rules))
  return { obligation, step: 'office', recipients }
}

function leaderStep(obligation: Obligation, chain: readonly Responsible[], rules: StepRules): DueStep | null {
  const { key, round } = obligation
  const open = chain.filter(({ personId, why }) => ABOVE.includes(why) && rules.ledger.askedOn(key, round, personId) === undefined)
  const chosen = open.find(({ personId }) => isAvailable(personId, rules)) ?? open[0]
  return chosen ? { obligation, step: 'leader', recipients: [recipientFor(chosen, [], [], rules)] } : null
}

function ownStep(obligation: Obligation, step: NudgeStep, chain: readonly Responsible[], rules: StepRules): DueStep {
  const { assigneeId, assigneeWhy, delegatedToId, kind, refKey } = obligation
  const own: Responsible | null = assigneeId === null ? null : { personId: assigneeId, why: assigneeWhy }
  const delegate: Responsible | null =
    delegatedToId !== null && isDelegated(obligation, rules.today) && rules.facts.peopleById.get(delegatedToId)?.reach !== 'left'
      ? { personId: delegatedToId, why: 'delegate' }
      : null
  const target = delegate ?? own
  if (!target) return { obligation, step, recipients: [] }
  const { tables } = rules.facts
  const indicator = kind === 'measurement' || kind === 'baseline' ? tables.indicators.get(refKey) : undefined
  const deputies = [indicator?.deputyId, kind === 'statusReport' ? tables.projects.get(obligation.projectKey)?.deputyId : null]
  return { obligation, step, recipients: [recipientFor(target, target === own ? deputies : [], chain, rules)] }
}

/**
 * Nobody is responsible, or the person has left: the first above is told the same day («mangler ansvarlig»), with the lowest
 * step not yet used, and the office after five open days (rule 8). Nobody above: the office at once.
 */
function orphanStep(obligation: Obligation, chain: readonly Responsible[], rules: StepRules): DueStep | null {
  const { key, round, firstOn, preNoticeOn, dueOn } = obligation
  const { ledger, settings, today } = rules
  const owner = chain.find(({ personId, why }) => ABOVE.includes(why) && isAvailable(personId, rules))
  if (!owner) return today >= firstOn ? officeStep(obligation, rules) : null
  const askedOn = ledger.askedOn(key, round, owner.personId)
  if (askedOn !== undefined && today >= firstOn) {
    const officeOn = addOpenDays(askedOn > firstOn ? askedOn : firstOn, settings.ladder.chase, settings.calendar)
    if (today >= digestOn(officeOn, rules)) return officeStep(obligation, rules)
  }
  const inNotice = preNoticeOn !== null && today >= preNoticeOn && today <= dueOn
  const usable: NudgeStep[] =
    today >= firstOn ? (askedOn === undefined ? ['first', 'chase', 'leader'] : ['first']) : inNotice ? ['preNotice'] : []
  const step = usable.find((candidate) => ledger.sentOn(key, round, candidate) === undefined)
  return step ? { obligation, step, recipients: [recipientFor(owner, [], [], rules)] } : null
}

/** A chase comes on its day, or when a snooze pressed after the first nudge has ended: the person asked to be asked again then. */
function chaseReached({ chaseOn, snoozedUntil, key, round }: Obligation, { today, ledger }: StepRules): boolean {
  if (today >= chaseOn) return true
  const firstSent = ledger.sentOn(key, round, 'first')
  return snoozedUntil !== null && firstSent !== undefined && snoozedUntil > firstSent && today >= snoozedUntil
}

/** Steps to the one responsible, highest first, as far as they are reached today. */
function reachedOwnSteps(obligation: Obligation, rules: StepRules): NudgeStep[] {
  const { firstOn, preNoticeOn, dueOn } = obligation
  const { today } = rules
  const steps: NudgeStep[] = []
  if (chaseReached(obligation, rules)) steps.push('chase')
  if (today >= firstOn) steps.push('first')
  if (preNoticeOn !== null && today >= preNoticeOn && today <= dueOn) steps.push('preNotice')
  return steps.slice(0, 1)
}

/**
 * The one step of an obligation that is due today, or null. Only the highest step reached counts, however late the pass is,
 * and none is repeated within a round (rule 6). A new owner is told first; then a delegate; then the ladder from the top.
 * A leader step for which nobody is left unasked is passed over.
 */
export function dueStep(obligation: Obligation, rules: StepRules): DueStep | null {
  const { key, round, leaderOn, officeOn, assigneeId } = obligation
  const { today, ledger } = rules
  const sent = (step: NudgeStep): boolean => ledger.sentOn(key, round, step) !== undefined
  const chain = responsibleChain(obligation, rules.facts)
  if (assigneeId === null && !isDelegated(obligation, today)) return orphanStep(obligation, chain, rules)
  if (round > 1 && !sent('handover')) return ownStep(obligation, 'handover', chain, rules)
  if (isDelegated(obligation, today) && !sent('request')) return ownStep(obligation, 'request', chain, rules)
  if (today >= digestOn(officeOn, rules)) return officeStep(obligation, rules)
  if (today >= leaderOn) {
    if (sent('leader')) return null
    const step = leaderStep(obligation, chain, rules)
    if (step) return step
  }
  const step = reachedOwnSteps(obligation, rules)[0]
  return step && !sent(step) ? ownStep(obligation, step, chain, rules) : null
}
