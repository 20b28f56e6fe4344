import { useEffect, useMemo, useState } from 'react'
import { firstLook } from '#contract/first-views.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { DraftsAt } from '../../app/drafts.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { NoWayHere } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import { carriedUndone, carry, forgetCarried } from './carried.ts'
import css from './edit.module.css'
import { EditForm } from './edit-form.tsx'
import { SavedEdit } from './saved-edit.tsx'
import type { EditTarget } from './use-edit.ts'

const NOTHING = { projects: [], programmes: [] }

/** A project by form, for the office: the first of a fresh install, or one that no file holds. */
export function NewProjectPage() {
  const { me, go } = useSession()
  const say = useSay(tabEdit)
  const sayTab = useSay(tab)
  const sayProject = useSay(tabProject)
  const { loaded } = useView({ schema: firstLook, path: '/api/portfolio' })
  const [undone] = useState(carriedUndone)
  useEffect(forgetCarried, [])
  const target: EditTarget = useMemo(
    () => ({ form: 'newProject', path: '/api/projects', version: null, fields: { phase: 'idea' }, names: {} }),
    [],
  )
  const { projects, programmes } = loaded.state === 'ready' ? loaded.view : NOTHING
  const lists = {
    programmes,
    indicators: [],
    areas: [...new Set(projects.map(({ area }) => area))].filter((area) => area !== '').sort(),
    documentLines: [],
    asked: '',
    goals: [],
    currency: 'kr',
    unit: '',
  }
  return (
    <div className={css.page}>
      <nav aria-label={sayProject('crumb.label')}>
        <a className={partsCss.link} href={hrefOf({ name: 'portfolio' })}>
          {sayTab('nav.portfolio')}
        </a>
      </nav>
      <PageHeading title={say('newProject.title')} className={css.heading} />
      {undone !== null && <SavedEdit saved={undone} onUndone={() => undefined} onClosed={() => undefined} />}
      {me.personId !== '' && !me.can.import ? (
        <NoWayHere>{say('newProject.notAllowed')}</NoWayHere>
      ) : (
        <>
          <p>{say('newProject.lead')}</p>
          <DraftsAt value={{ href: hrefOf({ name: 'new-project' }), title: '', restricted: false }}>
            <EditForm
              target={target}
              title={say('newProject.title')}
              lists={lists}
              today={me.today}
              saveText={say('newProject.save')}
              onSaved={(saved) => {
                carry(saved)
                go({ name: 'project', key: saved.view.key })
              }}
              onClosed={() => go({ name: 'portfolio' })}
            />
          </DraftsAt>
        </>
      )}
    </div>
  )
}
