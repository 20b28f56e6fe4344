import type { ReportRowName } from '#domain/codes.ts'

/** Text fields of a block; in the card their ids carry the block's number (`value_0`). */
export const TYPED_FIELDS = [
  'value',
  /** The value about ten times off that the person has stood by: kept while something else is asked about it. */
  'confirmed',
  'comment',
  'reason',
  'snoozeDays',
  'snoozeDate',
  'snoozeReason',
  'relevance',
  'rejection',
  'said',
  'person',
  'personName',
  'pauseDays',
  'pauseDate',
  'sinceLast',
  'next',
  'decisionNeeded',
] as const
export type TypedField = (typeof TYPED_FIELDS)[number]

/** What a person had typed when a card came back to them; kept as typed. */
export interface Typed extends Partial<Record<TypedField, string>> {
  ratings?: Partial<Record<ReportRowName, string>>
  comments?: Partial<Record<ReportRowName, string>>
}
