import type { OpenBlock } from '#contract/nudge-card-view.ts'
import type { MeasureBlock, ReportBlock } from '#contract/nudge-value-blocks.ts'
import { REPORT_ROWS } from '#domain/codes.ts'
import type { Indicator } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import type { ViewContext } from './context.ts'
import type { NudgeCardInput } from './nudge-card.ts'
import { publishedReports } from './status.ts'

type Own<B extends OpenBlock> = Omit<B, keyof OpenBlock>

/** What a number that waits is asked with: last value, sum this year, target. */
export function measureFields(
  context: ViewContext,
  indicator: Indicator,
  obligation: Obligation,
  { fault, typed }: Pick<OpenBlock, 'fault' | 'typed'>,
): Own<MeasureBlock> {
  const values = (context.facts.measurementsByIndicator.get(indicator.key) ?? []).filter(({ periodKey }) => periodKey !== 'baseline')
  const last = values.findLast(({ value }) => value !== null)
  const year = context.today.slice(0, 4)
  const thisYear = values.filter(({ asOf, value }) => value !== null && asOf.startsWith(year))
  const baselineMeasurement = obligation.kind === 'baseline'
  return {
    kind: 'measure',
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

/** What a status report starts from: last month's rows, and the newest version the reader has seen. */
export function reportFields(context: ViewContext, obligation: Obligation, { tabUrl, draftSaved }: NudgeCardInput): Own<ReportBlock> {
  const { projectKey, periodKey } = obligation
  const reports = publishedReports(context, projectKey)
  const previous = reports.findLast(({ period }) => period < periodKey)
  return {
    kind: 'report',
    projectKey,
    period: periodKey,
    seenVersion: reports.find(({ period }) => period === periodKey)?.version ?? 0,
    previousPeriod: previous?.period ?? null,
    rows: REPORT_ROWS.map((row) => {
      const before = previous?.rows.find((candidate) => candidate.row === row)
      return { row, rating: before?.rating ?? 'notAssessed', comment: before?.comment ?? '' }
    }),
    draftSaved: draftSaved === obligation.key,
    reportUrl: tabUrl({ kind: 'project', projectKey, page: 'report' }),
  }
}
