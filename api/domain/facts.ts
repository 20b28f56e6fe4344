import { groupBy } from './group-by.ts'
import type {
  Benefit,
  BenefitAction,
  Decision,
  Indicator,
  ListCode,
  Measurement,
  NudgeRecord,
  Person,
  PersonId,
  Records,
  StatusReport,
} from './model.ts'
import { standingMeasurements } from './standing.ts'
import { withoutWithdrawn } from './withdrawn.ts'

/** Every list as a map from key to record: what the snapshot holds. */
export type Tables = { [L in ListCode]: ReadonlyMap<string, Records[L]> }

/** The tables, without what was taken back, with the joins the rules need. A key without rows has no entry. */
export interface Facts {
  tables: Tables
  /** By Entra object id. */
  peopleById: ReadonlyMap<PersonId, Person>
  benefitsByProject: ReadonlyMap<string, readonly Benefit[]>
  indicatorsByBenefit: ReadonlyMap<string, readonly Indicator[]>
  indicatorsByProject: ReadonlyMap<string, readonly Indicator[]>
  /** Sorted by `asOf`, then `actedAt`; those that stand: a corrected measurement and one taken back are left out. Gaps (value null) are in. */
  measurementsByIndicator: ReadonlyMap<string, readonly Measurement[]>
  /** Published ones only, sorted by period, then version. */
  reportsByProject: ReadonlyMap<string, readonly StatusReport[]>
  /** Sorted by the day decided (open ones last), then occurrence. */
  decisionsByProject: ReadonlyMap<string, readonly Decision[]>
  actionsByBenefit: ReadonlyMap<string, readonly BenefitAction[]>
  /** Sorted by day. */
  nudgesByPerson: ReadonlyMap<PersonId, readonly NudgeRecord[]>
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** Sorts each group in place; a group already in order, as rows read in order of time are, costs one look per row. */
function sortGroups<T>(groups: Map<string, T[]>, order: (a: T, b: T) => number): Map<string, T[]> {
  for (const group of groups.values()) {
    const inOrder = group.every((row, at) => at === 0 || order(group[at - 1] as T, row) <= 0)
    if (!inOrder) group.sort(order)
  }
  return groups
}

const byAsOf = (a: Measurement, b: Measurement): number => compare(a.asOf, b.asOf) || compare(a.actedAt, b.actedAt) || compare(a.key, b.key)

const byPeriod = (a: StatusReport, b: StatusReport): number => compare(a.period, b.period) || a.version - b.version
const byDecidedOn = (a: Decision, b: Decision): number =>
  compare(a.decidedOn ?? '9', b.decidedOn ?? '9') || a.occurrence - b.occurrence || compare(a.point, b.point)
const byDay = (a: NudgeRecord, b: NudgeRecord): number => compare(a.day, b.day) || compare(a.key, b.key)

const JOINS = {
  peopleById: ({ people }: Tables) => new Map([...people.values()].map((person) => [person.personId, person])),
  benefitsByProject: ({ benefits }: Tables) => groupBy(benefits.values(), (row) => row.projectKey),
  indicatorsByBenefit: ({ indicators }: Tables) => groupBy(indicators.values(), (row) => row.benefitKey),
  indicatorsByProject: ({ indicators }: Tables) => groupBy(indicators.values(), (row) => row.projectKey),
  measurementsByIndicator: ({ measurements }: Tables) =>
    sortGroups(
      groupBy(standingMeasurements(measurements), (row) => row.indicatorKey),
      byAsOf,
    ),
  reportsByProject: ({ statusReports }: Tables) =>
    sortGroups(
      // A draft counts for nothing.
      groupBy(
        [...statusReports.values()].filter(({ state }) => state === 'published'),
        (row) => row.projectKey,
      ),
      byPeriod,
    ),
  decisionsByProject: ({ decisions }: Tables) =>
    sortGroups(
      groupBy(decisions.values(), (row) => row.projectKey),
      byDecidedOn,
    ),
  actionsByBenefit: ({ benefitActions }: Tables) => groupBy(benefitActions.values(), (row) => row.benefitKey),
  nudgesByPerson: ({ nudges }: Tables) =>
    sortGroups(
      groupBy(nudges.values(), (row) => row.personId),
      byDay,
    ),
} satisfies { [J in Exclude<keyof Facts, 'tables'>]: (tables: Tables) => Facts[J] }
const JOIN_NAMES = Object.keys(JOINS) as (keyof typeof JOINS)[]

/**
 * The tables with their joins; every rule and view reads from the result. Rows are never changed. Each join is made when it
 * is first asked for and kept: a write that only looks up a row pays for none.
 */
export function joinFacts(lists: Tables): Facts {
  const tables = withoutWithdrawn(lists)
  const facts: { tables: Tables } & Partial<Facts> = { tables }
  for (const name of JOIN_NAMES) {
    let made: unknown
    Object.defineProperty(facts, name, {
      enumerable: true,
      get: () => {
        made ??= JOINS[name](tables)
        return made
      },
    })
  }
  return facts as Facts
}

/** Tables without a row: the start of a fresh install, and of tests. */
export function emptyTables(): { [L in ListCode]: Map<string, Records[L]> } {
  return {
    settings: new Map(),
    people: new Map(),
    programmes: new Map(),
    projects: new Map(),
    decisions: new Map(),
    benefits: new Map(),
    benefitActions: new Map(),
    indicators: new Map(),
    measurements: new Map(),
    statusReports: new Map(),
    obligations: new Map(),
    nudges: new Map(),
    conversations: new Map(),
    subscriptions: new Map(),
    leases: new Map(),
    log: new Map(),
  }
}
