/**
 * Behaviours that no document and no report confirms, named after what happens when they are played the other way round.
 * The product must live with both; which one is true a trial on a tenant will tell.
 */
export const OTHERWISE = [
  /** PATCH with null is refused instead of emptying the field. */
  'nullRefused',
  /** A choice column takes any text, not only its choices. */
  'choicesFree',
  /** A deltaLink tells nothing of the options of its first request: items come without fields unless `$expand` is repeated. */
  'deltaForgetsOptions',
  /** A delta token of another list, or from a later state, is 400 instead of 410. */
  'foreignTokenInvalid',
  /** PATCH of a column takes `indexed` and `enforceUniqueValues` and leaves them as they were. */
  'indexNotPatched',
] as const

export type Otherwise = (typeof OTHERWISE)[number]
