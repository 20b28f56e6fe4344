import type { Fault } from '#contract/errors.ts'
import type { PanelName, Told } from '#contract/nudge-card-view.ts'
import { refusalOf } from '#contract/texts/refusals.ts'
import type { Typed } from '#contract/typed.ts'
import type { NudgeRecord, Person } from '#domain/model.ts'
import { markAnswered } from '#usecases/mark-answered.ts'
import { snoozeChoices } from '#usecases/snooze-obligation.ts'
import type { Written } from '#usecases/telling-store.ts'
import { type NudgeCardInput, nudgeCardView, obligationsByKey, openIn } from '#views/nudge-card.ts'
import type { NudgeAnswer, NudgeVerb } from './answers.ts'
import { ASKED } from './cards/asked.ts'
import { messageCard } from './cards/message.ts'
import { nudgeCard } from './cards/nudge.ts'
import { askOf } from './cards/nudge-heading.ts'
import type { Delivery } from './delivery.ts'
import type { BotEvent } from './events.ts'
import { askerOf, type BotDeps, baseOf, cardContent, type Frame, frameOf, languageOf } from './frame.ts'
import { carryOut } from './nudge-answers.ts'
import { previewFault } from './report-answers.ts'
import type { Answer, Content } from './teams.ts'

export interface CardActionDeps extends BotDeps {
  delivery: Delivery
  /** Work that goes on after the answer has been given. */
  afterwards: (work: Promise<unknown>) => void
  /** Told of an act and the card it was done in, so that other cards about the same are drawn anew. */
  catchUp: (act: Written, pressed: string | null) => void
}

type Pressed = Extract<BotEvent, { type: 'cardAction' }>
/** What a card is made from: its row in the ledger, or the one question somebody asked for. */
type Source = Pick<NudgeRecord, 'key' | 'personId' | 'steps' | 'activityId'>
type Shown = Pick<NudgeCardInput, 'typed' | 'refused' | 'justAnswered' | 'opened' | 'draftSaved' | 'told'>

/** Presses that only look: nothing is written, and the message in the chat stays as it is. */
const LOOKS: readonly NudgeVerb[] = ['show', 'refresh', 'previewReport']

/** The part of a block a refusal belongs in. */
const PANEL_OF: Partial<Record<NudgeVerb, PanelName>> = {
  recordMeasurement: 'answer',
  previewReport: 'answer',
  publishReport: 'answer',
  cannotMeasure: 'cannot',
  snooze: 'snooze',
  delegate: 'delegate',
  notRelevant: 'notRelevant',
  reject: 'reject',
  wrongPerson: 'wrongPerson',
  pause: 'pause',
}

/** Somebody else, or the person elsewhere, was first: the card in the chat is put right as well. */
const SETTLED: readonly Fault['code'][] = ['alreadyAnswered', 'staleEdit', 'cardOutdated', 'reportFrozen', 'undoTooLate']

/**
 * A pressed button of a nudge card: the answer is carried out, and the same card comes back as things stand now, both as the
 * answer to the press and as an update of the message (Teams shows the old card again otherwise). Who presses is whom Teams
 * says; a card of somebody else changes nothing.
 */
export async function answerNudge(press: Pressed, answer: NudgeAnswer, deps: CardActionDeps): Promise<Answer> {
  const { personId } = press.from
  let frame = frameOf(deps)
  const refuse = (fault: Fault, person: Person | null): Answer => {
    const base = baseOf(frame, person, press.locale)
    const { text } = refusalOf(fault, base.language, base.words).error
    const url = deps.tabUrl({ kind: 'tasks' })
    return { kind: 'content', content: cardContent(messageCard(base, { sentence: text, url, tone: 'refusal' })) }
  }
  if (personId === null) return refuse({ code: 'notAuthenticated' }, null)
  let source = sourceOf(frame, answer, personId)
  if (!source && (await deps.store.refresh())) {
    frame = frameOf(deps)
    source = sourceOf(frame, answer, personId)
  }
  const person = frame.facts.peopleById.get(personId) ?? null
  if (!source) return refuse({ code: 'cardOutdated' }, person)
  if (source.personId !== personId || !person) return refuse({ code: 'cardNotYours' }, person)

  const { shown, fault } = await outcomeOf(answer, source, frame, deps)
  const content = (more: Shown) => contentOf(source, person, press.locale, deps, more)
  const current = content(shown)
  if (LOOKS.includes(answer.verb)) return { kind: 'content', content: current.content }
  const stands = fault === null
  if (stands) deps.catchUp({ before: frame.facts, by: personId }, press.activityId ?? source.activityId)
  const activityId = press.activityId ?? source.activityId
  if ((stands || SETTLED.includes(fault.code)) && activityId && press.conversation.kind === 'personal') {
    deps.afterwards(deps.delivery.update(press.conversation, activityId, () => content({ ...shown, refused: undefined }).content))
  }
  if (stands && current.open === 0 && source.key !== ASKED) deps.afterwards(markAnswered(source.key, frame.now, deps))
  return { kind: 'content', content: current.content }
}

/** Carries the press out and says how the card is to be shown afterwards: what stays typed, what is opened, what was refused. */
async function outcomeOf(
  answer: NudgeAnswer,
  source: Source,
  frame: Frame,
  deps: CardActionDeps,
): Promise<{ shown: Shown; fault: Fault | null }> {
  const { verb, obligationKey, panel } = answer
  const at = blockNumber(source, obligationKey)
  const confirmed = answer.confirmed === null ? {} : { confirmed: answer.confirmed }
  const typed: Typed = { ...answer.plain, ...answer.typed.get(at), ...confirmed }
  const all = new Map([...answer.typed, [at, typed] as const])
  if (verb === 'refresh') return { shown: { typed: all }, fault: null }
  if (verb === 'show') return { shown: { typed: all, opened: { obligationKey, panel } }, fault: null }
  const obligation = obligationsByKey(frame.context).get(obligationKey)
  const refused = (fault: Fault, part: PanelName | null = PANEL_OF[verb] ?? null) => ({
    shown: {
      typed: all,
      refused: { obligationKey: obligation ? obligationKey : null, fault },
      ...(part && { opened: { obligationKey, panel: part } }),
    },
    fault,
  })
  if (at < 0 || !obligation) return refused({ code: 'cardOutdated' }, null)
  if (verb === 'previewReport') {
    const lack = previewFault(typed)
    return lack ? refused(lack) : { shown: { typed: all, opened: { obligationKey, panel: 'preview' } }, fault: null }
  }
  const fault = await carryOut({ answer, typed, obligation, frame, asker: askerOf(frame, source.personId) }, deps)
  if (fault) return refused(fault)
  const told = toldBy(verb)
  if (verb === 'saveDraft') return { shown: { typed: all, opened: { obligationKey, panel: null }, draftSaved: obligationKey, told }, fault }
  if (verb === 'pause') return { shown: { typed: all, told }, fault }
  if (verb === 'undo') return { shown: { typed: withoutBlock(answer.typed, at), opened: { obligationKey, panel: null }, told }, fault }
  return { shown: { typed: withoutBlock(answer.typed, at), justAnswered: obligationKey }, fault }
}

const toldBy = (verb: NudgeVerb): Told | null => (verb === 'pause' ? 'paused' : verb === 'undo' ? 'undone' : null)

/** The ledger's row, or the question the person has asked for themselves. */
function sourceOf(frame: Frame, { nudgeKey, obligationKey }: NudgeAnswer, personId: string): Source | undefined {
  return nudgeKey === ASKED ? askedSource(frame, obligationKey, personId) : frame.facts.tables.nudges.get(nudgeKey)
}

/** One question as a card of its own; what the person may do with it is asked of the rules, as always. */
export function askedSource(frame: Frame, obligationKey: string, personId: string): Source | undefined {
  const obligation = obligationsByKey(frame.context).get(obligationKey)
  if (!obligation) return undefined
  const { round, assigneeWhy: why } = obligation
  return { key: ASKED, personId, activityId: null, steps: [{ obligationKey, round, step: 'first', why }] }
}

/** Number of an obligation's block in its card: its place among the row's distinct obligations. */
function blockNumber({ steps }: Pick<NudgeRecord, 'steps'>, obligationKey: string): number {
  return [...new Set(steps.map((step) => step.obligationKey))].indexOf(obligationKey)
}

const withoutBlock = (typed: ReadonlyMap<number, Typed>, at: number): Map<number, Typed> =>
  new Map([...typed].filter(([number]) => number !== at))

/** The card as the lists stand at this moment, and how many questions are still open in it. */
export function contentOf(
  nudge: Pick<Source, 'key' | 'steps'>,
  person: Person,
  locale: string | null,
  deps: BotDeps,
  shown: Shown,
): { content: Content; open: number } {
  const frame = frameOf(deps)
  const { context, now } = frame
  const { tabUrl } = deps
  // The press may have changed the reader too: a pause.
  const reader = frame.facts.peopleById.get(person.personId) ?? person
  const language = languageOf(reader, locale, frame.settings)
  const view = nudgeCardView(context, {
    ...{ nudge, reader, tabUrl, now, language },
    snoozeChoices: (one) => snoozeChoices(one, context.facts),
    ...shown,
  })
  return { content: cardContent(nudgeCard(view), askOf(view)), open: openIn(view) }
}
