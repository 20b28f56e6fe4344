import type { OverdueView, PersonRef } from '#contract/views.ts'
import { currentPoint } from '#domain/decision-points.ts'
import type { Facts } from '#domain/facts.ts'
import { groupBy } from '#domain/group-by.ts'
import { may } from '#domain/may.ts'
import type { CivilDate, Indicator, Person, PersonId, Project } from '#domain/model.ts'
import { type Obligation, planObligations } from '#domain/obligations.ts'
import { type Settings, settingsOn } from '#domain/settings.ts'

/** Everything a view is made from: the joined lists, the settings of the day, and what is due. */
export interface ViewContext {
  facts: Facts
  settings: Settings
  today: CivilDate
  obligations: readonly Obligation[]
  obligationsByProject: ReadonlyMap<string, readonly Obligation[]>
  /** By indicator, project (status reports) or decision key. */
  obligationsByRef: ReadonlyMap<string, readonly Obligation[]>
}

/** Planning costs more than any view, and all views of one moment share it. */
const contexts = new WeakMap<Facts, Map<CivilDate, ViewContext>>()

/** The context of these facts on this day; made once. */
export function viewContext(facts: Facts, today: CivilDate): ViewContext {
  let byDay = contexts.get(facts)
  if (!byDay) {
    byDay = new Map()
    contexts.set(facts, byDay)
  }
  let context = byDay.get(today)
  if (!context) {
    context = makeContext(facts, today)
    byDay.set(today, context)
  }
  return context
}

function makeContext(facts: Facts, today: CivilDate): ViewContext {
  const settings = settingsOn(today, facts.tables.settings.values())
  const obligations = planObligations(facts, settings, today)
  return {
    facts,
    settings,
    today,
    obligations,
    obligationsByProject: groupBy(obligations, (obligation) => obligation.projectKey),
    obligationsByRef: groupBy(obligations, (obligation) => obligation.refKey),
  }
}

/** A person as others see them. One who is in no list keeps the id's place with a dash. */
export function personRef(facts: Facts, personId: PersonId | null): PersonRef | null {
  return personId === null ? null : { personId, name: personName(facts, personId) }
}

export function personName(facts: Facts, personId: PersonId): string {
  return facts.peopleById.get(personId)?.displayName ?? '–'
}

/** Whether this person may know of the project at all. */
export function canRead(context: ViewContext, person: Person | null, project: Project): boolean {
  return may(person, 'readProject', { project, today: context.today }, context.facts).ok
}

/** Whether an obligation is with this person as a delegate on the day; it goes back when its time is out. */
export const isDelegatedTo = (obligation: Obligation, personId: PersonId, today: CivilDate): boolean =>
  obligation.delegatedToId === personId && (obligation.delegatedUntil === null || obligation.delegatedUntil > today)

/** Named in the project: what «mine prosjekter» shows. */
export function isNamedIn(context: ViewContext, personId: PersonId, project: Project): boolean {
  const own = [project.ownerId, project.managerId, project.benefitOwnerId, project.deputyId, project.lineLeadId]
  if (own.includes(personId)) return true
  const benefits = context.facts.benefitsByProject.get(project.key) ?? []
  if (benefits.some((benefit) => benefit.ownerId === personId || benefit.delegateId === personId)) return true
  return (context.facts.indicatorsByProject.get(project.key) ?? []).some((indicator) => indicator.measurerId === personId)
}

/** What is past its overdue date in a project, oldest first; says what is missing, never who is late. */
export function overdueOf(context: ViewContext, project: Project): OverdueView[] {
  return (context.obligationsByProject.get(project.key) ?? [])
    .filter((obligation) => obligation.state === 'overdue')
    .sort((a, b) => (a.overdueFrom < b.overdueFrom ? -1 : a.overdueFrom > b.overdueFrom ? 1 : a.key < b.key ? -1 : 1))
    .map((obligation) => ({
      obligationKey: obligation.key,
      kind: obligation.kind,
      title: titleOf(context, obligation),
      periodKey: pointAsked(context, obligation, project) ?? obligation.periodKey,
      frequency: indicatorOf(context, obligation)?.frequency ?? null,
      dueOn: obligation.dueOn,
      overdueFrom: obligation.overdueFrom,
    }))
}

/** The point that should have been decided, `bp3`; null where what was asked for when it was is awaited, and for all else. */
function pointAsked({ facts }: ViewContext, { kind, refKey, periodKey }: Obligation, project: Project): string | null {
  if (kind !== 'decisionFollowUp' || periodKey === 'follow-up') return null
  const point = facts.tables.decisions.get(refKey)?.point ?? currentPoint(project)
  return point === 'board' ? null : point
}

/** What an obligation is about, in the project's own words. */
export function titleOf(context: ViewContext, obligation: Pick<Obligation, 'refKey' | 'projectKey'>): string {
  const { tables } = context.facts
  const about =
    tables.indicators.get(obligation.refKey) ??
    tables.benefitActions.get(obligation.refKey) ??
    tables.projects.get(obligation.refKey) ??
    tables.projects.get(obligation.projectKey)
  return about?.title ?? ''
}

export function indicatorOf(context: ViewContext, obligation: Obligation): Indicator | null {
  return context.facts.tables.indicators.get(obligation.refKey) ?? null
}
