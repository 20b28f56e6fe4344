import type { ObligationKind } from '#domain/codes.ts'
import type { CivilDate, NudgeWhy } from '#domain/model.ts'
import type { CardBase } from './card-views.ts'
import type { Fault } from './errors.ts'
import type { ExplanationView } from './explanation-view.ts'
import type { ActionBlock, ApprovalBlock, DecisionBlock, HandoverBlock, OrphanBlock, RestingBlock, TaskBlock } from './nudge-task-blocks.ts'
import type { MeasureBlock, MeasuredBlock, ReportBlock, ReportedBlock } from './nudge-value-blocks.ts'
import type { Typed } from './typed.ts'

/** What a block can open in place of its question: one at a time, so that a card never has more than six buttons. */
export const PANELS = [
  'snooze',
  'cannot',
  'more',
  'delegate',
  'notRelevant',
  'wrongPerson',
  'why',
  'pause',
  'preview',
  'reject',
  'answer',
] as const
export type PanelName = (typeof PANELS)[number]

/** Somebody who can be chosen in a card: named in the project, or found by name. */
export interface PersonChoice {
  personId: string
  name: string
}

/** The opened part of a block with what it shows. */
export type Panel =
  | { name: Exclude<PanelName, 'delegate' | 'wrongPerson' | 'why'> }
  | { name: 'delegate' | 'wrongPerson'; people: readonly PersonChoice[] }
  | { name: 'why'; why: NudgeWhy; explanation: ExplanationView }

/** What a press has done that no block shows. */
export type Told = 'paused' | 'undone'

export interface BlockBase {
  /** Number of the block in its card, from 0; part of its input ids, the same as long as the card lives. */
  n: number
  obligationKey: string
  title: string
  projectTitle: string
  url: string
}

/** Something that waits for the reader. */
export interface OpenBlock extends BlockBase {
  obligationKind: ObligationKind
  dueOn: CivilDate
  /** null while it is not overdue. */
  overdueFrom: CivilDate | null
  panel: Panel | null
  /** Open days that may still be chosen for a snooze; empty when it cannot be put off again. */
  snoozeDays: readonly number[]
  /** The last day it can be put off to; null when it cannot. */
  snoozeLatest: CivilDate | null
  snoozeNeedsReason: boolean
  /** What else the reader may do with it. */
  can: { delegate: boolean; notRelevant: boolean; wrongPerson: boolean }
  /** It came by delegation: from whom, and when it goes back. */
  request: { byName: string; until: CivilDate | null } | null
  typed: Typed
  /** The refusal of the last try, shown at its field. */
  fault: Fault | null
}

/** Blocks that ask for something; the others only tell. */
export type AskingBlock = MeasureBlock | ReportBlock | HandoverBlock | OrphanBlock | ApprovalBlock | DecisionBlock | ActionBlock
export type NudgeBlock = AskingBlock | MeasuredBlock | ReportedBlock | RestingBlock | TaskBlock

const ASKING: readonly NudgeBlock['kind'][] = ['measure', 'report', 'handover', 'orphan', 'approval', 'decision', 'action']
export const isAsking = (block: NudgeBlock): block is AskingBlock => ASKING.includes(block.kind)

/** The one card a person gets in a day: what waits, what is answered, why it came. */
export interface NudgeCardView extends CardBase {
  /** Key of the ledger's row, or `asked` for a card the person has asked for. */
  nudgeKey: string
  firstName: string
  blocks: readonly NudgeBlock[]
  /** Why these came to this person, each once. */
  whys: readonly NudgeWhy[]
  /** The office's Monday list rather than a question. */
  digest: boolean
  /** Obligation shown in full among several; null leaves it to the card's own order. */
  focus: string | null
  /** Obligation answered last: its block is shown in full, earlier answers as one line. */
  justAnswered: string | null
  told: Told | null
  /** The reader's own pause, where they have one. */
  pausedUntil: CivilDate | null
  /** A refusal that belongs to no field, above the blocks. */
  notice: Fault | null
  tasksUrl: string
}
