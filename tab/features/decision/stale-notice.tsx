import type { DecisionView } from '#contract/decision-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './decision.module.css'
import { type Difference, differences } from './decision-draft.ts'
import type { DecisionState } from './use-decision.ts'

/** Somebody saved meanwhile: both versions side by side, and the choice between them. */
export function StaleNotice({ view, state }: { view: DecisionView; state: DecisionState }) {
  const { language } = useSession()
  const say = useSay(tabDecision)
  const found = differences(view, state.draft)
  const name = ({ field, text }: Difference): string =>
    field === 'dueOn' ? say('plan.due') : field === 'preparer' ? say('plan.responsible') : text
  const shown = (value: string | boolean, { field }: Difference): string => {
    if (typeof value === 'boolean') return say(value ? 'stale.ticked' : 'stale.notTicked')
    if (value === '') return say('stale.none')
    return field === 'dueOn' ? formatDate(value, language, view.today) : value
  }
  return (
    <section className={`${partsCss.notice} ${css.stale}`} role="alert">
      <p>{state.stale}</p>
      {found.length === 0 ? (
        <p>{say('stale.same')}</p>
      ) : (
        <table className={css.differences}>
          <thead>
            <tr>
              <th scope="col">{say('stale.line')}</th>
              <th scope="col">{say('stale.saved')}</th>
              <th scope="col">{say('stale.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={`${one.field}:${one.text}`}>
                <th scope="row">{name(one)}</th>
                <td>{shown(one.saved, one)}</td>
                <td>{shown(one.mine, one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={css.acts}>
        <button type="button" className={`${partsCss.button} ${partsCss.small}`} onClick={state.useSaved}>
          {say('stale.theirs')}
        </button>
        <button type="button" className={`${partsCss.button} ${partsCss.small}`} onClick={state.keepMine}>
          {say('stale.mine')}
        </button>
      </div>
    </section>
  )
}
