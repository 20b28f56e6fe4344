import { addOpenDays } from './calendar.ts'
import { ladderDates, overdueAfter } from './due-dates.ts'
import type { CivilDate, Project } from './model.ts'
import type { LapsedReason, Obligation } from './obligation.ts'
import { isOnHold, type Planned, type ProjectPlan } from './plan-context.ts'

/** After a hold, what survives it is due no earlier than this many open days after its end (rule 11). */
const OPEN_DAYS_AFTER_HOLD = 10

/** The day an obligation is about: its measurement date, or its due date where it has none. */
const dayOf = ({ asOf, dueOn }: Obligation): CivilDate => asOf ?? dueOn

const moved = (planned: Planned, dueOn: CivilDate, { context }: ProjectPlan): void => {
  const { obligation, grace } = planned
  if (dueOn <= obligation.dueOn) return
  Object.assign(obligation, ladderDates(dueOn, overdueAfter(dueOn, grace, context.settings), context.settings))
}

/**
 * A hold [holdFrom, holdTo) on obligations of one thing, oldest first (rule 11): what was overdue when it began stays so; of
 * the other open ones from before its end only the latest survives, with time to answer after the end.
 */
function applyHold(group: Planned[], plan: ProjectPlan): void {
  const { project, context } = plan
  const { holdFrom, holdTo, state } = project
  const { today, settings } = context
  if (holdTo === null && state !== 'onHold') return
  const began = holdFrom ?? (state === 'onHold' ? today : null)
  if (began === null || began > today) return
  const waiting = group.filter(({ obligation, answer }) => {
    const answered = answer !== null && (holdTo === null || answer.recordedOn === null || answer.recordedOn < holdTo)
    return !answered && obligation.overdueFrom > began && (holdTo === null || dayOf(obligation) < holdTo)
  })
  const survivor = waiting[waiting.length - 1]
  for (const planned of waiting) {
    if (holdTo === null) planned.obligation.state = 'onHold'
    else if (planned !== survivor) planned.obligation.lapsedReason = 'hold'
    else {
      moved(planned, addOpenDays(holdTo, OPEN_DAYS_AFTER_HOLD, settings.calendar), plan)
      if (isOnHold(project, today)) planned.obligation.state = 'onHold'
    }
  }
}

/** What a stopped, reopened or closed project lets fall (rule 11). The lesson of a stopped project is asked for because it stopped. */
function lapsedBy(project: Project, obligation: Obligation): LapsedReason | null {
  const { state, stoppedOn, phaseEnteredOn } = project
  if (obligation.periodKey === 'lesson') return null
  if (state === 'stopped') return 'stopped'
  if (state === 'closed') return 'closed'
  if (stoppedOn === null) return null
  const reopened = phaseEnteredOn > stoppedOn ? dayOf(obligation) < phaseEnteredOn : dayOf(obligation) <= stoppedOn
  return reopened ? 'stopped' : null
}

function settleOne({ obligation, answer }: Planned, { project, context }: ProjectPlan): void {
  const { today, facts } = context
  const stored = context.storedCount > 0 ? facts.tables.obligations.get(obligation.key) : undefined
  if (answer) {
    obligation.state = 'fulfilled'
    obligation.fulfilledByKey = answer.key
    obligation.fulfilledInTime = answer.recordedOn === null ? null : answer.recordedOn < obligation.overdueFrom
    obligation.lapsedReason = null
    return
  }
  obligation.lapsedReason ??= stored?.state === 'lapsed' ? 'waived' : lapsedBy(project, obligation)
  const { overdueFrom, asOf, preNoticeOn, dueOn } = obligation
  if (obligation.lapsedReason !== null) obligation.state = 'lapsed'
  else if (obligation.state === 'onHold' || stored?.state === 'onHold') obligation.state = 'onHold'
  else if (today >= overdueFrom) obligation.state = 'overdue'
  else obligation.state = today >= (asOf ?? preNoticeOn ?? dueOn) ? 'open' : 'upcoming'
}

/** Decides the state of the obligations of one thing (an indicator, a project's reports, one decision), oldest first. */
export function settle(group: Planned[], plan: ProjectPlan): Obligation[] {
  applyHold(group, plan)
  for (const planned of group) settleOne(planned, plan)
  return group.map(({ obligation }) => obligation)
}
