import type { OpenBlock, Panel } from '#contract/nudge-card-view.ts'
import { explain, explainState } from '#domain/explain.ts'
import type { Facts } from '#domain/facts.ts'
import { may } from '#domain/may.ts'
import type { Instant, NudgeWhy } from '#domain/model.ts'
import { type Ledger, readLedger } from '#domain/nudge-ledger.ts'
import { nudgeOutlook } from '#domain/nudge-outlook.ts'
import type { Obligation } from '#domain/obligations.ts'
import { countLogged } from '#domain/project-history.ts'
import { settingsOn } from '#domain/settings.ts'
import type { ViewContext } from './context.ts'
import type { BlockInput } from './nudge-block.ts'
import { peopleOf } from './nudge-people.ts'

type Waiting = BlockInput & { obligation: Obligation }

const ledgers = new WeakMap<Facts, Ledger>()

/** Read once for all cards of a pass. */
function ledgerOf(facts: Facts): Ledger {
  let ledger = ledgers.get(facts)
  if (!ledger) {
    ledger = readLedger(facts)
    ledgers.set(facts, ledger)
  }
  return ledger
}

/** The part of the block the reader has opened, or that the refusal of their last try belongs in. */
export function panelOf(context: ViewContext, { obligation, step, input }: Waiting): Panel | null {
  const { opened, now, reader } = input
  const name = opened?.obligationKey === obligation.key ? opened.panel : null
  if (name === null) return null
  if (name === 'delegate' || name === 'wrongPerson') {
    return { name, people: peopleOf(context, obligation.projectKey, [reader.personId]) }
  }
  return name === 'why' ? explanationOf(context, { obligation, why: step.why, now }) : { name }
}

/** Why an obligation is the reader's, how it got its dates, what has happened to it, and what happens next. */
export function explanationOf(
  { facts, settings, today }: ViewContext,
  { obligation, why, now }: { obligation: Obligation; why: NudgeWhy; now: Instant },
): Extract<Panel, { name: 'why' }> {
  const { tables } = facts
  const about = { indicator: tables.indicators.get(obligation.refKey), project: tables.projects.get(obligation.projectKey) }
  const ofDay = settingsOn(obligation.asOf ?? obligation.dueOn, tables.settings.values())
  const [next] = nudgeOutlook({ obligations: [obligation], facts, settings, now })
  return {
    name: 'why',
    why,
    dates: explain(obligation, about, ofDay),
    state: explainState(obligation, today),
    outlook: next?.outlook ?? { action: 'stop', reason: 'ladderEnded' },
  }
}

/** What else the reader may do with it (rule 10): delegated once for each owner, a «no» to «ikke lenger aktuelt» not asked about again. */
export function canOf({ facts, today }: ViewContext, { obligation, input }: Waiting): OpenBlock['can'] {
  const { key, round, delegatedToId, assigneeId } = obligation
  const mine = assigneeId === input.reader.personId
  const mayAct = may(input.reader, 'answerObligation', { obligation, today }, facts).ok
  return {
    delegate: mayAct && delegatedToId === null && ledgerOf(facts).sentOn(key, round, 'request') === undefined,
    notRelevant: mayAct && countLogged('notRelevantRejected', key, facts) === 0,
    wrongPerson: mayAct && mine,
  }
}
