import { useRef, useState } from 'react'
import { formatDate, formatTime } from '#contract/texts/format.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { dropDraft } from '../../app/drafts.ts'
import type { Route } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { type KeptDraft, keepDraft, keptDrafts } from '../../store/kept-drafts.ts'
import css from './unsaved.module.css'

/** No more than can be taken in at a glance; the newest. */
const MOST = 3

/** What this person has typed and not saved, offered where one begins: the way back to each, or to let go of it. */
export function Unsaved({ route }: { route: Route }) {
  const { copy, announce, language } = useSession()
  const say = useSay(tabKept)
  const [dropped, setDropped] = useState<KeptDraft[]>([])
  const box = useRef<HTMLElement>(null)
  // Read at each drawing: saving something elsewhere has taken it away.
  const drafts = perForm(keptDrafts(copy))
  if (route.name !== 'portfolio' && route.name !== 'tasks') return null
  // On the page of tasks what is begun there stands open already.
  const shown = drafts.filter(([draft]) => route.name !== 'tasks' || draft?.href !== '#/tasks').slice(0, MOST)
  if (shown.length === 0 && dropped.length === 0) return null
  const drop = (form: KeptDraft[], name: string) => {
    for (const { key } of form) dropDraft(key)
    setDropped(form)
    announce(say('drafts.dropped', { name }))
    box.current?.focus()
  }
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const today = dayOf(copy.now())
  const when = (ms: number) => (dayOf(ms) === today ? formatTime(new Date(ms).toISOString()) : formatDate(dayOf(ms), language, today))
  const undo = () => {
    for (const draft of dropped) keepDraft(copy, draft)
    setDropped([])
    box.current?.focus()
  }
  return (
    <section ref={box} tabIndex={-1} className={`${partsCss.notice} ${css.box}`} aria-label={say('drafts.lead')}>
      <p>{dropped.length > 0 ? say('drafts.dropped', { name: dropped[0]?.name ?? '' }) : say('drafts.lead')}</p>
      {dropped.length > 0 && (
        <button type="button" className={partsCss.link} onClick={undo}>
          {say('drafts.undo')}
        </button>
      )}
      {shown.length > 0 && (
        <ul>
          {shown.map((form) => {
            const { key, name, href, at } = form[0] as KeptDraft
            return (
              <li key={key}>
                <a className={`${partsCss.link} ${partsCss.inText}`} href={href}>
                  {name}
                </a>
                <span className={css.quiet}>{when(at)}</span>
                <button type="button" className={partsCss.link} aria-label={say('drafts.drop', { name })} onClick={() => drop(form, name)}>
                  {say('drafts.dropIt')}
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** A form may keep its text in more than one piece: they are offered, and let go of, as one. */
function perForm(drafts: readonly KeptDraft[]): KeptDraft[][] {
  const forms = new Map<string, KeptDraft[]>()
  for (const draft of drafts) {
    const form = `${draft.href} ${draft.name}`
    forms.set(form, [...(forms.get(form) ?? []), draft])
  }
  return [...forms.values()]
}
