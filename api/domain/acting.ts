import type { Facts } from './facts.ts'
import type { Change, CivilDate, Draft, ListCode, Project } from './model.ts'
import type { Obligation } from './obligation.ts'
import type { Settings } from './settings.ts'

/** What a decision about somebody's act reads, and the versions its changes are made against. */
export interface Acting {
  facts: Facts
  /** In force today. */
  settings: Settings
  today: CivilDate
  versionOf(list: ListCode, key: string): string
}

/** A text as it is kept: without space around it, null when nothing is left. */
export const trimmed = (text: string | null | undefined): string | null => {
  const value = (text ?? '').trim()
  return value === '' ? null : value
}

export const updateProject = (
  { key }: Pick<Project, 'key'>,
  set: Partial<Omit<Draft<'projects'>, 'key'>>,
  { versionOf }: Pick<Acting, 'versionOf'>,
): Change => ({ op: 'update', list: 'projects', key, set, version: versionOf('projects', key) })

/**
 * An obligation as it is stored when something first happens to it: its dates are frozen from then on (model.md). That its
 * project is on hold is the project's state and is never frozen.
 */
export function frozenRow(obligation: Obligation): Draft<'obligations'> {
  const { key, kind, refKey, projectKey, periodKey, asOf, dueOn, overdueFrom, assigneeId, round, state } = obligation
  return {
    ...{ key, kind, refKey, projectKey, periodKey, asOf, dueOn, overdueFrom, assigneeId, round },
    state: state === 'onHold' ? 'open' : state,
    snoozedUntil: obligation.snoozedUntil,
    snoozeCount: obligation.snoozeCount,
    delegatedToId: obligation.delegatedToId,
    waivedReason: null,
    fulfilledByKey: obligation.fulfilledByKey,
  }
}

/** Something happens to an obligation: its row is written over, or made with its dates as they are. */
export function changeObligation(
  obligation: Obligation,
  set: Partial<Omit<Draft<'obligations'>, 'key'>>,
  { facts, versionOf }: Pick<Acting, 'facts' | 'versionOf'>,
): Change {
  const { key } = obligation
  return facts.tables.obligations.has(key)
    ? { op: 'update', list: 'obligations', key, set, version: versionOf('obligations', key) }
    : { op: 'create', list: 'obligations', record: { ...frozenRow(obligation), ...set } }
}

/** Whether there is still something to ask: neither answered nor fallen away. */
export const isUnanswered = ({ state }: Pick<Obligation, 'state'>): boolean => state !== 'fulfilled' && state !== 'lapsed'
