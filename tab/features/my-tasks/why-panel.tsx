import { Button } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { useSay } from '../../app/session.ts'
import type { ActPanelProps } from './act-frame.tsx'
import css from './acts.module.css'

const Explanation = lazy(() => import('../../parts/explanation.tsx').then((module) => ({ default: module.Explanation })))

/** Why it is asked of this person, how the dates came about, and what comes next. */
export function Why({ task, title, today, onClose }: ActPanelProps) {
  const say = useSay(tabActs)
  return (
    <section className={css.panel} aria-label={`${say('act.why')} ${title}`}>
      <h4>{say('act.why')}</h4>
      <Suspense fallback={null}>
        <Explanation obligationKey={task.obligationKey} today={today} />
      </Suspense>
      <div className={css.buttons}>
        <Button size="small" onClick={onClose}>
          {say('act.close')}
        </Button>
      </div>
    </section>
  )
}
