import type { ReactNode } from 'react'
import css from './parts.module.css'

/** Words for screen readers only, where a shape says it to the eye. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={css.hidden}>{children}</span>
}
