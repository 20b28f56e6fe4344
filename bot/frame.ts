import type { CardBase, TabUrl } from '#contract/card-views.ts'
import type { Language } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Facts } from '#domain/facts.ts'
import type { CivilDate, Instant, Person } from '#domain/model.ts'
import { type Settings, settingsOn } from '#domain/settings.ts'
import type { Asker, Store } from '#usecases/ports.ts'
import { type ViewContext, viewContext } from '#views/context.ts'
import type { Content } from './teams.ts'

/** What the bot is given by whoever composes it. */
export interface BotDeps {
  store: Store
  now: () => Instant
  tabUrl: TabUrl
}

/** One moment of the bot's: the lists as they stand and the day. */
export interface Frame {
  facts: Facts
  settings: Settings
  now: Instant
  today: CivilDate
  /** With what is due; planned when first asked for, since a greeting does not need it. */
  readonly context: ViewContext
}

/** Reads the clock through `deps.now`, once. */
export function frameOf({ store, now }: BotDeps): Frame {
  const at = now()
  const { facts } = store.snapshot()
  const records = [...facts.tables.settings.values()]
  const today = civilDateOf(at, settingsOn(at.slice(0, 10), records).calendar.zone)
  return {
    facts,
    settings: settingsOn(today, records),
    now: at,
    today,
    get context() {
      return viewContext(facts, today)
    },
  }
}

export const askerOf = (frame: Frame, personId: string): Asker => ({ personId, via: 'bot', now: frame.now, today: frame.today })

/** `nn-NO` → nn; any other Norwegian → nb; null where the person's Teams is in a language the product does not have. */
export function languageOfLocale(locale: string | null | undefined): Language | null {
  const tag = (locale ?? '').toLowerCase().split(/[-_]/)[0]
  if (tag === 'nn' || tag === 'en') return tag
  return tag === 'nb' || tag === 'no' ? 'nb' : null
}

/** The reader's own choice, otherwise the language of their Teams, otherwise the municipality's; the same in cards and answers. */
export const languageOf = (person: Pick<Person, 'language'> | null, locale: string | null | undefined, settings: Settings): Language =>
  person?.language ?? languageOfLocale(locale) ?? settings.language

export const baseOf = (frame: Frame, person: Person | null, locale: string | null | undefined): CardBase => ({
  language: languageOf(person, locale, frame.settings),
  words: frame.settings.words,
  today: frame.today,
})

export const cardContent = (card: object, summary: string | null = null): Content => ({ card, text: null, summary })
