import { addOpenDays } from './calendar.ts'
import { ladderDates, overdueAfter } from './due-dates.ts'
import type { CivilDate } from './model.ts'
import type { LapsedReason, Obligation } from './obligation.ts'
import type { Planned, ProjectPlan } from './plan-context.ts'
import type { Hold } from './project-history.ts'

/** After a hold, what survives it is due no earlier than this many open days after its end (rule 11). */
export const OPEN_DAYS_AFTER_HOLD = 10

/** The day an obligation is about: its measurement date, or its due date where it has none. */
const dayOf = ({ asOf, dueOn }: Obligation): CivilDate => asOf ?? dueOn

const moved = ({ obligation, grace }: Planned, holdTo: CivilDate, { context }: ProjectPlan): void => {
  const settings = context.settingsAt(holdTo)
  const dueOn = addOpenDays(holdTo, OPEN_DAYS_AFTER_HOLD, settings.calendar)
  if (dueOn <= obligation.dueOn) return
  Object.assign(obligation, ladderDates(dueOn, overdueAfter(dueOn, grace, settings), settings))
}

/** The hold the project's row tells of; null when there is none, or it has not begun. */
function currentHold({ project, context }: ProjectPlan): Hold | null {
  const { holdFrom, holdTo, state } = project
  if (holdTo === null && state !== 'onHold') return null
  const from = holdFrom ?? (state === 'onHold' ? context.today : null)
  return from === null || from > context.today ? null : { from, to: holdTo }
}

/**
 * A hold [from, to) on obligations of one thing, oldest first (rule 11): what was overdue when it began stays so; of the other
 * open ones from before its end only the latest survives, with time to answer after the end.
 */
function applyHold(group: Planned[], { from, to }: Hold, plan: ProjectPlan): void {
  const { context } = plan
  const waiting = group.filter(({ obligation, answer }) => {
    const answered = answer !== null && (to === null || answer.recordedOn === null || answer.recordedOn < to)
    return !answered && obligation.lapsedReason !== 'hold' && obligation.overdueFrom > from && (to === null || dayOf(obligation) < to)
  })
  const survivor = waiting[waiting.length - 1]
  for (const planned of waiting) {
    if (to === null) planned.obligation.state = 'onHold'
    else if (planned !== survivor) planned.obligation.lapsedReason = 'hold'
    else {
      moved(planned, to, plan)
      if (context.today < to) planned.obligation.state = 'onHold'
    }
  }
}

const NO_HOLDS: readonly Hold[] = []

/** The holds in their order: those that have ended and were written over, then the one the project's row tells of. */
function holdsOf(plan: ProjectPlan): readonly Hold[] {
  const current = currentHold(plan)
  const { holds } = plan.history
  if (holds.length === 0) return current ? [current] : NO_HOLDS
  const earlier = holds.filter(({ from, to }) => to !== null && (current === null || from < current.from))
  return current ? [...earlier, current] : earlier
}

/** What a stopped, reopened or closed project lets fall (rule 11). The lesson of a stopped project is asked for because it stopped. */
function lapsedBy({ project, history }: ProjectPlan, obligation: Obligation): LapsedReason | null {
  const { state, stoppedOn, phaseEnteredOn } = project
  if (obligation.periodKey === 'lesson') return null
  if (state === 'stopped') return 'stopped'
  if (state === 'closed') return 'closed'
  if (stoppedOn === null) return null
  // Reopened: new measurement dates only. The log knows the day; without it, the day the phase was entered anew tells it.
  const on = history.reopenedOn ?? (phaseEnteredOn > stoppedOn ? phaseEnteredOn : null)
  const before = on === null ? dayOf(obligation) <= stoppedOn : dayOf(obligation) < on
  return before ? 'stopped' : null
}

function settleOne({ obligation, answer }: Planned, plan: ProjectPlan): void {
  const { today, facts, storedCount } = plan.context
  const stored = storedCount > 0 ? facts.tables.obligations.get(obligation.key) : undefined
  if (answer) {
    obligation.state = 'fulfilled'
    obligation.fulfilledByKey = answer.key
    obligation.fulfilledInTime = answer.recordedOn === null ? null : answer.recordedOn < obligation.overdueFrom
    obligation.lapsedReason = null
    return
  }
  obligation.lapsedReason ??= stored?.state === 'lapsed' ? 'waived' : lapsedBy(plan, obligation)
  const { overdueFrom, asOf, preNoticeOn, dueOn } = obligation
  if (obligation.lapsedReason !== null) obligation.state = 'lapsed'
  else if (obligation.state === 'onHold' || stored?.state === 'onHold') obligation.state = 'onHold'
  else if (today >= overdueFrom) obligation.state = 'overdue'
  else obligation.state = today >= (asOf ?? preNoticeOn ?? dueOn) ? 'open' : 'upcoming'
}

/** Decides the state of the obligations of one thing (an indicator, a project's reports, one decision), oldest first. */
export function settle(group: Planned[], plan: ProjectPlan): Obligation[] {
  for (const hold of holdsOf(plan)) applyHold(group, hold, plan)
  const given = group.filter(({ beyond }) => !beyond)
  for (const planned of given) settleOne(planned, plan)
  return given.map(({ obligation }) => obligation)
}
