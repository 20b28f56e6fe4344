import type { CreateIndicatorRequest, EditIndicatorRequest } from '#contract/edit-requests.ts'
import type { Fault } from '#contract/errors.ts'
import { trimmed } from '#domain/acting.ts'
import { type IndicatorEditFault, editIndicator as indicatorAfter, isReady, settledIndicator } from '#domain/edit-indicator.ts'
import { closes } from '#domain/edit-rights.ts'
import type { Facts } from '#domain/facts.ts'
import type { Draft, Indicator, Milestone } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { settingsOn } from '#domain/settings.ts'
import { mayAct } from './edit-benefit.ts'
import { slugOf } from './import/keys.ts'
import { emptyIndicator } from './import/records.ts'
import type { Asker, Snapshot, Store, UseCaseResult } from './ports.ts'
import { knownPeople, readNumber, readNumbers, tidyTexts } from './typed-fields.ts'
import { writeCreated } from './write-created.ts'
import { type Edited, writeEdit } from './write-edit.ts'

const NUMBERS = ['baseline', 'target', 'tolerance'] as const

/**
 * Writes over an indicator. A new measurer takes over what is asked for now (rule 9); a new frequency or next date leaves the
 * past alone (rule 12). Closing and reopening is for those who answer for the benefit. Refuses: notFound, notAllowed,
 * targetEqualsBaseline, targetAgainstDirection, datesReversed, fieldRequired, notANumber …, personInvalid, editConflict,
 * storeUnavailable.
 */
export async function editIndicator(
  key: string,
  request: EditIndicatorRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Edited>> {
  const { firstOn = null, ...fields } = request.set
  return writeEdit(
    {
      list: 'indicators',
      key,
      version: request.version,
      reason: trimmed(request.reason),
      projectOf: ({ projectKey }) => projectKey,
      read: (indicator, { facts }) => {
        const allowed = mayAct('editIndicator', { indicator, today: asker.today }, asker, facts)
        if (!allowed.ok) return allowed
        const ends = closes(indicator.state, fields.state)
        if (ends && !mayAct('approveWaiver', { indicator, today: asker.today }, asker, facts).ok)
          return refuse<Fault>({ code: 'notAllowed', field: 'state' })
        return readIndicator(fields, facts, fields.unit ?? indicator.unit, indicator)
      },
      settle: (indicator, set, snapshot) => {
        const after = indicatorAfter(indicator, { set, firstOn }, actingAt(asker, snapshot))
        return after.ok ? after : refuse(faultOf(after))
      },
    },
    asker,
    deps,
  )
}

/**
 * An indicator of a benefit by form, measured from `firstOn` on. Without a target it is a draft that asks for nothing. Refuses:
 * notFound, notAllowed, nameTaken, datesReversed, and the fields' own as in `editIndicator`.
 */
export async function createIndicator(
  request: CreateIndicatorRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Edited>> {
  const { facts } = deps.store.snapshot()
  const { benefitKey, firstOn, ...fields } = request
  const benefit = facts.tables.benefits.get(benefitKey)
  const allowed = mayAct('editIndicator', { benefit, today: asker.today }, asker, facts)
  if (!allowed.ok) return allowed
  // Nothing is asked for before somebody could know of it.
  if (firstOn < asker.today) return refuse<Fault>({ code: 'datesReversed', field: 'firstOn', args: { date: asker.today } })
  const read = readIndicator(fields, facts, request.unit.trim())
  if (!read.ok) return read
  const title = request.title.trim()
  const projectKey = benefit?.projectKey ?? ''
  const record: Draft<'indicators'> = {
    ...emptyIndicator(`${benefitKey}:${slugOf(title)}`, benefitKey, projectKey),
    ...read.value,
    title,
    anchorOn: firstOn,
    activeFrom: firstOn,
  }
  record.state = isReady(record) ? 'active' : 'draft'
  const settled = settledIndicator(record as Indicator)
  if (!settled.ok) return refuse(faultOf(settled))
  const siblings = facts.indicatorsByBenefit.get(benefitKey) ?? []
  return writeCreated({ create: { op: 'create', list: 'indicators', record }, projectKey, siblings }, asker, deps)
}

const actingAt = ({ today }: Asker, { facts, versionOf }: Snapshot) => ({
  facts,
  settings: settingsOn(today, facts.tables.settings.values()),
  today,
  versionOf: (...row: Parameters<typeof versionOf>) => versionOf(...row) ?? '',
})

const faultOf = (fault: IndicatorEditFault): Fault => ({
  code: fault.code,
  field: fault.field,
  ...(fault.code === 'datesReversed' ? { args: { date: fault.date } } : {}),
})

function readIndicator(
  typed: Omit<EditIndicatorRequest['set'], 'firstOn'>,
  facts: Facts,
  unit: string,
  standing?: Indicator,
): Result<Partial<Indicator>, Fault> {
  const { title, unit: newUnit, milestones, baseline, target, tolerance, ...rest } = typed
  const people = knownPeople(rest, ['measurerId', 'deputyId'], facts, standing)
  if (!people.ok) return people
  const numbers = readNumbers({ baseline, target, tolerance }, NUMBERS, () => unit)
  if (!numbers.ok) return numbers
  const set: Partial<Indicator> = {
    ...(tidyTexts(rest) as Partial<Indicator>),
    ...numbers.value,
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(newUnit === undefined ? {} : { unit: newUnit.trim() }),
  }
  if (milestones === undefined) return ok(set)
  const points: Milestone[] = []
  for (const { date, value } of milestones) {
    const read = readNumber(value, 'milestones', unit)
    if (!read.ok) return read
    points.push({ date, value: read.value })
  }
  return ok({ ...set, milestones: points.sort((a, b) => (a.date < b.date ? -1 : 1)) })
}
