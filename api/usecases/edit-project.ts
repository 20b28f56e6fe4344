import type { EditProjectRequest } from '#contract/edit-requests.ts'
import type { Fault } from '#contract/errors.ts'
import { trimmed } from '#domain/acting.ts'
import { answerKnownLines } from '#domain/documents.ts'
import { guardedField } from '#domain/edit-rights.ts'
import { editOf } from '#domain/edits.ts'
import type { Facts } from '#domain/facts.ts'
import { may } from '#domain/may.ts'
import type { Project } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { knownPeople, readNumbers, tidyTexts } from './typed-fields.ts'
import { type Edited, writeEdit } from './write-edit.ts'

const PEOPLE = ['ownerId', 'managerId', 'benefitOwnerId', 'deputyId', 'lineLeadId'] as const
const AMOUNTS = ['budget', 'spent', 'forecastCost'] as const

type ProjectSet = EditProjectRequest['set']

/**
 * Writes over what is known of a project: why, what and when, its dates, people, money, place and documents. Its phase, holds and stop
 * are decisions and stand elsewhere. Another owner, and who may see it, is for the owner and the office; a new manager or owner takes over
 * what is asked for now. Refuses: unknownProject, notAllowed, notANumber …, personInvalid, fieldInvalid, datesReversed,
 * editConflict, storeUnavailable.
 */
export async function editProject(
  key: string,
  request: EditProjectRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Edited>> {
  const done = await writeEdit(
    {
      list: 'projects',
      key,
      version: request.version,
      reason: trimmed(request.reason),
      projectOf: (project) => project.key,
      read: (project, { facts }) => {
        const person = facts.peopleById.get(asker.personId) ?? null
        const allowed = may(person, 'editProject', { project, today: asker.today }, facts)
        if (!allowed.ok) return refuse<Fault>({ code: allowed.code === 'notFound' ? 'unknownProject' : 'notAllowed' })
        const set = readProject(request.set, facts, project)
        if (!set.ok) return set
        const guarded = guardedField(person, project, Object.keys(editOf(project, set.value)?.after ?? {}))
        return guarded === null ? set : refuse<Fault>({ code: 'notAllowed', field: guarded })
      },
      settle: (project, set) => datesInOrder({ ...project, ...set }, set),
    },
    asker,
    deps,
  )
  return !done.ok && done.code === 'notFound' ? refuse<Fault>({ code: 'unknownProject' }) : done
}

/** The fields of a project as typed: texts without space around them, numbers read, what they point at known. */
export function readProject(typed: ProjectSet, facts: Facts, standing?: Project): Result<Partial<Project>, Fault> {
  const { title, area, budget, spent, forecastCost, ...rest } = typed
  const currency = typed.currency ?? standing?.currency ?? 'NOK'
  const amounts = readNumbers({ budget, spent, forecastCost }, AMOUNTS, () => (currency === 'NOK' ? 'kr' : currency))
  if (!amounts.ok) return amounts
  const people = knownPeople(rest, PEOPLE, facts, standing)
  if (!people.ok) return people
  const { programmeKey, mainIndicatorKey } = rest
  if (programmeKey && !facts.tables.programmes.has(programmeKey)) return refuse<Fault>({ code: 'fieldInvalid', field: 'programmeKey' })
  const main = mainIndicatorKey ? facts.tables.indicators.get(mainIndicatorKey) : undefined
  if (mainIndicatorKey && (standing === undefined || main?.projectKey !== standing.key))
    return refuse<Fault>({ code: 'fieldInvalid', field: 'mainIndicatorKey' })
  const { documents } = rest
  if (documents && standing !== undefined && !answerKnownLines(documents, standing, facts))
    return refuse<Fault>({ code: 'fieldInvalid', field: 'documents' })
  const names = { ...(title === undefined ? {} : { title: title.trim() }), ...(area === undefined ? {} : { area: area.trim() }) }
  return ok({ ...(tidyTexts(rest) as Partial<Project>), ...amounts.value, ...names })
}

/** An end before its start is a slip of the keyboard. Only what is being written is asked about. */
export function datesInOrder(
  project: Pick<Project, 'startOn' | 'endOn' | 'forecastEndOn'>,
  set: Partial<Project>,
): Result<{ set: Partial<Project> }, Fault> {
  const { startOn } = project
  for (const field of ['endOn', 'forecastEndOn'] as const) {
    const end = project[field]
    const isWritten = set[field] !== undefined || set.startOn !== undefined
    if (isWritten && startOn !== null && end !== null && end < startOn)
      return refuse<Fault>({ code: 'datesReversed', field, args: { date: startOn } })
  }
  return ok({ set })
}
