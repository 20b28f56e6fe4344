import { formatDate, formatMonth, formatShortDate } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { PhaseStep, ProjectView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import css from './project.module.css'

/** The six phases, each ending in its decision point: done flat, now taller, coming hollow. */
export function PhaseSteps({ project }: { project: ProjectView }) {
  const say = useSay(tabProject)
  return (
    <section aria-label={say('phases.label')} className={css.phases}>
      <ol>
        {project.phases.map((step) => (
          <Step key={step.phase} step={step} today={project.today} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, today }: { step: PhaseStep; today: string }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const { decision } = step
  const wrong = decision.state === 'late' || decision.state === 'blocked'
  const since =
    step.enteredOn === null
      ? ''
      : step.state === 'now'
        ? say('phase.since', { date: formatDate(step.enteredOn, language) })
        : formatMonth(step.enteredOn, language)
  return (
    <li data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
      <div className={css.phaseName}>
        {sayWords(`phase.${step.phase}`)}
        <Hidden>, {say(`phase.${step.state}`)}</Hidden>
      </div>
      <div className={css.phaseDate}>{since}</div>
      <div className={css.phaseBar}>
        <span className={css.phaseFill} />
        <DecisionDiamond state={decision.state} />
      </div>
      <div className={`${css.phasePoint} ${wrong ? css.late : ''}`} title={say(`decision.${decision.state}`)}>
        <strong>{decision.point.toUpperCase()}</strong> {decision.on === null ? '' : formatShortDate(decision.on)}
        <Hidden>
          {' '}
          {say(`decision.${decision.state}`)}
          {decision.on !== null && decision.state === 'planned' && decision.on >= today ? '' : ''}
        </Hidden>
      </div>
    </li>
  )
}
