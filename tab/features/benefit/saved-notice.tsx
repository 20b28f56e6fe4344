import { useEffect, useRef } from 'react'
import { formatValue } from '#contract/texts/format.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { RecordedView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import { periodWords } from './period-words.ts'

/** «Lagret: 13,8 dager for april.» where the form stood, with what can be done next beside it. */
export function SavedNotice({ recorded, today, children }: { recorded: RecordedView; today: string; children?: React.ReactNode }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { measurement, indicator } = recorded
  const period = periodWords(measurement.periodKey, indicator.frequency, say, language, today)
  const value = measurement.value === null ? '' : formatValue(measurement.value, indicator.unit, language, indicator.decimals)
  const text =
    measurement.value === null
      ? say('record.savedCannot', { period })
      : measurement.periodKey === 'baseline'
        ? say('record.savedBaseline', { value })
        : say('record.saved', { value, period })
  return (
    <div ref={box} tabIndex={-1} className={`${partsCss.notice} ${partsCss.good}`} role="status">
      <CheckIcon />
      <span>{text}</span>
      {children}
    </div>
  )
}
