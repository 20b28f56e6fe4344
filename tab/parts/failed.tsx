import { tab } from '#contract/texts/tab.ts'
import type { ApiFault } from '../api-client.ts'
import { faultText, useSay } from '../app/session.ts'
import css from './parts.module.css'

/**
 * What went wrong and the way on, where a page should have been. Without a fault it is the page's own code that did not come: the
 * line is cut, or a newer version is out.
 */
export function Failed({ fault, onRetry }: { fault?: ApiFault; onRetry: () => void }) {
  const say = useSay(tab)
  return (
    <div className={`${css.notice} ${css.fault}`} role="alert">
      <span>{fault ? faultText(fault, say) : say('fault.offline')}</span>
      <button type="button" className={`${css.button} ${css.small}`} onClick={onRetry}>
        {say('retry')}
      </button>
    </div>
  )
}
