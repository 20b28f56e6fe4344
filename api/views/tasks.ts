import type { TasksView, TaskView } from '#contract/views.ts'
import { addDays, civilDateOf, weekday } from '#domain/dates.ts'
import { isDeputyTime } from '#domain/may.ts'
import type { Instant, Person, PersonId } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import { canRead, titleOf, type ViewContext } from './context.ts'
import { indicatorView } from './indicator.ts'
import { publishedReports, reportView } from './status.ts'

/** Shown ahead of time: what falls due within this many days. */
const AHEAD_DAYS = 31

/** What waits for this person, most urgent first, and what has been answered today. */
export function tasksView(context: ViewContext, person: Person, at: { takenAt: Instant }): TasksView {
  const mine = tasksOf(context, person)
  const upcoming = context.obligations
    .filter(
      (obligation) => obligation.kind === 'measurement' && obligation.state === 'upcoming' && isFor(context, obligation, person.personId),
    )
    .map((obligation) => obligation.asOf ?? obligation.dueOn)
    .sort()
  return {
    today: context.today,
    takenAt: at.takenAt,
    firstName: person.displayName.split(' ')[0] ?? person.displayName,
    tasks: mine.map((obligation) => taskView(context, obligation, person)),
    answeredToday: answeredToday(context, person),
    nextMeasurementOn: upcoming[0] ?? null,
  }
}

/** The obligations that wait for a person's answer, overdue first, then by due date. */
export function tasksOf(context: ViewContext, person: Person): Obligation[] {
  const until = addDays(context.today, AHEAD_DAYS)
  return context.obligations
    .filter((obligation) => {
      if (!isFor(context, obligation, person.personId) || !mayKnow(context, obligation.projectKey, person)) return false
      if (obligation.state === 'overdue' || obligation.state === 'open') return true
      return obligation.state === 'upcoming' && obligation.dueOn <= until
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1))
}

/** Whether an obligation is this person's to answer today: the delegate's while delegated, else the assignee's or their deputy's. */
export function isFor(context: ViewContext, obligation: Obligation, personId: PersonId): boolean {
  const { today, facts } = context
  const delegated = obligation.delegatedToId !== null && (obligation.delegatedUntil === null || obligation.delegatedUntil > today)
  const holderId = delegated ? obligation.delegatedToId : obligation.assigneeId
  if (holderId === null) return false
  if (holderId === personId) return true
  const holder = facts.peopleById.get(holderId)
  return holder?.deputyId === personId && isDeputyTime(holder, today)
}

/** A task never tells of a project its person may not see. */
function mayKnow(context: ViewContext, projectKey: string, person: Person): boolean {
  const project = context.facts.tables.projects.get(projectKey)
  return project !== undefined && canRead(context, person, project)
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
    indicator: indicator ? indicatorView(context, indicator, person) : null,
    report:
      obligation.kind === 'statusReport'
        ? { period: obligation.periodKey, previous: previous ? reportView(context, previous) : null }
        : null,
  }
}

function answeredToday(context: ViewContext, person: Person): TasksView['answeredToday'] {
  const { facts, today, settings } = context
  const zone = settings.calendar.zone
  const since = `${addDays(today, -1)}T`
  const isToday = (instant: Instant) => instant >= since && civilDateOf(instant, zone) === today
  const measured = [...facts.tables.measurements.values()]
    .filter((row) => row.actorId === person.personId && isToday(row.actedAt) && mayKnow(context, row.projectKey, person))
    .map((measurement) => {
      const indicator = facts.tables.indicators.get(measurement.indicatorKey)
      return {
        key: measurement.key,
        title: indicator?.title ?? '',
        value: measurement.value,
        unit: indicator?.unit ?? null,
        at: measurement.actedAt,
        via: measurement.via,
        projectKey: measurement.projectKey,
      }
    })
  const reported = [...facts.tables.statusReports.values()]
    .filter(
      (report) =>
        report.actorId === person.personId &&
        report.publishedAt !== null &&
        isToday(report.publishedAt) &&
        mayKnow(context, report.projectKey, person),
    )
    .map((report) => ({
      key: report.key,
      title: facts.tables.projects.get(report.projectKey)?.title ?? '',
      value: null,
      unit: null,
      at: report.publishedAt ?? report.actedAt,
      via: report.via,
      projectKey: report.projectKey,
    }))
  return [...measured, ...reported].sort((a, b) => (a.at > b.at ? -1 : 1))
}
