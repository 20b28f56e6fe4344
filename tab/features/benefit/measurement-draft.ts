import type { RecordMeasurementRequest } from '#contract/requests.ts'
import type { IndicatorView } from '#contract/views.ts'
import { isWeaker } from './live-course.ts'
import { typedNumber } from './typed-number.ts'

/** What stands in the form. `period` is the key of an open period, or `''` for another date. */
export interface MeasurementDraft {
  value: string
  period: string
  asOf: string
  comment: string
  reason: string
  cannot: boolean
  /** Why one's own number stands in the place of somebody else's. */
  mineReason: string
}

/** What is corrected, when something is. */
export interface Corrected {
  key: string
  periodKey: string
  asOf: string
  value: number | null
}

/** An empty form for the period asked for, or the one that has waited longest. */
export function emptyDraft(
  indicator: IndicatorView,
  today: string,
  periodKey: string | null,
  corrected: Corrected | null,
): MeasurementDraft {
  const period = corrected?.periodKey ?? periodKey ?? indicator.open[0]?.periodKey ?? ''
  const draft = { value: '', period, asOf: corrected?.asOf ?? '', comment: '', reason: '', cannot: false, mineReason: '' }
  return { ...draft, asOf: draft.asOf || dayOf(indicator, period, today) }
}

/** The day a period's number is for unless the person says otherwise: its measurement date, today at the latest. */
export function dayOf(indicator: IndicatorView, period: string, today: string): string {
  const asOf = indicator.open.find((open) => open.periodKey === period)?.asOf ?? (/^\d{4}-\d{2}-\d{2}$/.test(period) ? period : null)
  return asOf === null || asOf > today ? today : asOf
}

/** Whether the rules ask why: the number is weaker than the last one (a correction has its own reason). */
export function asksWhy(indicator: IndicatorView, draft: MeasurementDraft, corrected: Corrected | null): boolean {
  const value = typedNumber(draft.value)
  return !draft.cannot && corrected === null && draft.period !== 'baseline' && value !== null && isWeaker(indicator, value, draft.asOf)
}

/** Whether there is anything to lose: a number or words, not a choice of period or date alone. */
export const isTyped = ({ value, comment, reason, mineReason }: MeasurementDraft): boolean =>
  [value, comment, reason, mineReason].some((text) => text.trim() !== '')

export type DraftField = 'value' | 'asOf' | 'comment' | 'reason'

/** What is missing before anything is sent; the server has the last word on the rest. */
export function missingIn(indicator: IndicatorView, draft: MeasurementDraft, corrected: Corrected | null): DraftField | null {
  if (!draft.cannot && draft.value.trim() === '') return 'value'
  if (draft.asOf === '') return 'asOf'
  if ((draft.cannot || corrected !== null) && draft.reason.trim() === '') return 'reason'
  return asksWhy(indicator, draft, corrected) && draft.comment.trim() === '' ? 'comment' : null
}

/** The draft as the API takes it. The number travels as it was typed. */
export function requestOf(
  indicator: IndicatorView,
  draft: MeasurementDraft,
  corrects: { key: string; reason: string } | null,
): RecordMeasurementRequest {
  return {
    indicatorKey: indicator.key,
    ...(draft.period === '' ? {} : { periodKey: draft.period }),
    asOf: draft.asOf,
    value: draft.cannot ? null : draft.value.trim(),
    reason: corrects?.reason.trim() || draft.reason.trim() || null,
    comment: draft.comment.trim() || null,
    correctsKey: corrects?.key ?? null,
  }
}
