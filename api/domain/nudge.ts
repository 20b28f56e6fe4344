import { isHalfDay, isOpenDay, nextOpenDay } from './calendar.ts'
import type { NudgeStep, SkipReason } from './codes.ts'
import { addDays, civilDateOf, localTimeOf, weekday } from './dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, Instant, NudgeStepEntry, PersonId } from './model.ts'
import { type Ledger, readLedger } from './nudge-ledger.ts'
import { type Away, officeMembers, type Recipient } from './nudge-people.ts'
import { approvalStep, type DueStep, dueStep, type StepRules } from './nudge-steps.ts'
import type { Obligation } from './obligation.ts'
import { isOnHold } from './plan-context.ts'
import type { Settings } from './settings.ts'

/** One card that is to be sent, or that is due and is not sent today. `personId` is '' when nobody is there to ask (noRecipient). */
export type NudgeDecision = {
  personId: PersonId
  day: CivilDate
  /** In order of priority: higher step, then longer overdue, then key. */
  steps: NudgeStepEntry[]
  /** The steps' obligations, same order. */
  obligationKeys: string[]
} & ({ action: 'send' } | { action: 'skip'; reason: SkipReason; until: CivilDate | null })

export interface NudgeInput {
  /** As planned for the day of `now`. */
  obligations: readonly Obligation[]
  facts: Facts
  settings: Settings
  now: Instant
  /** Who is away by presence, where the municipality has allowed that to be read. */
  away?: ReadonlyMap<PersonId, Away>
}

interface Waiting {
  entry: NudgeStepEntry
  obligation: Obligation
  withheld: Recipient['withheld']
}

const RANK: Record<NudgeStep, number> = {
  office: 5,
  leader: 4,
  chase: 3,
  first: 2,
  approval: 1,
  handover: 1,
  request: 1,
  preNotice: 0,
}

const byPriority = (a: Waiting, b: Waiting): number =>
  RANK[b.entry.step] - RANK[a.entry.step] ||
  (a.obligation.overdueFrom < b.obligation.overdueFrom ? -1 : a.obligation.overdueFrom > b.obligation.overdueFrom ? 1 : 0) ||
  (a.obligation.key < b.obligation.key ? -1 : 1)

type Skip = { reason: SkipReason; until: CivilDate | null }

/** Nothing is sent on closed days, outside working hours, or after half a half day (rule 6). null while cards may be sent. */
export function quietNow(now: Instant, today: CivilDate, { calendar }: Settings): Skip | null {
  if (!isOpenDay(today, calendar)) return { reason: 'notOpenDay', until: nextOpenDay(today, calendar) }
  const time = localTimeOf(now, calendar.zone)
  if (time < calendar.quietTo) return { reason: 'quietHours', until: today }
  if (time >= calendar.quietFrom || (isHalfDay(today) && time >= calendar.halfDayStop)) {
    return { reason: 'quietHours', until: nextOpenDay(addDays(today, 1), calendar) }
  }
  return null
}

/** One unasked card a day and two a week, as set (rule 6); a full person waits for the next allowed open day. */
function limited(personId: PersonId, today: CivilDate, ledger: Ledger, { limits, calendar }: Settings): Skip | null {
  const cards = ledger.cards(personId, today)
  if (cards.week >= limits.perWeek) {
    return { reason: 'weeklyLimit', until: nextOpenDay(addDays(today, 8 - weekday(today)), calendar) }
  }
  return cards.today >= limits.perDay ? { reason: 'dailyLimit', until: nextOpenDay(addDays(today, 1), calendar) } : null
}

/** Steps that a snooze holds back: all but the office's, whose list stands as it is (rule 10, case 37), and an approval. */
const snoozed = ({ obligation, step }: DueStep, today: CivilDate): boolean =>
  step !== 'office' && step !== 'approval' && obligation.snoozedUntil !== null && today < obligation.snoozedUntil

/** Why a step is held back for its own sake, whoever it is for: its project is on hold, or it was put off. */
export function withheldBy(due: DueStep, { facts, today }: StepRules): Skip | null {
  const project = facts.tables.projects.get(due.obligation.projectKey)
  if (project && isOnHold(project, today)) return { reason: 'onHold', until: project.holdTo }
  return snoozed(due, today) ? { reason: 'snoozed', until: due.obligation.snoozedUntil } : null
}

const NOBODY: Recipient = { personId: '', why: 'office', withheld: { reason: 'noRecipient', until: null } }

/** What is answered or has fallen away is not asked about; of what waits only a proposal that it is «ikke lenger aktuelt». */
export function stepOf(obligation: Obligation, rules: StepRules): DueStep | null {
  const { state } = obligation
  if (state === 'upcoming' || state === 'open' || state === 'overdue') return dueStep(obligation, rules)
  return state === 'onHold' ? approvalStep(obligation, rules) : null
}

function gather(input: NudgeInput, rules: StepRules): Map<PersonId, Waiting[]> {
  const people = new Map<PersonId, Waiting[]>()
  for (const obligation of input.obligations) {
    const { key: obligationKey, round } = obligation
    const due = stepOf(obligation, rules)
    if (!due) continue
    const held = withheldBy(due, rules)
    for (const { personId, why, withheld } of due.recipients.length > 0 ? due.recipients : [NOBODY]) {
      const waiting = people.get(personId) ?? []
      people.set(personId, waiting)
      waiting.push({ entry: { obligationKey, round, step: due.step, why }, obligation, withheld: held ?? withheld })
    }
  }
  return people
}

/** Everything the steps of one moment are decided from. */
export function stepRulesOf({ facts, settings, now, away }: NudgeInput): StepRules {
  const today = civilDateOf(now, settings.calendar.zone)
  return { facts, settings, today, away: away ?? new Map(), ledger: readLedger(facts), office: officeMembers(facts) }
}

/**
 * One decision for each person with something due at `now`: send the bundle, or skip it with the reason and, where known, the
 * day it can come. What is withheld for its own sake (snoozed, on hold) stays out of a bundle that is sent; limits and hours
 * hold the whole card back, and nothing is lost: a step not sent is due again on the next pass. Source: domain.md §3.2,
 * model.md «Rules that the names carry».
 */
export function decideNudges(input: NudgeInput): NudgeDecision[] {
  const { settings, now } = input
  const rules = stepRulesOf(input)
  const { today: day, ledger } = rules
  const quiet = quietNow(now, day, settings)
  const decisions: NudgeDecision[] = []
  for (const [personId, waiting] of gather(input, rules)) {
    waiting.sort(byPriority)
    const free = waiting.filter(({ withheld }) => withheld === null)
    const bundle = free.length > 0 ? free : waiting
    const [first] = bundle
    const skip = quiet ?? first?.withheld ?? limited(personId, day, ledger, settings)
    const card = {
      personId,
      day,
      steps: bundle.map(({ entry }) => entry),
      obligationKeys: bundle.map(({ obligation }) => obligation.key),
    }
    decisions.push(skip ? { ...card, action: 'skip', ...skip } : { ...card, action: 'send' })
  }
  return decisions
}
