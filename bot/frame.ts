import type { CardBase, TabUrl } from '#contract/card-views.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { CivilDate, Instant, Person } from '#domain/model.ts'
import { settingsOn } from '#domain/settings.ts'
import type { Asker, Snapshot, Store } from '#usecases/ports.ts'
import { type ViewContext, viewContext } from '#views/context.ts'
import type { Content } from './teams.ts'

/** What the bot is given by whoever composes it. */
export interface BotDeps {
  store: Store
  now: () => Instant
  tabUrl: TabUrl
}

/** One moment of the bot's: the lists as they stand, the day, and who is spoken to. */
export interface Frame {
  snapshot: Snapshot
  context: ViewContext
  now: Instant
  today: CivilDate
}

/** Reads the clock through `deps.now`, once. */
export function frameOf({ store, now }: BotDeps): Frame {
  const at = now()
  const snapshot = store.snapshot()
  const { facts } = snapshot
  const today = civilDateOf(at, settingsOn(at.slice(0, 10), facts.tables.settings.values()).calendar.zone)
  return { snapshot, context: viewContext(facts, today), now: at, today }
}

export const askerOf = (frame: Frame, personId: string): Asker => ({ personId, via: 'bot', now: frame.now, today: frame.today })

/** The reader's own language, otherwise the municipality's; the same in cards and answers. */
export const baseOf = (frame: Frame, person: Person | null): CardBase => ({
  language: person?.language ?? frame.context.settings.language,
  words: frame.context.settings.words,
  today: frame.today,
})

export const cardContent = (card: object, summary: string | null = null): Content => ({ card, text: null, summary })
