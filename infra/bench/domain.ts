import { assess } from '#domain/achievement.ts'
import { addDays, addMonths } from '#domain/dates.ts'
import { emptyTables, joinFacts, type Tables } from '#domain/facts.ts'
import type { Benefit, Indicator, Measurement, Project } from '#domain/model.ts'
import { planObligations } from '#domain/obligations.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { type Benchmark, medianMs, rounded } from './benchmark.ts'

const TODAY = '2026-11-20'
const stamp = { actorId: 'a', actedAt: '2026-01-01T00:00:00Z', via: 'import' as const, schemaVersion: 1 }

/** Generated rows: every project with as many benefits, each with one indicator and as many monthly measurements. */
function generated(projects: number, benefits: number, measurements: number): Tables {
  const tables = emptyTables()
  for (let p = 0; p < projects; p += 1) {
    const project = `p${p}`
    tables.projects.set(project, projectRow(project))
    for (let b = 0; b < benefits; b += 1) {
      const key = `${project}:b${b}`
      tables.benefits.set(key, benefitRow(key, project))
      tables.indicators.set(`${key}:i`, indicatorRow(`${key}:i`, key, project))
      for (let m = 0; m < measurements; m += 1) {
        const asOf = addMonths('2024-12-31', m)
        tables.measurements.set(`${key}:i:${asOf}:1`, measurementRow(`${key}:i`, project, asOf, (p * 7 + b * 3 + m * 11) % 90))
      }
    }
  }
  return tables
}

const projectRow = (key: string) =>
  ({
    ...stamp,
    key,
    title: key,
    area: 'a',
    phase: 'realise',
    phaseEnteredOn: '2021-01-01',
    state: 'active',
    ownerId: 'o',
    restricted: false,
    currency: 'NOK',
    methodVersion: '1',
    programmeKey: null,
    holdFrom: null,
    holdTo: null,
    stoppedOn: null,
    benefitOwnerId: null,
    managerId: null,
    plannedGoLive: null,
    startOn: null,
  }) as Project
const benefitRow = (key: string, projectKey: string) =>
  ({
    ...stamp,
    key,
    projectKey,
    title: key,
    category: 'time',
    level: 'unit',
    ownerId: 'o',
    drawback: false,
    state: 'realising',
    plannedByYear: {},
  }) as Benefit
const indicatorRow = (key: string, benefitKey: string, projectKey: string) =>
  ({
    ...stamp,
    key,
    benefitKey,
    projectKey,
    title: key,
    unit: '%',
    kind: 'snapshot',
    direction: 'increase',
    baseline: 0,
    baselineOn: '2024-12-31',
    target: 100,
    targetOn: '2027-12-31',
    milestones: [],
    frequency: 'monthly',
    anchorOn: '2021-01-31',
    activePhases: ['realise'],
    activeFrom: null,
    activeTo: null,
    measurerId: 'm',
    deputyId: null,
    state: 'active',
    registrationDays: null,
    graceOpenDays: null,
    monthEndRule: null,
    baselineWaiver: null,
    tolerance: null,
  }) as unknown as Indicator
const measurementRow = (indicatorKey: string, projectKey: string, asOf: string, value: number) =>
  ({
    ...stamp,
    key: `${indicatorKey}:${asOf}:1`,
    indicatorKey,
    projectKey,
    periodKey: asOf,
    asOf,
    value,
    reason: null,
    comment: null,
    correctsKey: null,
  }) as Measurement

/** The portfolio's figures by the joins of the product, against the straightforward filter over all rows for each indicator. */
const portfolio: Benchmark = {
  names: ['domain.portfolio'],
  async run() {
    const tables = generated(400, 8, 24)
    const joined = () => {
      const facts = joinFacts(tables)
      let sum = 0
      for (const indicator of tables.indicators.values())
        sum += assess(indicator, facts.measurementsByIndicator.get(indicator.key) ?? [], TODAY).achievementPercent ?? 0
      return sum
    }
    const measurements = [...tables.measurements.values()]
    const benefits = [...tables.benefits.values()]
    const filtered = () => {
      let sum = 0
      for (const indicator of tables.indicators.values()) {
        const own = measurements.filter((row) => row.indicatorKey === indicator.key)
        const benefit = benefits.find((row) => row.key === indicator.benefitKey)
        if (benefit) sum += assess(indicator, own, TODAY).achievementPercent ?? 0
      }
      return sum
    }
    if (Math.abs(joined() - filtered()) > 1e-6) throw new Error('the two ways disagree')
    return [{ name: 'domain.portfolio', value: rounded(medianMs(9, joined)), unit: 'ms', reference: rounded(medianMs(1, filtered)) }]
  },
}

const obligations: Benchmark = {
  names: ['domain.obligations'],
  async run() {
    const facts = joinFacts(generated(1250, 8, 0))
    let count = 0
    const ms = medianMs(5, () => {
      count = planObligations(facts, DEFAULT_SETTINGS, TODAY, { from: addDays(TODAY, -5 * 365), to: TODAY, kinds: ['measurement'] }).length
    })
    return [{ name: 'domain.obligations', value: Math.round(count / (ms / 1000)), unit: 'per second' }]
  },
}

export const domainBenchmarks: readonly Benchmark[] = [portfolio, obligations]
