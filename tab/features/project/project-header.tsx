import { lazy, Suspense } from 'react'
import { tab } from '#contract/texts/tab.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { ProjectView } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { ChevronRight, PageIcon, PlusIcon } from '../../parts/icons.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import { Status, shapeOfRating, shapeOfState } from '../../parts/status-mark.tsx'
import { TrendArrow } from '../../parts/trend-arrow.tsx'
import { overdueWords, trendWords } from '../portfolio/row-words.ts'
import css from './project.module.css'

const ProjectMenu = lazy(() => import('../decision/project-menu.tsx').then((m) => ({ default: m.ProjectMenu })))

/** Name, status, the two who lead it, and the two things one does here. */
export function ProjectHeader(props: { project: ProjectView; onRecord: (() => void) | null; onChanged?: () => void }) {
  const { project, onRecord, onChanged } = props
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayTab = useSay(tab)
  const sayWords = useSay(words)
  const person = (role: 'owner' | 'manager') => project.people.find((one) => one.role === role)?.person?.name ?? say('header.none')
  const rating = project.overall?.rating ?? 'notAssessed'
  const late = project.overdue.length > 0 ? overdueWords(project.overdue, sayTab, language, project.today) : null
  return (
    <div className={css.header}>
      <nav aria-label={say('crumb.label')}>
        <ol className={css.crumbs}>
          <li>
            <a href={hrefOf({ name: 'portfolio' })} className={partsCss.link}>
              {sayTab('nav.portfolio')}
            </a>
          </li>
          {project.programme !== null && (
            <li>
              <ChevronRight />
              {project.programme.title}
            </li>
          )}
        </ol>
      </nav>
      <div className={css.titleLine}>
        <PageHeading title={project.title} className={css.title} />
        <div className={css.acts}>
          {project.can.publishReport && (
            <a href={hrefOf({ name: 'report', key: project.key })} className={partsCss.button}>
              <PageIcon />
              {say('act.report')}
            </a>
          )}
          {onRecord !== null && (
            <button type="button" className={`${partsCss.button} ${partsCss.primary}`} onClick={onRecord}>
              <PlusIcon />
              {say('act.record')}
            </button>
          )}
          {onChanged && (
            <Suspense fallback={null}>
              <ProjectMenu project={project} onChanged={onChanged} />
            </Suspense>
          )}
        </div>
      </div>
      <ul className={css.facts}>
        <li className={css.status}>
          {project.state === 'active' ? (
            <>
              <Status shape={shapeOfRating(rating)}>
                <strong>{sayWords(`rating.${rating}`)}</strong>
              </Status>
              {project.overall?.trend && <TrendArrow trend={project.overall.trend} />}
              {project.overall !== null && <span className={css.quiet}>{trendWords(project.overall, sayTab, sayWords)}</span>}
            </>
          ) : (
            <Status shape={shapeOfState(project.state)}>{sayWords(`state.${project.state}`)}</Status>
          )}
        </li>
        <li>
          {sayWords('role.owner')} {person('owner')}
        </li>
        <li>
          {sayWords('role.manager')} {person('manager')}
        </li>
        {project.area !== '' && (
          <li lang={language}>
            {say('header.area')} {project.area}
          </li>
        )}
        {project.restricted && <li>{say('header.restricted')}</li>}
      </ul>
      {late !== null && <p className={css.late}>{say('header.overdue', { what: late.first, since: late.second })}</p>}
      {project.state === 'stopped' && project.stopReason !== null && (
        <p className={css.quiet}>{say('header.stopped', { reason: project.stopReason })}</p>
      )}
    </div>
  )
}
