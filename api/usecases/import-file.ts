import type { Fault } from '#contract/errors.ts'
import type { ImportMapping } from '#contract/requests.ts'
import type { ImportView } from '#contract/views.ts'
import type { Language } from '#domain/codes.ts'
import { may } from '#domain/may.ts'
import type { PersonId } from '#domain/model.ts'
import { refuse } from '#domain/result.ts'
import { settingsOn } from '#domain/settings.ts'
import { assumedView, counted, holdsOf, namesOf, rejectedView } from './import/answer.ts'
import type { FoundFile } from './import/found.ts'
import { fingerprint } from './import/keys.ts'
import type { ProjectPlan } from './import/plan-project.ts'
import { readFile } from './import/read-file.ts'
import { readImport } from './import/read-import.ts'
import { planProgrammes, type Run, writePlans } from './import/run.ts'
import { TABLE_FIELDS } from './import/table-fields.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

export interface ImportRequest {
  fileName: string
  bytes: Uint8Array
  mapping?: ImportMapping | undefined
  /** Who the names in the file are, where somebody has said so. */
  people?: Readonly<Record<string, PersonId>> | undefined
  /** Nothing is written; the answer is the one the import would give. */
  dryRun: boolean
}

export interface ImportAsker extends Asker {
  via: 'import'
  language: Language
}

/**
 * Brings in a file: the gevinstverktøy workbook whole, or any table through a mapping (proposed when none is given). Good rows
 * come in; what is not taken and what was assumed is told row by row. Records are found again by their meaning, so that a
 * repeated or an interrupted import doubles nothing; one project that cannot be written does not stop the others.
 * Refuses: notAllowed, tooLarge, fileEmpty, fileUnreadable, workbookBlank, sheetsUnknown, mappingInvalid, columnMissing.
 */
export async function importFile(request: ImportRequest, asker: ImportAsker, deps: { store: Store }): Promise<UseCaseResult<ImportView>> {
  const { store } = deps
  const { facts } = store.snapshot()
  if (!may(facts.peopleById.get(asker.personId) ?? null, 'import', {}, facts).ok) return refuse<Fault>({ code: 'notAllowed' })
  const file = await readFile(request.bytes, request.fileName)
  if (!file.ok) return file.code === 'tooLarge' ? refuse<Fault>({ code: file.code, args: file.args }) : refuse<Fault>({ code: file.code })
  const around = { people: facts.peopleById, named: request.people, today: asker.today, language: asker.language, dryRun: request.dryRun }
  const read = readImport(file.value.sheets, request.mapping, around)
  if (!read.ok) return read
  const { found, mapping, headers } = read.value

  const run: Run = { store, asker, programmes: planProgrammes(found, facts) }
  const plans = await writePlans(found, run, request.dryRun)
  const view = viewOf(found, plans, request.dryRun, {
    language: asker.language,
    words: settingsOn(asker.today, facts.tables.settings.values()).words,
  })
  if (!request.dryRun) await log(request, view, asker, store)
  const table = found.kind === 'table' ? { headers, fields: [...TABLE_FIELDS] } : {}
  return { ok: true, value: { ...view, mapping, ...table } }
}

function viewOf(found: FoundFile, plans: readonly ProjectPlan[], dryRun: boolean, wording: Parameters<typeof assumedView>[1]): ImportView {
  const rejections = [...found.rejected, ...plans.flatMap((plan) => plan.rejected)]
  const assumptions = [...found.assumptions, ...plans.flatMap((plan) => plan.assumptions)]
  const standing = plans.filter((plan) => plan.outcomes.some(({ result }) => result !== 'rejected'))
  return {
    kind: found.kind,
    dryRun,
    rows: found.lines,
    ...counted(plans.flatMap((plan) => plan.outcomes)),
    rejected: rejectedView(rejections, wording),
    assumed: assumedView(assumptions, wording),
    names: namesOf(assumptions, wording),
    holds: holdsOf(found),
    mapping: null,
    projects: standing.map(({ key, title }) => ({ key, title })),
  }
}

/** One row for each import: which file, by its fingerprint, and what came of it. Without names: the rows written carry who and when. */
async function log({ bytes }: ImportRequest, view: ImportView, asker: ImportAsker, store: Store): Promise<void> {
  const print = fingerprint(bytes)
  const { kind, rows, imported, updated, unchanged } = view
  const after = { kind, rows, imported, updated, unchanged, rejected: view.rejected.length, assumed: view.assumed.length }
  const key = `import:${print.slice(0, 16)}:${asker.now.toLowerCase()}`
  // The import stands whether or not its line in the log could be written.
  await store.write([{ op: 'create', list: 'log', record: { key, what: 'import', refKey: print, before: null, after, why: null } }], {
    personId: asker.personId,
    via: 'import',
    now: asker.now,
  })
}
