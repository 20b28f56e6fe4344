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

/** Every list as a map from key to record: what the snapshot holds. */
export type Tables = { [L in ListCode]: ReadonlyMap<string, Records[L]> }

/** The tables with the joins the rules need. A key without rows has no entry. */
export interface Facts {
  tables: Tables
  /** By Entra object id. */
  peopleById: ReadonlyMap<PersonId, Person>
  benefitsByProject: ReadonlyMap<string, readonly Benefit[]>
  indicatorsByBenefit: ReadonlyMap<string, readonly Indicator[]>
  indicatorsByProject: ReadonlyMap<string, readonly Indicator[]>
  /** Sorted by `asOf`, then `actedAt`; those that stand: a corrected measurement and one taken back are left out. Gaps (value null) are in. */
  measurementsByIndicator: ReadonlyMap<string, readonly Measurement[]>
  /** Sorted by period, then version; drafts are in. */
  reportsByProject: ReadonlyMap<string, readonly StatusReport[]>
  /** Sorted by the day decided (open ones last), then occurrence. */
  decisionsByProject: ReadonlyMap<string, readonly Decision[]>
  actionsByBenefit: ReadonlyMap<string, readonly BenefitAction[]>
  /** Sorted by day. */
  nudgesByPerson: ReadonlyMap<PersonId, readonly NudgeRecord[]>
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

function groupBy<T>(rows: Iterable<T>, keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** Sorts each group in place; a group already in order, as rows read in order of time are, costs one look per row. */
function sortGroups<T>(groups: Map<string, T[]>, order: (a: T, b: T) => number): Map<string, T[]> {
  for (const group of groups.values()) {
    const inOrder = group.every((row, at) => at === 0 || order(group[at - 1] as T, row) <= 0)
    if (!inOrder) group.sort(order)
  }
  return groups
}

const byAsOf = (a: Measurement, b: Measurement): number => compare(a.asOf, b.asOf) || compare(a.actedAt, b.actedAt) || compare(a.key, b.key)

/** Joins the tables once; every rule and view reads from the result. Rows are never changed. */
export function joinFacts(tables: Tables): Facts {
  const people = new Map<PersonId, Person>()
  for (const person of tables.people.values()) people.set(person.personId, person)
  const indicators = [...tables.indicators.values()]
  return {
    tables,
    peopleById: people,
    benefitsByProject: groupBy(tables.benefits.values(), (row) => row.projectKey),
    indicatorsByBenefit: groupBy(indicators, (row) => row.benefitKey),
    indicatorsByProject: groupBy(indicators, (row) => row.projectKey),
    measurementsByIndicator: sortGroups(
      groupBy(standingMeasurements(tables.measurements), (row) => row.indicatorKey),
      byAsOf,
    ),
    reportsByProject: sortGroups(
      groupBy(tables.statusReports.values(), (row) => row.projectKey),
      (a, b) => compare(a.period, b.period) || a.version - b.version,
    ),
    decisionsByProject: sortGroups(
      groupBy(tables.decisions.values(), (row) => row.projectKey),
      (a, b) => compare(a.decidedOn ?? '9', b.decidedOn ?? '9') || a.occurrence - b.occurrence || compare(a.point, b.point),
    ),
    actionsByBenefit: groupBy(tables.benefitActions.values(), (row) => row.benefitKey),
    nudgesByPerson: sortGroups(
      groupBy(tables.nudges.values(), (row) => row.personId),
      (a, b) => compare(a.day, b.day) || compare(a.key, b.key),
    ),
  }
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
