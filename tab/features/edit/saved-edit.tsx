import { useEffect, useRef, useState } from 'react'
import { editedView } from '#contract/edit-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import type { Saved } from './use-edit.ts'

/**
 * «Lagret.» with Angre, which writes what stood back through the same door, if nobody has changed it since; of a new record that
 * it goes again, while nothing hangs on it.
 */
export function SavedEdit({ saved, onUndone, onClosed }: { saved: Saved; onUndone: (saved: Saved) => void; onClosed: () => void }) {
  const { api, announce, refresh } = useSession()
  const say = useSay(tabEdit)
  const sayTab = useSay(tab)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const { made, undo, undone, title } = saved
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button that was pressed goes, and focus must stay where it was
  useEffect(() => box.current?.focus(), [undone])
  const back = async () => {
    if (undo === null) return
    setBusy(true)
    const answer =
      undo.set === null
        ? await api.send(editedView, undo.path, {})
        : await api.send(editedView, undo.path, { version: undo.version, set: undo.set }, 'PATCH')
    setBusy(false)
    if (!answer.ok) {
      const { conflict } = answer.fault
      return setFault(conflict === undefined ? faultText(answer.fault, sayTab) : say('saved.tooLate', { name: conflict.byName }))
    }
    announce(say(made ? 'saved.withdrawn' : 'saved.undone', { title }))
    refresh()
    onUndone({ view: answer.value, made, undo: null, undone: true, handedOver: false, title })
  }
  const text = undone ? say(made ? 'saved.withdrawn' : 'saved.undone', { title }) : made ? say('saved.added', { title }) : say('saved.done')
  return (
    <div ref={box} tabIndex={-1} className={`${partsCss.notice} ${fault === null ? partsCss.good : partsCss.fault}`} role="status">
      {fault === null && <CheckIcon />}
      <span>{fault ?? `${text}${saved.handedOver ? ` ${say('saved.handedOver')}` : ''}`}</span>
      {undo !== null && fault === null && (undo.set === null || Object.keys(undo.set).length > 0) && (
        <button type="button" className={partsCss.link} disabled={busy} onClick={() => void back()}>
          {say('saved.undo')}
        </button>
      )}
      {fault !== null && (
        <button type="button" className={partsCss.link} onClick={onClosed}>
          {say('saved.close')}
        </button>
      )}
    </div>
  )
}
