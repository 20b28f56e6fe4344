import { type DocumentLine, isLink, type ProjectDocument } from '#contract/documents.ts'
import { tabDocuments } from '#contract/texts/tab-documents.ts'
import type { ProjectView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { Hidden } from '../../parts/hidden.tsx'
import { LackIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import { EditButton, EditSlot, useMayEdit, useProjectFields } from '../edit/editing.tsx'
import css from './documents.module.css'
import { NewTabIcon } from './new-tab-icon.tsx'

const AT = { form: 'documents', key: '' } as const
/** More than so many missing are folded under how many they are. */
const SHOWN_MISSING = 3

/** The project's documents where they lie, and what the next decision point asks for that none of them answers. */
export function Documents({ project, className }: { project: ProjectView; className: string | undefined }) {
  const say = useSay(tabDocuments)
  const view = useProjectFields()
  const editable = useMayEdit(AT)
  if (view === null) return null
  const { documents } = view.project.fields
  const missing = view.documentLines.filter(({ isMissing }) => isMissing)
  if (documents.length === 0 && missing.length === 0 && !editable) return null
  const point = project.phases.find(({ state }) => state === 'now')?.decision.point.toUpperCase() ?? ''
  return (
    <section className={`${css.section} ${className ?? ''}`} aria-labelledby="documents">
      <div className={css.head}>
        <h2 id="documents">{say('title')}</h2>
        <EditButton at={AT} label={say('edit')} />
      </div>
      <EditSlot at={AT} title={say('edit')}>
        {documents.length === 0 ? (
          <p className={css.quiet}>{say('none')}</p>
        ) : (
          <ul className={css.list}>
            {documents.map((one, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike in everything
              <li key={n}>
                <DocumentLink document={one} lines={view.documentLines} />
              </li>
            ))}
          </ul>
        )}
        <Missing lines={missing} point={point} />
      </EditSlot>
    </section>
  )
}

function DocumentLink({ document, lines }: { document: ProjectDocument; lines: readonly DocumentLine[] }) {
  const say = useSay(tabDocuments)
  const { title, url, rule } = document
  const answers = lines.find((line) => line.rule === rule)?.text ?? ''
  return (
    <>
      {isLink(url) ? (
        <a className={partsCss.link} href={url} target="_blank" rel="noopener noreferrer">
          {title}
          <Hidden> {say('newTab')}</Hidden>
          <NewTabIcon />
        </a>
      ) : (
        // Written by hand in the list: an address that is not https is never opened from here.
        <span>
          {title} <span className={css.quiet}>{url}</span>
        </span>
      )}
      {answers !== '' && answers !== title && <span className={css.answers}>{answers}</span>}
    </>
  )
}

function Missing({ lines, point }: { lines: readonly DocumentLine[]; point: string }) {
  const say = useSay(tabDocuments)
  if (lines.length === 0) return null
  const sentence = say('missing', { n: lines.length, point })
  const list = (
    <ul className={css.missing}>
      {lines.map(({ rule, text }) => (
        <li key={rule}>
          <LackIcon />
          <span>
            {text}{' '}
            <EditButton at={{ form: 'documents', key: rule }} label={say('addOf', { title: text })}>
              {say('add')}
            </EditButton>
          </span>
        </li>
      ))}
    </ul>
  )
  if (lines.length > SHOWN_MISSING) {
    return (
      <details className={css.folded}>
        <summary>{sentence}</summary>
        {list}
      </details>
    )
  }
  return (
    <>
      <p>{sentence}</p>
      {list}
    </>
  )
}
