import { PHASES, type Phase } from './codes.ts'
import { isCivilDate } from './dates.ts'
import type { Facts } from './facts.ts'
import type { Change, CivilDate, LogEntry, Project } from './model.ts'

/** A hold [from, to): the day `to` is open again; null = no end known. */
export interface Hold {
  from: CivilDate
  to: CivilDate | null
}

/**
 * What a project's own row no longer says, because it was written over: the phases it was in, the holds that have ended, the
 * day it was reopened. Read from the log, so that no change of a project moves what was due before it (rules 11 and 12).
 */
export interface ProjectHistory {
  phases: readonly { phase: Phase; from: CivilDate }[]
  holds: readonly Hold[]
  reopenedOn: CivilDate | null
}

export const PHASE_CHANGED = 'phaseChanged'
export const HOLD_CHANGED = 'holdChanged'
export const REOPENED = 'projectReopened'

const NOTHING: ProjectHistory = { phases: [], holds: [], reopenedOn: null }
const histories = new WeakMap<Facts, ReadonlyMap<string, ProjectHistory>>()

/** What is known of a project’s past; read once for all projects of the facts. */
export function projectHistory(projectKey: string, facts: Facts): ProjectHistory {
  if (facts.tables.log.size === 0) return NOTHING
  let known = histories.get(facts)
  if (!known) {
    known = readHistories(facts)
    histories.set(facts, known)
  }
  return known.get(projectKey) ?? NOTHING
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null && field in value ? (value as Record<string, unknown>)[field] : null
const dateOf = (value: unknown, field: string): CivilDate | null => {
  const found = fieldOf(value, field)
  return typeof found === 'string' && isCivilDate(found) ? found : null
}

function readHistories({ tables }: Facts): ReadonlyMap<string, ProjectHistory> {
  const found = new Map<string, { phases: { phase: Phase; from: CivilDate }[]; holds: Hold[]; reopenedOn: CivilDate | null }>()
  for (const { what, refKey, before, after } of tables.log.values()) {
    if (what !== PHASE_CHANGED && what !== HOLD_CHANGED && what !== REOPENED) continue
    const history = found.get(refKey) ?? { phases: [], holds: [], reopenedOn: null }
    found.set(refKey, history)
    if (what === PHASE_CHANGED) {
      const phase = PHASES.find((known) => known === fieldOf(before, 'phase'))
      const from = dateOf(before, 'phaseEnteredOn')
      if (phase && from !== null) history.phases.push({ phase, from })
    } else if (what === HOLD_CHANGED) {
      const from = dateOf(before, 'holdFrom')
      if (from !== null) history.holds.push({ from, to: dateOf(before, 'holdTo') })
    } else {
      const on = dateOf(after, 'on')
      if (on !== null && (history.reopenedOn === null || on > history.reopenedOn)) history.reopenedOn = on
    }
  }
  for (const { holds } of found.values()) holds.sort((a, b) => (a.from < b.from ? -1 : 1))
  return found
}

/** How many entries of one sort a thing has. */
export function countLogged(what: LogEntry['what'], refKey: string, { tables }: Facts): number {
  let count = 0
  for (const entry of tables.log.values()) if (entry.what === what && entry.refKey === refKey) count += 1
  return count
}

/**
 * The log's line of something that happened to a thing, numbered so that two at once collide. A number that stands is never
 * given again, though somebody has tidied lines away before it: the act would be refused for ever.
 */
export function logEntry(
  what: string,
  refKey: string,
  facts: Facts,
  more: { before: unknown; after: unknown; why: string | null },
): Change {
  const keyOf = (n: number): string => `${what.toLowerCase()}:${n}:${refKey}`.slice(0, 200)
  let next = countLogged(what, refKey, facts) + 1
  while (facts.tables.log.has(keyOf(next)) && keyOf(next) !== keyOf(next + 1)) next += 1
  return { op: 'create', list: 'log', record: { key: keyOf(next), what, refKey, ...more } }
}

/** A project leaves a phase: what its row said of the phase until now. */
export const phaseLogEntry = (
  { key, phase, phaseEnteredOn }: Project,
  to: { phase: Phase; on: CivilDate; why?: string },
  facts: Facts,
): Change =>
  logEntry(PHASE_CHANGED, key, facts, {
    before: { phase, phaseEnteredOn },
    after: { phase: to.phase, phaseEnteredOn: to.on },
    why: to.why ?? null,
  })
