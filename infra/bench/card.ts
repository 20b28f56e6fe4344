import { PANELS } from '#contract/nudge-card-view.ts'
import { nextOpenDay } from '#domain/calendar.ts'
import { LANGUAGES, type Language } from '#domain/codes.ts'
import { addMonths, instantAt } from '#domain/dates.ts'
import { type Facts, joinFacts } from '#domain/facts.ts'
import type { CivilDate, NudgeRecord, Person } from '#domain/model.ts'
import { decideNudges, type NudgeDecision } from '#domain/nudge.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { snoozeChoices } from '#usecases/snooze-obligation.ts'
import { type ViewContext, viewContext } from '#views/context.ts'
import { tasksCardView } from '#views/my-tasks-card.ts'
import { type NudgeCardInput, nudgeCardView } from '#views/nudge-card.ts'
import { statusCardView } from '#views/status-card.ts'
import { summaryCardView } from '#views/summary.ts'
import { whyCardView } from '#views/why-card.ts'
import { nudgeCard } from '../../bot/cards/nudge.ts'
import { bytesOf } from '../../bot/cards/parts.ts'
import { statusCard } from '../../bot/cards/status.ts'
import { summaryCard } from '../../bot/cards/summary.ts'
import { tasksCard } from '../../bot/cards/tasks.ts'
import { whyCard } from '../../bot/cards/why.ts'
import { deepLinks } from '../../bot/deep-links.ts'
import type { Scenario } from '../local/scenarios/scenario.ts'
import { scenarioNamed } from '../local/scenarios/scenarios.ts'
import { tablesOf } from '../local/scenarios/tables-of.ts'
import type { Benchmark } from './benchmark.ts'

const { calendar } = DEFAULT_SETTINGS
const FROM = '2026-05-18'
/** The scenarios, and how many months on each is looked at: as long as nobody answers, cards grow. */
const LOOKED_AT: readonly { scenario: string; months: readonly number[] }[] = [
  { scenario: 'empty', months: [0] },
  { scenario: 'demo', months: [0, 1, 3, 6, 12] },
  { scenario: 'large', months: [0] },
]
/** The links of a real tenant, which are longer than those of the local world. */
const tabUrl = deepLinks('00000000-0000-4000-8000-000000000000')

/** Every kind of card for everybody of a scenario on one day, in one language; what comes out is card by card. */
export function* cardsOf(facts: Facts, day: CivilDate, language: Language): Generator<object> {
  const context = viewContext(facts, day)
  const now = instantAt(day, '09:00', calendar.zone)
  for (const decision of decideNudges({ obligations: context.obligations, facts, settings: context.settings, now })) {
    const reader = facts.peopleById.get(decision.personId)
    if (reader) yield* nudgesOf(decision, { ...reader, language }, context, now)
  }
  for (const person of facts.peopleById.values()) {
    yield tasksCard(tasksCardView(context, { ...person, language }, { tabUrl }))
    yield whyCard(whyCardView(context, person, { tabUrl, now, language }))
  }
  for (const project of facts.tables.projects.values()) {
    const view = statusCardView(context, project, { reader: null, language, tabUrl })
    if (view) yield statusCard(view)
  }
  const scopes = [
    { kind: 'portfolio' as const, key: null },
    ...[...facts.tables.programmes.keys()].map((key) => ({ kind: 'programme' as const, key })),
    ...[...new Set([...facts.tables.projects.values()].map(({ area }) => area))].map((key) => ({ kind: 'area' as const, key })),
  ]
  for (const scope of scopes) yield summaryCard(summaryCardView(context, { scope, period: day.slice(0, 7), language, tabUrl }))
}

/** The day's card as it is sent, and with every part of its first and last question opened. */
function* nudgesOf({ personId, steps }: NudgeDecision, reader: Person, context: ViewContext, now: string): Generator<object> {
  const nudge: Pick<NudgeRecord, 'key' | 'steps'> = { key: `${personId}:${context.today}`, steps }
  const input: NudgeCardInput = { nudge, reader, tabUrl, now, snoozeChoices: (one) => snoozeChoices(one, context.facts) }
  yield nudgeCard(nudgeCardView(context, input))
  for (const step of new Set([steps[0], steps.at(-1)])) {
    for (const panel of step ? PANELS : []) {
      yield nudgeCard(nudgeCardView(context, { ...input, opened: { obligationKey: step?.obligationKey ?? '', panel } }))
    }
  }
}

function largestOf(scenario: Scenario, months: readonly number[]): number {
  const facts = joinFacts(tablesOf(scenario.records(FROM)))
  let largest = 0
  for (const month of months) {
    const day = nextOpenDay(addMonths(FROM, month), calendar)
    for (const language of LANGUAGES) for (const card of cardsOf(facts, day, language)) largest = Math.max(largest, bytesOf(card as never))
  }
  return largest
}

const size: Benchmark = {
  names: ['card.size'],
  async run() {
    const sizes = LOOKED_AT.map(({ scenario, months }) => {
      const found = scenarioNamed(scenario)
      if (!found) throw new Error(`no scenario ${scenario}`)
      return largestOf(found, months)
    })
    return [{ name: 'card.size', value: Math.max(...sizes), unit: 'bytes' }]
  },
}

export const cardBenchmarks: readonly Benchmark[] = [size]
