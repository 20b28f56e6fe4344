import { tabRoadmap } from '#contract/texts/tab-roadmap.ts'
import { words } from '#contract/texts/words.ts'
import { useSay } from '../../app/session.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import { PHASE_ORDER } from '../portfolio/row-words.ts'
import css from './roadmap.module.css'

/** What colours and shapes mean. In high contrast the phases have no colours of their own and are left out. */
export function Legend() {
  const say = useSay(tabRoadmap)
  const sayWords = useSay(words)
  return (
    <ul className={css.legend} aria-label={say('legend.label')}>
      {PHASE_ORDER.map((phase) => (
        <li key={phase} className={css.ofPhase}>
          <i className={css.swatch} data-phase={phase} data-state="now" />
          {sayWords(`phase.${phase}`)}
        </li>
      ))}
      {(['done', 'now', 'planned'] as const).map((state) => (
        <li key={state}>
          <i className={css.swatch} data-phase="deliver" data-state={state} />
          {say(`legend.${state}`)}
        </li>
      ))}
      <li>
        <DecisionDiamond state="planned" />
        {say('legend.decision')}
      </li>
      <li>
        <DecisionDiamond state="late" />
        {say('legend.late')}
      </li>
    </ul>
  )
}
