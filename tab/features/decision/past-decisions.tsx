import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { DecisionView, PastDecisionView } from '#contract/decision-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { toldView } from '#contract/told-requests.ts'
import { hasDraft, useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import { DraftLine } from '../../parts/draft-line.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import { CheckIcon, LackIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './decision.module.css'
import { Evidence } from './evidence.tsx'

/** What has been decided before, newest first: outcome, who, when, what it asked for, and the list as it was. */
export function PastDecisions({ view, onChanged }: { view: DecisionView; onChanged: () => void }) {
  const say = useSay(tabDecision)
  return (
    <section className={css.block} aria-labelledby="past">
      <h2 id="past">{say('past.title')}</h2>
      {view.past.length === 0 ? (
        <p className={css.quiet}>{say('past.none')}</p>
      ) : (
        <ol className={css.past}>
          {view.past.map((decision) => (
            <li key={decision.key}>
              <Past decision={decision} today={view.today} onChanged={onChanged} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Past({ decision, today, onChanged }: { decision: PastDecisionView; today: string; onChanged: () => void }) {
  const { language } = useSession()
  const say = useSay(tabDecision)
  const word = decision.point === 'bp6' && decision.outcome === 'stop' ? 'outcome.end' : (`outcome.${decision.outcome}` as const)
  return (
    <>
      <div className={css.line}>
        <DecisionDiamond state="taken" />
        <strong>{say('past.line', { point: decision.pointTitle, outcome: say(word).toLocaleLowerCase() })}</strong>
        <span className={css.quiet}>
          {decision.decidedOn === null
            ? decision.byName
            : say('past.by', { date: formatDate(decision.decidedOn, language, today), name: decision.byName })}
        </span>
      </div>
      {decision.reason !== null && <p>{decision.reason}</p>}
      {decision.followUp !== null && <FollowUp followUp={decision.followUp} today={today} onChanged={onChanged} />}
      {decision.waivers.map((waiver) => (
        <p key={waiver.text + waiver.reason} className={css.waiver}>
          {say('list.waived')}: {waiver.text}. {say('waiver.stands', { name: waiver.byName, reason: waiver.reason })}
        </p>
      ))}
      {decision.checklist.length > 0 && (
        <details className={css.asItWas}>
          <summary>{say('past.checklist')}</summary>
          <ul>
            {decision.checklist.map((line) => (
              <li key={line.text} className={css.line}>
                {line.done ? <CheckIcon /> : <LackIcon />}
                <span>
                  {line.text}
                  <Hidden>, {say(line.done ? 'list.inPlace' : 'list.missing')}</Hidden>
                </span>
                {line.evidence !== null && <Evidence text={line.evidence} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type FollowUpView = NonNullable<PastDecisionView['followUp']>

function FollowUp({ followUp, today, onChanged }: { followUp: FollowUpView; today: string; onChanged: () => void }) {
  const { language } = useSession()
  const say = useSay(tabDecision)
  const { copy } = useSession()
  const [open, setOpen] = useState(() => hasDraft(copy, `tell:${followUp.obligationKey}`))
  const { state } = followUp
  const word = state === 'fulfilled' ? 'past.fulfilled' : state === 'overdue' ? 'past.overdue' : 'past.waits'
  return (
    <div className={css.followUp}>
      <p>
        {followUp.responsible !== null && followUp.dueOn !== null && (
          <>
            {say('past.asked', { name: followUp.responsible.name, date: formatDate(followUp.dueOn, language, today) })}
            {state !== null && state !== 'lapsed' && `, ${say(word)}`}.{' '}
          </>
        )}
        {followUp.canTell && !open && (
          <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={() => setOpen(true)}>
            {say('past.tell')}
          </button>
        )}
      </p>
      {followUp.said !== null && <blockquote>{followUp.said}</blockquote>}
      {open && followUp.obligationKey !== null && (
        <Tell
          obligationKey={followUp.obligationKey}
          onDone={() => {
            setOpen(false)
            onChanged()
          }}
        />
      )}
    </div>
  )
}

/** What was asked for is done: one sentence. */
function Tell({ obligationKey, onDone }: { obligationKey: string; onDone: () => void }) {
  const { api, announce, refresh } = useSession()
  const say = useSay(tabDecision)
  const sayKept = useSay(tabKept)
  // The same text as on «Mine oppgaver»: it is the same question.
  const [{ said }, change, forget, unsaved] = useDraft(
    `tell:${obligationKey}`,
    { answer: 'done', said: '', dueOn: '' },
    { name: say('past.said') },
  )
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (said.trim() === '') return setFault(say('tell.required'))
    setBusy(true)
    const answer = await api.send(toldView, '/api/follow-ups', { obligationKey, said: said.trim() })
    setBusy(false)
    if (!answer.ok) return setFault(answer.fault.text ?? sayKept('draft.failed'))
    forget()
    announce(say('past.told'))
    refresh()
    onDone()
  }
  return (
    <div className={css.form}>
      <Field label={say('past.said')} required validationMessage={fault}>
        <Textarea autoFocus rows={2} maxLength={2000} value={said} onChange={(_event, data) => change({ said: data.value })} />
      </Field>
      <div className={css.acts}>
        <Button disabled={busy} onClick={save}>
          {say('past.save')}
        </Button>
        <DraftLine state={unsaved} />
      </div>
    </div>
  )
}
