import { type Acting, isUnanswered, trimmed } from './acting.ts'
import type { Facts } from './facts.ts'
import { handOver } from './hand-over.ts'
import { type MayFault, may } from './may.ts'
import type { Change, LogEntry, PersonId } from './model.ts'
import { isProposedIn } from './not-relevant.ts'
import type { Obligation } from './obligation.ts'
import { logEntry } from './project-history.ts'
import { responsibleChain } from './responsible.ts'
import { ok, type Result, refuse } from './result.ts'

export interface WrongPersonInput {
  obligation: Obligation
  /** All that is asked for: what else came by the same link goes with it. */
  obligations: readonly Obligation[]
  byId: PersonId
  /** Who it may be instead; only told, the next in the chain takes over. */
  suggestedId: PersonId | null
  reason: string | null
}

export type WrongPersonFault = MayFault | { code: 'cardOutdated' | 'personInvalid' }

export const WRONG_PERSON = 'wrongPerson'

/** The link that makes an obligation somebody's: the indicator's measurer, else the benefit's own owner. A role in the project is no such link. */
type Link = { list: 'indicators'; key: string; set: { measurerId: null } } | { list: 'benefits'; key: string; set: { ownerId: null } }

function linkOf({ refKey }: Obligation, personId: PersonId, { tables }: Facts): Link | null {
  const indicator = tables.indicators.get(refKey)
  if (indicator?.measurerId === personId) return { list: 'indicators', key: indicator.key, set: { measurerId: null } }
  const benefitKey = indicator?.benefitKey ?? tables.benefitActions.get(refKey)?.benefitKey
  const benefit = benefitKey === undefined ? undefined : tables.benefits.get(benefitKey)
  return benefit?.ownerId === personId ? { list: 'benefits', key: benefit.key, set: { ownerId: null } } : null
}

const withoutLink = (facts: Facts, { list, key, set }: Link): Facts => {
  const rows = new Map<string, unknown>(facts.tables[list])
  rows.set(key, { ...facts.tables[list].get(key), ...set })
  return { ...facts, tables: { ...facts.tables, [list]: rows } }
}

/** Links cleared until it is no longer theirs by one of them, and the lists as they then are. */
function cleared(obligation: Obligation, personId: PersonId, facts: Facts): { links: Link[]; facts: Facts } {
  const links: Link[] = []
  let left = facts
  while (responsibleChain(obligation, left)[0]?.personId === personId) {
    const link = linkOf(obligation, personId, left)
    if (!link) break
    links.push(link)
    left = withoutLink(left, link)
  }
  return { links, facts: left }
}

/**
 * Who takes over, of those who still work here: once the link is cleared the first who is somebody else; from a role in the
 * project the next after it, so that it never goes back to one who has said the same.
 */
function nextAfter(
  personId: PersonId,
  obligation: Obligation,
  { facts, links }: { facts: Facts; links: readonly Link[] },
): PersonId | null {
  const chain = responsibleChain(obligation, facts).map((one) => one.personId)
  const after = links.length > 0 ? chain : chain.slice(chain.indexOf(personId) + 1)
  const isHere = (id: PersonId): boolean => facts.peopleById.has(id) && facts.peopleById.get(id)?.reach !== 'left'
  return after.find((id) => id !== personId && isHere(id)) ?? null
}

/** Who would take over if the assignee said «Feil person»; null when there is nobody after them but the office. */
export const whoTakesOver = (obligation: Obligation, byId: PersonId, facts: Facts): PersonId | null =>
  nextAfter(byId, obligation, cleared(obligation, byId, facts))

const said = ({ what, refKey, actorId }: LogEntry, obligation: Obligation, byId: PersonId): boolean =>
  what === WRONG_PERSON && refKey === obligation.key && actorId === byId

/**
 * «Feil person»: the assignee says that something is not theirs to answer. The link that made it theirs is cleared (the
 * indicator's measurer, or the benefit's owner), and it goes to the next of the responsible chain as to a new owner (rule 9),
 * with what else came by the same link. The last of the chain keeps it: `toId` is null, the log tells the office, and the
 * asker is to be told that the office can change it. Said again by the same person, nothing changes.
 */
export function sayWrongPerson(
  input: WrongPersonInput,
  acting: Acting,
): Result<{ toId: PersonId | null; changes: Change[] }, WrongPersonFault> {
  const { obligation, obligations, byId, suggestedId } = input
  const { facts, today, versionOf } = acting
  const { key, assigneeId } = obligation
  const before = [...facts.tables.log.values()].some((entry) => said(entry, obligation, byId))
  if (before && assigneeId !== byId) return ok({ toId: assigneeId, changes: [] })
  const allowed = may(facts.peopleById.get(byId) ?? null, 'answerObligation', { obligation, today }, facts)
  if (!allowed.ok) return allowed
  if (assigneeId !== byId) return refuse({ code: 'notAllowed' })
  if (!isUnanswered(obligation) || isProposedIn(facts, obligation)) return refuse({ code: 'cardOutdated' })
  const suggested = suggestedId === null ? null : facts.peopleById.get(suggestedId)
  if (suggested === undefined || suggested?.reach === 'left' || suggestedId === byId) return refuse({ code: 'personInvalid' })

  const then = cleared(obligation, byId, facts)
  const toId = nextAfter(byId, obligation, then)
  const entry = (after: object): Change =>
    logEntry(WRONG_PERSON, key, facts, { before: { assigneeId: byId }, after, why: trimmed(input.reason) })
  if (toId === null) return ok({ toId, changes: before ? [] : [entry({ assigneeId: byId, suggestedId })] })

  const isAlong = (one: Obligation): boolean =>
    one.key !== key && one.assigneeId === byId && then.links.some((link) => sameLink(linkOf(one, byId, facts), link))
  const along = obligations.filter((one) => isAlong(one) && nextAfter(byId, one, then) === toId)
  return ok({
    toId,
    changes: [
      // Asked about before its time it is handed over all the same: it is what the person spoke of.
      ...handOver([{ ...obligation, state: obligation.state === 'upcoming' ? 'open' : obligation.state }, ...along], toId, acting),
      ...then.links.map((link): Change => ({ op: 'update', ...link, version: versionOf(link.list, link.key) }) as Change),
      entry({ assigneeId: toId, suggestedId, cleared: then.links.map((link) => Object.keys(link.set)[0]) }),
    ],
  })
}

const sameLink = (one: Link | null, other: Link): boolean => one?.list === other.list && one.key === other.key
