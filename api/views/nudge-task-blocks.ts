import type { OpenBlock } from '#contract/nudge-card-view.ts'
import type { ActionBlock, ApprovalBlock, DecisionBlock, HandoverBlock, OrphanBlock } from '#contract/nudge-task-blocks.ts'
import { addOpenDays } from '#domain/calendar.ts'
import { civilDateOf } from '#domain/dates.ts'
import { plannedRow, readinessOf } from '#domain/decision-points.ts'
import { checklistFor, pointIn, profileOf } from '#domain/method-profile.ts'
import type { Project } from '#domain/model.ts'
import { proposedBy } from '#domain/not-relevant.ts'
import type { Obligation } from '#domain/obligations.ts'
import { personName, type ViewContext } from './context.ts'
import type { NudgeCardInput } from './nudge-card.ts'
import { peopleOf } from './people-of-project.ts'

type Own<B extends OpenBlock> = Omit<B, keyof OpenBlock>

const frequencyOf = ({ facts }: ViewContext, { refKey }: Obligation) => facts.tables.indicators.get(refKey)?.frequency ?? null

/** «Ikke lenger aktuelt» as the approver is asked about it: who says so, why, since when, and what falls away with it. */
export function approvalFields(context: ViewContext, obligation: Obligation): Own<ApprovalBlock> {
  const { facts, settings } = context
  const row = facts.tables.obligations.get(obligation.key)
  const proposed = row && proposedBy(row, facts)
  return {
    kind: 'approval',
    periodKey: obligation.periodKey,
    frequency: frequencyOf(context, obligation),
    byName: proposed ? personName(facts, proposed.byId) : '–',
    reason: row?.waivedReason ?? '',
    proposedOn: proposed ? civilDateOf(proposed.at, settings.calendar.zone) : context.today,
    andLater: obligation.kind === 'measurement',
  }
}

/** A new owner, told at once and asked five open days later (rule 9). */
export function handoverFields(context: ViewContext, obligation: Obligation): Own<HandoverBlock> {
  const { calendar, ladder } = context.settings
  return {
    kind: 'handover',
    periodKey: obligation.periodKey,
    frequency: frequencyOf(context, obligation),
    askedOn: addOpenDays(obligation.handoverOn ?? context.today, ladder.chase, calendar),
  }
}

/** «Mangler ansvarlig», with those who may be named. */
export function orphanFields(context: ViewContext, obligation: Obligation, mayAnswer: boolean): Own<OrphanBlock> {
  return {
    kind: 'orphan',
    periodKey: obligation.periodKey,
    frequency: frequencyOf(context, obligation),
    people: peopleOf(context, obligation.projectKey),
    mayAnswer,
  }
}

export const actionFields = ({ periodKey }: Obligation): Own<ActionBlock> => ({ kind: 'action', lesson: periodKey === 'lesson' })

/** Lines of what is missing that a card shows; the rest stands in the tab. */
const SHOWN_LACKS = 4

/** A decision with what its point still lacks, or what was asked for by one. */
export function decisionFields(context: ViewContext, obligation: Obligation, { tabUrl }: NudgeCardInput): Own<DecisionBlock> {
  const { facts } = context
  const { projectKey } = obligation
  const project = facts.tables.projects.get(projectKey)
  const what = obligation.kind === 'pilotEnd' ? 'pilotEnd' : obligation.periodKey === 'follow-up' ? 'followUp' : 'decide'
  const decision = facts.tables.decisions.get(obligation.refKey)
  // A point that is held again has no row yet: it is the profile's repeated one.
  const repeated = project && profileOf(project, facts).points.find(({ repeatMonths }) => repeatMonths !== null)
  const point = decision?.point ?? (what === 'decide' ? (repeated?.point ?? null) : null)
  const lacks = project && what === 'decide' && point !== null ? lacksOf(context, project, point) : []
  return {
    kind: 'decision',
    what,
    point,
    lacks: lacks.slice(0, SHOWN_LACKS),
    moreLacks: Math.max(0, lacks.length - SHOWN_LACKS),
    decisionUrl: tabUrl({ kind: 'project', projectKey, ...(what === 'decide' && { page: 'decision' as const }) }),
  }
}

function lacksOf({ facts }: ViewContext, project: Project, point: NonNullable<DecisionBlock['point']>): DecisionBlock['lacks'] {
  const row = plannedRow(point, project, facts)
  const readiness = readinessOf(point, project, facts, row ?? {})
  const profile = pointIn(profileOf(project, facts), point)
  const items = profile ? checklistFor(profile, project) : []
  return (readiness?.lacks ?? []).map(({ code, rule, benefitKey, indicatorKey }) => ({
    lack: { code, rule },
    subject: facts.tables.indicators.get(indicatorKey ?? '')?.title ?? facts.tables.benefits.get(benefitKey ?? '')?.title ?? null,
    item: items.find((item) => item.rule === rule) ?? null,
  }))
}
