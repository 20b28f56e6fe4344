import type { CreateBenefitRequest, EditBenefitRequest } from '#contract/edit-requests.ts'
import type { Fault } from '#contract/errors.ts'
import { trimmed } from '#domain/acting.ts'
import { settles } from '#domain/edit-rights.ts'
import type { Facts } from '#domain/facts.ts'
import { type ActObject, may } from '#domain/may.ts'
import type { Benefit } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { benefitKey, slugOf } from './import/keys.ts'
import { emptyBenefit } from './import/records.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { knownPeople, readNumber, tidyTexts } from './typed-fields.ts'
import { writeCreated } from './write-created.ts'
import { type Edited, isChanged, writeEdit } from './write-edit.ts'

/**
 * Writes over a benefit. A new owner takes over what is asked for now of its indicators and actions; an owner from outside the
 * project's own needs a reason. Approving and settling is for those who answer for it. Refuses: notFound, notAllowed,
 * reasonRequired, personInvalid, notANumber …, editConflict, storeUnavailable.
 */
export async function editBenefit(
  key: string,
  request: EditBenefitRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Edited>> {
  const reason = trimmed(request.reason)
  return writeEdit(
    {
      list: 'benefits',
      key,
      version: request.version,
      reason,
      projectOf: ({ projectKey }) => projectKey,
      read: (benefit, { facts }) => {
        const allowed = mayAct('editBenefit', { benefit, today: asker.today }, asker, facts)
        if (!allowed.ok) return allowed
        if (settles(benefit.state, request.set.state) && !mayAct('approveWaiver', { benefit, today: asker.today }, asker, facts).ok)
          return refuse<Fault>({ code: 'notAllowed', field: 'state' })
        return readBenefit(request.set, facts, benefit)
      },
      settle: (benefit, set, { facts }) =>
        isChanged(benefit, set, 'ownerId') && isFromOutside({ ...benefit, ...set }, facts) && reason === null
          ? refuse<Fault>({ code: 'reasonRequired', field: 'reason' })
          : ok({ set }),
    },
    asker,
    deps,
  )
}

/**
 * A benefit by form: name, category and level; the rest can wait, and the gate says what is lacking. Refuses: unknownProject,
 * notAllowed, nameTaken, and the fields' own as in `editBenefit`.
 */
export async function createBenefit(request: CreateBenefitRequest, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<Edited>> {
  const { facts } = deps.store.snapshot()
  const { projectKey, ...fields } = request
  const allowed = mayAct('editBenefit', { project: facts.tables.projects.get(projectKey), today: asker.today }, asker, facts)
  if (!allowed.ok) return refuse<Fault>({ code: allowed.code === 'notFound' ? 'unknownProject' : 'notAllowed' })
  const read = readBenefit(fields, facts)
  if (!read.ok) return read
  const title = request.title.trim()
  const record = { ...emptyBenefit(benefitKey(projectKey, slugOf(title)), projectKey), ...read.value, title }
  const siblings = facts.benefitsByProject.get(projectKey) ?? []
  return writeCreated({ create: { op: 'create', list: 'benefits', record }, projectKey, siblings }, asker, deps)
}

/** Asks `may` of the one who acts. A refusal does not tell whether a restricted thing is there. */
export function mayAct(act: Parameters<typeof may>[1], object: ActObject, asker: Asker, facts: Facts): Result<true, Fault> {
  const allowed = may(facts.peopleById.get(asker.personId) ?? null, act, object, facts)
  return allowed.ok ? allowed : refuse<Fault>({ code: allowed.code })
}

/** The project's owner answers for its benefits, or who has been named for them; anybody else is worth a word. */
function isFromOutside({ ownerId, projectKey }: Benefit, { tables }: Facts): boolean {
  const project = tables.projects.get(projectKey)
  return ownerId !== null && ownerId !== project?.ownerId && ownerId !== project?.benefitOwnerId
}

function readBenefit(typed: EditBenefitRequest['set'], facts: Facts, standing?: Benefit): Result<Partial<Benefit>, Fault> {
  const { title, plannedByYear, ...rest } = typed
  const people = knownPeople(rest, ['ownerId', 'delegateId'], facts, standing)
  if (!people.ok) return people
  const set: Partial<Benefit> = { ...(tidyTexts(rest) as Partial<Benefit>), ...(title === undefined ? {} : { title: title.trim() }) }
  if (plannedByYear === undefined) return ok(set)
  const amounts: Record<string, number> = {}
  for (const [year, amount] of Object.entries(plannedByYear)) {
    const read = readNumber(amount, 'plannedByYear')
    if (!read.ok) return read
    amounts[year] = read.value
  }
  return ok({ ...set, plannedByYear: amounts })
}
