import type { NudgeStep, SkipReason } from './codes.ts'
import type { CivilDate } from './model.ts'
import { isProposed } from './not-relevant.ts'
import { type NudgeInput, stepOf, stepRulesOf, withheldBy } from './nudge.ts'
import type { Recipient } from './nudge-people.ts'
import { digestOn, type StepRules } from './nudge-steps.ts'
import type { LapsedReason, Obligation } from './obligation.ts'

/** Why nothing more is sent about an obligation. */
export type NudgeStop = 'answered' | 'ladderEnded' | LapsedReason

/** Why nothing is sent today, though something will be. */
export type NudgeWait = SkipReason | 'notDue' | 'approval'

/**
 * What happens next with one obligation: a step today, and to whom; a wait, until when where that is known; or no more. Each
 * with one reason. Limits and hours hold a person's whole card and are decided in `decideNudges`.
 */
export type Outlook =
  | { action: 'send'; reason: NudgeStep; recipients: Recipient[] }
  | { action: 'wait'; reason: NudgeWait; until: CivilDate | null }
  | { action: 'stop'; reason: NudgeStop }

/** The next day of the ladder that has a step not yet sent; null when the ladder has no more. */
function nextDay({ key, round, preNoticeOn, firstOn, chaseOn, leaderOn, officeOn }: Obligation, rules: StepRules): CivilDate | null {
  const { today, ledger } = rules
  const days: [NudgeStep, CivilDate | null][] = [
    ['preNotice', preNoticeOn],
    ['first', firstOn],
    ['chase', chaseOn],
    ['leader', leaderOn],
  ]
  const office = digestOn(officeOn, rules)
  const next = days.find(([step, day]) => day !== null && day > today && day < office && ledger.sentOn(key, round, step) === undefined)
  return next?.[1] ?? (office > today ? office : null)
}

function outlook(obligation: Obligation, rules: StepRules): Outlook {
  const { state, lapsedReason, snoozedUntil } = obligation
  if (state === 'fulfilled') return { action: 'stop', reason: 'answered' }
  if (state === 'lapsed') return { action: 'stop', reason: lapsedReason ?? 'waived' }
  const due = stepOf(obligation, rules)
  const withheld = due && (withheldBy(due, rules) ?? due.recipients.find((recipient) => recipient.withheld !== null)?.withheld)
  if (withheld) return { action: 'wait', ...withheld }
  if (due) return due.recipients.length > 0 ? { action: 'send', reason: due.step, recipients: due.recipients } : nobody
  if (state === 'onHold') {
    const row = rules.facts.tables.obligations.get(obligation.key)
    return { action: 'wait', reason: isProposed(row) ? 'approval' : 'onHold', until: null }
  }
  const until = nextDay(obligation, rules)
  if (until === null) return { action: 'stop', reason: 'ladderEnded' }
  const isSnoozed = snoozedUntil !== null && snoozedUntil > rules.today
  return { action: 'wait', reason: isSnoozed ? 'snoozed' : 'notDue', until: isSnoozed ? snoozedUntil : until }
}

const nobody: Outlook = { action: 'wait', reason: 'noRecipient', until: null }

/** What happens next with each obligation, in their order; for the explanation beside a task and for the office's view of the bot. */
export function nudgeOutlook(input: NudgeInput): { obligationKey: string; outlook: Outlook }[] {
  const rules = stepRulesOf(input)
  return input.obligations.map((obligation) => ({ obligationKey: obligation.key, outlook: outlook(obligation, rules) }))
}
