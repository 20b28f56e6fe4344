import type { TasksView, TaskView } from '#contract/tasks-view.ts'
import { isUnanswered } from '#domain/acting.ts'
import { addDays, civilDateOf, weekday } from '#domain/dates.ts'
import { reasonKey } from '#domain/decide-effects.ts'
import { currentPoint } from '#domain/decision-points.ts'
import { may, standsIn } from '#domain/may.ts'
import type { Instant, Person, PersonId } from '#domain/model.ts'
import { isProposed } from '#domain/not-relevant.ts'
import type { Obligation } from '#domain/obligations.ts'
import { mayUndo, undoUntil } from '#domain/undo-measurement.ts'
import { approvalsOf } from './approvals.ts'
import { canRead, isDelegatedTo, titleOf, type ViewContext } from './context.ts'
import { followedBy } from './following.ts'
import { indicatorView } from './indicator.ts'
import { publishedReports, reportView } from './status.ts'
import { taskActs } from './task-acts.ts'

/** Shown ahead of time: what falls due within this many days. */
const AHEAD_DAYS = 31

/** What waits for this person, most urgent first; what rests, what they approve, have answered today and follow. */
export function tasksView(context: ViewContext, person: Person, at: { takenAt: Instant; now: Instant }): TasksView {
  const upcoming = context.obligations
    .filter(
      (obligation) => obligation.kind === 'measurement' && obligation.state === 'upcoming' && isFor(context, obligation, person.personId),
    )
    .map((obligation) => obligation.asOf ?? obligation.dueOn)
    .sort()
  const shown = (obligations: Obligation[]) => obligations.map((obligation) => taskView(context, obligation, person))
  const view = {
    tasks: shown(tasksOf(context, person)),
    resting: shown(restingOf(context, person)),
    approvals: approvalsOf(context, person),
    answeredToday: answeredToday(context, person, at.now),
  }
  const following = followedBy(context, person)
  const named = [...Object.values(view).flatMap((rows) => rows.map(({ projectKey }) => projectKey)), ...following.map(({ key }) => key)]
  return {
    today: context.today,
    ...at,
    firstName: person.displayName.split(' ')[0] ?? person.displayName,
    ...view,
    following,
    nextMeasurementOn: upcoming[0] ?? null,
    // One that is not among the projects is as little to be left behind as one that is restricted.
    restrictedProjects: [...new Set(named)].filter((key) => context.facts.tables.projects.get(key)?.restricted !== false),
  }
}

/** The obligations that wait for a person's answer, overdue first, then by due date; what is put off waits elsewhere. */
export function tasksOf(context: ViewContext, person: Person): Obligation[] {
  const until = addDays(context.today, AHEAD_DAYS)
  return context.obligations
    .filter((obligation) => {
      if (!isFor(context, obligation, person.personId) || !mayKnow(context, obligation, person)) return false
      if (isPutOff(context, obligation)) return false
      if (obligation.state === 'overdue' || obligation.state === 'open') return true
      return obligation.state === 'upcoming' && obligation.dueOn <= until
    })
    .sort(byDueDate)
}

/** What this person has put off, delegated, or said is no longer relevant: nothing is asked of them for now. */
const restingOf = (context: ViewContext, person: Person): Obligation[] =>
  context.obligations
    .filter((obligation) => isUnanswered(obligation) && restsFor(context, obligation, person) && mayKnow(context, obligation, person))
    .sort(byDueDate)

function restsFor(context: ViewContext, obligation: Obligation, { personId }: Person): boolean {
  if (obligation.state !== 'onHold' && isPutOff(context, obligation) && isFor(context, obligation, personId)) return true
  if (obligation.assigneeId !== personId) return false
  const { delegatedToId, key } = obligation
  const delegated = delegatedToId !== null && isDelegatedTo(obligation, delegatedToId, context.today)
  return delegated || isProposed(context.facts.tables.obligations.get(key))
}

const isPutOff = ({ today }: ViewContext, { snoozedUntil }: Obligation): boolean => snoozedUntil !== null && snoozedUntil > today

const byDueDate = (a: Obligation, b: Obligation): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1)

/** Whether an obligation is this person's to answer today: the delegate's while delegated, else the assignee's or their deputy's. */
export function isFor(context: ViewContext, obligation: Obligation, personId: PersonId): boolean {
  const { today, facts } = context
  const delegated = obligation.delegatedToId !== null && (obligation.delegatedUntil === null || obligation.delegatedUntil > today)
  const holderId = delegated ? obligation.delegatedToId : obligation.assigneeId
  if (holderId === null) return false
  if (holderId === personId) return true
  const holder = facts.peopleById.get(holderId)
  return holder?.deputyId === personId && standsIn(holder, today)
}

/** A task never tells of a project its person may not see; who it is delegated to sees the task. */
const mayKnow = ({ facts, today }: ViewContext, obligation: Obligation, person: Person): boolean =>
  may(person, 'readProject', { obligation, today }, facts).ok

/** A task as it stands for this person; null when it may not be seen. */
export function taskFor(context: ViewContext, obligationKey: string, person: Person): TaskView | null {
  const obligation = context.obligations.find(({ key }) => key === obligationKey)
  return obligation && mayKnow(context, obligation, person) ? taskView(context, obligation, person) : null
}

/** The point a task is about; one that is held again has no row of its own before it is planned. */
function decisionOf({ facts }: ViewContext, { kind, refKey, projectKey }: Obligation): TaskView['decision'] {
  if (kind !== 'decisionFollowUp') return null
  const { decisions, projects, log } = facts.tables
  const decision = decisions.get(refKey)
  if (decision) return { point: decision.point, asked: log.get(reasonKey(refKey))?.why ?? null }
  const project = projects.get(projectKey)
  return project ? { point: currentPoint(project), asked: null } : null
}

function taskView(context: ViewContext, obligation: Obligation, person: Person): TaskView {
  const { facts, today } = context
  const indicator = facts.tables.indicators.get(obligation.refKey)
  const sunday = addDays(today, 7 - weekday(today))
  const previous = publishedReports(context, obligation.projectKey)
    .filter((report) => report.period < obligation.periodKey)
    .at(-1)
  return {
    obligationKey: obligation.key,
    kind: obligation.kind,
    projectKey: obligation.projectKey,
    projectTitle: facts.tables.projects.get(obligation.projectKey)?.title ?? '',
    title: titleOf(context, obligation),
    periodKey: obligation.periodKey,
    asOf: obligation.asOf,
    dueOn: obligation.dueOn,
    overdueFrom: obligation.overdueFrom,
    state: obligation.state,
    group: obligation.state === 'overdue' ? 'overdue' : obligation.dueOn <= sunday ? 'thisWeek' : 'later',
    why: obligation.assigneeWhy,
    decision: decisionOf(context, obligation),
    indicator: indicator ? indicatorView(context, indicator, person) : null,
    report:
      obligation.kind === 'statusReport'
        ? { period: obligation.periodKey, previous: previous ? reportView(context, previous) : null }
        : null,
    acts: taskActs(context, obligation, person),
  }
}

function answeredToday(context: ViewContext, person: Person, now: Instant): TasksView['answeredToday'] {
  const { facts, today, settings } = context
  const zone = settings.calendar.zone
  const byId = person.personId
  const since = `${addDays(today, -1)}T`
  const isToday = (instant: Instant) => instant >= since && civilDateOf(instant, zone) === today
  const isSeen = (projectKey: string): boolean => {
    const project = facts.tables.projects.get(projectKey)
    return project !== undefined && canRead(context, person, project)
  }
  const measured = [...facts.measurementsByIndicator.values()]
    .flat()
    .filter((row) => row.actorId === byId && isToday(row.actedAt) && isSeen(row.projectKey))
    .map((measurement) => {
      const indicator = facts.tables.indicators.get(measurement.indicatorKey)
      return {
        key: measurement.key,
        title: indicator?.title ?? '',
        value: measurement.value,
        unit: indicator?.unit ?? null,
        ...(indicator && {
          of: { periodKey: measurement.periodKey, frequency: indicator.frequency, decimals: indicator.decimals },
        }),
        at: measurement.actedAt,
        via: measurement.via,
        projectKey: measurement.projectKey,
        undoUntil: mayUndo({ measurement, byId, now }) ? undoUntil(measurement) : null,
      }
    })
  const reported = [...facts.tables.statusReports.values()]
    .filter((report) => report.actorId === byId && report.publishedAt !== null && isToday(report.publishedAt) && isSeen(report.projectKey))
    .map((report) => ({
      key: report.key,
      title: facts.tables.projects.get(report.projectKey)?.title ?? '',
      value: null,
      unit: null,
      at: report.publishedAt ?? report.actedAt,
      via: report.via,
      projectKey: report.projectKey,
      undoUntil: null,
    }))
  return [...measured, ...reported].sort((a, b) => (a.at > b.at ? -1 : 1))
}
