import type { BoardCase, BoardGroup, BoardReason, BoardView } from '#contract/board-view.ts'
import { translator } from '#contract/texts/catalogue.ts'
import { pointText } from '#contract/texts/gate-rules.ts'
import { stopTexts } from '#contract/texts/method-texts.ts'
import { AGENDA_DAYS, agendaOf, type DatedDecision } from '#domain/agenda.ts'
import type { DecisionKind, Language } from '#domain/codes.ts'
import { addDays } from '#domain/dates.ts'
import { reasonKey } from '#domain/decide-effects.ts'
import { deciderOf } from '#domain/deciders.ts'
import { currentPoint, plannedRow } from '#domain/decision-points.ts'
import { may } from '#domain/may.ts'
import { phaseOpenedBy, pointIn, profileOf } from '#domain/method-profile.ts'
import type { CivilDate, Person, Project } from '#domain/model.ts'
import { type StopReason, stopReasons } from '#domain/stop-candidate.ts'
import { isTold } from '#domain/tell.ts'
import { boardRequirements } from './board-requirements.ts'
import { canRead, personRef, type ViewContext } from './context.ts'
import { phaseTitle } from './decision.ts'
import { assessmentOf, assessmentView } from './indicator.ts'
import { overallStatus, publishedReports } from './status.ts'

const ORDER: readonly BoardReason[] = ['late', 'due', 'stopCandidate', 'followUp']

export interface BoardAsker {
  person: Person | null
  language: Language
  version: string
  until: CivilDate | null
  group: BoardGroup | null
}

/**
 * The agenda of a meeting: decisions that are late or due up to a day, candidates for stopping (N72) and follow-ups of earlier
 * decisions that are late (N18), of projects this person may see; late first, then by date. After them what comes later than the
 * meeting, with what is lacking, so that it can be prepared. Which group a decision belongs to is the method profile's word
 * (Prosjektveiviseren v6 p. 147); a candidate for stopping is the leaders' too, and what a group has asked for and not heard of
 * is that group's.
 */
export function boardView(context: ViewContext, asker: BoardAsker): BoardView {
  const until = asker.until ?? addDays(context.today, AGENDA_DAYS)
  const cases: BoardCase[] = []
  const later: BoardView['later'] = []
  for (const project of context.facts.tables.projects.values()) {
    const running = project.state === 'active' || project.state === 'onHold'
    if (!running || !canRead(context, asker.person, project)) continue
    const dated = agendaOf(project, context, until)
    for (const found of foundIn(context, project, dated)) {
      const { decider, askedBy, reason } = found
      const groups = [decider, ...askedBy, ...(reason === 'stopCandidate' ? ['leader' as const] : [])]
      if (asker.group === null || groups.includes(asker.group)) cases.push(caseOf(context, project, found, asker))
    }
    for (const one of dated.filter(({ when }) => when === 'later')) {
      const decider = deciderOf(one.point, project, context.settings, context.facts)
      if (asker.group === null || decider === asker.group) later.push(laterOf(context, project, one, asker.language))
    }
  }
  later.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title, 'nb'))
  return { version: asker.version, today: context.today, until, group: asker.group, cases: cases.sort(inOrder), later }
}

const inOrder = (a: BoardCase, b: BoardCase): number =>
  ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) ||
  (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') ||
  a.title.localeCompare(b.title, 'nb')

type Point = Pick<DatedDecision, 'point' | 'planned' | 'first'> & { dueOn: CivilDate | null }
interface Found extends Point {
  reason: BoardReason
  decider: BoardGroup
  stops: StopReason[]
  followUps: BoardCase['lateFollowUps']
  /** Who took the decisions that are not followed up. */
  askedBy: BoardGroup[]
}

/**
 * Why a project is on the agenda: each decision that is late or due by then, otherwise the first of the other reasons that
 * holds. What else is to be said of the project is said with the first.
 */
function foundIn(context: ViewContext, project: Project, dated: readonly DatedDecision[]): Found[] {
  const { facts, today, settings } = context
  const stops = stopReasons(project, facts, context.obligationsByProject.get(project.key) ?? [], today, settings)
  const { followUps, askedBy } = lateFollowUps(context, project)
  const found = (point: Point, reason: BoardReason): Found => ({
    ...point,
    ...{ reason, stops, followUps, askedBy },
    decider: deciderOf(point.point, project, settings, facts),
  })
  const decisions = dated.flatMap(({ when, ...one }) => (when === 'later' ? [] : [found(one, when)]))
  if (decisions.length > 0) return decisions.map((one, at) => (at === 0 ? one : { ...one, stops: [], followUps: [], askedBy: [] }))
  const point = currentPoint(project)
  const planned = plannedRow(point, project, facts) ?? null
  const other = { point, planned, first: null, dueOn: planned?.dueOn ?? null }
  if (stops.length > 0) return [found(other, 'stopCandidate')]
  return followUps.length > 0 ? [found(other, 'followUp')] : []
}

/** What earlier decisions asked for and have not been told of, though their day has passed. */
function lateFollowUps(context: ViewContext, project: Project): Pick<Found, 'followUps' | 'askedBy'> {
  const { facts, settings } = context
  const { tables } = facts
  const late = (context.obligationsByProject.get(project.key) ?? []).filter((one) => one.state === 'overdue' && isTold(one))
  const decided = late.flatMap(({ refKey, dueOn }) => {
    const decision = tables.decisions.get(refKey)
    if (!decision || decision.outcome === null) return []
    const { point, outcome, decidedOn } = decision
    return [{ point, outcome, decidedOn, dueOn, reason: tables.log.get(reasonKey(refKey))?.why ?? null }]
  })
  return {
    followUps: decided.map(({ point, ...one }) => ({ pointTitle: point.toUpperCase(), ...one })),
    askedBy: decided.map(({ point }) => deciderOf(point, project, settings, facts)),
  }
}

/** A decision as it is called, and where it is prepared: a point further on is not open before the one that comes first. */
function pointOf(context: ViewContext, project: Project, { point, planned, first }: Point, language: Language) {
  const profile = profileOf(project, context.facts)
  const titleOf = (kind: DecisionKind): string => pointText(kind, pointIn(profile, kind)?.title, language)
  return { point, pointTitle: titleOf(point), firstTitle: first && titleOf(first), requested: planned !== null }
}

const laterOf = (context: ViewContext, project: Project, one: DatedDecision, language: Language): BoardView['later'][number] => ({
  ...pointOf(context, project, one, language),
  key: project.key,
  title: project.title,
  restricted: project.restricted,
  dueOn: one.dueOn,
  requirements: boardRequirements(context, project, one, language),
})

function caseOf(context: ViewContext, project: Project, found: Found, { person, language }: BoardAsker): BoardCase {
  const { facts, today, settings } = context
  const profile = profileOf(project, facts)
  const { point, first } = found
  const opens = point === 'board' ? null : phaseOpenedBy(point, profile)
  const programme = project.programmeKey === null ? undefined : facts.tables.programmes.get(project.programmeKey)
  const mayDecide = (kind: DecisionKind): boolean =>
    may(person, 'decide', { project, decision: { projectKey: project.key, point: kind }, today, settings }, facts).ok
  const say = translator(stopTexts, language, settings.words)
  return {
    ...pointOf(context, project, found, language),
    key: project.key,
    title: project.title,
    programme: programme?.title ?? null,
    area: project.area,
    restricted: project.restricted,
    state: project.state,
    reason: found.reason,
    phaseTitle: phaseTitle(project.phase, profile, language),
    decider: found.decider,
    ownerName: personRef(facts, project.ownerId)?.name ?? null,
    dueOn: found.dueOn,
    asked: publishedReports(context, project.key).at(-1)?.decisionNeeded ?? null,
    opens: opens === null ? null : phaseTitle(opens, profile, language),
    overall: overallStatus(context, project),
    benefits: benefitsOf(context, project),
    requirements: boardRequirements(context, project, found, language),
    stopReasons: found.stops.map((reason) => say(reason)),
    lateFollowUps: found.followUps.map((one) => ({
      ...one,
      pointTitle: one.pointTitle === 'BOARD' ? pointText('board', undefined, language) : one.pointTitle,
    })),
    canDecide: first === null && mayDecide(point),
    canTakeUp: mayDecide('board'),
  }
}

/** Each benefit with its first indicator, the project's main one first; a benefit without one still stands. */
function benefitsOf(context: ViewContext, project: Project): BoardCase['benefits'] {
  const { facts } = context
  const rows = (facts.benefitsByProject.get(project.key) ?? []).filter(({ drawback, state }) => !drawback && state !== 'cancelled')
  const withIndicator = rows.map((benefit) => {
    const indicators = facts.indicatorsByBenefit.get(benefit.key) ?? []
    return { benefit, indicator: indicators.find(({ key }) => key === project.mainIndicatorKey) ?? indicators[0] }
  })
  const isMain = ({ indicator }: (typeof withIndicator)[number]): number => (indicator?.key === project.mainIndicatorKey ? 0 : 1)
  return withIndicator
    .sort((a, b) => isMain(a) - isMain(b))
    .map(({ benefit, indicator }) => ({
      title: indicator?.title ?? benefit.title,
      unit: indicator?.unit ?? null,
      decimals: indicator?.decimals ?? null,
      assessment: indicator ? assessmentView(assessmentOf(context, indicator)) : null,
    }))
}
