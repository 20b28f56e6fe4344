import { formatDate, formatTime } from '#contract/texts/format.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { useSay, useSession } from '../app/session.ts'
import type { Loaded } from '../app/use-view.ts'
import css from './as-of.module.css'
import partsCss from './parts.module.css'

/**
 * Says of what age a page is that the server has not just confirmed: «Oppdatert kl. 08:55» in the margin while it is read again,
 * so that nothing moves; a notice when it cannot be. Nothing once it is confirmed.
 */
export function AsOf({ of }: { of: Loaded<unknown> }) {
  const { language, copy } = useSession()
  const say = useSay(tabKept)
  if (of.state !== 'ready' || of.old === null) return null
  const { readAt, unreachable } = of.old
  const at = new Date(readAt).toISOString()
  const day = at.slice(0, 10)
  const today = new Date(copy.now()).toISOString().slice(0, 10)
  const sameDay = day === today
  const when = { time: formatTime(at), date: formatDate(day, language, today) }
  if (!unreachable) {
    return (
      <p className={css.margin}>
        <span>{sameDay ? say('updated.at', when) : say('updated.atDate', when)}</span>
      </p>
    )
  }
  return (
    <p className={`${partsCss.notice} ${css.notice}`} role="status">
      {sameDay ? say('updated.old', when) : say('updated.oldDate', when)}
    </p>
  )
}
