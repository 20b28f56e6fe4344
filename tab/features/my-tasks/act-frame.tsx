import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import type { TaskView } from '#contract/tasks-view.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import type { DraftState } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import css from './acts.module.css'
import type { Act } from './use-act.ts'

/** The act that takes back what was just done with a task. */
export type UndoAct = 'snooze/undo' | 'take-back'

export interface ActPanelProps {
  task: TaskView
  title: string
  today: string
  /** What was done, in one sentence, for the place where the task stood, and what takes it back where something does. */
  onDone: (said: string, undo?: UndoAct) => void
  onClose: () => void
}

/** The refusal that belongs to one of these fields. */
export const faultAt = ({ fault }: Act, ...fields: string[]): string | undefined =>
  fault?.field != null && fields.includes(fault.field) ? fault.text : undefined

export interface ActFrameProps {
  heading: string
  /** The task’s title. */
  about: string
  /** What the act means. */
  lead: string
  act: Act
  /** Fields that show their own refusal; any other stands above the buttons. */
  fields: readonly string[]
  submit: () => void
  send: string
  onClose: () => void
  unsaved: DraftState
  children: ReactNode
}

/** The few fields an act needs, in place under its task. A refusal moves focus to its field, or to the message. */
export function ActFrame({ heading, about, lead, act, fields, submit, send, onClose, unsaved, children }: ActFrameProps) {
  const { announce } = useSession()
  const say = useSay(tabActs)
  const root = useRef<HTMLFormElement>(null)
  const { fault } = act
  const loose = fault !== null && faultAt(act, ...fields) === undefined ? fault.text : null
  useEffect(() => root.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  useEffect(() => {
    if (fault === null) return
    announce(fault.text)
    root.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-complaint]')?.focus()
  }, [fault, announce])
  return (
    <form
      ref={root}
      className={css.panel}
      noValidate
      aria-label={`${heading}: ${about}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <h4>{heading}</h4>
      <p className={css.quiet}>{lead}</p>
      {children}
      {loose !== null && (
        <MessageBar intent="error" layout="multiline" tabIndex={-1} data-complaint>
          <MessageBarBody>{loose}</MessageBarBody>
        </MessageBar>
      )}
      <div className={css.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={act.sending}>
          {act.sending ? say('act.sending') : send}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {say('act.cancel')}
        </Button>
        <DraftLine state={unsaved} />
      </div>
    </form>
  )
}
