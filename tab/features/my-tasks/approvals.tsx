import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { ApprovalView } from '#contract/tasks-view.ts'
import { formatDate, formatPeriod } from '#contract/texts/format.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { DraftsAt, hasDraft, useDraft } from '../../app/drafts.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import partsCss from '../../parts/parts.module.css'
import actsCss from './acts.module.css'
import css from './tasks.module.css'
import { useAct } from './use-act.ts'

/** «Ikke lenger aktuelt» that this person answers: what, who says so and why, and yes or no in place. */
export function Approvals(props: {
  approvals: readonly ApprovalView[]
  today: string
  restricted: (projectKey: string) => boolean
  onAnswered: () => void
}) {
  const { approvals, today, restricted, onAnswered } = props
  const say = useSay(tabActs)
  if (approvals.length === 0) return null
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">{say('approve.title')}</h2>
      <ul>
        {approvals.map((approval) => (
          <DraftsAt
            key={approval.obligationKey}
            value={{ href: hrefOf({ name: 'tasks' }), title: approval.projectTitle, restricted: restricted(approval.projectKey) }}
          >
            <Approval approval={approval} today={today} onAnswered={onAnswered} />
          </DraftsAt>
        ))}
      </ul>
    </section>
  )
}

function Approval({ approval, today, onAnswered }: { approval: ApprovalView; today: string; onAnswered: () => void }) {
  const { language, announce, copy } = useSession()
  const say = useSay(tabActs)
  const sayForms = useSay(tabForms)
  const act = useAct(approval.obligationKey)
  const title =
    approval.kind === 'measurement'
      ? sayForms('tasks.inPeriod', { title: approval.title, period: formatPeriod(approval.periodKey, approval.frequency, language, today) })
      : approval.title
  const key = `approval:${approval.obligationKey}`
  const [refusing, setRefusing] = useState(() => hasDraft(copy, key))
  const [draft, change, forget, unsaved] = useDraft(key, { reason: '' }, { name: `${say('approve.no')}: ${title}` })
  const about = (text: string) => sayForms('tasks.about', { act: text, title })
  const answer = async (approve: boolean) => {
    const reason = draft.reason.trim()
    if (!approve && reason === '') return act.complain({ field: 'reason', text: say('act.reasonMissing') })
    if ((await act.send('not-relevant/answer', { approve, reason: approve ? null : reason })) === null) return
    forget()
    announce(say(approve ? 'approve.doneYes' : 'approve.doneNo', { title }))
    onAnswered()
  }
  return (
    <li>
      <div className={actsCss.item}>
        <h3>{title}</h3>
        <p className={css.quiet}>
          <a className={partsCss.link} href={hrefOf({ name: 'project', key: approval.projectKey })}>
            {approval.projectTitle}
          </a>
        </p>
        <p>{say('approve.lead', { name: approval.byName, date: formatDate(approval.on, language, today) })}</p>
        <blockquote>{approval.reason}</blockquote>
        {approval.endsIndicator && <p className={css.quiet}>{say('approve.ends')}</p>}
        {refusing && (
          <Field
            label={say('approve.why')}
            required
            hint={say('act.persons')}
            validationMessage={act.fault?.field === 'reason' ? act.fault.text : undefined}
          >
            <Textarea autoFocus rows={2} value={draft.reason} onChange={(_event, data) => change({ reason: data.value })} />
          </Field>
        )}
        {act.fault !== null && act.fault.field !== 'reason' && (
          <p role="alert" className={actsCss.fault}>
            {act.fault.text}
          </p>
        )}
        <div className={actsCss.buttons}>
          {refusing ? (
            <>
              <Button size="small" appearance="primary" aria-label={about(say('approve.sendNo'))} onClick={() => void answer(false)}>
                {say('approve.sendNo')}
              </Button>
              <Button size="small" appearance="subtle" onClick={() => setRefusing(false)}>
                {say('act.cancel')}
              </Button>
              <DraftLine state={unsaved} />
            </>
          ) : (
            <>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={act.sending}
                aria-label={about(say('approve.yes'))}
                onClick={() => void answer(true)}
              >
                {say('approve.yes')}
              </Button>
              <Button size="small" aria-label={about(say('approve.no'))} onClick={() => setRefusing(true)}>
                {say('approve.no')}
              </Button>
            </>
          )}
        </div>
      </div>
    </li>
  )
}
