import { tabDecision } from '#contract/texts/tab-decision.ts'
import { useSay } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './decision.module.css'

/** Only web addresses become links; whatever else is written stays words. */
export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim())

/** Where something is: a link to the document, or the words somebody wrote. */
export function Evidence({ text, printOnly = false }: { text: string; printOnly?: boolean }) {
  const say = useSay(tabDecision)
  const place = printOnly ? css.printOnly : css.quiet
  if (!isAddress(text)) return <span className={place}>{text}</span>
  const { hostname, pathname } = new URL(text.trim())
  const name = decodeURIComponent(pathname.split('/').filter(Boolean).at(-1) ?? '') || hostname
  return (
    <a
      className={`${partsCss.link} ${place}`}
      href={text.trim()}
      target="_blank"
      rel="noreferrer"
      aria-label={`${say('list.evidence')}: ${name}`}
    >
      {name}
    </a>
  )
}
