import { addDays } from '#domain/dates.ts'
import type { CivilDate, Indicator, Measurement, Project } from '#domain/model.ts'
import { monthsFrom } from '../days.ts'
import type { Random } from '../random.ts'
import { person, seen } from './parts.ts'
import type { Schedule } from './schedule.ts'

export const MEASUREMENTS_PER_INDICATOR = 24

export function indicatorOf(project: Project, number: number, schedule: Schedule, today: CivilDate): Indicator {
  const decrease = number % 2 === 1
  return {
    ...seen(`${project.key}:indikator-${number}`, project.ownerId ?? '', project.actedAt),
    benefitKey: `${project.key}:gevinst-${number}`,
    projectKey: project.key,
    title: decrease ? 'Dager til svar' : 'Andel på nett',
    unit: decrease ? 'dager' : '%',
    decimals: 1,
    kind: 'snapshot',
    direction: decrease ? 'decrease' : 'increase',
    baseline: decrease ? 30 : 20,
    baselineOn: addDays(schedule.anchorOn, -10),
    baselineWaiver: null,
    target: decrease ? 12 : 80,
    targetOn: monthsFrom(today, 4),
    tolerance: null,
    milestones: [],
    frequency: 'monthly',
    anchorOn: schedule.anchorOn,
    monthEndRule: null,
    registrationDays: null,
    graceOpenDays: null,
    activePhases: ['plan', 'deliver', 'close', 'realise'],
    activeFrom: schedule.anchorOn,
    activeTo: null,
    measurerId: person(project.budget === null ? 0 : project.budget / 1000 + number),
    deputyId: null,
    method: 'Gjennomsnitt i måneden.',
    source: 'Fagsystemet',
    state: 'active',
  }
}

export function measurementsOf(indicator: Indicator, schedule: Schedule, leavesLast: boolean, random: Random): Measurement[] {
  const { baseline, target } = indicator
  const [from, to] = [baseline ?? 0, target ?? 0]
  const pace = 0.5 + random.next() * 0.6
  const end = leavesLast ? -1 : undefined
  const dates = schedule.dates.slice(0, end).slice(-MEASUREMENTS_PER_INDICATOR)
  return dates.map(({ date, actedAt }, index): Measurement => {
    const value = from + (to - from) * (pace * (index / (MEASUREMENTS_PER_INDICATOR + 4)) + 0.04 * random.noise())
    return {
      ...seen(`${indicator.key}:${date}:1`, indicator.measurerId ?? '', actedAt),
      indicatorKey: indicator.key,
      projectKey: indicator.projectKey,
      periodKey: date,
      asOf: date,
      value: Math.max(0, Math.round(value * 10) / 10),
      reason: null,
      comment: null,
      correctsKey: null,
    }
  })
}
