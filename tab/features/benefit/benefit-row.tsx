import { useState } from 'react'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { BenefitView, IndicatorView, RecordedView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { Status, shapeOfCourse } from '../../parts/status-mark.tsx'
import { EditButton, EditSlot } from '../edit/editing.tsx'
import css from './benefit.module.css'
import { BenefitDetails } from './benefit-details.tsx'
import type { OpenForm } from './benefit-list.tsx'
import { overdueLines } from './benefit-words.ts'
import { IndicatorChart } from './indicator-chart.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { Lacking } from './lacking.tsx'
import { MeasurementForm } from './measurement-form.tsx'
import { BenefitNumbers, gapWords } from './numbers.tsx'
import { WhyDate } from './why-date.tsx'

export interface BenefitRowProps {
  benefit: BenefitView
  indicator: IndicatorView | null
  asTable: boolean
  today: string
  currency: string
  open: OpenForm | null
  onOpen: (form: OpenForm | null) => void
  onSaved: (recorded: RecordedView) => void
  onKept: () => void
}

/** One benefit and one of its indicators: what it is, its line over time, its numbers, its course; the form unfolds under it. */
export function BenefitRow({ benefit, indicator, asTable, today, currency, open, onOpen, onSaved, onKept }: BenefitRowProps) {
  const [preview, setPreview] = useState<{ asOf: string; value: number } | null>(null)
  const mine = open !== null && indicator !== null && open.indicatorKey === indicator.key
  const ask = (periodKey: string | null) => indicator !== null && onOpen({ indicatorKey: indicator.key, periodKey, corrected: null })
  return (
    <li className={css.row} id={`benefit-${benefit.key}`}>
      <div className={css.columns} data-table={asTable && indicator !== null}>
        <About benefit={benefit} indicator={indicator} today={today} onRecord={indicator?.canRecord && !mine ? () => ask(null) : null} />
        {(!asTable || indicator === null) && (
          <div className={css.middle}>
            <Lacking indicator={indicator} onBaseline={indicator?.canRecord ? () => ask('baseline') : null} today={today} />
            {indicator !== null && indicator.assessment.course !== 'baselineMissing' && (
              <IndicatorChart indicator={indicator} title={benefit.title} today={today} preview={mine ? preview : null} />
            )}
          </div>
        )}
        <BenefitNumbers indicator={indicator} />
        <CourseCell indicator={indicator} />
      </div>
      {asTable && indicator !== null && (
        <IndicatorTable
          indicator={indicator}
          title={benefit.title}
          onCorrect={indicator.canRecord ? (point) => onOpen({ indicatorKey: indicator.key, periodKey: null, corrected: point }) : null}
        />
      )}
      {mine && indicator !== null && (
        <div className={css.formFrame}>
          <MeasurementForm
            key={`${open.periodKey ?? ''}:${open.corrected?.key ?? ''}`}
            indicator={indicator}
            title={benefit.title}
            today={today}
            periodKey={open.periodKey}
            corrected={open.corrected}
            focusNow
            onPreview={setPreview}
            onSaved={(recorded) => {
              setPreview(null)
              onSaved(recorded)
            }}
            onKept={onKept}
            onCancel={() => onOpen(null)}
          />
        </div>
      )}
      <RowForms benefit={benefit} indicator={indicator} />
      {indicator !== null && <WhyDate indicator={indicator} today={today} />}
      <BenefitDetails benefit={benefit} indicator={indicator} currency={currency} />
    </li>
  )
}

/** A benefit with several indicators has several rows; what is its own stands in the first. */
const isFirst = (benefit: BenefitView, indicator: IndicatorView | null): boolean =>
  indicator === null || benefit.indicators[0]?.key === indicator.key

/** The forms of the row, under it. */
function RowForms({ benefit, indicator }: { benefit: BenefitView; indicator: IndicatorView | null }) {
  const say = useSay(tabEdit)
  return (
    <>
      {isFirst(benefit, indicator) && (
        <>
          <EditSlot at={{ form: 'benefit', key: benefit.key }} title={say('edit.benefit', { title: benefit.title })} />
          <EditSlot at={{ form: 'newIndicator', key: benefit.key }} title={say('add.indicatorTo', { title: benefit.title })} />
        </>
      )}
      {indicator !== null && (
        <EditSlot at={{ form: 'indicator', key: indicator.key }} title={say('edit.indicator', { title: indicator.title })} />
      )}
    </>
  )
}

function About(props: { benefit: BenefitView; indicator: IndicatorView | null; today: string; onRecord: (() => void) | null }) {
  const { benefit, indicator, today, onRecord } = props
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const sayEdit = useSay(tabEdit)
  const kind = [sayWords(`category.${benefit.category}`), sayWords(`level.${benefit.level}`)]
  if (benefit.takeOut) kind.push(sayWords(`takeOut.${benefit.takeOut}`))
  return (
    <div className={css.about}>
      <h3>{benefit.title}</h3>
      {indicator !== null && indicator.title !== benefit.title && <p className={css.quiet}>{indicator.title}</p>}
      <p className={css.quiet}>{kind.join(' · ')}</p>
      <p className={css.quiet}>{benefit.owner?.name ?? say('benefits.ownerMissing')}</p>
      {indicator !== null &&
        overdueLines(indicator, say, language, today).map((text) => (
          <p key={text} className={css.late}>
            {text}
          </p>
        ))}
      {onRecord !== null && (
        <button
          type="button"
          className={`${partsCss.link} ${css.record}`}
          aria-label={`${say('act.record')}: ${benefit.title}`}
          onClick={onRecord}
        >
          {say('act.record')}
        </button>
      )}
      <div className={css.edits}>
        {isFirst(benefit, indicator) && (
          <EditButton at={{ form: 'benefit', key: benefit.key }} label={sayEdit('edit.benefit', { title: benefit.title })}>
            {sayEdit('edit.short')}
          </EditButton>
        )}
        {indicator === null ? (
          <EditButton at={{ form: 'newIndicator', key: benefit.key }} label={sayEdit('add.indicatorTo', { title: benefit.title })}>
            {sayEdit('add.indicator')}
          </EditButton>
        ) : (
          <EditButton at={{ form: 'indicator', key: indicator.key }} label={sayEdit('edit.indicator', { title: indicator.title })}>
            {sayEdit('edit.shortIndicator')}
          </EditButton>
        )}
      </div>
    </div>
  )
}

function CourseCell({ indicator }: { indicator: IndicatorView | null }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const course = indicator?.assessment.course ?? 'cannotCompute'
  const gap = indicator === null ? null : gapWords(indicator.assessment, say, language)
  return (
    <div className={css.course}>
      <Status shape={shapeOfCourse(course)}>{sayWords(`course.${course}`)}</Status>
      {gap !== null && <p className={css.quiet}>{gap}</p>}
    </div>
  )
}
