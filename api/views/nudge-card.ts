import type { TabUrl } from '#contract/card-views.ts'
import type { Fault } from '#contract/errors.ts'
import { isAsking, type NudgeBlock, type NudgeCardView, type PanelName, type Told } from '#contract/nudge-card-view.ts'
import type { Typed } from '#contract/typed.ts'
import type { Language } from '#domain/codes.ts'
import type { Instant, NudgeRecord, NudgeStepEntry, Person } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import type { ViewContext } from './context.ts'
import { blockOf } from './nudge-block.ts'

export interface NudgeCardInput {
  nudge: Pick<NudgeRecord, 'key' | 'steps'>
  reader: Person
  tabUrl: TabUrl
  /** The instant the card is made: what may be taken back depends on it. */
  now: Instant
  /** The reader's own language, otherwise their Teams', otherwise the municipality's. */
  language?: Language
  /** Open days each obligation may still be put off (the use case's rule). */
  snoozeChoices: (obligation: Obligation) => readonly number[]
  /** What had been typed, by block number; kept when the card comes back. */
  typed?: ReadonlyMap<number, Typed>
  /** The refusal of the last try, and which obligation it was about (null = the card as a whole). */
  refused?: { obligationKey: string | null; fault: Fault } | undefined
  justAnswered?: string
  /** The block the reader has opened, and which part of it. */
  opened?: { obligationKey: string; panel: PanelName | null } | undefined
  /** What was typed in this obligation's report is kept as a draft. */
  draftSaved?: string
  told?: Told | null
}

/**
 * The card of one ledger row as things stand now: what waits, what is answered, what fell away. Made from the lists each
 * time, so that a card pressed twice, too late or after somebody else shows the truth.
 */
export function nudgeCardView(context: ViewContext, input: NudgeCardInput): NudgeCardView {
  const { nudge, reader, refused, opened } = input
  const steps = distinctSteps(nudge.steps)
  const byKey = obligationsByKey(context)
  const blocks = steps.map((step, n) => blockOf(context, { step, n, obligation: byKey.get(step.obligationKey), input }))
  const isOpen = (key: string): boolean => blocks.some((block) => block.obligationKey === key && isAsking(block))
  const focus = refused?.obligationKey ?? opened?.obligationKey ?? null
  return {
    language: input.language ?? reader.language ?? context.settings.language,
    words: context.settings.words,
    today: context.today,
    nudgeKey: nudge.key,
    firstName: firstNameOf(reader),
    blocks,
    whys: [...new Set(steps.map(({ why }) => why))],
    digest: steps.length > 0 && steps.every(({ step }) => step === 'office'),
    focus: focus !== null && isOpen(focus) ? focus : null,
    justAnswered: input.justAnswered ?? null,
    told: input.told ?? null,
    pausedUntil: reader.pausedUntil,
    notice: refused && (refused.obligationKey === null || !isOpen(refused.obligationKey)) ? refused.fault : null,
    tasksUrl: input.tabUrl({ kind: 'tasks' }),
  }
}

const byKeyOf = new WeakMap<ViewContext, ReadonlyMap<string, Obligation>>()

/** Made once for all cards of a pass. */
export function obligationsByKey(context: ViewContext): ReadonlyMap<string, Obligation> {
  let byKey = byKeyOf.get(context)
  if (!byKey) {
    byKey = new Map(context.obligations.map((obligation) => [obligation.key, obligation]))
    byKeyOf.set(context, byKey)
  }
  return byKey
}

/** `Kari`; empty when the name is not known. */
export const firstNameOf = (person: Pick<Person, 'displayName'>): string =>
  person.displayName === '–' ? '' : (person.displayName.split(' ')[0] ?? '')

/** One block for each obligation, in the order of the row. */
export function distinctSteps(steps: readonly NudgeStepEntry[]): NudgeStepEntry[] {
  return steps.filter((step, at) => steps.findIndex((other) => other.obligationKey === step.obligationKey) === at)
}

/** How many of a card's questions still wait for the reader. */
export const openIn = ({ blocks }: { blocks: readonly NudgeBlock[] }): number => blocks.filter(isAsking).length
