import { useState } from 'react'
import type { SettingChange, SettingCode, SettingsView } from '#contract/settings-view.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import type { ApiFault } from '../../api-client.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { settingsApi } from './settings-api.ts'

export interface SettingState {
  /** The value the form begins with: a change that is still to come, else what holds today. */
  value: unknown
  changes: readonly SettingChange[]
  coming: SettingChange | null
  /** First day a change may hold from; null when any day will do. */
  earliest: string | null
  validFrom: string
  setValidFrom(day: string): void
  saving: boolean
  fault: { field: string | null; text: string } | null
  saved: boolean
  /** Saves the setting as a whole; true when it stands. */
  save(value: unknown): Promise<boolean>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One setting of the page: what it is, when a change holds from, and saving it. */
export function useSetting(name: SettingCode, view: SettingsView, onView: (view: SettingsView) => void): SettingState {
  const { api, announce, refresh } = useSession()
  const say = useSay(tabSettings)
  const sayKept = useSay(tabKept)
  const changes = view.changes.filter((change) => change.name === name)
  const coming = changes.find((change) => change.coming) ?? null
  const standing = view.values[name]
  const value = coming === null ? standing : isRecord(standing) && isRecord(coming.value) ? { ...standing, ...coming.value } : coming.value
  const earliest = view.earliest[name] ?? null
  const [{ day: validFrom }, changeDay, forgetDay] = useDraft(`setting:${name}:from`, { day: '' }, { name: say(`${name}.title`) })
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState(false)
  const [fault, setFault] = useState<SettingState['fault']>(null)

  const complain = (refused: ApiFault) => setFault({ field: refused.field, text: refused.text ?? sayKept('draft.failed') })
  const save = async (next: unknown): Promise<boolean> => {
    setSaving(true)
    setSaved(false)
    setFault(null)
    const seen = changes[0]?.key ?? null
    const answer = await settingsApi(api).change({ name, value: next, validFrom: validFrom === '' ? null : validFrom, seen })
    setSaving(false)
    if (!answer.ok) {
      complain(answer.fault)
      return false
    }
    forgetDay()
    onView(answer.value)
    setSaved(true)
    announce(say('saved'))
    refresh()
    return true
  }
  return { value, changes, coming, earliest, validFrom, setValidFrom: (day) => changeDay({ day }), saving, fault, saved, save }
}
