// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the arrow keys step through the points of the chart
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useState } from 'react'
import { formatDate, formatNumber, formatValue } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './benefit.module.css'
import { CHART, type ChartModel, type ChartStep, chartModel } from './chart-model.ts'

export interface IndicatorChartProps {
  indicator: IndicatorView
  title: string
  today: string
  /** A number being typed, shown before it is saved. */
  preview?: { asOf: string; value: number } | null
}

/** One indicator over time. Arrow keys and the pointer step through the points; the same stands in a table. */
export function IndicatorChart({ indicator, title, today, preview = null }: IndicatorChartProps) {
  const { language, announce } = useSession()
  const say = useSay(tabProject)
  const [chosen, setChosen] = useState<number | null>(null)
  const short = (value: number) =>
    indicator.unit === '%' ? formatValue(value, '%', language) : formatNumber(value, language, indicator.decimals)
  const baselineLabel = indicator.baseline === null ? (indicator.kind === 'cumulative' ? '0' : '') : short(indicator.baseline)
  const targetLabel = indicator.target === null ? '' : short(indicator.target)
  const asOf = preview?.asOf ?? null
  const value = preview?.value ?? null
  const model = useMemo(
    () =>
      chartModel(
        indicator,
        today,
        { left: widthOf(baselineLabel), right: widthOf(targetLabel) + 6 },
        asOf === null || value === null ? null : { asOf, value },
      ),
    [indicator, today, baselineLabel, targetLabel, asOf, value],
  )
  // Escape takes the tip away also for one who only points (WCAG 2.2, 1.4.13).
  const hasTip = chosen !== null
  useEffect(() => {
    if (!hasTip) return
    const dismiss = (event: { key: string }) => event.key === 'Escape' && setChosen(null)
    document.addEventListener('keydown', dismiss)
    return () => document.removeEventListener('keydown', dismiss)
  }, [hasTip])
  if (model === null) return null
  const say1 = (step: ChartStep): string => {
    const date = formatDate(step.date, language, today)
    if (step.value === null) return say(step.kind === 'overdue' ? 'chart.overdue' : 'chart.notMeasured', { date })
    const shown = formatValue(step.value, indicator.unit, language, indicator.decimals)
    return say(step.kind === 'preview' ? 'chart.preview' : 'chart.point', { date, value: shown })
  }
  const stepTo = (index: number) => {
    const to = Math.max(0, Math.min(model.steps.length - 1, index))
    const step = model.steps[to]
    if (!step) return
    setChosen(to)
    announce(say1(step))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = model.steps.length - 1
    const to = { ArrowRight: (chosen ?? -1) + 1, ArrowLeft: (chosen ?? last + 1) - 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    stepTo(to)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    // The tip hangs below the chart and can be pointed at without changing.
    if (event.clientY > box.bottom) return
    const x = ((event.clientX - box.left) / box.width) * CHART.width
    setChosen(nearest(model.steps, x))
  }
  const step = chosen === null ? undefined : model.steps[chosen]
  return (
    <div
      role="application"
      aria-label={say('chart.label', { title, points: model.steps.filter((one) => one.value !== null).length })}
      tabIndex={0}
      className={css.chart}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setChosen(null)}
      onBlur={() => setChosen(null)}
    >
      <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} className={css.drawing} aria-hidden="true">
        <Lines model={model} />
        {model.steps.map((one) => (
          <Mark key={`${one.kind}${one.date}`} step={one} />
        ))}
        {model.target && (
          <circle cx={model.target.x} cy={model.target.y} r="4" fill="var(--puls-surface)" stroke="var(--puls-plan)" strokeWidth="2" />
        )}
        {model.baseline && (
          <text x={model.left - 6} y={model.baseline.y + 4} textAnchor="end" className={css.axisText}>
            {baselineLabel}
          </text>
        )}
        {model.target && (
          <text x={model.target.x + 8} y={model.target.y + 4} className={css.targetText}>
            {targetLabel}
          </text>
        )}
        {step && <circle cx={step.x} cy={step.y} r="6" fill="none" stroke="var(--colorStrokeFocus2)" strokeWidth="1.5" />}
      </svg>
      {step && <span className={css.tip}>{say1(step)}</span>}
    </div>
  )
}

function Lines({ model }: { model: ChartModel }) {
  return (
    <>
      <path d={`M${model.left} ${model.axis}H${model.right}`} stroke="var(--puls-line-weak)" strokeWidth="1" strokeDasharray="1 2" />
      {model.todayX !== null && <path d={`M${model.todayX} 2V${model.axis}`} stroke="var(--puls-line-weak)" strokeWidth="1" />}
      {model.band && <path d={model.band} fill="var(--puls-band)" />}
      {model.plan && <path d={model.plan} fill="none" stroke="var(--puls-done)" strokeWidth="1.2" />}
      {model.forecast && <path d={model.forecast} fill="none" stroke="var(--puls-now)" strokeWidth="1.8" strokeDasharray="4 3" />}
      {model.measured.map((path) => (
        <path key={path} d={path} fill="none" stroke="var(--puls-now)" strokeWidth="2" strokeLinejoin="round" />
      ))}
    </>
  )
}

function Mark({ step }: { step: ChartStep }) {
  switch (step.kind) {
    case 'point':
      return <circle cx={step.x} cy={step.y} r="2.6" fill="var(--puls-now)" />
    case 'preview':
      return (
        <circle
          cx={step.x}
          cy={step.y}
          r="4"
          fill="var(--puls-surface)"
          stroke="var(--puls-now)"
          strokeWidth="2"
          className={css.newPoint}
        />
      )
    case 'notMeasured':
      return <path d={`m${step.x - 3} ${step.y - 3} 6 6m0-6-6 6`} stroke="var(--puls-plan)" strokeWidth="1.4" />
    case 'overdue':
      return (
        <rect
          x={step.x - 3.5}
          y={step.y - 3.5}
          width="7"
          height="7"
          fill="var(--puls-surface)"
          stroke="var(--puls-late-text)"
          strokeWidth="1.8"
        />
      )
  }
}

function nearest(steps: readonly ChartStep[], x: number): number | null {
  const distances = steps.map((step) => Math.abs(step.x - x))
  const least = Math.min(...distances)
  return least > 24 ? null : distances.indexOf(least)
}

/** About what a label takes at 11 px; digits are even-width. */
const widthOf = (label: string): number => Math.max(14, label.length * 6.6 + 8)

/** What the signs mean, once above the charts. */
export function ChartLegend() {
  const say = useSay(tabProject)
  return (
    <ul className={css.legend} aria-label={say('legend.label')}>
      <li>
        <svg width="18" height="10" aria-hidden="true">
          <path d="M0 5h18" stroke="var(--puls-now)" strokeWidth="2" />
        </svg>
        {say('legend.measured')}
      </li>
      <li>
        <svg width="18" height="10" aria-hidden="true">
          <path d="M0 5h18" stroke="var(--puls-done)" strokeWidth="1.2" />
        </svg>
        {say('legend.plan')}
      </li>
      <li>
        <svg width="18" height="10" aria-hidden="true">
          <path d="M0 5h18" stroke="var(--puls-now)" strokeWidth="1.8" strokeDasharray="4 3" />
        </svg>
        {say('legend.forecast')}
      </li>
      <li>
        <svg width="10" height="10" aria-hidden="true">
          <path d="m2 2 6 6M8 2 2 8" stroke="var(--puls-plan)" strokeWidth="1.4" />
        </svg>
        {say('legend.notMeasured')}
      </li>
      <li>
        <svg width="10" height="10" aria-hidden="true">
          <rect x="1.5" y="1.5" width="7" height="7" fill="none" stroke="var(--puls-late-text)" strokeWidth="1.8" />
        </svg>
        {say('legend.overdue')}
      </li>
    </ul>
  )
}
