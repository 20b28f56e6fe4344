import { addOpenDays } from './calendar.ts'
import type { ObligationKind } from './codes.ts'
import { civilDateOf } from './dates.ts'
import { delegatedAt } from './delegations.ts'
import { type LadderDates, ladderDates, ladderFrom } from './due-dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, ObligationRecord } from './model.ts'
import { type Obligation, obligationKey } from './obligation.ts'
import type { Answer, PlanContext, Planned, ProjectPlan } from './plan-context.ts'
import type { Responsible } from './responsible.ts'

/** A delegated obligation goes back when five open days pass unanswered (domain.md §3.2, rule 10). */
export const DELEGATED_OPEN_DAYS = 5

/** The day the new owner of an obligation's round was told, from the ledger. */
function handoverDay(key: string, round: number, facts: Facts): CivilDate | null {
  for (const nudge of facts.tables.nudges.values()) {
    if (nudge.state !== 'claimed' && nudge.state !== 'sent' && nudge.state !== 'unknown') continue
    if (nudge.steps.some((step) => step.step === 'handover' && step.obligationKey === key && step.round === round)) return nudge.day
  }
  return null
}

/**
 * A new owner is told at once and asked no earlier than a chase's time after that; the ladder starts again from there, and
 * `overdueFrom` stands (rule 9). Until told, it counts as told today.
 */
function restarted(dates: LadderDates, handoverOn: CivilDate | null, { settingsAt, today }: PlanContext): LadderDates {
  const settings = settingsAt(handoverOn ?? today)
  const earliest = addOpenDays(handoverOn ?? today, settings.ladder.chase, settings.calendar)
  return { ...dates, ...ladderFrom(earliest > dates.overdueFrom ? earliest : dates.overdueFrom, settings) }
}

export interface PlannedInput {
  kind: ObligationKind
  refKey: string
  periodKey: string
  asOf: CivilDate | null
  dates: LadderDates
  /** The day whose settings gave the dates: a stored row's ladder is counted by the same. */
  day: CivilDate
  responsible: Responsible | null
  answer: Answer | null
  grace: number
}

/** Lays an obligation out, with what its stored row says: frozen dates, round, snooze and delegation. */
export function plannedOf(input: PlannedInput, plan: ProjectPlan): Planned {
  const { context, project } = plan
  const key = obligationKey(input.kind, input.refKey, input.periodKey)
  const stored = context.storedCount > 0 ? context.facts.tables.obligations.get(key) : undefined
  return stored
    ? withStored(input, stored, plan)
    : { obligation: laidOut(key, input, project.key, context), answer: input.answer, grace: input.grace }
}

function laidOut(
  key: string,
  { kind, refKey, periodKey, asOf, dates, responsible }: PlannedInput,
  projectKey: string,
  { facts }: PlanContext,
): Obligation {
  const gone = responsible !== null && facts.peopleById.get(responsible.personId)?.reach === 'left'
  return {
    key,
    kind,
    refKey,
    projectKey,
    periodKey,
    asOf,
    dueOn: dates.dueOn,
    overdueFrom: dates.overdueFrom,
    preNoticeOn: dates.preNoticeOn,
    firstOn: dates.firstOn,
    chaseOn: dates.chaseOn,
    leaderOn: dates.leaderOn,
    officeOn: dates.officeOn,
    assigneeId: responsible === null || gone ? null : responsible.personId,
    assigneeWhy: responsible?.why ?? 'projectOwner',
    round: 1,
    handoverOn: null,
    state: 'open',
    snoozedUntil: null,
    snoozeCount: 0,
    delegatedToId: null,
    delegatedUntil: null,
    fulfilledByKey: null,
    fulfilledInTime: null,
    lapsedReason: null,
  }
}

function withStored(input: PlannedInput, stored: ObligationRecord, plan: ProjectPlan): Planned {
  const { context, project } = plan
  const { settings, facts } = context
  const { round } = stored
  const frozen = ladderDates(stored.dueOn, stored.overdueFrom, context.settingsAt(input.day))
  const handoverOn = round > 1 ? handoverDay(stored.key, round, facts) : null
  const dates = round > 1 ? restarted(frozen, handoverOn, context) : frozen
  const reassigned = round > 1 && stored.assigneeId !== null
  const why = input.responsible?.why ?? 'responsible'
  const responsible = reassigned && stored.assigneeId !== null ? { personId: stored.assigneeId, why } : input.responsible
  const { zone } = settings.calendar
  const changedOn = civilDateOf(stored.actedAt, zone)
  const delegatedOn = civilDateOf(delegatedAt(stored, facts), zone)
  const obligation: Obligation = {
    ...laidOut(stored.key, { ...input, dates, responsible }, project.key, context),
    round,
    handoverOn,
    snoozedUntil: stored.snoozedUntil,
    snoozeCount: stored.snoozeCount,
    delegatedToId: stored.delegatedToId,
    delegatedUntil:
      stored.delegatedToId === null ? null : addOpenDays(delegatedOn, DELEGATED_OPEN_DAYS, context.settingsAt(delegatedOn).calendar),
  }
  const ownAnswer = stored.state === 'fulfilled' ? { key: stored.fulfilledByKey ?? stored.key, recordedOn: changedOn } : null
  return { obligation, answer: input.answer ?? ownAnswer, grace: input.grace }
}
