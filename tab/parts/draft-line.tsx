import { tabKept } from '#contract/texts/tab-kept.ts'
import type { DraftState } from '../app/drafts.ts'
import { useSay } from '../app/session.ts'
import css from './draft-line.module.css'
import partsCss from './parts.module.css'

/**
 * «Ikke lagret» beside a form's buttons while something typed is not saved; of what was typed before the form was opened also that
 * it stands in the fields again, and the way to let go of it. Nothing when there is nothing to lose.
 */
export function DraftLine({ state, onDropped }: { state: DraftState; onDropped?: () => void }) {
  const say = useSay(tabKept)
  if (!state.unsaved) return null
  if (!state.restored) return <span className={css.unsaved}>{say('draft.unsaved')}</span>
  return (
    <span className={css.unsaved} role="status">
      {say('draft.restored')}{' '}
      <button
        type="button"
        className={`${partsCss.link} ${partsCss.inText}`}
        onClick={() => {
          state.startAnew()
          onDropped?.()
        }}
      >
        {say('draft.drop')}
      </button>
    </span>
  )
}
