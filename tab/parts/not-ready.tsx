import type { ReactNode } from 'react'
import { tab } from '#contract/texts/tab.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import type { ApiFault } from '../api-client.ts'
import { hrefOf } from '../app/route.ts'
import { faultText, useSay } from '../app/session.ts'
import { Failed } from './failed.tsx'
import css from './not-ready.module.css'
import { PageHeading } from './page-heading.tsx'
import partsCss from './parts.module.css'

/** What kind of page is on its way: what stands in its place is of about its form, so that little moves when it comes. */
type Shape = 'rows' | 'cards' | 'text' | 'project'

interface NotReadyProps {
  of: { state: 'loading' } | { state: 'failed'; fault: ApiFault }
  title: string
  /** The page's own style for its heading. */
  className?: string | undefined
  shape: Shape
  /** Who may, where this person may not; the server's sentence when the page has none of its own. */
  notAllowed?: string
  onRetry: () => void
}

const GONE: readonly ApiFault['code'][] = ['unknownProject', 'notFound']

/** A page that is being read, could not be, is not there, or is not for this person: each with the way on. */
export function NotReady({ of, title, className, shape, notAllowed, onRetry }: NotReadyProps) {
  const say = useSay(tab)
  if (of.state === 'loading') return <Loading title={title} className={className} shape={shape} />
  const { fault } = of
  const text = fault.code === 'notAllowed' ? (notAllowed ?? faultText(fault, say)) : faultText(fault, say)
  return (
    <div className={css.state}>
      <PageHeading title={title} className={className} />
      {fault.code === 'notAllowed' || GONE.includes(fault.code) ? (
        <NoWayHere>{text}</NoWayHere>
      ) : (
        <Failed fault={fault} onRetry={onRetry} />
      )}
    </div>
  )
}

/** Why there is nothing here for this person, and where there is something. */
export function NoWayHere({ children }: { children: ReactNode }) {
  const say = useSay(tabKept)
  return (
    <div className={css.noWay}>
      <p>{children}</p>
      <a className={partsCss.button} href={hrefOf({ name: 'portfolio' })}>
        {say('page.toPortfolio')}
      </a>
    </div>
  )
}

const ROWS = [62, 48, 71, 55, 66, 40, 58, 50]
const LINES = [38, 92, 88, 60, 95, 84, 47]

/** The heading and the page's form in grey; it waits a moment itself, so that what is quick is not preceded by a flash. */
export function Loading({ title, className, shape }: { title: string; className?: string | undefined; shape: Shape }) {
  const say = useSay(tab)
  return (
    <div role="status" aria-label={say('loading')} className={css.loading}>
      <div aria-hidden="true" className={css.ghosts}>
        {shape === 'project' ? <Ghost width="34%" height={32} /> : title !== '' && <div className={className}>{title}</div>}
        {shape === 'rows' && (
          <div className={css.surface}>
            {ROWS.map((width) => (
              <div key={width} className={css.row}>
                <Ghost width="16%" />
                <Ghost width={`${width}%`} />
              </div>
            ))}
          </div>
        )}
        {shape === 'cards' &&
          ROWS.slice(0, 3).map((width) => (
            <div key={width} className={`${css.surface} ${css.card}`}>
              <Ghost width={`${width / 2}%`} />
              <Ghost width={`${width / 3}%`} />
              <Ghost width="160px" height={32} />
            </div>
          ))}
        {shape === 'text' && LINES.map((width) => <Ghost key={width} width={`${width}%`} />)}
        {shape === 'project' && (
          <>
            <div className={`${css.surface} ${css.phases}`}>
              <Ghost width="100%" />
            </div>
            <div className={css.columns}>
              <div className={css.ghosts}>
                {ROWS.slice(0, 4).map((width) => (
                  <div key={width} className={css.benefit}>
                    <Ghost width={`${width / 3}%`} />
                    <Ghost width={`${width / 4}%`} />
                  </div>
                ))}
              </div>
              <div className={`${css.surface} ${css.card} ${css.side}`}>
                {LINES.slice(0, 5).map((width) => (
                  <Ghost key={width} width={`${width}%`} />
                ))}
              </div>
            </div>
          </>
        )}
      </div>
    </div>
  )
}

const Ghost = ({ width, height = 10 }: { width: string; height?: number }) => <span className={css.ghost} style={{ width, height }} />
