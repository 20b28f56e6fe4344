import type { CreateBenefitActionRequest, EditBenefitActionRequest } from '#contract/edit-requests.ts'
import { trimmed } from '#domain/acting.ts'
import { ok } from '#domain/result.ts'
import { mayAct } from './edit-benefit.ts'
import { slugOf } from './import/keys.ts'
import { emptyAction } from './import/records.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { knownPeople, tidyTexts } from './typed-fields.ts'
import { writeCreated } from './write-created.ts'
import { type Edited, writeEdit } from './write-edit.ts'

/**
 * Writes over an action of a benefit; whoever becomes responsible takes over what is asked for now. Refuses: notFound,
 * notAllowed, personInvalid, editConflict, storeUnavailable.
 */
export async function editBenefitAction(
  key: string,
  request: EditBenefitActionRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Edited>> {
  return writeEdit(
    {
      list: 'benefitActions',
      key,
      version: request.version,
      reason: trimmed(request.reason),
      projectOf: ({ benefitKey }, { tables }) => tables.benefits.get(benefitKey)?.projectKey ?? '',
      read: (action, { facts }) => {
        const benefit = facts.tables.benefits.get(action.benefitKey)
        const allowed = mayAct('editBenefit', { benefit, today: asker.today }, asker, facts)
        if (!allowed.ok) return allowed
        const people = knownPeople(request.set, ['responsibleId'], facts, action)
        return people.ok ? ok(tidyTexts(request.set) as Partial<typeof action>) : people
      },
      settle: (_action, set) => ok({ set }),
    },
    asker,
    deps,
  )
}

/** An action of a benefit by form. Refuses: notFound, notAllowed, nameTaken, personInvalid, storeUnavailable. */
export async function createBenefitAction(
  request: CreateBenefitActionRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Edited>> {
  const { facts } = deps.store.snapshot()
  const { benefitKey, ...fields } = request
  const benefit = facts.tables.benefits.get(benefitKey)
  const allowed = mayAct('editBenefit', { benefit, today: asker.today }, asker, facts)
  if (!allowed.ok) return allowed
  const people = knownPeople(fields, ['responsibleId'], facts)
  if (!people.ok) return people
  const title = request.title.trim()
  const record = { ...emptyAction(`${benefitKey}:${slugOf(title)}`, benefitKey), ...tidyTexts(fields), title }
  const siblings = facts.actionsByBenefit.get(benefitKey) ?? []
  return writeCreated(
    { create: { op: 'create', list: 'benefitActions', record }, projectKey: benefit?.projectKey ?? '', siblings },
    asker,
    deps,
  )
}
