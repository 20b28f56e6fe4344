import { useState } from 'react'
import type { ProjectDocument } from '#contract/documents.ts'
import { type EditedView, editedView } from '#contract/edit-view.ts'
import type { EditConflict } from '#contract/errors.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import type { ApiFault } from '../../api-client.ts'
import { type DraftState, useDraft } from '../../app/drafts.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import { mergedDocuments, rowsOfDocuments } from '../documents/document-rows.ts'
import { changesOf, type DraftValue, draftOf, type EditDraft, emptyOf, undoOf, wholeOf } from './edit-draft.ts'
import { type FormName, fieldsOf } from './forms.ts'

/** The record a form is about, as it stood when the form was opened; `version` null for one that is to be made. */
export interface EditTarget {
  form: FormName
  /** Where it is sent: `/api/benefits/KEY`, or `/api/benefits` for a new one. */
  path: string
  version: string | null
  fields: Readonly<Record<string, unknown>>
  names: Readonly<Record<string, string>>
  /** What a new record belongs to. */
  parent?: Readonly<Record<string, string>>
}

type UndoOf = { path: string; version: string; set: Readonly<Record<string, unknown>> } | { path: string; set: null }

export interface Saved {
  /** What was just saved has been written back. */
  undone: boolean
  view: EditedView
  /** It is a new record. */
  made: boolean
  /** What puts it back: what stood, on the version that was made, or for a new record that it goes; null when it is put back. */
  undo: UndoOf | null
  /** Somebody else is responsible now. */
  handedOver: boolean
  title: string
}

interface Kept {
  values: EditDraft
  start: EditDraft
  version: string | null
  fields: EditTarget['fields']
  reason: string
}

export interface EditState {
  values: EditDraft
  reason: string
  draft: DraftState
  saving: boolean
  complaints: Readonly<Record<string, string>>
  fault: string | null
  conflict: EditConflict | null
  change(name: string, value: DraftValue): void
  setReason(text: string): void
  save(): Promise<void>
  /** Keeps what somebody else wrote in those fields, and saves the rest. */
  keepTheirs(): Promise<void>
  takeMine(): Promise<void>
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const mergedBy = ({ theirs, yours }: EditConflict['fields'][number], fields: EditTarget['fields']): ProjectDocument[] | null =>
  mergedDocuments((fields.documents ?? []) as ProjectDocument[], (theirs ?? []) as ProjectDocument[], (yours ?? []) as ProjectDocument[])
const HANDING_OVER = ['ownerId', 'managerId', 'benefitOwnerId', 'measurerId', 'responsibleId']

/** A form's state and its one way to the server. What is typed stays until it is saved, through refusals and leaving the page. */
export function useEdit(target: EditTarget, title: string, on: { saved: (saved: Saved) => void; closed: () => void }): EditState {
  const { api, refresh, announce, language } = useSession()
  const say = useSay(tabEdit)
  const sayTab = useSay(tab)
  const specs = fieldsOf(target.form)
  const fresh = (): Kept => {
    const start = draftOf(target.fields, specs, target.names, language)
    return { values: start, start, version: target.version, fields: target.fields, reason: '' }
  }
  const key = `edit:${target.form}:${target.path}:${JSON.stringify(target.parent ?? null)}`
  const [kept, keep, forget, draft] = useDraft<Kept>(key, fresh(), {
    name: title,
    isTyped: ({ values, start, reason }) => !same(values, start) || reason.trim() !== '',
    isSecret: ({ values }) => values.restricted === true,
  })
  const [saving, setSaving] = useState(false)
  const [complaints, setComplaints] = useState<Record<string, string>>({})
  const [fault, setFault] = useState<string | null>(null)
  const [conflict, setConflict] = useState<EditConflict | null>(null)

  const refused = async (why: ApiFault, given: { values: EditDraft; set: Record<string, unknown> }) => {
    if (why.conflict !== undefined) {
      const { fields, version } = why.conflict
      const disputed = fields.filter(({ field, theirs }) => !same(theirs, kept.fields[field]))
      // They changed other fields: what is written here goes on from their version.
      if (disputed.length === 0 && version !== kept.version) return send(given.values, version)
      // Links to other documents do not get in each other's way.
      const merged = disputed.length === 1 && disputed[0]?.field === 'documents' ? mergedBy(disputed[0], kept.fields) : null
      if (merged !== null && disputed[0] !== undefined)
        return send({ ...given.values, documents: rowsOfDocuments(merged) }, version, { documents: disputed[0].theirs })
      return setConflict({ ...why.conflict, fields: disputed.length > 0 ? disputed : fields })
    }
    const field = why.field?.replace(/^set\./, '').replace(/\..*$/, '') ?? null
    const text = why.text === null ? say('form.failed') : faultText(why, sayTab)
    if (field !== null && (field === 'reason' || specs.some(({ name }) => name === field))) {
      setComplaints({ [field]: text })
      announce(text)
    } else setFault(text)
  }

  /** `stood` is what one's own is put in the place of, where that is not what the form was opened with. */
  const send = async (values: EditDraft, version: string | null, stood: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    const set = target.version === null ? wholeOf(values, specs) : changesOf(values, kept.start, specs)
    const reason = kept.reason.trim() === '' ? null : kept.reason.trim()
    setSaving(true)
    const answer =
      target.version === null
        ? await api.send(editedView, target.path, { ...target.parent, ...set })
        : await api.send(editedView, target.path, { version, set, reason }, 'PATCH')
    setSaving(false)
    if (!answer.ok) return refused(answer.fault, { values, set })
    forget()
    setConflict(null)
    refresh()
    const made = target.version === null
    const { key, version: stands } = answer.value
    const undo: UndoOf = made
      ? { path: `${target.path}/${encodeURIComponent(key)}/undo`, set: null }
      : { path: target.path, version: stands, set: undoOf(set, { ...kept.fields, ...stood }) }
    const handedOver = !made && Object.keys(set).some((name) => HANDING_OVER.includes(name) && set[name] !== null)
    on.saved({ view: answer.value, made, undo, undone: false, handedOver, title: String(values.title ?? '') })
  }

  const save = async () => {
    const empty = emptyOf(kept.values, specs)
    setComplaints(Object.fromEntries(empty.map((name) => [name, say('form.required')])))
    setFault(null)
    if (empty.length > 0) return announce(say('form.required'))
    if (target.version !== null && same(kept.values, kept.start)) {
      announce(say('form.nothing'))
      forget()
      return on.closed()
    }
    await send(kept.values, kept.version)
  }
  const keepTheirs = async () => {
    const disputed = conflict?.fields.map(({ field }) => field) ?? []
    const values = { ...kept.values, ...Object.fromEntries(disputed.map((field) => [field, kept.start[field] ?? null])) }
    announce(say('conflict.kept'))
    setConflict(null)
    if (!same(values, kept.start)) return send(values, conflict?.version ?? null)
    forget()
    refresh()
    on.closed()
  }
  return {
    values: kept.values,
    reason: kept.reason,
    saving,
    complaints,
    fault,
    conflict,
    change: (name, value) => keep({ values: { ...kept.values, [name]: value } }),
    setReason: (reason) => keep({ reason }),
    save,
    keepTheirs,
    takeMine: () =>
      send(kept.values, conflict?.version ?? null, Object.fromEntries(conflict?.fields.map(({ field, theirs }) => [field, theirs]) ?? [])),
    draft,
  }
}
