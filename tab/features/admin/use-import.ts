import { useState } from 'react'
import type { ImportMapping } from '#contract/requests.ts'
import { importMapping } from '#contract/requests.ts'
import { tabAdmin } from '#contract/texts/tab-admin.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { type ImportView, importView, type PersonRef } from '#contract/views.ts'
import { type DraftState, useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { fileToBase64 } from './file-base64.ts'

/** The largest file taken, in MB; as base64 it grows by a third. */
const LIMIT_MB = 10
/** A large file takes its time. */
const PATIENCE_MS = 120_000

export interface ImportState {
  fileName: string | null
  /** What is going on, as a sentence; null when nothing is. */
  busy: string | null
  fault: string | null
  result: ImportView | null
  /** The mapping shown for editing; null for a workbook, which needs none. */
  mapping: ImportMapping | null
  /** The file’s names that are nobody’s, also those somebody has since said who are. */
  names: ImportView['names']
  people: Readonly<Record<string, PersonRef>>
  /** Counts the results a person is to read from the top; saying who somebody is only mends the one being read. */
  readings: number
  choose: (file: File) => Promise<void>
  changeMapping: (mapping: ImportMapping) => void
  unsaved: DraftState
  /** Another dry run, with the mapping as it now stands. */
  tryAgain: () => Promise<void>
  /** Says who a name is, or takes it back, and shows what it changes. */
  sayWho: (name: string, person: PersonRef | null) => Promise<void>
  carryOut: () => Promise<void>
}

/** Choose → dry run → (mend the mapping → dry run) → import. Nothing is written before the last step. */
export function useImport(): ImportState {
  const { api, refresh } = useSession()
  const say = useSay(tabAdmin)
  const sayKept = useSay(tabKept)
  const [file, setFile] = useState<{ fileName: string; contentBase64: string } | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [result, setResult] = useState<ImportView | null>(null)
  const [mapping, setMapping] = useState<ImportMapping | null>(null)
  const start: { fileName: string; mapping: ImportMapping | null } = { fileName: '', mapping: null }
  const [kept, keep, , unsaved] = useDraft('import', start, { name: say('import.mapping') })
  const [names, setNames] = useState<ImportView['names']>([])
  const [people, setPeople] = useState<Readonly<Record<string, PersonRef>>>({})
  const [readings, setReadings] = useState(0)

  const run = async (
    given: { fileName: string; contentBase64: string },
    chosen: ImportMapping | null,
    dryRun: boolean,
    said: Readonly<Record<string, PersonRef>>,
    quiet = false,
  ): Promise<boolean> => {
    if (!quiet) setBusy(say(dryRun ? 'import.checking' : 'import.importing', { name: given.fileName }))
    setFault(null)
    const answer = await api.send(
      importView,
      '/api/import',
      {
        ...given,
        ...(chosen !== null && { mapping: chosen }),
        people: Object.fromEntries(Object.entries(said).map(([name, { personId }]) => [name, personId])),
        dryRun,
      },
      'POST',
      PATIENCE_MS,
    )
    setBusy(null)
    if (!answer.ok) {
      setFault(answer.fault.text ?? sayKept('draft.failed'))
      return false
    }
    setResult(answer.value)
    setNames((known) => [...known, ...answer.value.names.filter(({ name }) => !known.some((one) => one.name === name))])
    if (!quiet) setReadings((n) => n + 1)
    const used = importMapping.safeParse(answer.value.mapping)
    setMapping(used.success ? used.data : null)
    if (dryRun) return true
    unsaved.startAnew()
    refresh()
    return true
  }
  const choose = async (chosen: File) => {
    setResult(null)
    setMapping(null)
    setNames([])
    setPeople({})
    setFault(null)
    setFile(null)
    if (chosen.size > LIMIT_MB * 1024 * 1024) return setFault(say('import.tooLarge', { limit: LIMIT_MB }))
    const contentBase64 = await fileToBase64(chosen).catch(() => null)
    if (contentBase64 === null) return setFault(say('import.cannotRead'))
    const given = { fileName: chosen.name, contentBase64 }
    setFile(given)
    // The same file once more: the columns as they were chosen for it, if they still are in it.
    const chosenBefore = kept.fileName === chosen.name ? kept.mapping : null
    if (!(await run(given, chosenBefore, true, {})) && chosenBefore !== null) await run(given, null, true, {})
  }
  return {
    fileName: file?.fileName ?? null,
    busy,
    fault,
    result,
    mapping,
    names,
    people,
    readings,
    choose,
    changeMapping: (next) => {
      setMapping(next)
      keep({ fileName: file?.fileName ?? '', mapping: next })
    },
    unsaved,
    tryAgain: async () => {
      if (file !== null) await run(file, mapping, true, people)
    },
    sayWho: async (name, person) => {
      const { [name]: _, ...others } = people
      const said = person === null ? others : { ...others, [name]: person }
      setPeople(said)
      if (file !== null) await run(file, mapping, true, said, true)
    },
    carryOut: async () => {
      if (file !== null) await run(file, mapping, false, people)
    },
  }
}
