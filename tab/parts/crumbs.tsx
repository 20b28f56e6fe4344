import { tab } from '#contract/texts/tab.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { hrefOf } from '../app/route.ts'
import { useSay } from '../app/session.ts'
import css from './crumbs.module.css'
import partsCss from './parts.module.css'

/** Where a page below a project stands: overview › project; by way of the agenda where the person came from there. */
export function Crumbs({ project, agenda = null }: { project: { key: string; title: string }; agenda?: string | null }) {
  const say = useSay(tab)
  const sayProject = useSay(tabProject)
  return (
    <nav aria-label={sayProject('crumb.label')} className={css.crumbs}>
      <a className={partsCss.link} href={hrefOf({ name: 'portfolio' })}>
        {say('nav.portfolio')}
      </a>
      <span aria-hidden="true">›</span>
      {agenda !== null && (
        <>
          <a className={partsCss.link} href={agenda}>
            {say('menu.board')}
          </a>
          <span aria-hidden="true">›</span>
        </>
      )}
      <a className={partsCss.link} href={hrefOf({ name: 'project', key: project.key })}>
        {project.title}
      </a>
    </nav>
  )
}
