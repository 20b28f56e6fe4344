import type { NudgeBlock, OpenBlock, PanelName } from '#contract/nudge-card-view.ts'
import type { RestingBlock, TaskBlock } from '#contract/nudge-task-blocks.ts'
import { isOwnershipConfirmed } from '#domain/confirm-ownership.ts'
import { civilDateOf } from '#domain/dates.ts'
import { may } from '#domain/may.ts'
import type { NudgeStepEntry, Person } from '#domain/model.ts'
import { isProposed } from '#domain/not-relevant.ts'
import type { Obligation } from '#domain/obligations.ts'
import { approverOf, responsibleChain } from '#domain/responsible.ts'
import { snoozeLatest } from '#domain/snooze.ts'
import { isDelegatedTo, personName, titleOf, type ViewContext } from './context.ts'
import { measuredBlock } from './measurement-answered.ts'
import type { NudgeCardInput } from './nudge-card.ts'
import { canOf, panelOf } from './nudge-panel.ts'
import { actionFields, approvalFields, decisionFields, handoverFields, orphanFields } from './nudge-task-blocks.ts'
import { measureFields, reportFields } from './nudge-value-blocks.ts'
import { publishedReports } from './status.ts'

export interface BlockInput {
  step: NudgeStepEntry
  n: number
  obligation: Obligation | undefined
  input: NudgeCardInput
}

export type BlockFrame = Pick<NudgeBlock, 'n' | 'obligationKey' | 'title' | 'projectTitle' | 'url'>

/** One obligation of a card as it stands for the reader now: a question, an answer, a line, or that it is no longer theirs. */
export function blockOf(context: ViewContext, block: BlockInput): NudgeBlock {
  const { step, n, obligation, input } = block
  const { facts, today } = context
  const { reader, tabUrl } = input
  const known = obligation ?? facts.tables.obligations.get(step.obligationKey)
  // A card outlives the right to read what it is about: whoever has lost it is told nothing, not even a title.
  if (!known || !may(reader, 'readProject', { obligation: known, today }, facts).ok) {
    const nothing = { n, obligationKey: step.obligationKey, title: '', projectTitle: '', url: tabUrl({ kind: 'tasks' }) }
    return { ...nothing, kind: 'resting', why: 'lapsed', until: null, name: null }
  }
  const { projectKey } = known
  const frame: BlockFrame = {
    n,
    obligationKey: step.obligationKey,
    title: obligation ? titleOf(context, obligation) : '',
    projectTitle: facts.tables.projects.get(projectKey)?.title ?? '',
    url: tabUrl({ kind: 'project', projectKey }),
  }
  if (!obligation) return resting(frame, 'lapsed')
  return (
    answeredBlock(context, frame, obligation, input) ??
    settledBlock(context, frame, { ...block, obligation }) ??
    waitingBlock(context, frame, { ...block, obligation })
  )
}

const resting = (frame: BlockFrame, why: RestingBlock['why'], more: Partial<Pick<RestingBlock, 'until' | 'name'>> = {}): RestingBlock => ({
  ...frame,
  kind: 'resting',
  why,
  until: null,
  name: null,
  ...more,
})

type Waiting = BlockInput & { obligation: Obligation }

/** What asks for nothing more from the reader. */
function settledBlock(context: ViewContext, frame: BlockFrame, { step, obligation, input }: Waiting): NudgeBlock | null {
  const { facts, today } = context
  const { reader } = input
  const { state, snoozedUntil, delegatedToId, delegatedUntil } = obligation
  if (state === 'fulfilled') return resting(frame, obligation.kind === 'action' ? 'done' : 'fulfilled')
  if (state === 'lapsed') return resting(frame, 'lapsed')
  const row = facts.tables.obligations.get(obligation.key)
  if (isProposed(row)) {
    const approver = approverOf(obligation, facts)
    if (step.step === 'approval' && may(reader, 'approveWaiver', { obligation, today }, facts).ok) return null
    return resting(frame, 'proposed', {
      name: approver && approver.personId !== reader.personId ? personName(facts, approver.personId) : null,
    })
  }
  if (step.step === 'approval') return resting(frame, 'rejected')
  if (state === 'onHold') return resting(frame, 'onHold')
  if (step.step === 'office') return null
  // Asked in an earlier round: somebody has taken over since.
  if (step.round < obligation.round && obligation.assigneeId !== null && obligation.assigneeId !== reader.personId) {
    return resting(frame, 'named', { name: personName(facts, obligation.assigneeId) })
  }
  if (delegatedToId !== null && delegatedToId !== reader.personId && isDelegatedTo(obligation, delegatedToId, today)) {
    return resting(frame, 'delegated', { until: delegatedUntil, name: personName(facts, delegatedToId) })
  }
  if (snoozedUntil !== null && snoozedUntil > today) return resting(frame, 'snoozed', { until: snoozedUntil })
  return null
}

/** What waits: the question, or the line that tells of it. */
function waitingBlock(context: ViewContext, frame: BlockFrame, waiting: Waiting): NudgeBlock {
  const { step, n, obligation, input } = waiting
  const { facts, today } = context
  const { reader } = input
  const { tables } = facts
  const overdueFrom = obligation.state === 'overdue' ? obligation.overdueFrom : null
  const indicator = tables.indicators.get(obligation.refKey)
  const task: TaskBlock = {
    ...frame,
    kind: 'task',
    obligationKind: obligation.kind,
    periodKey: obligation.periodKey,
    frequency: indicator?.frequency ?? null,
    dueOn: obligation.dueOn,
    overdueFrom,
  }
  if (step.step === 'office') return task
  const isRequest = isDelegatedTo(obligation, reader.personId, today)
  const open: OpenBlock = {
    ...frame,
    obligationKind: obligation.kind,
    dueOn: obligation.dueOn,
    overdueFrom,
    panel: panelOf(context, waiting),
    snoozeDays: input.snoozeChoices(obligation),
    snoozeLatest: snoozeLatest(obligation, context),
    snoozeNeedsReason: obligation.snoozeCount > 0,
    can: canOf(context, waiting),
    request: isRequest
      ? { byName: obligation.assigneeId === null ? '' : personName(facts, obligation.assigneeId), until: obligation.delegatedUntil }
      : null,
    typed: input.typed?.get(n) ?? {},
    fault: input.refused?.obligationKey === obligation.key ? input.refused.fault : null,
  }
  if (step.step === 'approval') return { ...open, ...approvalFields(context, obligation) }
  const mayAnswer = mayAnswerItself(context, obligation, reader)
  const opened = input.opened?.obligationKey === obligation.key ? input.opened.panel : null
  if (
    obligation.assigneeId === null &&
    !isRequest &&
    !(opened !== null && ANSWERING.includes(opened)) &&
    isLeader(context, obligation, reader)
  ) {
    return { ...open, ...orphanFields(context, obligation, mayAnswer) }
  }
  // The programme owner, or who stands in, is told of what is missing and not asked for it: others answer.
  const isAbove = step.step === 'leader' || responsibleChain(obligation, facts).some(({ personId }) => personId === reader.personId)
  if (!mayAnswer) return isAbove ? task : resting(frame, 'notYours')
  if (step.step === 'handover' && !isOwnershipConfirmed(obligation, facts)) return { ...open, ...handoverFields(context, obligation) }
  if ((obligation.kind === 'measurement' || obligation.kind === 'baseline') && indicator) {
    return { ...open, ...measureFields(context, indicator, obligation, open) }
  }
  if (obligation.kind === 'statusReport') return { ...open, ...reportFields(context, obligation, input) }
  if (obligation.kind === 'action') return { ...open, ...actionFields(obligation) }
  if (obligation.kind === 'decisionFollowUp' || obligation.kind === 'pilotEnd')
    return { ...open, ...decisionFields(context, obligation, input) }
  return task
}

/** Parts of the question itself: whoever opens one answers it, though nobody is named as responsible. */
const ANSWERING: readonly PanelName[] = ['answer', 'cannot', 'delegate', 'preview']

/** Whether the reader may give the answer the obligation asks for. */
function mayAnswerItself(context: ViewContext, obligation: Obligation, reader: Person): boolean {
  const { facts, today } = context
  const indicator = facts.tables.indicators.get(obligation.refKey)
  if ((obligation.kind === 'measurement' || obligation.kind === 'baseline') && indicator) {
    return may(reader, 'recordMeasurement', { indicator, obligation, today }, facts).ok
  }
  if (obligation.kind === 'statusReport') return may(reader, 'publishReport', { obligation, today }, facts).ok
  return may(reader, 'answerObligation', { obligation, today }, facts).ok
}

/** Those who name somebody when nobody is responsible. */
const isLeader = (context: ViewContext, obligation: Obligation, reader: Person): boolean => {
  const project = context.facts.tables.projects.get(obligation.projectKey)
  return project !== undefined && may(reader, 'editProject', { project, today: context.today }, context.facts).ok
}

function answeredBlock(context: ViewContext, frame: BlockFrame, obligation: Obligation, input: NudgeCardInput): NudgeBlock | null {
  if (obligation.state !== 'fulfilled') return null
  const { facts } = context
  const { reader, now } = input
  const indicator = facts.tables.indicators.get(obligation.refKey)
  if (indicator) {
    const measurements = facts.measurementsByIndicator.get(indicator.key) ?? []
    const measurement =
      measurements.find(({ key }) => key === obligation.fulfilledByKey) ??
      measurements.find(({ periodKey }) => periodKey === obligation.periodKey)
    return measurement ? measuredBlock(context, frame, { indicator, measurement, reader, now }) : null
  }
  if (obligation.kind !== 'statusReport') return null
  const report = publishedReports(context, obligation.projectKey).find(({ period }) => period === obligation.periodKey)
  if (!report) return null
  return {
    ...frame,
    kind: 'reported',
    period: report.period,
    version: report.version,
    overall: report.rows.find(({ row }) => row === 'overall')?.rating ?? 'notAssessed',
    byName: report.actorId === reader.personId ? null : personName(facts, report.actorId),
    at: report.actedAt,
    on: civilDateOf(report.actedAt, context.settings.calendar.zone),
  }
}
