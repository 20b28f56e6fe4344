import type { DecisionKind } from './codes.ts'
import { deciderOf } from './deciders.ts'
import type { Facts } from './facts.ts'
import type { Benefit, CivilDate, Decision, Indicator, Person, PersonId, Project } from './model.ts'
import type { Obligation } from './obligation.ts'
import { responsibleChain } from './responsible.ts'
import { ok, type Result, refuse } from './result.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

export const ACTS = [
  'readProject',
  'createProject',
  'editProject',
  'editBenefit',
  'editIndicator',
  'recordMeasurement',
  'publishReport',
  'answerObligation',
  'approveWaiver',
  'prepareDecision',
  'decide',
  'manageSettings',
  'managePeople',
  'import',
  'seeBotLog',
  'seeFaults',
  'manageSubscription',
  'rankProjects',
  'shareView',
] as const
export type Act = (typeof ACTS)[number]

/** What the act is about. Each may be left out; the project is found through the others when `facts` are given. */
export interface ActObject {
  project?: Project | undefined
  benefit?: Benefit | undefined
  indicator?: Indicator | undefined
  obligation?:
    | (Pick<Obligation, 'kind' | 'refKey' | 'projectKey' | 'assigneeId' | 'delegatedToId'> & Partial<Pick<Obligation, 'delegatedUntil'>>)
    | undefined
  decision?: Pick<Decision, 'projectKey' | 'point'> | undefined
  /** With the day, a person's deputy stands in for them in their deputy's time. */
  today?: CivilDate | undefined
  settings?: Settings | undefined
}

/** A restricted project is refused exactly as one that does not exist. */
export type MayFault = { code: 'notAllowed' | 'notFound' }

const OFFICE_ACTS: readonly Act[] = ['createProject', 'managePeople', 'import', 'seeBotLog', 'seeFaults']
const SETTING_ACTS: readonly Act[] = ['manageSettings', 'seeFaults']

/** What is about the portfolio as a whole: its order (domain.md U29, N9) and the views everyone may choose. */
const PORTFOLIO_ACTS: readonly Act[] = ['rankProjects', 'shareView']

const NOT_FOUND = { code: 'notFound' } as const
const NOT_ALLOWED = { code: 'notAllowed' } as const

/** Everything the object says about itself, with what is reached through the facts. */
interface Around {
  project: Project | undefined
  benefit: Benefit | undefined
  indicator: Indicator | undefined
}

function aroundOf(object: ActObject, facts: Facts | undefined): Around {
  const { obligation, decision } = object
  const indicator = object.indicator ?? (obligation && facts?.tables.indicators.get(obligation.refKey))
  const action = obligation && facts?.tables.benefitActions.get(obligation.refKey)
  const benefitKey = indicator?.benefitKey ?? action?.benefitKey
  const benefit = object.benefit ?? (benefitKey === undefined ? undefined : facts?.tables.benefits.get(benefitKey))
  const projectKey = indicator?.projectKey ?? benefit?.projectKey ?? obligation?.projectKey ?? decision?.projectKey
  const project = object.project ?? (projectKey === undefined ? undefined : facts?.tables.projects.get(projectKey))
  return { project, benefit, indicator }
}

/** Owner and manager with the project's deputy: those who may write on all of the project. */
const leadersOf = ({ ownerId, managerId, deputyId }: Project): (PersonId | null)[] => [ownerId, managerId, deputyId]

/** Owner of the benefit (its own, or the project's benefit owner) and the delegate who has parts of it. */
const benefitPeople = ({ project, benefit }: Around): (PersonId | null | undefined)[] => [
  project?.benefitOwnerId,
  benefit?.ownerId,
  benefit?.delegateId,
]

/** Who has the obligation while it is delegated: on the day it is back with the assignee it is not theirs any more (rule 10). */
function delegateOn({ obligation, today }: ActObject): PersonId | null {
  if (!obligation) return null
  const { delegatedToId, delegatedUntil = null } = obligation
  return today !== undefined && delegatedUntil !== null && delegatedUntil <= today ? null : delegatedToId
}

const measurers = ({ indicator }: Around): (PersonId | null | undefined)[] => [indicator?.measurerId, indicator?.deputyId]

/** Roles named on a project, and those who answer for an action or a decision of it: these see it when it is restricted. */
function namedOn(project: Project, facts: Facts | undefined): (PersonId | null | undefined)[] {
  const programme = project.programmeKey === null ? undefined : facts?.tables.programmes.get(project.programmeKey)
  const benefits = facts?.benefitsByProject.get(project.key) ?? []
  const indicators = facts?.indicatorsByProject.get(project.key) ?? []
  return [
    ...leadersOf(project),
    project.benefitOwnerId,
    project.lineLeadId,
    programme?.ownerId,
    ...benefits.flatMap(({ ownerId, delegateId }) => [ownerId, delegateId]),
    ...indicators.flatMap(({ measurerId, deputyId }) => [measurerId, deputyId]),
    ...benefits.flatMap(({ key }) => (facts?.actionsByBenefit.get(key) ?? []).map(({ responsibleId }) => responsibleId)),
    ...(facts?.decisionsByProject.get(project.key) ?? []).map(({ responsibleId }) => responsibleId),
  ]
}

/** Whether the person is one of them, or stands in for one of them on the day. */
function isOneOf(person: Person, ids: readonly (PersonId | null | undefined)[], { today }: ActObject, facts: Facts | undefined): boolean {
  if (ids.includes(person.personId)) return true
  if (today === undefined || !facts) return false
  return ids.some((id) => {
    const other = id ? facts.peopleById.get(id) : undefined
    return other !== undefined && other.deputyId === person.personId && standsIn(other, today)
  })
}

/** Whether a person's deputy stands in on the day: [deputyFrom, deputyTo], open at an end that is empty; never without any date. */
export const isDeputyTime = ({ deputyFrom, deputyTo }: Pick<Person, 'deputyFrom' | 'deputyTo'>, today: CivilDate): boolean =>
  (deputyFrom !== null || deputyTo !== null) && (deputyFrom === null || deputyFrom <= today) && (deputyTo === null || today <= deputyTo)

/** A deputy without any dates (by hand, by import): asked only when the person is away for long (rule 7). */
export const hasOpenDeputy = ({ deputyFrom, deputyTo }: Pick<Person, 'deputyFrom' | 'deputyTo'>): boolean =>
  deputyFrom === null && deputyTo === null

type Standing = Pick<Person, 'deputyFrom' | 'deputyTo' | 'pausedUntil' | 'awaySince'>

/**
 * Whether a person's deputy may do on the day what the person may: in the deputy's time, and without any dates while the person
 * is paused or away, for then it is the deputy who is asked (rule 7).
 */
export const standsIn = (person: Standing, today: CivilDate): boolean =>
  isDeputyTime(person, today) ||
  (hasOpenDeputy(person) && (person.awaySince !== null || (person.pausedUntil !== null && today < person.pausedUntil)))

/** Those on whose object the act is done (model.md, «Who may what»). */
function actorsOf(act: Act, around: Around, object: ActObject, facts: Facts | undefined): (PersonId | null | undefined)[] {
  const { project } = around
  const leaders = project ? leadersOf(project) : []
  const { obligation } = object
  switch (act) {
    case 'editProject':
    case 'publishReport':
      return [...leaders, ...(act === 'publishReport' ? [delegateOn(object)] : [])]
    case 'editBenefit':
    case 'editIndicator':
      return [...leaders, ...benefitPeople(around)]
    case 'approveWaiver':
      return [project?.ownerId, project?.benefitOwnerId, around.benefit?.ownerId]
    case 'prepareDecision':
      return [...leaders, project?.benefitOwnerId, ...preparers(object, project, facts)]
    case 'recordMeasurement':
      return [...leaders, ...benefitPeople(around), ...measurers(around), delegateOn(object)]
    case 'answerObligation': {
      const chain = obligation && facts ? responsibleChain(obligation, facts).slice(0, 1) : []
      const own =
        obligation?.kind === 'measurement' || obligation?.kind === 'baseline' ? [...benefitPeople(around), ...measurers(around)] : []
      return [...leaders, ...own, obligation?.assigneeId, delegateOn(object), ...chain.map(({ personId }) => personId)]
    }
    case 'manageSubscription':
      return project ? leaders : []
    default:
      return []
  }
}

/** Whoever has been asked to prepare a point of the project that is not yet decided. */
const preparers = ({ decision }: ActObject, project: Project | undefined, facts: Facts | undefined): (PersonId | null)[] =>
  ((project && facts?.decisionsByProject.get(project.key)) ?? [])
    .filter(({ outcome, point }) => outcome === null && point === decision?.point)
    .map(({ responsibleId }) => responsibleId)

function mayDecide(
  person: Person,
  project: Project,
  point: DecisionKind | undefined,
  object: ActObject,
  facts: Facts | undefined,
): boolean {
  const decider = point && deciderOf(point, project, object.settings ?? DEFAULT_SETTINGS, facts)
  if (decider === 'leader') return person.roles.includes('leader')
  return decider === 'projectOwner' && isOneOf(person, [project.ownerId], object, facts)
}

/**
 * Whether a person may do an act to an object. Everyone in the tenant reads everything but restricted projects (named roles
 * and office) and the ledgers (office); writing is for the people of the object and the office; decisions for who the method
 * profile says; settings for office and admin. `person` null = an employee the lists do not know. A restricted project that
 * may not be seen gives the same refusal as one that is not there. Source: model.md, «Who may what».
 */
export function may(person: Person | null, act: Act, object: ActObject = {}, facts?: Facts): Result<true, MayFault> {
  const office = person?.roles.includes('office') ?? false
  const around = aroundOf(object, facts)
  const { project } = around
  const aboutProject = project !== undefined || ![...OFFICE_ACTS, ...SETTING_ACTS, ...PORTFOLIO_ACTS, 'manageSubscription'].includes(act)
  if (aboutProject) {
    if (!project) return refuse(NOT_FOUND)
    const named = (): boolean => person !== null && isOneOf(person, [...namedOn(project, facts), delegateOn(object)], object, facts)
    if (project.restricted && !office && !named()) return refuse(NOT_FOUND)
    if (act === 'readProject') return ok(true)
  }
  if (person === null) return refuse(NOT_ALLOWED)
  if (act === 'decide' || act === 'prepareDecision') {
    // Who decides may also prepare.
    if (project && mayDecide(person, project, object.decision?.point, object, facts)) return ok(true)
    if (act === 'decide') return refuse(NOT_ALLOWED)
  }
  if (act === 'manageSettings' || act === 'seeFaults') return office || person.roles.includes('admin') ? ok(true) : refuse(NOT_ALLOWED)
  if (PORTFOLIO_ACTS.includes(act)) return office || person.roles.includes('leader') ? ok(true) : refuse(NOT_ALLOWED)
  if (act === 'manageSubscription' && (person.roles.includes('leader') || person.roles.includes('admin'))) return ok(true)
  const allowed = office || isOneOf(person, actorsOf(act, around, object, facts), object, facts)
  return allowed ? ok(true) : refuse(NOT_ALLOWED)
}
