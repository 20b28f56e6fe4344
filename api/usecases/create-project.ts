import type { CreateProjectRequest } from '#contract/edit-requests.ts'
import type { Fault } from '#contract/errors.ts'
import { may } from '#domain/may.ts'
import { refuse } from '#domain/result.ts'
import { settingsOn } from '#domain/settings.ts'
import { datesInOrder, readProject } from './edit-project.ts'
import { slugOf } from './import/keys.ts'
import { emptyProject } from './import/records.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeCreated } from './write-created.ts'
import type { Edited } from './write-edit.ts'

/**
 * A project by form (the office). Its key is made from its name, so that two who write the same at once collide; it begins with
 * the method in force. Refuses: notAllowed, nameTaken, dateInFuture, and the fields' own as in `editProject`.
 */
export async function createProject(request: CreateProjectRequest, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<Edited>> {
  const { facts } = deps.store.snapshot()
  if (!may(facts.peopleById.get(asker.personId) ?? null, 'createProject', {}, facts).ok) return refuse<Fault>({ code: 'notAllowed' })
  const { phase, phaseEnteredOn = asker.today, ...fields } = request
  if (phaseEnteredOn > asker.today) return refuse<Fault>({ code: 'dateInFuture', field: 'phaseEnteredOn', args: { date: phaseEnteredOn } })
  const read = readProject(fields, facts)
  if (!read.ok) return read
  const key = slugOf(request.title)
  const record = {
    ...emptyProject(key),
    ...read.value,
    phase,
    phaseEnteredOn,
    methodVersion: settingsOn(asker.today, facts.tables.settings.values()).method.version,
  }
  const inOrder = datesInOrder(record, record)
  if (!inOrder.ok) return inOrder
  return writeCreated(
    { create: { op: 'create', list: 'projects', record }, projectKey: key, siblings: facts.tables.projects.values() },
    asker,
    deps,
  )
}
