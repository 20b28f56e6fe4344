import { lazy, Suspense, useState } from 'react'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { tabPlan } from '#contract/texts/tab-plan.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { BenefitView, IndicatorView, ProjectView, RecordedView } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { EditButton, EditSlot } from '../edit/editing.tsx'
import css from './benefit.module.css'
import { BenefitRow } from './benefit-row.tsx'
import { Cancelled, Drawback } from './drawback.tsx'
import { ChartLegend } from './indicator-chart.tsx'
import type { Corrected } from './measurement-draft.ts'

const BenefitMap = lazy(() => import('../benefit-map/benefit-map.tsx').then((module) => ({ default: module.BenefitMap })))

/** Which form stands open under which indicator. */
export interface OpenForm {
  indicatorKey: string
  periodKey: string | null
  corrected: Corrected | null
}

const ON_TRACK: readonly string[] = ['onTrack', 'maintained', 'realised']
const NOT_COMPUTED: readonly string[] = ['notMeasured', 'baselineMissing', 'cannotCompute']

/** The project's benefits, one row per indicator, charts or tables; drawbacks last. */
export function BenefitList(props: {
  project: ProjectView
  open: OpenForm | null
  onOpen: (form: OpenForm | null) => void
  onSaved: (recorded: RecordedView) => void
  onKept: () => void
}) {
  const { project } = props
  const say = useSay(tabProject)
  const sayEdit = useSay(tabEdit)
  const [asTable, setAsTable] = useState(false)
  const [mapped, setMapped] = useState(false)
  const sayPlan = useSay(tabPlan)
  const benefits = project.benefits.filter((benefit) => !benefit.drawback && benefit.state !== 'cancelled')
  const drawbacks = project.benefits.filter((benefit) => benefit.drawback && benefit.state !== 'cancelled')
  const cancelled = project.benefits.filter((benefit) => benefit.state === 'cancelled')
  const hasIndicator = benefits.some((benefit) => benefit.indicators.length > 0)
  return (
    <section aria-labelledby="benefits" className={css.list}>
      <div className={css.listHead}>
        <h2 id="benefits">{say('benefits.title')}</h2>
        {benefits.length > 0 && <span className={css.quiet}>{summaryWords(benefits, say)}</span>}
        <EditButton at={{ form: 'newBenefit', key: '' }} label={sayEdit('add.benefit')}>
          {sayEdit('add.benefit')}
        </EditButton>
        <span className={css.toEnd} />
        {benefits.length > 0 && (
          <>
            <a className={partsCss.link} href={hrefOf({ name: 'plan', key: project.key })}>
              {sayPlan('plan.link')}
            </a>
            <button type="button" className={partsCss.link} aria-expanded={mapped} onClick={() => setMapped(!mapped)}>
              {sayPlan(mapped ? 'map.hide' : 'map.show')}
            </button>
          </>
        )}
        {hasIndicator && (
          <button type="button" className={partsCss.link} onClick={() => setAsTable(!asTable)}>
            {say(asTable ? 'benefits.asChart' : 'benefits.asTable')}
          </button>
        )}
      </div>
      <EditSlot at={{ form: 'newBenefit', key: '' }} title={sayEdit('add.benefit')} />
      {mapped && (
        <Suspense fallback={null}>
          <BenefitMap project={project} />
        </Suspense>
      )}
      {hasIndicator && !asTable && <ChartLegend />}
      {benefits.length === 0 && <p className={css.none}>{say('benefits.none')}</p>}
      <ul>
        {benefits.flatMap((benefit) =>
          (benefit.indicators.length > 0 ? benefit.indicators : [null]).map((indicator: IndicatorView | null) => (
            <BenefitRow
              key={indicator?.key ?? benefit.key}
              benefit={benefit}
              indicator={indicator}
              asTable={asTable}
              today={project.today}
              currency={project.money.currency}
              {...props}
            />
          )),
        )}
        {drawbacks.map((drawback) => (
          <Drawback key={drawback.key} drawback={drawback} currency={project.money.currency} today={project.today} />
        ))}
        {cancelled.map((benefit) => (
          <Cancelled key={benefit.key} benefit={benefit} />
        ))}
      </ul>
    </section>
  )
}

function summaryWords(benefits: readonly BenefitView[], say: ReturnType<typeof useSay<typeof tabProject>>): string {
  const courses = benefits.map((benefit) => benefit.indicators.map((indicator) => indicator.assessment.course))
  const measured = courses.filter((all) => all.some((course) => !NOT_COMPUTED.includes(course)))
  const onTrack = measured.filter((all) => all.every((course) => NOT_COMPUTED.includes(course) || ON_TRACK.includes(course)))
  const left = benefits.length - measured.length
  const first = measured.length === 0 ? say('benefits.noneMeasured') : say('benefits.summary', { n: onTrack.length, all: measured.length })
  return left > 0 && measured.length > 0 ? `${first} · ${say('benefits.unmeasurable', { n: left })}` : first
}
