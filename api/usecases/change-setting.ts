import type { ChangeSettingRequest } from '#contract/settings-requests.ts'
import { changeSetting as changeOf } from '#domain/change-setting.ts'
import type { Facts } from '#domain/facts.ts'
import type { SettingRecord } from '#domain/model.ts'
import { refuse } from '#domain/result.ts'
import { SETTING_NAMES, type SettingName, settingsOn } from '#domain/settings.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/** What has been written of a setting, newest first: the row that was written last, whatever day it holds from. */
export const changesOf = (name: string, { tables }: Facts): SettingRecord[] =>
  [...tables.settings.values()]
    .filter((row) => row.name === name)
    .sort((a, b) => (`${a.actedAt} ${a.key}` < `${b.actedAt} ${b.key}` ? 1 : -1))

const isSettingName = (name: string): name is SettingName => (SETTING_NAMES as readonly string[]).includes(name)

/**
 * Changes one setting from a day on; what held before stays as it was. Refuses: notAllowed (portfolio office and administrators),
 * fieldInvalid with the part that cannot be used, versionTaken, staleEdit when somebody changed it meanwhile, storeUnavailable.
 */
export async function changeSetting(
  request: ChangeSettingRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ name: SettingName }>> {
  const { name, value, validFrom, seen } = request
  if (!isSettingName(name)) return refuse({ code: 'fieldInvalid', field: 'name' })
  const { facts, versionOf } = deps.store.snapshot()
  const { today } = asker
  const acting = {
    facts,
    today,
    settings: settingsOn(today, facts.tables.settings.values()),
    versionOf: (list: Parameters<typeof versionOf>[0], key: string) => versionOf(list, key) ?? '',
  }
  const decided = changeOf({ name, value, validFrom, byId: asker.personId }, acting)
  if (!decided.ok) {
    if (decided.code === 'versionTaken') return refuse({ code: 'versionTaken', field: 'version', args: { value: decided.version } })
    if (decided.code !== 'fieldInvalid') return refuse({ code: 'notAllowed' })
    const part = decided.parts[0]
    return refuse({ code: 'fieldInvalid', field: part ? part : decided.field })
  }
  if ((changesOf(name, facts)[0]?.key ?? null) !== seen) return refuse({ code: 'staleEdit' })
  const written = await deps.store.write(decided.value.changes, { personId: asker.personId, via: asker.via, now: asker.now })
  return written.ok ? { ok: true, value: { name } } : refuse(writeFault(written))
}
