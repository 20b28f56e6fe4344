import { useState } from 'react'
import type { CurrentAnswer } from '#contract/errors.ts'
import type { RecordMeasurementRequest } from '#contract/requests.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { type IndicatorView, type RecordedView, recordedView } from '#contract/views.ts'
import type { ApiFault } from '../../api-client.ts'
import { type DraftState, useDraft } from '../../app/drafts.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import { type Corrected, type DraftField, emptyDraft, isTyped, type MeasurementDraft, missingIn, requestOf } from './measurement-draft.ts'

/** What stands beside a field, or above the form when it belongs to none. */
export interface Complaint {
  field: DraftField | null
  text: string
}

export interface MeasurementForm {
  draft: MeasurementDraft
  unsaved: DraftState
  change: (part: Partial<MeasurementDraft>) => void
  complaint: Complaint | null
  /** Somebody was first: what they answered, and what the server said. */
  conflict: { current: CurrentAnswer; text: string } | null
  saving: boolean
  save: () => Promise<void>
  /** Puts one's own answer in the place of the newer one, with a reason. */
  replace: (reason: string) => Promise<void>
  forget: () => void
}

const FIELDS: readonly string[] = ['value', 'asOf', 'comment', 'reason']

/** The form's state and its one way to the server. What is typed stays until it is saved. */
export function useMeasurementForm(
  indicator: IndicatorView,
  at: { today: string; periodKey: string | null; corrected: Corrected | null; name: string },
  onSaved: (recorded: RecordedView) => void,
): MeasurementForm {
  const { api, refresh } = useSession()
  const say = useSay(tabForms)
  const sayTab = useSay(tab)
  const key = `measurement:${indicator.key}:${at.periodKey ?? ''}:${at.corrected?.key ?? ''}`
  const [draft, change, forget, unsaved] = useDraft(key, emptyDraft(indicator, at.today, at.periodKey, at.corrected), {
    name: at.name,
    isTyped: isTyped,
  })
  const [complaint, setComplaint] = useState<Complaint | null>(null)
  const [conflict, setConflict] = useState<MeasurementForm['conflict']>(null)
  const [saving, setSaving] = useState(false)
  /** The number the server has asked about: saving the same once more stands by it. */
  const [doubted, setDoubted] = useState<string | null>(null)

  const send = async (corrects: { key: string; reason: string } | null) => {
    setSaving(true)
    const answer = await api.send(recordedView, '/api/measurements', {
      ...requestOf(indicator, draft, corrects),
      ...(doubted === draft.value && { confirmed: true }),
    } satisfies RecordMeasurementRequest)
    setSaving(false)
    if (answer.ok) {
      forget()
      setConflict(null)
      refresh()
      return onSaved(answer.value)
    }
    refused(answer.fault)
  }
  const refused = (fault: ApiFault) => {
    const text = faultText(fault, sayTab)
    if (fault.code === 'valueUnlikely') setDoubted(draft.value)
    if (fault.current !== undefined) return setConflict({ current: fault.current, text })
    const field = fault.field !== null && FIELDS.includes(fault.field) ? (fault.field as DraftField) : null
    setComplaint({ field, text: fault.text === null ? say('record.failed') : text })
  }
  const save = async () => {
    const missing = missingIn(indicator, draft, at.corrected)
    if (missing !== null) return setComplaint({ field: missing, text: say(MISSING[missing]) })
    setComplaint(null)
    await send(at.corrected === null ? null : { key: at.corrected.key, reason: draft.reason })
  }
  const replace = async (reason: string) => {
    if (conflict !== null) await send({ key: conflict.current.key, reason })
  }
  return { draft, unsaved, change, complaint, conflict, saving, save, replace, forget }
}

const MISSING = {
  value: 'record.valueMissing',
  asOf: 'record.dateMissing',
  comment: 'record.reasonMissing',
  reason: 'record.reasonMissing',
} as const
