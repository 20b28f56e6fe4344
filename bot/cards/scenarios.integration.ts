import { describe, expect, it } from 'vitest'
import { nextOpenDay } from '#domain/calendar.ts'
import { LANGUAGES, type Language } from '#domain/codes.ts'
import { addMonths } from '#domain/dates.ts'
import { type Facts, joinFacts } from '#domain/facts.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { cardsOf } from '../../infra/bench/card.ts'
import { scenarioNamed } from '../../infra/local/scenarios/scenarios.ts'
import { tablesOf } from '../../infra/local/scenarios/tables-of.ts'
import { cardFaults } from './card-rules.fixture.ts'
import type { Json } from './parts.ts'

const FROM = '2026-05-18'
/** What each scenario has that cards could trip on: nobody at all, every phase and a year of silence, many of everything. */
const SCENARIOS: [string, readonly number[], readonly Language[]][] = [
  ['empty', [0], LANGUAGES],
  ['demo', [0, 1, 3, 12], LANGUAGES],
  // The words are the same as in the demo; what is large are the numbers of questions, people and lacks.
  ['large', [0], ['nn']],
]

/** Everybody's cards and every part of their questions, on some days while nobody answers; the faults found, each once. */
function faultsIn(facts: Facts, months: readonly number[], languages: readonly Language[]): { cards: number; faults: Set<string> } {
  const faults = new Set<string>()
  let cards = 0
  for (const month of months) {
    const day = nextOpenDay(addMonths(FROM, month), DEFAULT_SETTINGS.calendar)
    for (const language of languages) {
      for (const card of cardsOf(facts, day, language)) {
        cards += 1
        for (const fault of cardFaults(card as Json)) faults.add(`${language} ${day}: ${fault}`)
      }
    }
  }
  return { cards, faults }
}

describe('every card of a scenario is one that Teams takes and people can use', () => {
  it.each(SCENARIOS)('%s', { timeout: 60_000 }, (name, months, languages) => {
    const { cards, faults } = faultsIn(joinFacts(tablesOf(scenarioNamed(name)?.records(FROM) ?? {})), months, languages)
    expect(cards).toBeGreaterThan(0)
    expect([...faults]).toEqual([])
  })
})
