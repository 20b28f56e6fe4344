import type { MeasuredBlock } from '#contract/nudge-value-blocks.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Indicator, Instant, Measurement, Person } from '#domain/model.ts'
import { mayUndo, UNDO_MINUTES } from '#domain/undo-measurement.ts'
import { personName, type ViewContext } from './context.ts'
import { assessmentOf, assessmentView } from './indicator.ts'

/** An answered number as the card folds it: where it stands on its way from baseline to target, and what the forecast says now. */
export function measuredBlock(
  context: ViewContext,
  frame: Pick<MeasuredBlock, 'n' | 'obligationKey' | 'title' | 'projectTitle' | 'url'>,
  answer: { indicator: Indicator; measurement: Measurement; reader: Person; now: Instant },
): MeasuredBlock {
  const { indicator, measurement, reader, now } = answer
  const values = context.facts.measurementsByIndicator.get(indicator.key) ?? []
  const before = values.findLast((row) => row.value !== null && row.asOf < measurement.asOf && row.periodKey !== 'baseline')
  const assessment = assessmentView(assessmentOf(context, indicator))
  const cumulative = indicator.kind === 'cumulative'
  return {
    ...frame,
    kind: 'measured',
    periodKey: measurement.periodKey,
    frequency: indicator.frequency,
    indicatorKind: indicator.kind,
    unit: indicator.unit,
    decimals: indicator.decimals,
    value: measurement.value,
    total: cumulative ? assessment.currentValue : null,
    reason: measurement.reason,
    baseline: indicator.baseline,
    previous: before && before.value !== null && !cumulative ? { value: before.value, periodKey: before.periodKey } : null,
    target: indicator.target,
    targetOn: indicator.targetOn,
    achievementPercent: assessment.achievementPercent,
    plannedPercent: assessment.plannedPercent,
    course: assessment.course,
    forecastValue: assessment.forecastValue,
    forecastAgainstTarget: againstTarget(indicator, assessment.forecastValue),
    byName: measurement.actorId === reader.personId ? null : personName(context.facts, measurement.actorId),
    at: measurement.actedAt,
    on: civilDateOf(measurement.actedAt, context.settings.calendar.zone),
    measurementKey: measurement.key,
    undoUntil: mayUndo({ measurement, byId: reader.personId, now }) ? undoEnds(measurement) : null,
  }
}

const undoEnds = ({ actedAt }: Measurement): Instant => new Date(Date.parse(actedAt) + UNDO_MINUTES * 60_000).toISOString()

/** A forecast within one per cent of the way is on target: finer words would promise more than a straight line can. */
function againstTarget(
  { direction, baseline, target }: Pick<Indicator, 'direction' | 'baseline' | 'target'>,
  forecast: number | null,
): MeasuredBlock['forecastAgainstTarget'] {
  if (forecast === null || target === null || direction === 'maintain') return null
  const way = Math.abs(target - (baseline ?? 0))
  if (Math.abs(forecast - target) <= way / 100) return 'reached'
  return forecast > target === (direction === 'increase') ? 'better' : 'short'
}
