import type { Fault } from '#contract/errors.ts'
import { recordMeasurementRequest } from '#contract/requests.ts'
import type { Typed } from '#contract/typed.ts'
import { addOpenDays } from '#domain/calendar.ts'
import { isCivilDate } from '#domain/dates.ts'
import { parseNorwegianNumber } from '#domain/numbers.ts'
import type { Obligation } from '#domain/obligations.ts'
import { PAUSE_DAYS_AT_MOST } from '#domain/preferences.ts'
import { answerNotRelevant } from '#usecases/answer-not-relevant.ts'
import { confirmOwnership } from '#usecases/confirm-ownership.ts'
import { delegateObligation, takeBackObligation } from '#usecases/delegate-obligation.ts'
import { followUpDecision } from '#usecases/follow-up-decision.ts'
import { nameResponsible } from '#usecases/name-responsible.ts'
import { pauseNudges } from '#usecases/pause-nudges.ts'
import type { Asker, Store, UseCaseResult } from '#usecases/ports.ts'
import { proposeObligationNotRelevant } from '#usecases/propose-not-relevant.ts'
import { recordMeasurement } from '#usecases/record-measurement.ts'
import { settleAction } from '#usecases/settle-action.ts'
import { snoozeObligation } from '#usecases/snooze-obligation.ts'
import { undoAnswer } from '#usecases/undo-measurement.ts'
import { wrongPerson } from '#usecases/wrong-person.ts'
import type { NudgeAnswer } from './answers.ts'
import type { Frame } from './frame.ts'
import { chosenPerson } from './person-choice.ts'
import { keepDraft, publishTyped } from './report-answers.ts'

/** A pressed button with everything its use case needs. */
export interface Press {
  answer: NudgeAnswer
  typed: Typed
  obligation: Obligation
  frame: Frame
  asker: Asker
}

type Deps = { store: Store }
const faultOf = (result: UseCaseResult<unknown>): Fault | null => (result.ok ? null : result)

/** Carries a pressed button out through its use case; null when it stands, the refusal otherwise. */
export async function carryOut(press: Press, deps: Deps): Promise<Fault | null> {
  const { answer, typed, obligation, asker } = press
  const { key: obligationKey } = obligation
  switch (answer.verb) {
    case 'recordMeasurement':
      return record(press, { value: typed.value ?? '', comment: typed.comment ?? null, reason: null }, deps)
    case 'cannotMeasure':
      return record(press, { value: null, comment: null, reason: typed.reason ?? '' }, deps)
    case 'publishReport':
      return publishTyped(press, deps)
    case 'snooze':
      return snooze(press, deps)
    case 'delegate':
      return withPerson(press, (toId) => delegateObligation({ obligationKey, toId, reason: null }, asker, deps))
    case 'takeBack':
      return faultOf(await takeBackObligation({ obligationKey }, asker, deps))
    case 'notRelevant':
      return faultOf(await proposeObligationNotRelevant({ obligationKey, reason: typed.relevance ?? null }, asker, deps))
    case 'approve':
      return faultOf(await answerNotRelevant({ obligationKey, approve: true, reason: null }, asker, deps))
    case 'reject':
      return faultOf(await answerNotRelevant({ obligationKey, approve: false, reason: typed.rejection ?? null }, asker, deps))
    case 'wrongPerson':
      return isEmpty(typed.person) && isEmpty(typed.personName)
        ? faultOf(await wrongPerson({ obligationKey, suggestedId: null, reason: null }, asker, deps))
        : withPerson(press, (suggestedId) => wrongPerson({ obligationKey, suggestedId, reason: null }, asker, deps))
    case 'confirmOwnership':
      return faultOf(await confirmOwnership({ obligationKey }, asker, deps))
    case 'nameResponsible':
      return withPerson(press, (toId) => nameResponsible({ obligationKey, toId }, asker, deps))
    case 'followUp':
      return settledAlready(obligation) ? null : faultOf(await followUpDecision({ obligationKey, said: typed.said ?? null }, asker, deps))
    case 'actionDone':
      return settledAlready(obligation)
        ? null
        : faultOf(await settleAction({ obligationKey, answer: 'done', said: typed.said ?? null }, asker, deps))
    case 'saveDraft':
      return keepDraft(press, deps)
    case 'undo':
      return answer.measurementKey === null
        ? { code: 'cardOutdated' }
        : faultOf(await undoAnswer({ measurementKey: answer.measurementKey }, asker, deps))
    case 'pause':
      return pause(press, deps)
    default:
      return null
  }
}

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === ''

/** The same press again: it has its answer, and the card shows it. */
const settledAlready = ({ state }: Obligation): boolean => state === 'fulfilled'

async function withPerson({ typed, frame }: Press, act: (personId: string) => Promise<UseCaseResult<unknown>>): Promise<Fault | null> {
  const chosen = chosenPerson(typed, frame.facts)
  return chosen.ok ? faultOf(await act(chosen.value)) : chosen
}

/** So many open days from today, or the day itself where one was chosen. */
async function snooze({ typed, obligation, frame, asker }: Press, deps: Deps): Promise<Fault | null> {
  // A card that shows the snooze has no such button: this is the same press again, or a card left open elsewhere.
  if (obligation.snoozedUntil !== null && obligation.snoozedUntil > frame.today) return null
  const until = isEmpty(typed.snoozeDate) ? { openDays: Number(typed.snoozeDays) } : { date: typed.snoozeDate ?? '' }
  return faultOf(await snoozeObligation({ obligationKey: obligation.key, until, reason: typed.snoozeReason ?? null }, asker, deps))
}

async function pause({ typed, frame, asker }: Press, deps: Deps): Promise<Fault | null> {
  const { pauseDate = '', pauseDays } = typed
  if (pauseDate !== '') {
    if (!isCivilDate(pauseDate) || pauseDate <= frame.today) return { code: 'dateInvalid', field: 'pause' }
    return faultOf(await pauseNudges(pauseDate, asker, deps))
  }
  const days = Number(pauseDays)
  if (!Number.isInteger(days) || days < 1 || days > PAUSE_DAYS_AT_MOST) return { code: 'fieldInvalid', field: 'pause' }
  return faultOf(await pauseNudges(addOpenDays(frame.today, days, frame.settings.calendar), asker, deps))
}

type Values = { value: string | null; comment: string | null; reason: string | null }

async function record({ typed, obligation, asker }: Press, values: Values, deps: Deps): Promise<Fault | null> {
  const confirmed = values.value !== null && typed.confirmed === values.value
  const asked = { indicatorKey: obligation.refKey, periodKey: obligation.periodKey, ...values, ...(confirmed && { confirmed }) }
  const parsed = recordMeasurementRequest.safeParse(asked)
  if (!parsed.success) return schemaFault(parsed.error.issues[0]?.path[0], values.value ?? '')
  const result = await recordMeasurement(parsed.data, asker, deps)
  if (result.ok || saysTheSame(result, values, obligation, asker, deps)) return null
  return result
}

/** Teams repeats an invoke it thinks was lost: the same answer from the same person is no conflict with itself. */
function saysTheSame(fault: Fault, values: Values, obligation: Obligation, asker: Asker, deps: Deps): boolean {
  if (fault.code !== 'alreadyAnswered' && fault.code !== 'staleEdit') return false
  const { tables } = deps.store.snapshot().facts
  const standing = fault.current ? tables.measurements.get(fault.current.key) : undefined
  if (standing?.actorId !== asker.personId) return false
  if (values.value === null) return standing.value === null
  const number = parseNorwegianNumber(values.value, tables.indicators.get(obligation.refKey)?.unit)
  return number.ok && number.value === standing.value
}

/** What the contract's own limits refuse: a number of more than 40 characters is no number, any other text is too long. */
export function schemaFault(path: PropertyKey | undefined, value: string): Fault {
  const field = String(path ?? 'value')
  return field === 'value' ? { code: 'notANumber', field, args: { value: `${value.slice(0, 20)}…` } } : { code: 'textTooLong', field }
}
