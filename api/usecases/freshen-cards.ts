import { changedObligations, isAbout, isSettledCard, type StandingCard, standingCards } from '#domain/cards-behind.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Facts } from '#domain/facts.ts'
import type { Instant, PersonId } from '#domain/model.ts'
import { settingsOn } from '#domain/settings.ts'
import { viewContext } from '#views/context.ts'
import type { Courier, Reading } from './courier.ts'
import { markAnswered } from './mark-answered.ts'
import type { Store } from './ports.ts'

interface Deps {
  store: Store
  courier: Courier
}

/** What has been done since the cards were last looked at. */
export interface Done {
  /** The lists as they were before it. */
  before: Facts
  /** Who did something. */
  by: ReadonlySet<PersonId>
  /** Cards that show it already: the ones that were pressed. */
  except: ReadonlySet<string>
}

/**
 * Draws the cards anew in which something was just answered, put off or given away elsewhere: in the tab, or in another card.
 * A card that somebody else's act has only partly settled is left alone, since its reader may be typing in it; it is drawn
 * anew when the chat is opened. Nothing is posted, so a card that could not be changed is only as old as before.
 * Gives the number of cards that were changed.
 */
export async function freshenCards({ before, by, except }: Done, at: { now: Instant }, { store, courier }: Deps): Promise<number> {
  const reading = readingOf(at.now, store)
  const { obligations } = viewContext(reading.facts, reading.today)
  const changed = changedObligations(viewContext(before, reading.today).obligations, obligations)
  const byKey = new Map(obligations.map((one) => [one.key, one]))
  const behind = standingCards(reading.facts.tables.nudges.values(), reading.today).filter(
    (card) => !except.has(card.activityId) && isAbout(card, changed) && (by.has(card.personId) || isSettledCard(card, byKey)),
  )
  return drawAnew(behind, (card) => isSettledCard(card, byKey), reading, { store, courier })
}

/**
 * Draws the cards anew in which everything is settled and the ledger does not know it: it was answered in the tab by another
 * server, or in SharePoint, or the server ended before the card was changed.
 */
export async function freshenSettled(at: { now: Instant }, { store, courier }: Deps): Promise<number> {
  const reading = readingOf(at.now, store)
  const waiting = standingCards(reading.facts.tables.nudges.values(), reading.today).filter(({ answeredAt }) => answeredAt === null)
  if (waiting.length === 0) return 0
  const byKey = new Map(viewContext(reading.facts, reading.today).obligations.map((one) => [one.key, one]))
  return drawAnew(
    waiting.filter((card) => isSettledCard(card, byKey)),
    () => true,
    reading,
    { store, courier },
  )
}

/** One after the other: the bot's pace is for those who wait for a card. */
async function drawAnew(
  cards: readonly StandingCard[],
  isSettled: (card: StandingCard) => boolean,
  reading: Reading,
  { store, courier }: Deps,
): Promise<number> {
  let changed = 0
  for (const card of cards) {
    const outcome = await courier.updateNudge(card, reading)
    if (outcome.outcome !== 'sent') continue
    changed += 1
    if (card.answeredAt === null && isSettled(card)) await markAnswered(card.key, reading.now, { store })
  }
  return changed
}

function readingOf(now: Instant, store: Store): Reading {
  const { facts } = store.snapshot()
  const { zone } = settingsOn(now.slice(0, 10), facts.tables.settings.values()).calendar
  return { facts, now, today: civilDateOf(now, zone) }
}
