import { BOARD_DAY } from './board-day.ts'
import { DEMO } from './demo.ts'
import { EMPTY } from './empty.ts'
import { LARGE } from './large.ts'
import { OVERDUE } from './overdue.ts'
import type { Scenario } from './scenario.ts'

/** Every named scenario, by its name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  demo: DEMO,
  overdue: OVERDUE,
  'board-day': BOARD_DAY,
  empty: EMPTY,
  large: LARGE,
}

/** The scenario of that name, or null when there is none. */
export const scenarioNamed = (name: string): Scenario | null => (Object.hasOwn(SCENARIOS, name) ? (SCENARIOS[name] ?? null) : null)
