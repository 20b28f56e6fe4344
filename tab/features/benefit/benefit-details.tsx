import { formatShortDate } from '#contract/texts/format.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { words } from '#contract/texts/words.ts'
import type { BenefitView, IndicatorView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { EditButton, EditSlot, useMayEdit } from '../edit/editing.tsx'
import css from './benefit.module.css'
import { usePlannedAmount } from './planned-amount.ts'

const ACTION_STATES = ['planned', 'started', 'done', 'late', 'dropped'] as const
type ActionState = (typeof ACTION_STATES)[number]
const isState = (state: string): state is ActionState => (ACTION_STATES as readonly string[]).includes(state)

/** What else is known of a benefit, folded away: what changes, how it is measured, its actions and yearly plan. */
export function BenefitDetails({
  benefit,
  indicator,
  currency,
}: {
  benefit: BenefitView
  indicator: IndicatorView | null
  currency: string
}) {
  const planned = usePlannedAmount(benefit.plannedUnit, currency)
  const say = useSay(tabProject)
  const sayWords = useSay(words)
  const sayEdit = useSay(tabEdit)
  const years = Object.entries(benefit.plannedByYear).sort(([a], [b]) => (a < b ? -1 : 1))
  const facts: [string, string | null | undefined][] = [
    [say('benefits.change'), benefit.change],
    [say('benefits.before'), benefit.before],
    [say('benefits.after'), benefit.after],
    [say('benefits.assumptions'), benefit.assumptions],
    [say('benefits.method'), indicator?.method],
    [say('benefits.measurer'), indicator?.measurer?.name],
    [say('benefits.frequency'), indicator && sayWords(`frequency.${indicator.frequency}`)],
    [say('benefits.yearly'), years.map(([year, amount]) => `${year}: ${planned(amount)}`).join(' · ')],
  ]
  const known = facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
  const adding = useMayEdit({ form: 'newAction', key: benefit.key })
  if (known.length === 0 && benefit.actions.length === 0 && !adding) return null
  return (
    <details className={css.details}>
      <summary>{say('benefits.more')}</summary>
      <dl className={css.factList}>
        {known.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {(benefit.actions.length > 0 || adding) && (
          <div>
            <dt>{say('benefits.actions')}</dt>
            <dd>
              <ul>
                {benefit.actions.map((action) => (
                  <li key={action.key}>
                    <EditSlot at={{ form: 'action', key: action.key }} title={sayEdit('edit.action', { title: action.title })}>
                      {[
                        action.title,
                        isState(action.state) ? say(`action.${action.state}`) : action.state,
                        action.dueOn === null ? null : formatShortDate(action.dueOn),
                        action.responsible?.name,
                      ]
                        .filter(Boolean)
                        .join(' · ')}{' '}
                      <EditButton at={{ form: 'action', key: action.key }} label={sayEdit('edit.action', { title: action.title })} />
                    </EditSlot>
                  </li>
                ))}
              </ul>
              <EditSlot at={{ form: 'newAction', key: benefit.key }} title={sayEdit('add.actionTo', { title: benefit.title })} />
              <EditButton at={{ form: 'newAction', key: benefit.key }} label={sayEdit('add.actionTo', { title: benefit.title })}>
                {sayEdit('add.action')}
              </EditButton>
            </dd>
          </div>
        )}
      </dl>
    </details>
  )
}
