import { type RefObject, useEffect, useState } from 'react'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { useSay } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './tasks.module.css'

/** From two on one press for each is worth saving. */
const FEWEST = 2

/**
 * Several numbers typed and none of them saved: one press saves each by its own form, which says at its own field what is wrong.
 * A correction is left out: it asks for its own reason.
 */
export function SaveAll({ within }: { within: RefObject<HTMLElement | null> }) {
  const say = useSay(tabForms)
  const [n, setN] = useState(0)
  // After each drawing, for an answer that is saved takes its form away.
  useEffect(() => {
    const root = within.current
    if (root === null) return
    const count = () => setN(typedForms(root).length)
    count()
    root.addEventListener('input', count)
    return () => root.removeEventListener('input', count)
  })
  if (n < FEWEST) return null
  return (
    <div className={css.saveAll}>
      <p role="status" className={css.quiet}>
        {say('tasks.typed', { n })}
      </p>
      <button
        type="button"
        className={`${partsCss.button} ${partsCss.small}`}
        onClick={() => {
          for (const form of within.current ? typedForms(within.current) : []) form.requestSubmit()
        }}
      >
        {say('tasks.saveAll')}
      </button>
    </div>
  )
}

/** The forms of a number, or of why there is none, in which something is typed. */
export function typedForms(root: HTMLElement): HTMLFormElement[] {
  return [...root.querySelectorAll<HTMLFormElement>('form[data-chart]')].filter((form) => {
    const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name="value"], [name="reason"]')]
    return fields.length === 1 && fields[0]?.value.trim() !== ''
  })
}
