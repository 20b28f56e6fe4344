import { type Assessment, assess } from './achievement.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, Indicator } from './model.ts'
import type { Settings } from './settings.ts'

/** Where an indicator of the lists stands on a day, with its measurements and with what its benefit says of recurrence. See `assess`. */
export function assessIndicator(indicator: Indicator, facts: Facts, today: CivilDate, settings?: Settings): Assessment {
  const recurrence = facts.tables.benefits.get(indicator.benefitKey)?.recurrence ?? null
  const measurements = facts.measurementsByIndicator.get(indicator.key) ?? []
  return assess(recurrence === null ? indicator : { ...indicator, recurrence }, measurements, today, settings)
}
