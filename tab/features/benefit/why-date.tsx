import { lazy, Suspense, useState } from 'react'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './benefit.module.css'
import { periodWords } from './period-words.ts'

const Explanation = lazy(() => import('../../parts/explanation.tsx').then((module) => ({ default: module.Explanation })))

/** «Hvorfor denne fristen?» for each period that waits: unfolded and fetched when somebody asks. */
export function WhyDate({ indicator, today }: { indicator: IndicatorView; today: string }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayForms = useSay(tabForms)
  return indicator.open.map(({ obligationKey, periodKey }) => (
    <OneDate key={obligationKey} obligationKey={obligationKey} today={today}>
      {say('why.date', { period: periodWords(periodKey, indicator.frequency, sayForms, language, today) })}
    </OneDate>
  ))
}

function OneDate({ obligationKey, today, children }: { obligationKey: string; today: string; children: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={css.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{children}</summary>
      {open && (
        <Suspense fallback={null}>
          <Explanation obligationKey={obligationKey} today={today} own={false} />
        </Suspense>
      )}
    </details>
  )
}
