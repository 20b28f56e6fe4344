import { useState } from 'react'
import { undoneView } from '#contract/tasks-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './acts.module.css'

/** Angre: takes one's own answer back within ten minutes; later the server says what to do instead. */
export function UndoButton({ measurementKey, title, onUndone }: { measurementKey: string; title: string; onUndone: () => void }) {
  const { api, announce, refresh } = useSession()
  const say = useSay(tabActs)
  const sayForms = useSay(tabForms)
  const sayTab = useSay(tab)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const undo = async () => {
    if (busy) return
    setBusy(true)
    const answer = await api.send(undoneView, `/api/measurements/${encodeURIComponent(measurementKey)}/undo`, {})
    setBusy(false)
    if (!answer.ok) return setFault(faultText(answer.fault, sayTab))
    announce(say('undo.done'))
    refresh()
    onUndone()
  }
  return (
    <>
      <button
        type="button"
        className={partsCss.link}
        aria-label={sayForms('tasks.about', { act: say('undo.act'), title })}
        aria-disabled={busy}
        onClick={() => void undo()}
      >
        {say('undo.act')}
      </button>
      {fault !== null && (
        <span role="alert" className={css.fault}>
          {fault}
        </span>
      )}
    </>
  )
}
