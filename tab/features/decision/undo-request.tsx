import { useState } from 'react'
import { type DecisionView, decidedView } from '#contract/decision-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './decision.module.css'
import type { OnDecision } from './use-decision.ts'

/** Angre: takes a request for a decision back that one has just made; the server says when it is too late. */
export function UndoRequest({ view, decisionKey, onView }: { view: DecisionView; decisionKey: string; onView: OnDecision }) {
  const { api, announce, refresh } = useSession()
  const say = useSay(tabDecision)
  const sayTab = useSay(tab)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const undo = async () => {
    if (busy) return
    setBusy(true)
    const path = `/api/projects/${encodeURIComponent(view.key)}/decisions/plan/undo`
    const answer = await api.send(decidedView, path, { decisionKey, point: view.point })
    setBusy(false)
    if (!answer.ok) return setFault(faultText(answer.fault, sayTab))
    announce(say('plan.undone'))
    refresh()
    onView(answer.value.decision, say('plan.undone'))
  }
  return (
    <>
      <button type="button" className={partsCss.link} aria-disabled={busy} onClick={() => void undo()}>
        {say('plan.undo')}
      </button>
      {fault !== null && (
        <span className={css.late} role="alert">
          {fault}
        </span>
      )}
    </>
  )
}
