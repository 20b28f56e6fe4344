import { useState } from 'react'
import { type ActedView, actedView } from '#contract/tasks-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'

export interface ActFault {
  field: string | null
  text: string
}

/** One act on one task: sent once at a time; a refusal stays beside what was typed. */
export function useAct(obligationKey: string) {
  const { api, refresh } = useSession()
  const say = useSay(tabActs)
  const sayTab = useSay(tab)
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<ActFault | null>(null)

  const send = async (path: string, body: object): Promise<ActedView | null> => {
    if (sending) return null
    setSending(true)
    setFault(null)
    const answer = await api.send(actedView, `/api/obligations/${encodeURIComponent(obligationKey)}/${path}`, body)
    setSending(false)
    if (answer.ok) {
      refresh()
      return answer.value
    }
    setFault({ field: answer.fault.field, text: answer.fault.text === null ? say('act.failed') : faultText(answer.fault, sayTab) })
    return null
  }
  return { send, sending, fault, complain: setFault }
}

export type Act = ReturnType<typeof useAct>
