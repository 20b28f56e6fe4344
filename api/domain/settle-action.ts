import { type Acting, isUnanswered, trimmed, updateProject } from './acting.ts'
import { isCivilDate } from './dates.ts'
import { type MayFault, may } from './may.ts'
import type { BenefitAction, Change, CivilDate, PersonId } from './model.ts'
import type { Obligation } from './obligation.ts'
import { datedAt } from './plan-dates.ts'
import { logEntry } from './project-history.ts'
import { ok, type Result, refuse } from './result.ts'
import { settingsOn } from './settings.ts'

export const ACTION_ANSWERS = ['done', 'dropped', 'moved'] as const
export type ActionAnswer = (typeof ACTION_ANSWERS)[number]

export interface SettleActionInput {
  obligation: Obligation
  answer: ActionAnswer
  byId: PersonId
  /** What came of it, why it is dropped, why it needs more time; the lesson of a stopped project. */
  said: string | null
  /** Moved: the new day, after today. */
  dueOn?: CivilDate | null
}

export type SettleActionFault = MayFault | { code: 'cardOutdated' | 'saidRequired' } | { code: 'fieldInvalid'; field: 'answer' | 'dueOn' }

/**
 * Answers what a benefit action asks for: done, dropped (why), or moved to another day (why). The lesson of a stopped project is
 * an action too, and is only done: its sentence becomes the project's (§3.2, rule 11). Source: domain.md §3, `BenefitAction`.
 */
export function settleAction(input: SettleActionInput, acting: Acting): Result<{ changes: Change[] }, SettleActionFault> {
  const { obligation, answer, byId } = input
  const { facts, today } = acting
  const allowed = may(facts.peopleById.get(byId) ?? null, 'answerObligation', { obligation, today }, facts)
  if (!allowed.ok) return allowed
  if (obligation.kind !== 'action' || !isUnanswered(obligation)) return refuse({ code: 'cardOutdated' })
  const said = trimmed(input.said)
  const lesson = obligation.periodKey === 'lesson'
  if (said === null && (answer !== 'done' || lesson)) return refuse({ code: 'saidRequired' })
  if (lesson) {
    if (answer !== 'done') return refuse({ code: 'fieldInvalid', field: 'answer' })
    return ok({ changes: [updateProject({ key: obligation.projectKey }, { stopReason: said }, acting)] })
  }
  const action = facts.tables.benefitActions.get(obligation.refKey)
  if (!action) return refuse({ code: 'cardOutdated' })
  if (answer === 'moved') return move(action, { ...input, said }, acting)
  const log = logEntry('actionSettled', action.key, facts, { before: { state: action.state }, after: { state: answer }, why: said })
  return ok({ changes: [updateAction(action, { state: answer }, acting), log] })
}

const updateAction = ({ key }: BenefitAction, set: Partial<Pick<BenefitAction, 'state' | 'dueOn'>>, { versionOf }: Acting): Change => ({
  op: 'update',
  list: 'benefitActions',
  key,
  set,
  version: versionOf('benefitActions', key),
})

/** A new day that somebody has set is the action's own: where its dates had been frozen, they are set anew, and the log keeps the old. */
function move(
  action: BenefitAction,
  { obligation, dueOn = null, said }: SettleActionInput,
  acting: Acting,
): Result<{ changes: Change[] }, SettleActionFault> {
  const { facts, today, versionOf } = acting
  if (dueOn === null || !isCivilDate(dueOn) || dueOn <= today) return refuse({ code: 'fieldInvalid', field: 'dueOn' })
  const changes: Change[] = [updateAction(action, { dueOn }, acting)]
  const { key } = obligation
  if (facts.tables.obligations.has(key)) {
    const dates = datedAt(dueOn, { settingsAt: (day) => settingsOn(day, facts.tables.settings.values()) })
    const set = { dueOn: dates.dueOn, overdueFrom: dates.overdueFrom, snoozedUntil: null }
    changes.push({ op: 'update', list: 'obligations', key, set, version: versionOf('obligations', key) })
  }
  changes.push(logEntry('actionMoved', action.key, facts, { before: { dueOn: action.dueOn }, after: { dueOn }, why: said }))
  return ok({ changes })
}
