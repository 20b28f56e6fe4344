import { formatDate, formatMonth, formatShortDate } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { PhaseStep, ProjectView } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './project.module.css'

/** The six phases, each ending in its decision point: done flat, now taller, coming hollow. */
export function PhaseSteps({ project }: { project: ProjectView }) {
  const say = useSay(tabProject)
  return (
    <section aria-label={say('phases.label')} className={css.phases}>
      <ol>
        {project.phases.map((step) => (
          <Step key={step.phase} step={step} project={project} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, project }: { step: PhaseStep; project: ProjectView }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const { decision } = step
  const point = <strong>{decision.point.toUpperCase()}</strong>
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
        {step.state === 'now' ? (
          <a className={partsCss.link} href={hrefOf({ name: 'decision', key: project.key })}>
            {point}
          </a>
        ) : (
          point
        )}{' '}
        {decision.on === null ? '' : formatShortDate(decision.on)}
        <Hidden> {say(`decision.${decision.state}`)}</Hidden>
      </div>
    </li>
  )
}
