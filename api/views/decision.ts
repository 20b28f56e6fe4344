import type { DecisionView, MissingView, RequirementView } from '#contract/decision-view.ts'
import type { LackView } from '#contract/errors.ts'
import { pointText, ruleText } from '#contract/texts/gate-rules.ts'
import { checklistText, lackText, phaseText } from '#contract/texts/method.ts'
import { addOpenDays } from '#domain/calendar.ts'
import type { DecisionKind, Language } from '#domain/codes.ts'
import { deciderOf } from '#domain/deciders.ts'
import { currentPoint, lacksForClosing, plannedRow, type Readiness, readinessOf } from '#domain/decision-points.ts'
import type { Lack } from '#domain/gate-rules.ts'
import { may } from '#domain/may.ts'
import { type MethodProfile, phaseOpenedBy, pointIn, profileOf } from '#domain/method-profile.ts'
import type { Person, Project, Waiver } from '#domain/model.ts'
import { LESSON_OPEN_DAYS } from '#domain/plan-others.ts'
import { personName, personRef, type ViewContext } from './context.ts'
import { pastDecisions } from './decisions-past.ts'
import { lifeView } from './project-life.ts'

/** Who asks, in which language, and the version of the whole picture. */
export interface DecisionAsker {
  person: Person | null
  language: Language
  version: string
  /** The board may take up any project, at any time; left out, it is the point that ends the phase. */
  point?: 'board' | undefined
}

/** The decision point that ends the project's phase, as this person may see it. The caller has asked `may(person, 'readProject')`. */
export function decisionView(context: ViewContext, project: Project, asker: DecisionAsker): DecisionView {
  const { facts, today, settings } = context
  const { person, language } = asker
  const profile = profileOf(project, facts)
  const point = asker.point ?? currentPoint(project)
  const planned = plannedRow(point, project, facts)
  const decider = deciderOf(point, project, settings, facts)
  const given = { checklist: planned?.checklist ?? [], waivers: [] }
  const readiness = readinessOf(point, project, facts, given)
  const mayDo = (act: 'decide' | 'prepareDecision') =>
    may(person, act, { project, decision: { projectKey: project.key, point }, today, settings }, facts).ok
  const running = project.state === 'active' || project.state === 'onHold'
  return {
    key: project.key,
    version: asker.version,
    today,
    title: project.title,
    restricted: project.restricted,
    state: project.state,
    phaseTitle: phaseTitle(project.phase, profile, language),
    phaseEnteredOn: project.phaseEnteredOn,
    point,
    pointTitle: pointText(point, pointIn(profile, point)?.title, language),
    hard: readiness?.point.hard ?? false,
    decider,
    deciderName: decider === 'projectOwner' ? (personRef(facts, project.ownerId)?.name ?? null) : null,
    planned: planned
      ? {
          key: planned.key,
          occurrence: planned.occurrence,
          dueOn: planned.dueOn,
          responsible: personRef(facts, planned.responsibleId),
          byName: personName(facts, planned.actorId),
          at: planned.actedAt,
        }
      : null,
    seen: planned?.actedAt ?? null,
    requirements: readiness ? requirementsOf(context, readiness, project, language, planned?.checklist ?? []) : [],
    documents: project.documents,
    waivers: (planned?.waivers ?? []).map((waiver) => waiverOf(context, waiver)),
    closing: point === 'bp6' ? lacksForClosing(project, facts).map((lack) => lackViewOf(context, lack, project, language)) : null,
    effects: effectsOf(context, project, profile, language, point),
    past: pastDecisions(context, project, person, language),
    life: lifeView(context, project, asker),
    can: { prepare: running && mayDo('prepareDecision'), decide: running && mayDo('decide') },
  }
}

export const phaseTitle = (phase: Project['phase'], { phases }: MethodProfile, language: Language): string =>
  phaseText(phase, phases.find((one) => one.phase === phase)?.title, language)

const waiverOf = ({ facts }: ViewContext, { rule, reason, byId }: Waiver) => ({
  rule,
  reason,
  by: { personId: byId, name: personName(facts, byId) },
})

/** What is missing as a sentence that says what to do, about which benefit or indicator. */
export function lackViewOf(context: ViewContext, lack: Lack & { waivable: boolean }, project: Project, language: Language): LackView {
  const { tables } = context.facts
  const indicator = lack.indicatorKey === null ? undefined : tables.indicators.get(lack.indicatorKey)
  const benefit = lack.benefitKey === null ? undefined : tables.benefits.get(lack.benefitKey)
  const point = pointIn(profileOf(project, context.facts), currentPoint(project))
  const item = point?.checklist.find(({ rule }) => rule === lack.rule)
  return {
    rule: lack.rule,
    code: lack.code,
    benefitKey: lack.benefitKey,
    indicatorKey: lack.indicatorKey,
    waivable: lack.waivable,
    text: lackText(lack, indicator?.title ?? benefit?.title ?? null, language, context.settings.words, item),
  }
}

function requirementsOf(
  context: ViewContext,
  readiness: Readiness,
  project: Project,
  language: Language,
  ticked: readonly { rule: string; link?: string }[],
): RequirementView[] {
  const words = context.settings.words
  const rules: readonly string[] = readiness.point.rules
  return readiness.checklist.map(({ rule, done }) => {
    const isRule = rules.includes(rule)
    // The whole of a handover is one line, and each thing it lacks carries the name of its own rule.
    const isAbout = (lack: Readiness['lacks'][number]): boolean => {
      if (!isRule) return lack.rule === rule && lack.code === 'documentMissing'
      return rule === 'handover' ? !rules.includes(lack.rule) && lack.code !== 'documentMissing' : lack.rule === rule
    }
    const missing = readiness.lacks.filter(isAbout)
    const item = readiness.point.checklist.find((one) => one.rule === rule) ?? { rule }
    return {
      rule,
      kind: isRule ? 'rule' : 'document',
      text: (isRule ? ruleText(rule, language, words) : null) ?? checklistText(item, language, words),
      done,
      evidence: ticked.find((line) => line.rule === rule)?.link ?? null,
      missing: missing.map((lack) => missingOf(context, lack, project, language)),
    }
  })
}

function missingOf(context: ViewContext, lack: Readiness['lacks'][number], project: Project, language: Language): MissingView {
  const key = lack.indicatorKey ?? lack.benefitKey
  return { ...lackViewOf(context, lack, project, language), waiverRule: key === null ? lack.rule : `${lack.rule}:${key}` }
}

/** What each outcome would change, as numbers; nothing is changed by asking. */
function effectsOf(
  context: ViewContext,
  project: Project,
  profile: MethodProfile,
  language: Language,
  point: DecisionKind,
): DecisionView['effects'] {
  const { facts, today, settings } = context
  const opens = point === 'board' ? null : phaseOpenedBy(point, profile)
  const repeatMonths = pointIn(profile, point)?.repeatMonths ?? null
  const benefits = facts.benefitsByProject.get(project.key) ?? []
  const open = new Set(benefits.filter(({ state }) => state !== 'cancelled').map(({ key }) => key))
  const drafts = (facts.indicatorsByProject.get(project.key) ?? []).filter(
    ({ state, benefitKey }) => state === 'draft' && open.has(benefitKey),
  )
  const falls = (context.obligationsByProject.get(project.key) ?? []).filter(({ state }) => state !== 'fulfilled' && state !== 'lapsed')
  return {
    opens: opens === null ? null : phaseTitle(opens, profile, language),
    closes: point !== 'board' && opens === null && repeatMonths === null,
    repeatMonths,
    handsOver: opens === 'realise',
    benefits: benefits.filter(({ state }) => state === 'approved').length,
    indicators: drafts.length,
    falls: falls.length,
    lessonOn: addOpenDays(today, LESSON_OPEN_DAYS, settings.calendar),
  }
}
