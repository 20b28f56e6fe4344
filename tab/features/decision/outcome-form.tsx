import { Button, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef } from 'react'
import type { DecisionOutcome } from '#contract/codes.ts'
import type { DecisionView } from '#contract/decision-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import partsCss from '../../parts/parts.module.css'
import { PersonPicker } from '../../parts/person-picker.tsx'
import { consequences, endsFollowUp, meaningOf, outcomeWord } from './consequence.ts'
import css from './decision.module.css'
import type { RequiredField } from './decision-draft.ts'
import { hrefThatMends } from './mend-link.ts'
import type { DecisionState } from './use-decision.ts'

/** A project on hold may be adjusted or stopped, not moved on. */
function outcomesOf({ state, point }: DecisionView): readonly DecisionOutcome[] {
  if (state === 'onHold') return ['adjust', 'stop']
  return point === 'board' ? ['proceed', 'adjust', 'stop'] : ['proceed', 'adjust', 'extend', 'stop']
}

/** The choice with what each means, what it asks for, what will happen, and the act itself. */
export function OutcomeForm({ view, state }: { view: DecisionView; state: DecisionState }) {
  const { language } = useSession()
  const say = useSay(tabDecision)
  const { draft, change, lacking, busy } = state
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const first = lacking[0]
    if (first === undefined) return
    form.current?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea)`)?.focus()
  }, [lacking])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void state.decide()
  }
  const happens = consequences(view, draft, say, language)
  return (
    <section className={`${css.block} ${css.noPrint}`} aria-labelledby="decide">
      <h2 id="decide">{say('decide.title')}</h2>
      <form ref={form} onSubmit={submit} noValidate className={css.form}>
        <Field
          data-field="outcome"
          label={say('decide.outcome')}
          validationMessage={lacking.includes('outcome') ? say('decide.chooseFirst') : undefined}
        >
          <RadioGroup value={draft.outcome ?? ''} onChange={(_event, data) => change({ outcome: data.value as DecisionOutcome })}>
            {outcomesOf(view).map((outcome) => (
              <Radio
                key={outcome}
                value={outcome}
                label={
                  <>
                    <span className={css.choice}>{outcomeWord(view, outcome, say)}</span>
                    <span className={css.meaning}>{meaningOf(view, outcome, say)}</span>
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
        {draft.outcome !== null && <Asked outcome={draft.outcome} view={view} state={state} />}
        {happens.length > 0 && (
          <div className={css.preview}>
            <h3>{say('decide.preview')}</h3>
            <ul>
              {happens.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
        <Refused view={view} state={state} />
        <div className={css.acts}>
          <Button type="submit" appearance="primary" disabled={busy !== null}>
            {say(busy === 'decide' ? 'decide.acting' : 'decide.act')}
          </Button>
          <DraftLine state={state.unsaved} />
        </div>
      </form>
    </section>
  )
}

/** What the chosen outcome asks for, and nothing else. */
function Asked({ outcome, view, state }: { outcome: DecisionOutcome; view: DecisionView; state: DecisionState }) {
  const { language } = useSession()
  const say = useSay(tabDecision)
  const { draft, change, lacking } = state
  const required = (field: RequiredField) => (lacking.includes(field) ? say('decide.required') : undefined)
  const follows = outcome === 'adjust' || outcome === 'extend'
  const optional = outcome === 'proceed'
  return (
    <>
      <Field
        data-field="reason"
        required={!optional}
        label={say(optional ? 'decide.reasonOptional' : outcome === 'adjust' ? 'decide.what' : 'decide.reason')}
        validationMessage={required('reason')}
      >
        <Textarea rows={2} maxLength={2000} value={draft.reason} onChange={(_event, data) => change({ reason: data.value })} />
      </Field>
      {follows && (
        <div className={css.pair}>
          <div data-field="responsible">
            <PersonPicker
              name="responsible"
              required
              label={say(outcome === 'adjust' ? 'decide.responsible' : 'decide.preparer')}
              value={draft.responsible}
              onChange={(responsible) => change({ responsible })}
              fault={required('responsible')}
            />
          </div>
          <Field
            data-field="followUpOn"
            required
            label={outcome === 'adjust' ? say('decide.dueOn') : say('decide.newDate', { point: view.pointTitle })}
            validationMessage={required('followUpOn')}
          >
            <Input type="date" min={draft.on} value={draft.followUpOn} onChange={(_event, data) => change({ followUpOn: data.value })} />
          </Field>
        </div>
      )}
      {outcome === 'stop' && !endsFollowUp(view, outcome) && (
        <Field
          label={say('decide.lesson')}
          hint={say('decide.lessonHint', { date: formatDate(view.effects.lessonOn, language, view.today) })}
        >
          <Textarea rows={2} maxLength={2000} value={draft.lesson} onChange={(_event, data) => change({ lesson: data.value })} />
        </Field>
      )}
      <Field data-field="on" required label={say('decide.on')} validationMessage={required('on')} className={css.day}>
        <Input
          type="date"
          min={view.phaseEnteredOn}
          max={view.today}
          value={draft.on}
          onChange={(_event, data) => change({ on: data.value })}
        />
      </Field>
    </>
  )
}

/** A refusal says exactly what is missing, each with the way to mend it. */
function Refused({ view, state }: { view: DecisionView; state: DecisionState }) {
  const say = useSay(tabDecision)
  const place = useRef<HTMLDivElement>(null)
  const { refused, fault } = state
  useEffect(() => {
    if (refused.length > 0) place.current?.focus()
  }, [refused])
  if (fault === null && refused.length === 0) return null
  return (
    <div ref={place} tabIndex={-1} role="alert" className={`${partsCss.notice} ${partsCss.fault} ${css.refused}`}>
      {refused.length > 0 && (
        <h3>{state.draft.outcome === 'stop' ? say('decide.refusedEnd') : say('decide.refused', { point: view.pointTitle })}</h3>
      )}
      {refused.length > 0 ? (
        <ul>
          {refused.map((lack) => (
            <li key={`${lack.rule}:${lack.benefitKey}:${lack.indicatorKey}`}>
              {lack.text}{' '}
              {lack.code === 'documentMissing' ? (
                <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={toList}>
                  {say('list.toList')}
                </button>
              ) : (
                <a className={`${partsCss.link} ${partsCss.inText}`} href={hrefThatMends(view.key, lack)}>
                  {say('list.mend')}
                </a>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p>{fault}</p>
      )}
    </div>
  )
}

/** The address names the page, so that a place on it is gone to by hand. */
function toList(): void {
  document.getElementById('requirements')?.scrollIntoView({ block: 'start' })
  document.querySelector<HTMLElement>('[aria-labelledby="requirements"] input')?.focus()
}
