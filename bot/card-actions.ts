import type { Typed } from '#contract/card-views.ts'
import type { Fault } from '#contract/errors.ts'
import { refusalOf } from '#contract/texts/refusals.ts'
import type { NudgeRecord, Person } from '#domain/model.ts'
import { markAnswered } from '#usecases/mark-answered.ts'
import { snoozeChoices } from '#usecases/snooze-obligation.ts'
import { type NudgeCardInput, nudgeCardView, obligationsByKey } from '#views/nudge-card.ts'
import type { NudgeAnswer } from './answers.ts'
import { messageCard } from './cards/message.ts'
import { nudgeCard } from './cards/nudge.ts'
import { askOf } from './cards/nudge-heading.ts'
import type { Delivery } from './delivery.ts'
import type { BotEvent } from './events.ts'
import { askerOf, type BotDeps, baseOf, cardContent, type Frame, frameOf } from './frame.ts'
import { carryOut } from './nudge-answers.ts'
import type { Answer, Content } from './teams.ts'

export interface CardActionDeps extends BotDeps {
  delivery: Delivery
  /** Work that goes on after the answer has been given. */
  afterwards: (work: Promise<unknown>) => void
}

type Press = Extract<BotEvent, { type: 'cardAction' }>

/**
 * A pressed button of a nudge card: the answer is carried out, and the same card comes back as things stand now, both as the
 * answer to the press and as an update of the message (Teams shows the old card again otherwise). Who presses is whom Teams
 * says; a card of somebody else changes nothing.
 */
export async function answerNudge(press: Press, answer: NudgeAnswer, deps: CardActionDeps): Promise<Answer> {
  const { personId } = press.from
  let frame = frameOf(deps)
  const refuse = (fault: Fault, person: Person | null): Answer => {
    const base = baseOf(frame, person)
    const { text } = refusalOf(fault, base.language, base.words).error
    const url = deps.tabUrl({ kind: 'tasks' })
    return { kind: 'content', content: cardContent(messageCard(base, { sentence: text, url, tone: 'refusal' })) }
  }
  if (personId === null) return refuse({ code: 'notAuthenticated' }, null)
  let nudge = nudgeOf(frame, answer)
  if (!nudge && (await deps.store.refresh())) {
    frame = frameOf(deps)
    nudge = nudgeOf(frame, answer)
  }
  const person = frame.facts.peopleById.get(personId) ?? null
  if (!nudge) return refuse({ code: 'cardOutdated' }, person)
  if (nudge.personId !== personId || !person) return refuse({ code: 'cardNotYours' }, person)

  const at = blockNumber(nudge, answer.obligationKey)
  const typed = { ...answer.plain, ...answer.typed.get(at) }
  const obligation = obligationsByKey(frame.context).get(answer.obligationKey)
  const fault =
    at < 0 || !obligation
      ? ({ code: 'cardOutdated' } as const)
      : await carryOut(answer, typed, obligation, frame, askerOf(frame, personId), deps)
  const stands = fault === null
  const others = withoutBlock(answer.typed, at)
  const shown: Omit<NudgeCardInput, 'nudge' | 'reader' | 'tabUrl' | 'snoozeChoices'> = stands
    ? { typed: others, justAnswered: answer.obligationKey }
    : { typed: new Map([...others, [at, typed]]), refused: { obligationKey: obligation ? answer.obligationKey : null, fault } }
  const current = contentOf(nudge, person, deps, shown)
  const settledByOther = fault !== null && ['alreadyAnswered', 'staleEdit', 'cardOutdated', 'reportFrozen'].includes(fault.code)
  const activityId = press.activityId ?? nudge.activityId
  if ((stands || settledByOther) && activityId && press.conversation.kind === 'personal') {
    deps.afterwards(
      deps.delivery.update(press.conversation, activityId, () => contentOf(nudge, person, deps, { ...shown, refused: undefined }).content),
    )
  }
  if (stands && current.open === 0) deps.afterwards(markAnswered(nudge.key, frame.now, deps))
  return { kind: 'content', content: current.content }
}

const nudgeOf = (frame: Frame, { nudgeKey }: NudgeAnswer): NudgeRecord | undefined => frame.facts.tables.nudges.get(nudgeKey)

/** Number of an obligation's block in its card: its place among the row's distinct obligations. */
function blockNumber({ steps }: Pick<NudgeRecord, 'steps'>, obligationKey: string): number {
  return [...new Set(steps.map((step) => step.obligationKey))].indexOf(obligationKey)
}

const withoutBlock = (typed: ReadonlyMap<number, Typed>, at: number): Map<number, Typed> =>
  new Map([...typed].filter(([number]) => number !== at))

/** The card as the lists stand at this moment, and how many questions are still open in it. */
function contentOf(
  nudge: NudgeRecord,
  reader: Person,
  deps: BotDeps,
  shown: Omit<NudgeCardInput, 'nudge' | 'reader' | 'tabUrl' | 'snoozeChoices'>,
): { content: Content; open: number } {
  const { context } = frameOf(deps)
  const { tabUrl } = deps
  const view = nudgeCardView(context, { nudge, reader, tabUrl, snoozeChoices: (one) => snoozeChoices(one, context.facts), ...shown })
  return {
    content: cardContent(nudgeCard(view), askOf(view)),
    open: view.blocks.filter(({ kind }) => kind === 'measure' || kind === 'report').length,
  }
}
