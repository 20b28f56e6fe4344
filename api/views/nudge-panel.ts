import type { OpenBlock, Panel } from '#contract/nudge-card-view.ts'
import { isDelegable } from '#domain/delegate.ts'
import { may } from '#domain/may.ts'
import type { Instant, NudgeWhy } from '#domain/model.ts'
import { isProposable } from '#domain/not-relevant.ts'
import type { Obligation } from '#domain/obligations.ts'
import type { ViewContext } from './context.ts'
import { explanationView } from './explanation.ts'
import type { BlockInput } from './nudge-block.ts'
import { peopleOf } from './people-of-project.ts'

type Waiting = BlockInput & { obligation: Obligation }

/** The part of the block the reader has opened, or that the refusal of their last try belongs in. */
export function panelOf(context: ViewContext, { obligation, step, input }: Waiting): Panel | null {
  const { opened, now, reader } = input
  const name = opened?.obligationKey === obligation.key ? opened.panel : null
  if (name === null) return null
  if (name === 'delegate' || name === 'wrongPerson') {
    return { name, people: peopleOf(context, obligation.projectKey, [reader.personId, obligation.assigneeId]) }
  }
  return name === 'why' ? explanationOf(context, { obligation, why: step.why, now }) : { name }
}

/** Why an obligation is the reader's, how it got its dates, what has happened to it, and what happens next. */
export function explanationOf(
  context: ViewContext,
  { obligation, why, now }: { obligation: Obligation; why: NudgeWhy; now: Instant },
): Extract<Panel, { name: 'why' }> {
  return { name: 'why', why, explanation: explanationView(context, obligation, now) }
}

/** What else the reader may do with it (rule 10). */
export function canOf({ facts, today }: ViewContext, { obligation, input }: Waiting): OpenBlock['can'] {
  const { reader } = input
  const acts = may(reader, 'answerObligation', { obligation, today }, facts).ok
  return {
    delegate: acts && isDelegable(obligation, facts),
    notRelevant: acts && isProposable(obligation, facts),
    wrongPerson: acts && obligation.assigneeId === reader.personId,
  }
}
