import type { Typed } from '#contract/card-views.ts'
import { rating as ratings, reportRowName } from '#contract/codes.ts'
import type { Fault } from '#contract/errors.ts'
import { publishReportRequest, recordMeasurementRequest } from '#contract/requests.ts'
import { parseNorwegianNumber } from '#domain/numbers.ts'
import type { Obligation } from '#domain/obligations.ts'
import type { Asker, Store } from '#usecases/ports.ts'
import { publishReport } from '#usecases/publish-report.ts'
import { recordMeasurement } from '#usecases/record-measurement.ts'
import { snoozeObligation } from '#usecases/snooze-obligation.ts'
import type { NudgeAnswer } from './answers.ts'
import type { Frame } from './frame.ts'

/** Carries a pressed button out through its use case; null when it stands, the refusal otherwise. */
export async function carryOut(
  answer: NudgeAnswer,
  typed: Typed,
  obligation: Obligation,
  frame: Frame,
  asker: Asker,
  deps: { store: Store },
): Promise<Fault | null> {
  switch (answer.verb) {
    case 'recordMeasurement':
      return record({ value: typed.value ?? '', comment: typed.comment ?? null, reason: null }, obligation, asker, deps)
    case 'cannotMeasure':
      return record({ value: null, comment: null, reason: typed.reason ?? '' }, obligation, asker, deps)
    case 'publishReport':
      return publish(answer, typed, obligation, asker, deps)
    default: {
      // A card that shows the snooze has no such button: this is the same press again, or a card left open elsewhere.
      if (obligation.snoozedUntil !== null && obligation.snoozedUntil > frame.today) return null
      const request = {
        obligationKey: obligation.key,
        until: { openDays: Number(typed.snoozeDays) },
        reason: typed.snoozeReason ?? null,
      }
      const result = await snoozeObligation(request, asker, deps)
      return result.ok ? null : result
    }
  }
}

type Values = { value: string | null; comment: string | null; reason: string | null }

async function record(values: Values, obligation: Obligation, asker: Asker, deps: { store: Store }): Promise<Fault | null> {
  const parsed = recordMeasurementRequest.safeParse({ indicatorKey: obligation.refKey, periodKey: obligation.periodKey, ...values })
  if (!parsed.success) return schemaFault(parsed.error.issues[0]?.path[0], values.value ?? '')
  const result = await recordMeasurement(parsed.data, asker, deps)
  if (result.ok || saysTheSame(result, values, obligation, asker, deps)) return null
  return result
}

/** Teams repeats an invoke it thinks was lost: the same answer from the same person is no conflict with itself. */
function saysTheSame(fault: Fault, values: Values, obligation: Obligation, asker: Asker, deps: { store: Store }): boolean {
  if (fault.code !== 'alreadyAnswered' && fault.code !== 'staleEdit') return false
  const { tables } = deps.store.snapshot().facts
  const standing = fault.current ? tables.measurements.get(fault.current.key) : undefined
  if (standing?.actorId !== asker.personId) return false
  if (values.value === null) return standing.value === null
  const number = parseNorwegianNumber(values.value, tables.indicators.get(obligation.refKey)?.unit)
  return number.ok && number.value === standing.value
}

async function publish(
  answer: NudgeAnswer,
  typed: Typed,
  obligation: Obligation,
  asker: Asker,
  deps: { store: Store },
): Promise<Fault | null> {
  const rows = reportRowName.options.flatMap((row) => {
    const rating = ratings.safeParse(typed.ratings?.[row])
    return rating.success ? [{ row, rating: rating.data, comment: typed.comments?.[row] ?? '' }] : []
  })
  const parsed = publishReportRequest.safeParse({
    projectKey: obligation.projectKey,
    period: obligation.periodKey,
    rows,
    sinceLast: typed.sinceLast ?? null,
    next: typed.next ?? null,
    decisionNeeded: typed.decisionNeeded ?? null,
    seenVersion: answer.seenVersion,
  })
  if (!parsed.success) return schemaFault(parsed.error.issues[0]?.path[0], '')
  const result = await publishReport(parsed.data, asker, deps)
  if (result.ok) return null
  const standing = result.current ? deps.store.snapshot().facts.tables.statusReports.get(result.current.key) : undefined
  const same = standing?.actorId === asker.personId && JSON.stringify(standing.rows) === JSON.stringify(parsed.data.rows)
  return same ? null : result
}

/** What the contract's own limits refuse: a number of more than 40 characters is no number, any other text is too long. */
function schemaFault(path: PropertyKey | undefined, value: string): Fault {
  const field = String(path ?? 'value')
  return field === 'value' ? { code: 'notANumber', field, args: { value: `${value.slice(0, 20)}…` } } : { code: 'textTooLong', field }
}
