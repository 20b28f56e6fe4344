import { useState } from 'react'
import { type DecidedView, type DecisionView, decidedView, decisionView } from '#contract/decision-view.ts'
import type { LackView } from '#contract/errors.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import type { ApiFault, ApiResult } from '../../api-client.ts'
import { type DraftState, useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { outcomeWord } from './consequence.ts'
import { type DecisionDraft, decideRequest, lackingFields, planRequest, type RequiredField, startFrom } from './decision-draft.ts'

export const decisionPath = (projectKey: string, board = false): string =>
  `/api/projects/${encodeURIComponent(projectKey)}/decision${board ? '?point=board' : ''}`

export interface DecisionState {
  draft: DecisionDraft
  unsaved: DraftState
  change: (part: Partial<DecisionDraft>) => void
  /** Fields the chosen outcome lacks, once somebody has tried to decide. */
  lacking: readonly RequiredField[]
  /** What the server says is missing. */
  refused: readonly LackView[]
  fault: string | null
  /** Somebody saved meanwhile: what the server said of it. */
  stale: string | null
  busy: 'plan' | 'decide' | null
  plan: () => Promise<void>
  decide: () => Promise<void>
  useSaved: () => void
  keepMine: () => void
}

/** What came of it: the point as it now is, what is said of it, and for a request just made its key, so that it can be undone. */
export type OnDecision = (view: DecisionView, said: string, asked?: string) => void

/** A decision being prepared and taken. What is typed stays through every refusal and through leaving the page. */
export function useDecision(view: DecisionView, onView: OnDecision): DecisionState {
  const { api, announce, refresh } = useSession()
  const say = useSay(tabDecision)
  const sayKept = useSay(tabKept)
  const [draft, change, forget, unsaved] = useDraft(`decision:${view.key}:${view.point}`, startFrom(view), {
    name: view.point === 'board' ? say('title.board') : say('title', { point: view.pointTitle }),
  })
  const [lacking, setLacking] = useState<readonly RequiredField[]>([])
  const [refused, setRefused] = useState<readonly LackView[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const [stale, setStale] = useState<string | null>(null)
  const [busy, setBusy] = useState<'plan' | 'decide' | null>(null)

  const failed = async (why: ApiFault) => {
    const text = why.text ?? sayKept('draft.failed')
    setRefused(why.lacks ?? [])
    if (why.code !== 'changedSince') return setFault(text)
    const newest = await api.read(decisionView, decisionPath(view.key, view.point === 'board'))
    setStale(text)
    announce(text)
    if (newest.ok) onView(newest.value, '')
  }
  const settle = async (doing: 'plan' | 'decide', answer: Promise<ApiResult<DecidedView>>, said: string, isAsked = false) => {
    setBusy(doing)
    setFault(null)
    setRefused([])
    const done = await answer
    setBusy(null)
    if (!done.ok) return failed(done.fault)
    forget()
    setStale(null)
    refresh()
    announce(said)
    onView(done.value.decision, said, isAsked ? done.value.decisionKey : undefined)
  }
  const isNew = view.planned === null
  const plan = () =>
    settle(
      'plan',
      api.send(decidedView, `/api/projects/${encodeURIComponent(view.key)}/decisions/plan`, planRequest(view, draft)),
      say(isNew ? 'plan.asked' : 'plan.saved'),
      isNew,
    )
  const decide = async () => {
    const lacks = lackingFields(draft)
    setLacking(lacks)
    const { outcome } = draft
    if (lacks.length > 0 || outcome === null) {
      return announce(outcome === null ? say('decide.chooseFirst') : say('decide.problems', { n: lacks.length }))
    }
    const said = say(view.point === 'board' ? 'decide.doneBoard' : 'decide.done', {
      point: view.pointTitle,
      outcome: outcomeWord(view, outcome, say).toLocaleLowerCase(),
    })
    const body = decideRequest(view, draft, outcome)
    await settle('decide', api.send(decidedView, `/api/projects/${encodeURIComponent(view.key)}/decisions`, body), said)
  }
  return {
    draft,
    unsaved,
    change,
    lacking,
    refused,
    fault,
    stale,
    busy,
    plan,
    decide,
    useSaved: () => {
      const { ticks, waivers, dueOn, preparer } = startFrom(view)
      change({ ticks, waivers, dueOn, preparer })
      setStale(null)
    },
    keepMine: () => setStale(null),
  }
}
