import { addOpenDays, nextOpenDay } from './calendar.ts'
import type { NudgeStep } from './codes.ts'
import { addDays, civilDateOf, weekday } from './dates.ts'
import type { CivilDate, NudgeWhy, PersonId } from './model.ts'
import { isProposed, proposedBy } from './not-relevant.ts'
import type { Ledger } from './nudge-ledger.ts'
import { isAvailable, type PeopleRules, type Recipient, recipientFor } from './nudge-people.ts'
import type { Obligation } from './obligation.ts'
import { approverOf, type Responsible, responsibleChain } from './responsible.ts'

/** A step that is due today, and who gets it. */
export interface DueStep {
  obligation: Obligation
  step: NudgeStep
  recipients: Recipient[]
}

export interface StepRules extends PeopleRules {
  ledger: Ledger
  /** The members of the office who have not left. */
  office: readonly PersonId[]
}

/** The digest goes out on the Monday on or after the day it is the office's, or the first open day from that Monday. */
export const digestOn = (officeOn: CivilDate, { settings }: Pick<PeopleRules, 'settings'>): CivilDate =>
  nextOpenDay(addDays(officeOn, (8 - weekday(officeOn)) % 7), settings.calendar)

/** Who has it for the five open days it is delegated; null before, after, and when the delegate has left. */
function delegateOf({ delegatedToId, delegatedUntil }: Obligation, { facts, today }: PeopleRules): Responsible | null {
  if (delegatedToId === null || delegatedUntil === null || today >= delegatedUntil) return null
  return facts.peopleById.get(delegatedToId)?.reach === 'left' ? null : { personId: delegatedToId, why: 'delegate' }
}

/** The leader step's candidates. The first link is the one first asked, unless it is an owner who is also above. */
const ABOVE: readonly NudgeWhy[] = ['benefitOwner', 'projectOwner', 'programmeOwner']

function officeStep(obligation: Obligation, rules: StepRules): DueStep | null {
  const { key, round } = obligation
  const members = rules.office
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

/** A step to the one whose it is today, or to who stands in. */
function ownStep(obligation: Obligation, step: NudgeStep, owner: Responsible, chain: readonly Responsible[], rules: StepRules): DueStep {
  const { kind, refKey, projectKey } = obligation
  const { tables } = rules.facts
  const indicator = kind === 'measurement' || kind === 'baseline' ? tables.indicators.get(refKey) : undefined
  const deputies = [indicator?.deputyId, kind === 'statusReport' ? tables.projects.get(projectKey)?.deputyId : null]
  return { obligation, step, recipients: [recipientFor(owner, owner.why === 'delegate' ? [] : deputies, chain, rules)] }
}

/** Who is told that somebody is missing: the project owner, otherwise the programme's, otherwise the benefit owner. */
function toldOfMissing({ projectKey }: Obligation, chain: readonly Responsible[], rules: StepRules): Responsible | undefined {
  const ownerId = rules.facts.tables.projects.get(projectKey)?.ownerId
  const owner: Responsible[] = ownerId ? [{ personId: ownerId, why: 'projectOwner' }] : []
  const others = (['programmeOwner', 'benefitOwner'] as const).flatMap((why) => chain.filter((link) => link.why === why))
  return [...owner, ...others].find(({ personId }) => isAvailable(personId, rules))
}

const inNotice = ({ preNoticeOn, dueOn }: Obligation, { today }: PeopleRules): boolean =>
  preNoticeOn !== null && today >= preNoticeOn && today <= dueOn

/**
 * Nobody is responsible, or the person has left: the project owner is told the same day («mangler ansvarlig»), with the
 * lowest step not yet used, and the office after five open days (rule 8). Nobody to tell: the office at once.
 */
function orphanStep(obligation: Obligation, chain: readonly Responsible[], rules: StepRules): DueStep | null {
  const { key, round, firstOn } = obligation
  const { ledger, settings, today } = rules
  const owner = toldOfMissing(obligation, chain, rules)
  if (!owner) return today >= firstOn ? officeStep(obligation, rules) : null
  const toldOn = ledger.askedOn(key, round, owner.personId)
  const unused = (steps: readonly NudgeStep[]): DueStep | null => {
    const step = steps.find((candidate) => ledger.sentOn(key, round, candidate) === undefined)
    return step ? { obligation, step, recipients: [recipientFor(owner, [], [], rules)] } : null
  }
  if (today < firstOn) return inNotice(obligation, rules) ? unused(['preNotice']) : null
  if (toldOn === undefined) return unused(['first', 'chase', 'leader'])
  const officeOn = addOpenDays(toldOn > firstOn ? toldOn : firstOn, settings.ladder.chase, settings.calendar)
  return today >= digestOn(officeOn, rules) ? officeStep(obligation, rules) : unused(['first'])
}

/** A chase comes on its day, or when a snooze pressed after the first nudge has ended: the person asked to be asked again then. */
function chaseReached({ chaseOn, snoozedUntil, key, round }: Obligation, { today, ledger }: StepRules): boolean {
  if (today >= chaseOn) return true
  const firstSent = ledger.sentOn(key, round, 'first')
  return snoozedUntil !== null && firstSent !== undefined && snoozedUntil > firstSent && today >= snoozedUntil
}

/** The highest step to the one whose it is that is reached today. */
function reachedOwnStep(obligation: Obligation, rules: StepRules): NudgeStep | null {
  if (chaseReached(obligation, rules)) return 'chase'
  if (rules.today >= obligation.firstOn) return 'first'
  return inNotice(obligation, rules) ? 'preNotice' : null
}

/**
 * «Ikke lenger aktuelt» that waits for an answer: the approver is asked once, at the next sending, and the office after the
 * ladder's whole time; the assignee is left alone meanwhile (rule 10). Nobody to approve: the office at once.
 */
export function approvalStep(obligation: Obligation, rules: StepRules): DueStep | null {
  const { facts, settings, today, ledger } = rules
  const row = facts.tables.obligations.get(obligation.key)
  if (!isProposed(row)) return null
  const approver = approverOf(obligation, facts)
  const { calendar, ladder } = settings
  const proposedOn = civilDateOf(proposedBy(row, facts).at, calendar.zone)
  if (!approver || today >= digestOn(addOpenDays(proposedOn, ladder.office, calendar), rules)) return officeStep(obligation, rules)
  if (ledger.sentOn(obligation.key, obligation.round, 'approval') !== undefined) return null
  const above = responsibleChain(obligation, facts).filter(({ why }) => why === 'projectOwner' || why === 'programmeOwner')
  return { obligation, step: 'approval', recipients: [recipientFor(approver, [], above, rules)] }
}

/**
 * The one step of an obligation that is due today, or null. Only the highest step reached counts, however late the pass is,
 * and none is repeated within a round (rule 6). A new owner is told first; then a delegate; then the ladder from the top.
 * A leader step for which nobody is left unasked is passed over.
 */
export function dueStep(obligation: Obligation, rules: StepRules): DueStep | null {
  const { key, round, leaderOn, officeOn, assigneeId, assigneeWhy } = obligation
  const { today, ledger } = rules
  const sent = (step: NudgeStep): boolean => ledger.sentOn(key, round, step) !== undefined
  const chain = (): Responsible[] => responsibleChain(obligation, rules.facts)
  const delegate = delegateOf(obligation, rules)
  const owner = delegate ?? (assigneeId === null ? null : { personId: assigneeId, why: assigneeWhy })
  if (!owner) return orphanStep(obligation, chain(), rules)
  if (round > 1 && !sent('handover')) return ownStep(obligation, 'handover', owner, chain(), rules)
  if (delegate && !sent('request')) return ownStep(obligation, 'request', owner, chain(), rules)
  if (today >= digestOn(officeOn, rules)) return officeStep(obligation, rules)
  if (today >= leaderOn) {
    if (sent('leader')) return null
    const step = leaderStep(obligation, chain(), rules)
    if (step) return step
  }
  const step = reachedOwnStep(obligation, rules)
  return step && !sent(step) ? ownStep(obligation, step, owner, chain(), rules) : null
}
