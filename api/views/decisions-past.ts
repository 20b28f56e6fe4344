import type { PastDecisionView } from '#contract/decision-view.ts'
import { pointText, ruleText } from '#contract/texts/gate-rules.ts'
import { checklistText } from '#contract/texts/method.ts'
import type { Language } from '#domain/codes.ts'
import { reasonKey } from '#domain/decide-effects.ts'
import { may } from '#domain/may.ts'
import { pointIn, profileOf } from '#domain/method-profile.ts'
import type { Decision, Person, Project } from '#domain/model.ts'
import { isTold } from '#domain/tell.ts'
import { personName, personRef, type ViewContext } from './context.ts'

/** What has been decided about a project, newest first, with what it asked for and the checklist as it was. */
export const pastDecisions = (context: ViewContext, project: Project, person: Person | null, language: Language): PastDecisionView[] =>
  (context.facts.decisionsByProject.get(project.key) ?? [])
    .flatMap((decision) =>
      decision.outcome === null ? [] : [pastDecision(context, project, decision, decision.outcome, person, language)],
    )
    .reverse()

function pastDecision(
  context: ViewContext,
  project: Project,
  decision: Decision,
  outcome: NonNullable<Decision['outcome']>,
  person: Person | null,
  language: Language,
): PastDecisionView {
  const { facts, settings } = context
  const profile = pointIn(profileOf(project, facts), decision.point)
  const lineText = (rule: string): string => {
    const name = rule.split(':')[0] ?? rule
    const item = profile?.checklist.find((one) => one.rule === name) ?? { rule: name }
    return ruleText(name, language, settings.words) ?? checklistText(item, language, settings.words)
  }
  return {
    key: decision.key,
    point: decision.point,
    pointTitle: pointText(decision.point, profile?.title, language),
    occurrence: decision.occurrence,
    outcome,
    decidedOn: decision.decidedOn,
    byName: decision.decidedById === null ? '–' : personName(facts, decision.decidedById),
    reason: facts.tables.log.get(reasonKey(decision.key))?.why ?? null,
    followUp: followUpOf(context, decision, person),
    checklist: decision.checklist.map(({ rule, done, link }) => ({ text: lineText(rule), done, evidence: link ?? null })),
    waivers: decision.waivers.map(({ rule, reason, byId }) => ({ text: lineText(rule), reason, byName: personName(facts, byId) })),
  }
}

function followUpOf(context: ViewContext, decision: Decision, person: Person | null): PastDecisionView['followUp'] {
  const { facts, today } = context
  if (decision.outcome !== 'adjust' && decision.outcome !== 'extend') return null
  if (decision.dueOn === null && decision.responsibleId === null) return null
  const obligation = (context.obligationsByRef.get(decision.key) ?? []).find(isTold)
  const open = obligation !== undefined && obligation.state !== 'fulfilled' && obligation.state !== 'lapsed'
  return {
    obligationKey: obligation?.key ?? null,
    responsible: personRef(facts, decision.responsibleId),
    dueOn: decision.dueOn,
    state: obligation?.state ?? null,
    said: obligation?.fulfilledByKey ? (facts.tables.log.get(obligation.fulfilledByKey)?.why ?? null) : null,
    canTell: open && may(person, 'answerObligation', { obligation, today }, facts).ok,
  }
}
