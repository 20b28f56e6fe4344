import { type ProjectFieldsView, projectFieldsView } from '#contract/edit-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabPlan } from '#contract/texts/tab-plan.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import { type ProjectView, projectView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { Crumbs } from '../../parts/crumbs.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import { openFields, unlessRestricted } from '../../store/storable.ts'
import css from './plan.module.css'
import { PlanBenefit } from './plan-benefit.tsx'
import { PlanOverview } from './plan-overview.tsx'

/** The plan for nyttestyring as one reads it and prints it: what each benefit is, whose, how it is measured, what is done for it. */
export function PlanPage({ projectKey }: { projectKey: string }) {
  const say = useSay(tabPlan)
  const path = `/api/projects/${encodeURIComponent(projectKey)}`
  const project = useView({ schema: projectView, path, kept: { storable: unlessRestricted } })
  const fields = useView({ schema: projectFieldsView, path: `${path}/fields`, kept: { storable: openFields } })
  const failed = [project, fields].find(({ loaded }) => loaded.state === 'failed')
  const waiting = failed?.loaded ?? project.loaded
  if (waiting.state !== 'ready' || project.loaded.state !== 'ready' || fields.loaded.state !== 'ready') {
    const of = waiting.state === 'failed' ? waiting : { state: 'loading' as const }
    return <NotReady of={of} title={say('plan.title')} className={css.title} shape="text" onRetry={(failed ?? project).reload} />
  }
  return (
    <>
      <AsOf of={project.loaded.old === null ? fields.loaded : project.loaded} />
      <Plan project={project.loaded.view} fields={fields.loaded.view} />
    </>
  )
}

function Plan({ project, fields }: { project: ProjectView; fields: ProjectFieldsView }) {
  const { language } = useSession()
  const say = useSay(tabPlan)
  const sayProject = useSay(tabProject)
  const sayWords = useSay(words)
  const benefits = project.benefits.filter(({ state }) => state !== 'cancelled')
  const owner = project.people.find(({ role }) => role === 'owner')?.person?.name ?? sayProject('header.none')
  const facts: [string, string][] = [
    [sayWords('role.owner'), owner],
    [say('plan.phase'), sayWords(`phase.${project.phase}`)],
    [say('plan.goLive'), project.plannedGoLive === null ? '–' : formatDate(project.plannedGoLive, language, project.today)],
  ]
  return (
    <article className={css.page}>
      <Crumbs project={project} />
      <div className={css.head}>
        <div>
          <PageHeading title={`${say('plan.title')}: ${project.title}`} className={css.title} />
          <p className={css.quiet}>{say('plan.asOf', { date: formatDate(project.today, language) })}</p>
        </div>
        <button type="button" className={`${partsCss.button} ${css.noPrint}`} onClick={() => window.print()}>
          {say('plan.print')}
        </button>
      </div>
      <dl className={css.facts}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {project.why !== null && <p className={css.why}>{project.why}</p>}
      <p>{say('plan.lead', { n: benefits.filter(({ drawback }) => !drawback).length })}</p>
      {benefits.length > 0 && <PlanOverview benefits={benefits} fields={fields} />}
      {benefits.map((benefit) => (
        <PlanBenefit
          key={benefit.key}
          benefit={benefit}
          kept={fields.benefits.find(({ key }) => key === benefit.key) ?? null}
          currency={project.money.currency}
        />
      ))}
    </article>
  )
}
