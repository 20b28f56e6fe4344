import type { NudgeBlock, NudgeCardView, ReportBlock, TabUrl, Typed } from '#contract/card-views.ts'
import type { Fault } from '#contract/errors.ts'
import { REPORT_ROWS } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import { may } from '#domain/may.ts'
import type { Indicator, NudgeRecord, NudgeStepEntry, Person } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import { responsibleChain } from '#domain/responsible.ts'
import { personName, titleOf, type ViewContext } from './context.ts'
import { measuredBlock } from './measurement-answered.ts'
import { publishedReports } from './status.ts'

export interface NudgeCardInput {
  nudge: Pick<NudgeRecord, 'key' | 'steps'>
  reader: Person
  tabUrl: TabUrl
  /** Open days each obligation may still be put off (the use case's rule). */
  snoozeChoices: (obligation: Obligation) => readonly number[]
  /** What had been typed, by block number; kept when the card comes back. */
  typed?: ReadonlyMap<number, Typed>
  /** The refusal of the last try, and which obligation it was about (null = the card as a whole). */
  refused?: { obligationKey: string | null; fault: Fault }
  justAnswered?: string
}

/**
 * The card of one ledger row as things stand now: what waits, what is answered, what fell away. Made from the lists each
 * time, so that a card pressed twice, too late or after somebody else shows the truth.
 */
export function nudgeCardView(context: ViewContext, input: NudgeCardInput): NudgeCardView {
  const { nudge, reader, refused } = input
  const steps = distinctSteps(nudge.steps)
  const byKey = obligationsByKey(context)
  const blocks = steps.map((step, n) => blockOf(context, { step, n, obligation: byKey.get(step.obligationKey), input }))
  return {
    language: reader.language ?? context.settings.language,
    words: context.settings.words,
    today: context.today,
    nudgeKey: nudge.key,
    firstName: firstNameOf(reader),
    blocks,
    whys: [...new Set(steps.map(({ why }) => why))],
    digest: steps.length > 0 && steps.every(({ step }) => step === 'office'),
    justAnswered: input.justAnswered ?? null,
    notice: refused && (refused.obligationKey === null || !isShownAtField(blocks, refused.obligationKey)) ? refused.fault : null,
    tasksUrl: input.tabUrl({ kind: 'tasks' }),
  }
}

const byKeyOf = new WeakMap<ViewContext, ReadonlyMap<string, Obligation>>()

/** Made once for all cards of a pass. */
export function obligationsByKey(context: ViewContext): ReadonlyMap<string, Obligation> {
  let byKey = byKeyOf.get(context)
  if (!byKey) {
    byKey = new Map(context.obligations.map((obligation) => [obligation.key, obligation]))
    byKeyOf.set(context, byKey)
  }
  return byKey
}

/** `Kari`; empty when the name is not known. */
export const firstNameOf = (person: Pick<Person, 'displayName'>): string =>
  person.displayName === '–' ? '' : (person.displayName.split(' ')[0] ?? '')

function distinctSteps(steps: readonly NudgeStepEntry[]): NudgeStepEntry[] {
  return steps.filter((step, at) => steps.findIndex((other) => other.obligationKey === step.obligationKey) === at)
}

const isShownAtField = (blocks: readonly NudgeBlock[], obligationKey: string): boolean =>
  blocks.some((block) => block.obligationKey === obligationKey && (block.kind === 'measure' || block.kind === 'report'))

interface BlockInput {
  step: NudgeStepEntry
  n: number
  obligation: Obligation | undefined
  input: NudgeCardInput
}

function blockOf(context: ViewContext, { step, n, obligation, input }: BlockInput): NudgeBlock {
  const { facts, today } = context
  const { reader, tabUrl } = input
  const known = obligation ?? facts.tables.obligations.get(step.obligationKey)
  // A card outlives the right to read what it is about: whoever has lost it is told nothing, not even a title.
  if (!known || !may(reader, 'readProject', { obligation: known, today }, facts).ok) {
    const nothing = { n, obligationKey: step.obligationKey, title: '', projectTitle: '', url: tabUrl({ kind: 'tasks' }) }
    return { ...nothing, kind: 'resting', why: 'lapsed', until: null }
  }
  const { projectKey } = known
  const frame = {
    n,
    obligationKey: step.obligationKey,
    title: obligation ? titleOf(context, obligation) : '',
    projectTitle: facts.tables.projects.get(projectKey)?.title ?? '',
    url: tabUrl({ kind: 'project', projectKey }),
  }
  const resting = (why: Extract<NudgeBlock, { kind: 'resting' }>['why'], until: string | null = null): NudgeBlock => ({
    ...frame,
    kind: 'resting',
    why,
    until,
  })
  if (!obligation) return resting('lapsed')
  const answered = answeredBlock(context, frame, obligation, reader)
  if (answered) return answered
  if (obligation.state === 'fulfilled') return resting('fulfilled')
  if (obligation.state === 'lapsed') return resting('lapsed')
  if (obligation.state === 'onHold') return resting('onHold')
  if (obligation.snoozedUntil !== null && obligation.snoozedUntil > today && step.step !== 'office') {
    return resting('snoozed', obligation.snoozedUntil)
  }
  const indicator = facts.tables.indicators.get(obligation.refKey)
  const overdueFrom = obligation.state === 'overdue' ? obligation.overdueFrom : null
  const inTab: NudgeBlock = {
    ...frame,
    kind: 'task',
    obligationKind: obligation.kind,
    periodKey: obligation.periodKey,
    frequency: indicator?.frequency ?? null,
    dueOn: obligation.dueOn,
    overdueFrom,
  }
  if (step.step === 'office') return inTab
  // The programme owner, or who stands in, is told of what is missing and not asked for it: others answer.
  const isAbove = step.step === 'leader' || responsibleChain(obligation, facts).some(({ personId }) => personId === reader.personId)
  const fault = input.refused?.obligationKey === obligation.key ? input.refused.fault : null
  const open = {
    ...frame,
    dueOn: obligation.dueOn,
    overdueFrom,
    snoozeDays: input.snoozeChoices(obligation),
    snoozeNeedsReason: obligation.snoozeCount > 0,
    typed: input.typed?.get(n) ?? {},
    fault,
  }
  if ((obligation.kind === 'measurement' || obligation.kind === 'baseline') && indicator) {
    if (!may(reader, 'recordMeasurement', { indicator, obligation, today }, facts).ok) return isAbove ? inTab : resting('notYours')
    return { ...open, ...measureFields(context, indicator, obligation, fault, open.typed) }
  }
  if (obligation.kind === 'statusReport') {
    if (!may(reader, 'publishReport', { obligation, today }, facts).ok) return isAbove ? inTab : resting('notYours')
    return { ...open, ...reportFields(context, obligation) }
  }
  return inTab
}

type Frame = Pick<NudgeBlock, 'n' | 'obligationKey' | 'title' | 'projectTitle' | 'url'>

function answeredBlock(context: ViewContext, frame: Frame, obligation: Obligation, reader: Person): NudgeBlock | null {
  if (obligation.state !== 'fulfilled') return null
  const { facts } = context
  const indicator = facts.tables.indicators.get(obligation.refKey)
  if (indicator) {
    const measurements = facts.measurementsByIndicator.get(indicator.key) ?? []
    const measurement =
      measurements.find(({ key }) => key === obligation.fulfilledByKey) ??
      measurements.find(({ periodKey }) => periodKey === obligation.periodKey)
    return measurement ? measuredBlock(context, frame, { indicator, measurement, reader }) : null
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

function measureFields(context: ViewContext, indicator: Indicator, obligation: Obligation, fault: Fault | null, typed: Typed) {
  const values = (context.facts.measurementsByIndicator.get(indicator.key) ?? []).filter(({ periodKey }) => periodKey !== 'baseline')
  const last = values.findLast(({ value }) => value !== null)
  const year = context.today.slice(0, 4)
  const thisYear = values.filter(({ asOf, value }) => value !== null && asOf.startsWith(year))
  const baselineMeasurement = obligation.kind === 'baseline'
  return {
    kind: 'measure' as const,
    baselineMeasurement,
    periodKey: obligation.periodKey,
    frequency: indicator.frequency,
    indicatorKind: indicator.kind,
    unit: indicator.unit,
    decimals: indicator.decimals,
    last: last && last.value !== null && !baselineMeasurement ? { value: last.value, asOf: last.asOf } : null,
    sumThisYear: indicator.kind === 'cumulative' && thisYear.length > 0 ? thisYear.reduce((sum, { value }) => sum + (value ?? 0), 0) : null,
    target: indicator.target,
    askComment: fault?.code === 'commentRequired' || (typed.comment ?? '') !== '',
  }
}

function reportFields(
  context: ViewContext,
  obligation: Obligation,
): Omit<ReportBlock, keyof Frame | 'dueOn' | 'overdueFrom' | 'snoozeDays' | 'snoozeNeedsReason' | 'typed' | 'fault'> {
  const reports = publishedReports(context, obligation.projectKey)
  const previous = reports.findLast(({ period }) => period < obligation.periodKey)
  return {
    kind: 'report',
    projectKey: obligation.projectKey,
    period: obligation.periodKey,
    seenVersion: reports.find(({ period }) => period === obligation.periodKey)?.version ?? 0,
    previousPeriod: previous?.period ?? null,
    rows: REPORT_ROWS.map((row) => {
      const before = previous?.rows.find((candidate) => candidate.row === row)
      return { row, rating: before?.rating ?? 'notAssessed', comment: before?.comment ?? '' }
    }),
  }
}
