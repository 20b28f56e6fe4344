import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { type ProjectFieldsView, projectFieldsView } from '#contract/edit-view.ts'
import { tab } from '#contract/texts/tab.ts'
import type { ProjectView } from '#contract/views.ts'
import { DraftsAt } from '../../app/drafts.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { carriedOf, carry, forgetCarried } from './carried.ts'
import { hrefOfEdit, type OpenEdit } from './edit-links.ts'
import { Pencil } from './pencil.tsx'
import { SavedEdit } from './saved-edit.tsx'
import { targetOf } from './target.ts'
import type { Saved } from './use-edit.ts'

const EditForm = lazy(() => import('./edit-form.tsx').then((module) => ({ default: module.EditForm })))

interface Editing {
  /** null until it is known what may be changed. */
  view: ProjectFieldsView | null
  today: string
  open: OpenEdit | null
  /** Where something was just saved or undone. */
  saved: { at: OpenEdit; saved: Saved } | null
  /** Where a form was left: there focus goes back. */
  left: OpenEdit | null
  edit: (open: OpenEdit | null) => void
  onSaved: (at: OpenEdit, saved: Saved) => void
}

const context = createContext<Editing | null>(null)
const NOBODY: Editing = { view: null, today: '', open: null, saved: null, left: null, edit: () => undefined, onSaved: () => undefined }
const useEditing = (): Editing => useContext(context) ?? NOBODY

/** Where it is said that the project itself was just added. */
export const NEW_PROJECT: OpenEdit = { form: 'newProject', key: '' }
const justMade = (projectKey: string): Editing['saved'] => {
  const saved = carriedOf(projectKey)
  return saved && { at: NEW_PROJECT, saved }
}

/** The documents are one form: its key only says which line of the method one came to add a link for. */
export const sameEdit = (a: OpenEdit | null, b: OpenEdit): boolean =>
  a !== null && a.form === b.form && (a.key === b.key || a.form === 'documents')

/** What of a project this person may write over, which form stands open, and what was just saved. */
export function EditingProvider(props: {
  project: ProjectView
  /** The form the address asks for. */
  asked: OpenEdit | null
  onChanged: (project: ProjectView) => void
  children: ReactNode
}) {
  const { project, asked, onChanged } = props
  const { api, go } = useSession()
  const [view, setView] = useState<ProjectFieldsView | null>(null)
  const [open, setOpen] = useState<OpenEdit | null>(asked)
  const [saved, setSaved] = useState<Editing['saved']>(() => justMade(project.key))
  useEffect(forgetCarried, [])
  const [left, setLeft] = useState<OpenEdit | null>(null)
  // Read again whenever the project is: another's change has another version.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the project's version says when there is something new
  useEffect(() => {
    let current = true
    void api.read(projectFieldsView, `/api/projects/${encodeURIComponent(project.key)}/fields`).then((answer) => {
      if (current && answer.ok) setView(answer.value)
    })
    return () => {
      current = false
    }
  }, [api, project.key, project.version])
  useEffect(() => {
    if (asked !== null) setOpen(asked)
  }, [asked])
  const projectKey = project.key
  const editing = useMemo<Editing>(
    () => ({
      view,
      today: project.today,
      open,
      saved,
      left,
      edit: (next) => {
        if (next === null) leaveAddress(projectKey)
        setSaved(null)
        setLeft(next === null ? open : null)
        setOpen(next)
      },
      onSaved: (at, done) => {
        leaveAddress(projectKey)
        setOpen(null)
        setSaved({ at, saved: done })
        if (done.view.fields !== null) setView(done.view.fields)
        if (done.view.project === null && done.undone && at.form === NEW_PROJECT.form) {
          carry(done)
          go({ name: 'new-project' })
        } else if (done.view.project === null) go({ name: 'portfolio' })
        else onChanged(done.view.project)
      },
    }),
    [view, project.today, projectKey, open, saved, left, onChanged, go],
  )
  return <context.Provider value={editing}>{props.children}</context.Provider>
}

/** The address no longer asks for a form, so that the same link opens it again. */
function leaveAddress(projectKey: string): void {
  if (window.location.hash.includes('/edit/')) window.history.replaceState(null, '', hrefOf({ name: 'project', key: projectKey }))
}

/** Everything of the project as it stands in the lists; null until it is read. */
export const useProjectFields = (): ProjectFieldsView | null => useEditing().view

/** Whether this person may open a form. */
export function useMayEdit(at: OpenEdit): boolean {
  const { view } = useEditing()
  return view !== null && targetOf(at, view) !== null
}

/** A pencil beside a block, or a link that adds something; nothing for one who may not. Focus comes back here from the form. */
export function EditButton({ at, label, children }: { at: OpenEdit; label: string; children?: ReactNode }) {
  const { view, open, left, edit } = useEditing()
  const button = useRef<HTMLButtonElement>(null)
  const wasLeft = left !== null && left.form === at.form && left.key === at.key
  useEffect(() => {
    if (wasLeft) button.current?.focus()
  }, [wasLeft])
  if (view === null || sameEdit(open, at) || targetOf(at, view) === null) return null
  return (
    <button
      ref={button}
      type="button"
      className={children === undefined ? `${partsCss.button} ${partsCss.small} ${partsCss.subtle}` : partsCss.link}
      aria-label={label}
      title={children === undefined ? label : undefined}
      onClick={() => edit(at)}
    >
      {children ?? <Pencil />}
    </button>
  )
}

/** The place of a block: what it says, or its form while it is written over, with what was just saved above it. */
export function EditSlot({ at, title, children }: { at: OpenEdit; title: string; children?: ReactNode }) {
  const { view, today, open, saved, edit, onSaved } = useEditing()
  const sayTab = useSay(tab)
  const mine = sameEdit(open, at)
  const target = mine && view !== null ? targetOf(at, view) : null
  if (target === null || view === null) {
    return (
      <>
        {saved !== null && sameEdit(saved.at, at) && (
          <SavedEdit saved={saved.saved} onUndone={(undone) => onSaved(at, undone)} onClosed={() => edit(null)} />
        )}
        {children}
      </>
    )
  }
  const { fields, key } = view.project
  const lists = {
    programmes: view.programmes,
    indicators: view.benefits.flatMap((benefit) => benefit.indicators.map((one) => ({ key: one.key, title: one.fields.title }))),
    areas: view.areas,
    documentLines: view.documentLines,
    asked: open?.key ?? '',
    goals: [...new Set(view.benefits.map((benefit) => benefit.fields.contributesTo).filter((goal) => goal !== null))],
    currency: fields.currency === 'NOK' ? 'kr' : fields.currency,
    unit: target.unit,
  }
  return (
    <DraftsAt value={{ href: hrefOfEdit(key, at), title: fields.title, restricted: fields.restricted }}>
      <Suspense fallback={<p>{sayTab('loading')}</p>}>
        <EditForm
          key={`${key}:${at.form}:${at.key}`}
          target={target}
          title={title}
          lists={lists}
          today={today}
          onSaved={(done) => onSaved(at, done)}
          onClosed={() => edit(null)}
        />
      </Suspense>
    </DraftsAt>
  )
}
