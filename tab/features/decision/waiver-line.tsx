import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { DecisionView } from '#contract/decision-view.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import type { PersonRef } from '#contract/views.ts'
import { hasDraft, useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import partsCss from '../../parts/parts.module.css'
import { PersonPicker } from '../../parts/person-picker.tsx'
import css from './decision.module.css'
import type { DecisionState } from './use-decision.ts'

/** Who stands by going on without something, and why; or the way to say so. */
export function WaiverLine(props: { rule: string; title: string; waivable: boolean; view: DecisionView; state: DecisionState }) {
  const { rule, title, waivable, view, state } = props
  const say = useSay(tabDecision)
  const { copy } = useSession()
  const draftKey = `waiver:${view.key}:${view.point}:${rule}`
  const [open, setOpen] = useState(() => hasDraft(copy, draftKey))
  const { draft, change } = state
  const standing = draft.waivers.find((waiver) => waiver.rule === rule)
  if (!waivable) return null
  if (standing) {
    return (
      <p className={css.waiver}>
        {say('waiver.stands', { name: standing.by.name, reason: standing.reason })}{' '}
        {view.can.prepare && (
          <button
            type="button"
            className={`${partsCss.link} ${partsCss.inText}`}
            aria-label={`${say('waiver.remove')}: ${title}`}
            onClick={() => change({ waivers: draft.waivers.filter((waiver) => waiver.rule !== rule) })}
          >
            {say('waiver.remove')}
          </button>
        )}
      </p>
    )
  }
  if (!view.can.prepare) return null
  if (!open) {
    return (
      <button
        type="button"
        className={`${partsCss.link} ${css.giveWaiver}`}
        aria-label={say('waiver.giveOf', { title })}
        onClick={() => setOpen(true)}
      >
        {say('waiver.give')}
      </button>
    )
  }
  return (
    <WaiverForm
      draftKey={draftKey}
      title={title}
      onCancel={() => setOpen(false)}
      onAdd={(by, reason) => {
        change({ waivers: [...draft.waivers, { rule, reason, by }] })
        setOpen(false)
      }}
    />
  )
}

function WaiverForm(props: { draftKey: string; title: string; onAdd: (by: PersonRef, reason: string) => void; onCancel: () => void }) {
  const { onAdd, onCancel } = props
  const { me } = useSession()
  const say = useSay(tabDecision)
  const start: { by: PersonRef | null; reason: string } = { by: { personId: me.personId, name: me.displayName }, reason: '' }
  const [draft, change, forget, unsaved] = useDraft(props.draftKey, start, {
    name: say('waiver.giveOf', { title: props.title }),
    isTyped: (one) => one.reason.trim() !== '',
  })
  const { by, reason } = draft
  const [tried, setTried] = useState(false)
  const add = () => {
    if (by === null || reason.trim() === '') return setTried(true)
    forget()
    onAdd(by, reason.trim())
  }
  return (
    <fieldset className={css.waiverForm}>
      <legend>{say('waiver.give')}</legend>
      <PersonPicker
        name="waiverBy"
        label={say('waiver.by')}
        value={by}
        onChange={(chosen) => change({ by: chosen })}
        required
        fault={tried && by === null ? say('decide.required') : undefined}
      />
      <Field label={say('waiver.reason')} required validationMessage={tried && reason.trim() === '' ? say('waiver.incomplete') : undefined}>
        <Textarea rows={2} maxLength={2000} value={reason} onChange={(_event, data) => change({ reason: data.value })} />
      </Field>
      <div className={css.acts}>
        <button type="button" className={`${partsCss.button} ${partsCss.small}`} onClick={add}>
          {say('waiver.add')}
        </button>
        <button type="button" className={`${partsCss.button} ${partsCss.small} ${partsCss.subtle}`} onClick={onCancel}>
          {say('waiver.cancel')}
        </button>
        <DraftLine state={unsaved} />
      </div>
    </fieldset>
  )
}
