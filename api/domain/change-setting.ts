import type { Acting } from './acting.ts'
import { addDays, isCivilDate } from './dates.ts'
import { type MayFault, may } from './may.ts'
import { isMethodProfile, profilesByVersion } from './method-profile.ts'
import type { Change, CivilDate, PersonId } from './model.ts'
import { ok, type Result, refuse } from './result.ts'
import { type SettingName, settingFaults } from './settings.ts'

export interface SettingChange {
  name: SettingName
  value: unknown
  /** From which day it holds; null = as early as it may. */
  validFrom: CivilDate | null
  byId: PersonId
}

export type SettingFault =
  | MayFault
  | { code: 'fieldInvalid'; field: 'value' | 'validFrom'; parts: readonly string[] }
  /** A method's version stands for ever: a change of it is a new version (U30). */
  | { code: 'versionTaken'; version: string }

/** Settings that decide dates: a change of them holds from tomorrow at the earliest, so that no date that has come is moved. */
const DATED: readonly SettingName[] = ['calendar', 'due', 'ladder', 'meetings']

/** The earliest day a change may hold from: tomorrow where it decides dates and something has happened already, else any day. */
export function earliestFor(name: SettingName, { facts, today }: Pick<Acting, 'facts' | 'today'>): CivilDate | null {
  const begun = facts.tables.obligations.size > 0 || facts.tables.nudges.size > 0
  return begun && DATED.includes(name) ? addDays(today, 1) : null
}

/** Changes a setting: a new row with its first day, the earlier ones stay, and the past with them (rule 12; model.md, settings). */
export function changeSetting(change: SettingChange, acting: Acting): Result<{ changes: Change[]; validFrom: CivilDate }, SettingFault> {
  const { name, value, byId } = change
  const { facts, today } = acting
  const allowed = may(facts.peopleById.get(byId) ?? null, 'manageSettings', {}, facts)
  if (!allowed.ok) return allowed
  const parts = settingFaults(name, value)
  if (parts.length > 0) return refuse({ code: 'fieldInvalid', field: 'value', parts })
  if (name === 'method' && isMethodProfile(value) && profilesByVersion(facts.tables.settings.values()).has(value.version)) {
    return refuse({ code: 'versionTaken', version: value.version })
  }
  const earliest = earliestFor(name, acting)
  const validFrom = change.validFrom ?? earliest ?? today
  if (!isCivilDate(validFrom) || (earliest !== null && validFrom < earliest)) {
    return refuse({ code: 'fieldInvalid', field: 'validFrom', parts: [] })
  }
  const number = [...facts.tables.settings.values()].filter((row) => row.name === name && row.validFrom === validFrom).length + 1
  const key = `${name.toLowerCase()}:${validFrom}:${number}`
  return ok({ validFrom, changes: [{ op: 'create', list: 'settings', record: { key, name, validFrom, value } }] })
}
