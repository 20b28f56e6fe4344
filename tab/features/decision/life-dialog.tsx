import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Select,
  Textarea,
} from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Phase } from '#contract/codes.ts'
import { type DecisionView, decisionView } from '#contract/decision-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { useDraft } from '../../app/drafts.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import css from './decision.module.css'
import { decisionPath } from './use-decision.ts'

export type LifeAct = 'hold' | 'resume' | 'goBack' | 'reopen'
const PATHS: Record<LifeAct, string> = { hold: 'hold', resume: 'resume', goBack: 'go-back', reopen: 'reopen' }

interface LifeDialogProps {
  act: LifeAct
  projectKey: string
  onClose: () => void
  onDone: () => void
}

/** One act in the life of a project: what it does, its days, and why. */
export function LifeDialog({ act, projectKey, onClose, onDone }: LifeDialogProps) {
  const say = useSay(tabDecision)
  const sayTab = useSay(tab)
  const { loaded, reload } = useView({ schema: decisionView, path: decisionPath(projectKey) })
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface>
        {loaded.state === 'ready' ? (
          <LifeForm act={act} view={loaded.view} onClose={onClose} onDone={onDone} onStale={reload} />
        ) : (
          <DialogBody>
            <DialogTitle>{say(`life.${act}.title`)}</DialogTitle>
            <DialogContent>
              <p>{loaded.state === 'failed' ? faultText(loaded.fault, sayTab) : sayTab('loading')}</p>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{say('life.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  )
}

interface LifeFormProps extends Omit<LifeDialogProps, 'projectKey'> {
  view: DecisionView
  /** Somebody changed the project meanwhile: it is read again, what is typed stays. */
  onStale: () => void
}

function LifeForm({ act, view, onClose, onDone, onStale }: LifeFormProps) {
  const { api, announce, refresh } = useSession()
  const say = useSay(tabDecision)
  const sayKept = useSay(tabKept)
  const { goBackTo, seen } = view.life
  const start: { from: string; to: string; phase: Phase | ''; reason: string } = {
    ...{ from: view.today, to: '', reason: '' },
    phase: goBackTo[0]?.phase ?? '',
  }
  const [draft, change, forget, unsaved] = useDraft(`life:${act}:${view.key}`, start, {
    name: say(`life.${act}.title`),
    isTyped: ({ to: until, reason: why }) => until !== '' || why.trim() !== '',
  })
  const { from, to, phase, reason } = draft
  const [fault, setFault] = useState<{ field: string | null; text: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // What the dialog stood with while it was read is gone, and focus with it: without this Esc would reach nobody.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  const optional = act === 'resume'
  const about = (field: string) => (fault?.field === field ? fault.text : undefined)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!optional && reason.trim() === '') return setFault({ field: 'reason', text: say('decide.required') })
    setBusy(true)
    const days = act === 'hold' ? { from, to: to === '' ? null : to } : {}
    const body = { seen, reason: reason.trim() === '' ? null : reason.trim(), ...days, ...(act === 'goBack' && { to: phase }) }
    const answer = await api.send(decisionView, `/api/projects/${encodeURIComponent(view.key)}/${PATHS[act]}`, body)
    setBusy(false)
    if (!answer.ok) {
      if (answer.fault.code === 'changedSince') onStale()
      return setFault({ field: answer.fault.field, text: answer.fault.text ?? sayKept('draft.failed') })
    }
    forget()
    announce(say(`life.done.${act}`, { phase: answer.value.phaseTitle }))
    refresh()
    onDone()
    onClose()
  }
  const known = ['from', 'to', 'reason']
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{say(`life.${act}.title`)}</DialogTitle>
        <DialogContent className={css.form}>
          <p>{say(`life.${act}.will`)}</p>
          {act === 'hold' && (
            <div className={css.pair}>
              <Field label={say('life.from')} required validationMessage={about('from')}>
                <Input type="date" min={view.today} value={from} onChange={(_event, data) => change({ from: data.value })} />
              </Field>
              <Field label={say('life.to')} hint={say('life.toHint')} validationMessage={about('to')}>
                <Input type="date" min={from} value={to} onChange={(_event, data) => change({ to: data.value })} />
              </Field>
            </div>
          )}
          {act === 'goBack' && (
            <Field label={say('life.phase')} required validationMessage={about('to')}>
              <Select value={phase} onChange={(_event, data) => change({ phase: data.value as Phase })}>
                {goBackTo.map((one) => (
                  <option key={one.phase} value={one.phase}>
                    {one.title}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <Field label={say(optional ? 'life.reasonOptional' : 'life.reason')} required={!optional} validationMessage={about('reason')}>
            <Textarea rows={2} maxLength={2000} value={reason} onChange={(_event, data) => change({ reason: data.value })} />
          </Field>
          {fault !== null && (fault.field === null || !known.includes(fault.field)) && (
            <p className={css.late} role="alert">
              {fault.text}
            </p>
          )}
        </DialogContent>
        <DialogActions>
          <DraftLine state={unsaved} />
          <Button onClick={onClose}>{say('life.cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={busy}>
            {say(busy ? 'life.saving' : `life.${act}`)}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  )
}
