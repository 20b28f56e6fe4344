import { tabDecision } from '#contract/texts/tab-decision.ts'
import { tabDocuments } from '#contract/texts/tab-documents.ts'
import { useSay } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { isAddress, nameOfAddress } from './address.ts'
import css from './decision.module.css'

/** Where something is: a link to the document, by its title where it is one of the project's own, or the words somebody wrote. */
export function Evidence({ text, title, printOnly = false }: { text: string; title?: string | undefined; printOnly?: boolean }) {
  const say = useSay(tabDecision)
  const sayDocuments = useSay(tabDocuments)
  const place = printOnly ? css.printOnly : css.quiet
  if (!isAddress(text)) return <span className={place}>{text}</span>
  const name = title ?? nameOfAddress(text)
  return (
    <a
      className={`${partsCss.link} ${place}`}
      href={text.trim()}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${say('list.evidence')}: ${name} ${sayDocuments('newTab')}`}
    >
      {name}
    </a>
  )
}
