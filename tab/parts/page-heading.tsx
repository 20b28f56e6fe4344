import { type ReactNode, useEffect, useRef } from 'react'
import { useSession } from '../app/session.ts'

/**
 * The page's own heading: names the document, and takes focus when the person came here from another page,
 * so that a screen reader begins at the top.
 */
export function PageHeading({ title, className, children }: { title: string; className?: string | undefined; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { hasMoved } = useSession()
  useEffect(() => {
    document.title = `${title} – Prosjektpuls`
  }, [title])
  useEffect(() => {
    if (hasMoved()) heading.current?.focus()
  }, [hasMoved])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  )
}
