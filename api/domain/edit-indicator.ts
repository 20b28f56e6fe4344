import { indicatorFault } from './achievement.ts'
import type { Acting } from './acting.ts'
import { changeFrequency, frozenPast } from './change-frequency.ts'
import { addDays, isCivilDate } from './dates.ts'
import type { Change, CivilDate, Indicator, Milestone } from './model.ts'
import { ok, type Result, refuse } from './result.ts'

export type IndicatorSet = Partial<Omit<Indicator, 'key' | 'benefitKey' | 'projectKey' | 'anchorOn'>>

export type IndicatorEditFault =
  | { code: 'fieldRequired' | 'fieldInvalid' | 'targetEqualsBaseline' | 'targetAgainstDirection'; field: string }
  | { code: 'datesReversed'; field: string; date: CivilDate }

/** Fields that say when an answer is due: a change of them may not move what has come. */
const DATING = ['registrationDays', 'graceOpenDays'] as const

const NUMBERS = ['direction', 'baseline', 'baselineOn', 'target', 'targetOn', 'tolerance', 'milestones', 'state'] as const

/** Whether the numbers and dates of an indicator can stand together, put so that the remedy can be named. */
export function settledIndicator(indicator: Indicator): Result<true, IndicatorEditFault> {
  const fault = indicatorFault(indicator)
  if (fault?.field === 'targetOn' && fault.code === 'fieldInvalid' && indicator.baselineOn !== null)
    return refuse<IndicatorEditFault>({ code: 'datesReversed', field: 'targetOn', date: indicator.baselineOn })
  if (fault) return refuse<IndicatorEditFault>(fault as IndicatorEditFault)
  const days = indicator.milestones.map(({ date }: Milestone) => date)
  if (new Set(days).size < days.length) return refuse<IndicatorEditFault>({ code: 'fieldInvalid', field: 'milestones' })
  if (indicator.state !== 'draft' && indicator.target === null && indicator.direction !== 'maintain')
    return refuse<IndicatorEditFault>({ code: 'fieldRequired', field: 'target' })
  return ok(true)
}

/** Once it has a target it is measured; until then it asks for nothing. */
export const isReady = ({ target, direction, baseline }: Pick<Indicator, 'target' | 'direction' | 'baseline'>): boolean =>
  target !== null || (direction === 'maintain' && baseline !== null)

/**
 * What a change of an indicator comes to: the fields as they will stand, and rows that freeze what was due before it (rule 12). A
 * new frequency, or another next date (`firstOn`, after today), changes only the dates to come; measuring may end today at the
 * earliest. A draft that is given what it lacked becomes active.
 */
export function editIndicator(
  indicator: Indicator,
  edit: { set: IndicatorSet; firstOn: CivilDate | null },
  acting: Acting,
): Result<{ set: Partial<Indicator>; first: Change[] }, IndicatorEditFault> {
  const { set, firstOn } = edit
  const { today } = acting
  const after: Indicator = { ...indicator, ...set }
  const ready = indicator.state === 'draft' && set.state === undefined && isReady(after)
  const numbers = settledIndicator(after)
  // What was amiss before does not stand in the way of naming a measurer.
  const isTheirs = settledIndicator(indicator).ok || NUMBERS.some((field) => set[field] !== undefined)
  if (!numbers.ok && isTheirs) return numbers
  if (set.activeTo != null && set.activeTo !== indicator.activeTo && set.activeTo < today)
    return refuse<IndicatorEditFault>({ code: 'datesReversed', field: 'activeTo', date: addDays(today, -1) })

  const fields: Partial<Indicator> = ready ? { ...set, state: 'active' } : set
  const frequency = set.frequency ?? indicator.frequency
  const monthEndRule = set.monthEndRule === undefined ? indicator.monthEndRule : set.monthEndRule
  const reschedules = firstOn !== null || frequency !== indicator.frequency || monthEndRule !== indicator.monthEndRule
  if (!reschedules) {
    const dated = DATING.some((field) => set[field] !== undefined && set[field] !== indicator[field])
    return ok({ set: fields, first: dated ? frozenPast(indicator, acting) : [] })
  }
  if (firstOn === null && !isCivilDate(indicator.anchorOn)) return refuse<IndicatorEditFault>({ code: 'fieldRequired', field: 'firstOn' })
  const changed = changeFrequency({ indicator, frequency, firstOn, monthEndRule }, acting)
  if (!changed.ok) {
    return changed.code === 'fieldInvalid'
      ? refuse<IndicatorEditFault>({ code: 'datesReversed', field: 'firstOn', date: today })
      : refuse<IndicatorEditFault>(changed)
  }
  const { changes, schedule } = changed.value
  return ok({ set: { ...fields, ...schedule }, first: changes.filter(({ op }) => op === 'create') })
}
