import { tabEmpty } from '#contract/texts/tab-empty.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './portfolio.module.css'

/** A fresh install: where projects come from, and the way there for whoever may bring them in. */
export function Nothing() {
  const { me } = useSession()
  const say = useSay(tabEmpty)
  return (
    <div className={css.nothing}>
      <p>{me.can.import ? say('empty.office') : say('empty.other')}</p>
      {me.can.import && (
        <a className={`${partsCss.button} ${partsCss.primary}`} href={hrefOf({ name: 'import' })}>
          {say('empty.import')}
        </a>
      )}
      {me.can.import && (
        <a className={partsCss.button} href={hrefOf({ name: 'new-project' })}>
          {say('empty.first')}
        </a>
      )}
    </div>
  )
}
