import type { DecisionKind, Frequency, ObligationKind } from '#domain/codes.ts'
import type { Lack } from '#domain/gate-rules.ts'
import type { ChecklistItem } from '#domain/method-profile.ts'
import type { CivilDate } from '#domain/model.ts'
import type { BlockBase, OpenBlock, PersonChoice } from './nudge-card-view.ts'

/** A new owner is told, and asked whether it is theirs. */
export interface HandoverBlock extends OpenBlock {
  kind: 'handover'
  periodKey: string
  frequency: Frequency | null
  /** The first day the new owner is asked for the answer itself; null when that is not known. */
  askedOn: CivilDate | null
}

/** «Mangler ansvarlig»: nobody is named, or who was has left. The project owner names somebody. */
export interface OrphanBlock extends OpenBlock {
  kind: 'orphan'
  periodKey: string
  frequency: Frequency | null
  people: readonly PersonChoice[]
  /** The reader may also answer the question themselves. */
  mayAnswer: boolean
}

/** Somebody says that it is «ikke lenger aktuelt»; the benefit owner says yes or no. */
export interface ApprovalBlock extends OpenBlock {
  kind: 'approval'
  periodKey: string
  frequency: Frequency | null
  byName: string
  reason: string
  proposedOn: CivilDate
  /** All later ones fall away too: it is the indicator that is closed. */
  andLater: boolean
}

/** A decision that is to be taken (in the tab), or what it asked for, or the end of a trial (a sentence, in the card). */
export interface DecisionBlock extends OpenBlock {
  kind: 'decision'
  what: 'decide' | 'followUp' | 'pilotEnd'
  point: DecisionKind | null
  /** What the point still lacks, with what it is about; only where it is to be decided. */
  lacks: readonly { lack: Pick<Lack, 'code' | 'rule'>; subject: string | null; item: Pick<ChecklistItem, 'rule' | 'title'> | null }[]
  moreLacks: number
  decisionUrl: string
}

/** An action that realises a benefit, or the lesson of a stopped project. */
export interface ActionBlock extends OpenBlock {
  kind: 'action'
  lesson: boolean
}

/** Something that is put off, lapsed, on hold, done, or no longer the reader's. */
export interface RestingBlock extends BlockBase {
  kind: 'resting'
  why: 'snoozed' | 'lapsed' | 'onHold' | 'notYours' | 'fulfilled' | 'delegated' | 'proposed' | 'rejected' | 'confirmed' | 'named' | 'done'
  until: CivilDate | null
  /** Whom it is with now, where that is somebody else. */
  name: string | null
}

/** What is answered in the tab: a line of the office's list, or what others answer. */
export interface TaskBlock extends BlockBase {
  kind: 'task'
  obligationKind: ObligationKind
  periodKey: string
  frequency: Frequency | null
  dueOn: CivilDate
  overdueFrom: CivilDate | null
}
