import type { Acting } from './acting.ts'
import { emptyTables, type Facts, joinFacts } from './facts.ts'
import type {
  Benefit,
  BenefitAction,
  Change,
  Decision,
  Indicator,
  ListCode,
  LogEntry,
  Measurement,
  NudgeRecord,
  ObligationRecord,
  Person,
  Programme,
  Project,
  Records,
  SettingRecord,
  Stamp,
  StatusReport,
} from './model.ts'
import { settingsOn } from './settings.ts'

/** Rows for tests of rules: one small municipality whose people are named after their part in it. */

const stamp = (key: string): Stamp => ({ key, actorId: 'import', actedAt: '2025-01-01T08:00:00Z', via: 'import', schemaVersion: 1 })

export const person = (personId: string, more: Partial<Person> = {}): Person => ({
  ...stamp(`person-${personId}`),
  personId,
  displayName: personId,
  roles: [],
  area: null,
  deputyId: null,
  deputyFrom: null,
  deputyTo: null,
  language: null,
  pausedUntil: null,
  awaySince: null,
  reach: 'ok',
  ...more,
})

export const programme = (more: Partial<Programme> = {}): Programme => ({
  ...stamp('programme'),
  title: 'Programme',
  ownerId: 'programme-owner',
  belongsRule: null,
  active: true,
  ...more,
})

/** In Realisere since 1 January 2026. */
export const project = (more: Partial<Project> = {}): Project => ({
  ...stamp(more.key ?? 'project'),
  title: 'Project',
  programmeKey: 'programme',
  area: 'Area',
  size: null,
  phase: 'realise',
  phaseEnteredOn: '2026-01-01',
  state: 'active',
  holdFrom: null,
  holdTo: null,
  stoppedOn: null,
  stopReason: null,
  ownerId: 'owner',
  managerId: 'manager',
  benefitOwnerId: null,
  deputyId: null,
  lineLeadId: null,
  why: null,
  what: null,
  whenText: null,
  startOn: null,
  endOn: null,
  forecastEndOn: null,
  plannedGoLive: null,
  budget: null,
  spent: null,
  forecastCost: null,
  currency: 'NOK',
  restricted: false,
  rank: null,
  mainIndicatorKey: null,
  documents: [],
  methodVersion: 'pv6',
  sourceId: null,
  ...more,
})

export const benefit = (more: Partial<Benefit> = {}): Benefit => ({
  ...stamp(more.key ?? 'benefit'),
  projectKey: 'project',
  title: 'Benefit',
  category: 'time',
  effectKind: null,
  level: 'municipality',
  beneficiary: null,
  area: null,
  change: null,
  before: null,
  after: null,
  ownerId: 'benefit-owner',
  delegateId: null,
  assumptions: null,
  risk: null,
  drawback: false,
  takeOut: null,
  recurrence: null,
  contributesTo: null,
  priceYear: null,
  plannedByYear: {},
  plannedUnit: null,
  importance: null,
  state: 'approved',
  ...more,
})

/** Measured on the last day of each month from January 2026. */
export const indicator = (more: Partial<Indicator> = {}): Indicator => ({
  ...stamp(more.key ?? 'indicator'),
  benefitKey: 'benefit',
  projectKey: 'project',
  title: 'Indicator',
  unit: 'dager',
  decimals: null,
  kind: 'snapshot',
  direction: 'decrease',
  baseline: 40,
  baselineOn: '2025-06-01',
  baselineWaiver: null,
  target: 20,
  targetOn: '2027-12-31',
  tolerance: null,
  milestones: [],
  frequency: 'monthly',
  anchorOn: '2026-01-31',
  monthEndRule: null,
  registrationDays: null,
  graceOpenDays: null,
  activePhases: [],
  activeFrom: null,
  activeTo: null,
  measurerId: 'measurer',
  deputyId: null,
  method: null,
  source: null,
  state: 'active',
  ...more,
})

export const measurement = (asOf: string, more: Partial<Measurement> = {}): Measurement => ({
  ...stamp(more.key ?? `${more.indicatorKey ?? 'indicator'}:${asOf}:1`),
  actedAt: `${asOf}T10:00:00Z`,
  indicatorKey: 'indicator',
  projectKey: 'project',
  periodKey: '',
  asOf,
  value: 30,
  reason: null,
  comment: null,
  correctsKey: null,
  ...more,
})

export const decision = (point: Decision['point'], more: Partial<Decision> = {}): Decision => ({
  ...stamp(more.key ?? `project:${point}`),
  projectKey: 'project',
  point,
  occurrence: 1,
  outcome: 'proceed',
  decidedById: 'owner',
  decidedOn: null,
  checklist: [],
  waivers: [],
  responsibleId: null,
  dueOn: null,
  ...more,
})

export const action = (more: Partial<BenefitAction> = {}): BenefitAction => ({
  ...stamp(more.key ?? 'action'),
  benefitKey: 'benefit',
  title: 'Action',
  type: null,
  responsibleId: 'responsible',
  dueOn: '2026-05-01',
  state: 'planned',
  ...more,
})

export const report = (period: string, publishedAt: string | null, more: Partial<StatusReport> = {}): StatusReport => ({
  ...stamp(more.key ?? `project:${period}:${more.version ?? 1}`),
  projectKey: 'project',
  period,
  version: 1,
  state: publishedAt === null ? 'draft' : 'published',
  rows: [],
  sinceLast: null,
  next: null,
  decisionNeeded: null,
  percentComplete: null,
  budget: null,
  spent: null,
  forecastCost: null,
  snapshot: [],
  publishedAt,
  ...more,
})

/** The stored row of the measurement obligation of a period, due ten days after. */
export const stored = (periodKey: string, dueOn: string, overdueFrom: string, more: Partial<ObligationRecord> = {}): ObligationRecord => ({
  ...stamp(`measurement:indicator:${periodKey}`),
  kind: 'measurement',
  refKey: 'indicator',
  projectKey: 'project',
  periodKey,
  asOf: periodKey,
  dueOn,
  overdueFrom,
  assigneeId: null,
  round: 1,
  state: 'open',
  snoozedUntil: null,
  snoozeCount: 0,
  delegatedToId: null,
  waivedReason: null,
  fulfilledByKey: null,
  ...more,
})

export const nudge = (personId: string, day: string, steps: NudgeRecord['steps'], more: Partial<NudgeRecord> = {}): NudgeRecord => ({
  ...stamp(`${personId}:${day}`),
  personId,
  day,
  steps,
  state: 'sent',
  claimedBy: null,
  claimedUntil: null,
  conversation: null,
  activityId: null,
  outcome: null,
  answeredAt: null,
  ...more,
})

export const setting = (name: string, validFrom: string, value: unknown, more: Partial<SettingRecord> = {}): SettingRecord => ({
  ...stamp(`${name}:${validFrom}:${more.actedAt ?? ''}`),
  name,
  validFrom,
  value,
  ...more,
})

type Rows = { [L in ListCode]?: readonly Records[L][] }

/** One project with one benefit and one indicator and its people, with what a test replaces or adds. */
export function factsOf(rows: Rows = {}): Facts {
  const people = ['measurer', 'benefit-owner', 'owner', 'manager', 'programme-owner', 'responsible'].map((id) => person(id))
  const standard: Rows = {
    people: [...people, person('office', { roles: ['office'] })],
    programmes: [programme()],
    projects: [project()],
    benefits: [benefit()],
    indicators: [indicator()],
  }
  const tables = emptyTables()
  for (const list of Object.keys(tables) as ListCode[]) {
    for (const row of rows[list] ?? standard[list] ?? []) (tables[list] as Map<string, Records[ListCode]>).set(row.key, row)
  }
  return joinFacts(tables)
}

/** The facts after changes were written, by somebody at a time; a create on a key that is there is a fault of the test. */
export function applied(facts: Facts, changes: readonly Change[], actedAt = '2026-03-01T09:00:00Z', actorId = 'owner'): Facts {
  const tables = emptyTables()
  for (const list of Object.keys(tables) as ListCode[]) {
    for (const [key, row] of facts.tables[list]) (tables[list] as Map<string, Records[ListCode]>).set(key, row)
  }
  for (const change of changes) {
    const rows = tables[change.list] as Map<string, Records[ListCode]>
    if (change.op === 'create') {
      if (rows.has(change.record.key)) throw new Error(`${change.list} already has ${change.record.key}`)
      rows.set(change.record.key, { ...stamp(change.record.key), ...change.record, actedAt, actorId } as Records[ListCode])
    } else {
      const row = rows.get(change.key)
      if (!row) throw new Error(`${change.list} has no ${change.key}`)
      rows.set(change.key, { ...row, ...change.set, actedAt, actorId } as Records[ListCode])
    }
  }
  return joinFacts(tables)
}

/** What a decision about an act needs: facts, the settings of the day, and versions made of list and key. */
export const acting = (facts: Facts, today: string): Acting => ({
  facts,
  settings: settingsOn(today, facts.tables.settings.values()),
  today,
  versionOf: (list, key) => `${list}/${key}`,
})

export const entry = (what: string, refKey: string, more: Partial<LogEntry> = {}): LogEntry => ({
  ...stamp(more.key ?? `${what}:${refKey}:${more.actedAt ?? ''}`),
  what,
  refKey,
  before: null,
  after: null,
  why: null,
  ...more,
})

/** The standard people, some of them replaced or added to. */
export const peopleWith = (...changed: Person[]): Person[] => {
  const ids = changed.map(({ personId }) => personId)
  return [...[...factsOf().peopleById.values()].filter(({ personId }) => !ids.includes(personId)), ...changed]
}
