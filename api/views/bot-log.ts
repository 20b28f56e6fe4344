import { type BotLogView, SETTLED, type SentCard } from '#contract/bot-log.ts'
import { isUnanswered } from '#domain/acting.ts'
import { answeredShares, type ShareScope } from '#domain/answered-share.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Facts } from '#domain/facts.ts'
import type { Instant, NudgeRecord, PersonId } from '#domain/model.ts'
import { decideNudges } from '#domain/nudge.ts'
import type { Away } from '#domain/nudge-people.ts'
import type { Obligation } from '#domain/obligations.ts'
import { personName, titleOf, type ViewContext } from './context.ts'
import { wrongPersons } from './wrong-persons.ts'

const CARDS_SHOWN = 200

const isSettled = ({ outcome }: Pick<NudgeRecord, 'outcome'>): boolean => outcome === SETTLED.arrived || outcome === SETTLED.lost

/** What the bot has sent, what it holds back and why, whom it cannot reach, and how much is answered in time. */
export function botLogView(context: ViewContext, now: Instant): BotLogView {
  const { facts, today } = context
  const byKey = new Map(context.obligations.map((obligation) => [obligation.key, obligation]))
  const rows = [...facts.tables.nudges.values()].sort((a, b) => (`${a.day} ${a.key}` < `${b.day} ${b.key}` ? 1 : -1))
  const card = (row: NudgeRecord) => sentCard(row, byKey, context)
  return {
    today,
    next: nextPass(context, now),
    stopped: stoppedOf(context),
    cards: rows.slice(0, CARDS_SHOWN).map(card),
    more: Math.max(rows.length - CARDS_SHOWN, 0),
    unsettled: rows.filter((row) => row.state === 'unknown' && !isSettled(row)).map(card),
    unreachable: unreachable(context),
    wrongPersons: wrongPersons(context),
    shares: { projects: shares('project', context), areas: shares('area', context) },
  }
}

/** What ended a pass for everybody (usecases/tell-stopped.ts), until a card has got through again. */
function stoppedOf({ facts, settings }: ViewContext): BotLogView['stopped'] {
  const stops = [...facts.tables.log.values()].filter(({ what }) => what === 'deliveryStopped')
  const newest = stops.reduce<(typeof stops)[number] | null>((last, one) => (last && last.actedAt > one.actedAt ? last : one), null)
  if (!newest) return null
  const hasSentSince = [...facts.tables.nudges.values()].some(({ state, actedAt }) => state === 'sent' && actedAt > newest.actedAt)
  const failure = (newest.after as { failure?: unknown } | null)?.failure
  return hasSentSince
    ? null
    : { on: civilDateOf(newest.actedAt, settings.calendar.zone), reason: typeof failure === 'string' ? failure : '' }
}

function nextPass({ facts, settings, obligations }: ViewContext, now: Instant): BotLogView['next'] {
  const waiting = new Map<string, number>()
  let send = 0
  for (const decision of decideNudges({ obligations, facts, settings, now, away: awayKnown(facts) })) {
    if (decision.action === 'send') send += 1
    else waiting.set(decision.reason, (waiting.get(decision.reason) ?? 0) + 1)
  }
  return { send, waiting: [...waiting].map(([reason, cards]) => ({ reason, cards })) }
}

/** Who was away when it was last asked. */
const awayKnown = ({ peopleById }: Facts): ReadonlyMap<PersonId, Away> =>
  new Map([...peopleById.values()].flatMap(({ personId, awaySince }) => (awaySince === null ? [] : [[personId, { since: awaySince }]])))

function sentCard(row: NudgeRecord, byKey: ReadonlyMap<string, Obligation>, context: ViewContext): SentCard {
  const { tables } = context.facts
  const lines = row.steps.flatMap(({ obligationKey, step, why }) => {
    const obligation = byKey.get(obligationKey) ?? tables.obligations.get(obligationKey)
    if (!obligation) return []
    const { kind, projectKey } = obligation
    const title = titleOf(context, obligation)
    return [{ title, kind, projectKey, projectTitle: tables.projects.get(projectKey)?.title ?? projectKey, step, why }]
  })
  return { key: row.key, day: row.day, personName: personName(context.facts, row.personId), state: row.state, outcome: row.outcome, lines }
}

/** Those with something to answer to whom no card can come, and how much waits. */
function unreachable({ facts, obligations }: ViewContext): BotLogView['unreachable'] {
  const waiting = new Map<string, number>()
  for (const obligation of obligations) {
    const { assigneeId, state } = obligation
    if (assigneeId === null || !isUnanswered(obligation) || state === 'upcoming') continue
    waiting.set(assigneeId, (waiting.get(assigneeId) ?? 0) + 1)
  }
  return [...facts.peopleById.values()].flatMap(({ personId, displayName, reach }) => {
    const count = waiting.get(personId) ?? 0
    return reach === 'ok' || count === 0 ? [] : [{ personId, name: displayName, reach, waiting: count }]
  })
}

function shares(scope: ShareScope, { facts, obligations, today }: ViewContext): BotLogView['shares']['areas'] {
  const nameOf = (key: string) => (scope === 'project' ? (facts.tables.projects.get(key)?.title ?? key) : key)
  return [...answeredShares(obligations, scope, facts, today)]
    .map(([key, { asked, inTime }]) => ({ name: nameOf(key), asked, inTime }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'))
}
