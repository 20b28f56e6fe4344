import { Button, Field, Input } from '@fluentui/react-components'
import type { DecisionView } from '#contract/decision-view.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { useSay } from '../../app/session.ts'
import { PersonPicker } from '../../parts/person-picker.tsx'
import css from './decision.module.css'
import { isUnsaved } from './decision-draft.ts'
import type { DecisionState } from './use-decision.ts'

/** When it is to be decided and who prepares it; saved together with what has been ticked and waived. */
export function Preparation({ view, state }: { view: DecisionView; state: DecisionState }) {
  const say = useSay(tabDecision)
  const { draft, change, busy } = state
  const unsaved = isUnsaved(view, draft)
  return (
    <section className={`${css.block} ${css.noPrint}`} aria-labelledby="preparation">
      <h2 id="preparation">{say('plan.title')}</h2>
      <p className={css.quiet}>{say('plan.lead')}</p>
      <div className={css.pair}>
        <Field label={say('plan.due')}>
          <Input type="date" value={draft.dueOn} onChange={(_event, data) => change({ dueOn: data.value })} />
        </Field>
        <PersonPicker
          name="preparer"
          label={say('plan.responsible')}
          value={draft.preparer}
          onChange={(preparer) => change({ preparer })}
        />
      </div>
      <div className={css.acts}>
        <Button disabled={busy !== null || (view.planned !== null && !unsaved)} onClick={state.plan}>
          {say(view.planned === null ? 'plan.ask' : 'plan.save')}
        </Button>
        {view.planned !== null && unsaved && <span className={css.quiet}>{say('plan.unsaved')}</span>}
      </div>
      {state.fault !== null && !view.can.decide && (
        <p className={css.late} role="alert">
          {state.fault}
        </p>
      )}
    </section>
  )
}
