import type { BoardCase, BoardGroup, BoardReason, BoardView } from '#contract/board-view.ts'
import { translator, type WordSet } from '#contract/texts/catalogue.ts'
import { pointText } from '#contract/texts/gate-rules.ts'
import { checklistText, lackText } from '#contract/texts/method.ts'
import { stopTexts } from '#contract/texts/method-texts.ts'
import type { Language } from '#domain/codes.ts'
import { addDays } from '#domain/dates.ts'
import { reasonKey } from '#domain/decide-effects.ts'
import { deciderOf } from '#domain/deciders.ts'
import { currentPoint, plannedRow, type Readiness, readinessOf } from '#domain/decision-points.ts'
import { may } from '#domain/may.ts'
import { phaseOpenedBy, pointIn, profileOf } from '#domain/method-profile.ts'
import type { CivilDate, Person, Project } from '#domain/model.ts'
import { type StopReason, stopReasons } from '#domain/stop-candidate.ts'
import { isTold } from '#domain/tell.ts'
import { canRead, personName, personRef, type ViewContext } from './context.ts'
import { lackViewOf, phaseTitle } from './decision.ts'
import { assessmentOf, assessmentView } from './indicator.ts'
import { overallStatus, publishedReports } from './status.ts'

/** The four weeks a board meets in. */
export const BOARD_DAYS = 28
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
 * decisions that are late (N18), of projects this person may see; late first, then by date. Which group a case belongs to is the
 * method profile's word (Prosjektveiviseren v6 p. 147); a candidate for stopping is the leaders' too, and what a group has asked
 * for and not heard of is that group's.
 */
export function boardView(context: ViewContext, asker: BoardAsker): BoardView {
  const until = asker.until ?? addDays(context.today, BOARD_DAYS)
  const cases = [...context.facts.tables.projects.values()].flatMap((project) => {
    const running = project.state === 'active' || project.state === 'onHold'
    if (!running || !canRead(context, asker.person, project)) return []
    const found = reasonOf(context, project, until)
    if (!found) return []
    const { decider, askedBy, reason } = found
    const groups = [decider, ...askedBy, ...(reason === 'stopCandidate' ? ['leader' as const] : [])]
    return asker.group === null || groups.includes(asker.group) ? [caseOf(context, project, found, asker)] : []
  })
  return { version: asker.version, today: context.today, until, group: asker.group, cases: cases.sort(inOrder) }
}

const inOrder = (a: BoardCase, b: BoardCase): number =>
  ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) ||
  (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') ||
  a.title.localeCompare(b.title, 'nb')

interface Found {
  reason: BoardReason
  decider: BoardGroup
  dueOn: CivilDate | null
  stops: StopReason[]
  followUps: BoardCase['lateFollowUps']
  /** Who took the decisions that are not followed up. */
  askedBy: BoardGroup[]
}

/** Why a project is on the agenda: the first of the reasons that holds; null when none does. */
function reasonOf(context: ViewContext, project: Project, until: CivilDate): Found | null {
  const { facts, today, settings } = context
  const point = currentPoint(project)
  const dueOn = plannedRow(point, project, facts)?.dueOn ?? null
  const stops = stopReasons(project, facts, context.obligationsByProject.get(project.key) ?? [], today, settings)
  const { followUps, askedBy } = lateFollowUps(context, project)
  const decider = deciderOf(point, project, settings, facts)
  const found = { decider, dueOn, stops, followUps, askedBy }
  if (dueOn !== null && dueOn < today && project.state === 'active') return { ...found, reason: 'late' }
  if (dueOn !== null && dueOn >= today && dueOn <= until) return { ...found, reason: 'due' }
  if (stops.length > 0) return { ...found, reason: 'stopCandidate' }
  return followUps.length > 0 ? { ...found, reason: 'followUp' } : null
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

function caseOf(context: ViewContext, project: Project, found: Found, { person, language }: BoardAsker): BoardCase {
  const { facts, today, settings } = context
  const profile = profileOf(project, facts)
  const point = currentPoint(project)
  const opens = phaseOpenedBy(point, profile)
  const programme = project.programmeKey === null ? undefined : facts.tables.programmes.get(project.programmeKey)
  const allowed = may(person, 'decide', { project, decision: { projectKey: project.key, point }, today, settings }, facts)
  const say = translator(stopTexts, language, settings.words)
  return {
    key: project.key,
    title: project.title,
    programme: programme?.title ?? null,
    area: project.area,
    restricted: project.restricted,
    state: project.state,
    reason: found.reason,
    point,
    pointTitle: pointText(point, pointIn(profile, point)?.title, language),
    phaseTitle: phaseTitle(project.phase, profile, language),
    decider: found.decider,
    ownerName: personRef(facts, project.ownerId)?.name ?? null,
    dueOn: found.dueOn,
    asked: publishedReports(context, project.key).at(-1)?.decisionNeeded ?? null,
    opens: opens === null ? null : phaseTitle(opens, profile, language),
    overall: overallStatus(context, project),
    benefits: benefitsOf(context, project),
    requirements: requirementsOf(context, project, language),
    stopReasons: found.stops.map((reason) => say(reason)),
    lateFollowUps: found.followUps.map((one) => ({
      ...one,
      pointTitle: one.pointTitle === 'BOARD' ? pointText('board', undefined, language) : one.pointTitle,
    })),
    canDecide: allowed.ok,
    canTakeUp: may(person, 'decide', { project, decision: { projectKey: project.key, point: 'board' }, today, settings }, facts).ok,
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

function requirementsOf(context: ViewContext, project: Project, language: Language): BoardCase['requirements'] {
  const { facts } = context
  const { words } = context.settings
  const point = currentPoint(project)
  const planned = plannedRow(point, project, facts)
  const readiness = readinessOf(point, project, facts, { checklist: planned?.checklist ?? [], waivers: planned?.waivers ?? [] })
  if (!readiness) return { all: 0, done: 0, missing: [], waivers: [] }
  const textOf = (lack: (typeof readiness.lacks)[number]): string => lackViewOf(context, lack, project, language).text
  return {
    all: readiness.checklist.length,
    done: readiness.checklist.filter(({ done }) => done).length,
    missing: [...readiness.lacks.filter((lack) => !isDocument(lack)).map(textOf), ...documentLine(readiness, language, words)],
    waivers: readiness.waived.map(({ lack, waiver }) => ({
      text: textOf({ ...lack, waivable: true }),
      waiver: { rule: waiver.rule, reason: waiver.reason, by: { personId: waiver.byId, name: personName(facts, waiver.byId) } },
    })),
  }
}

const isDocument = ({ code }: Readiness['lacks'][number]): boolean => code === 'documentMissing'

/** The documents that are missing, as one sentence: a paper is read, not worked through. */
function documentLine({ lacks, point }: Readiness, language: Language, words: WordSet): string[] {
  const missing = lacks.filter(isDocument)
  const first = missing[0]
  if (!first) return []
  const names = missing.map(({ rule }) => checklistText(point.checklist.find((item) => item.rule === rule) ?? { rule }, language, words))
  return [lackText(first, null, language, words, { rule: first.rule, title: { [language]: names.join(', ') } })]
}
