import { tabDecision } from '#contract/texts/tab-decision.ts'
import { useSay } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { isAddress, nameOfAddress } from './address.ts'
import css from './decision.module.css'

/** Where something is: a link to the document, or the words somebody wrote. */
export function Evidence({ text, printOnly = false }: { text: string; printOnly?: boolean }) {
  const say = useSay(tabDecision)
  const place = printOnly ? css.printOnly : css.quiet
  if (!isAddress(text)) return <span className={place}>{text}</span>
  const name = nameOfAddress(text)
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
