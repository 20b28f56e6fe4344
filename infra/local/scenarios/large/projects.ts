import { addOpenDays } from '#domain/calendar.ts'
import { DECISION_POINTS, PHASES, type Phase, type Rating, REPORT_ROWS } from '#domain/codes.ts'
import { instantAt } from '#domain/dates.ts'
import { endOfPeriod } from '#domain/due-dates.ts'
import type { Benefit, CivilDate, Decision, Project, StatusReport } from '#domain/model.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { workingDay, workingDayAhead } from '../days.ts'
import { AREAS } from '../people.ts'
import { at, padded, person, seen } from './parts.ts'

const { calendar } = DEFAULT_SETTINGS
const areas = Object.values(AREAS)

export const PROGRAMMES = 12
const THINGS = [
  'Digital søknad',
  'Felles register',
  'Automatisk svar',
  'Selvbetjening',
  'Ny saksflyt',
  'Felles vaktordning',
  'Bedre data',
] as const
const SERVICES = [
  'barnehage',
  'byggesak',
  'hjemmetjeneste',
  'skole',
  'vann og avløp',
  'kultur',
  'lønn',
  'arkiv',
  'bolig',
  'helsestasjon',
] as const
const spreadOver: readonly [Phase, ...Phase[]] = [
  'realise',
  'deliver',
  'plan',
  'realise',
  'close',
  'deliver',
  'concept',
  'realise',
  'deliver',
  'idea',
]

export function projectOf(number: number, today: CivilDate): Project {
  const key = `prosjekt-${padded(number)}`
  const phase = at(spreadOver, number)
  const entered = workingDay(today, -2.6 - (number % 9))
  const ownerId = person(number * 7)
  return {
    ...seen(key, ownerId, instantAt(entered, '09:30')),
    title: `${at(THINGS, number)} – ${at(SERVICES, Math.floor(number / THINGS.length))} ${padded(number)}`,
    programmeKey: `program-${padded((number % PROGRAMMES) + 1)}`,
    area: areas[number % areas.length] ?? AREAS.staff,
    size: number % 5 === 0 ? 'large' : number % 2 === 0 ? 'medium' : 'small',
    phase,
    phaseEnteredOn: entered,
    state: 'active',
    holdFrom: null,
    holdTo: null,
    stoppedOn: null,
    stopReason: null,
    ownerId,
    managerId: person(number * 7 + 3),
    benefitOwnerId: ownerId,
    deputyId: null,
    lineLeadId: person(number * 7 + 5),
    why: 'Tjenesten tar for lang tid for den som trenger den.',
    what: 'En enklere vei fra behov til svar.',
    whenText: 'Følger faseplanen.',
    startOn: workingDay(today, -30),
    endOn: workingDayAhead(today, 6),
    forecastEndOn: workingDayAhead(today, 6 + (number % 3)),
    plannedGoLive: workingDay(today, -26),
    budget: 400_000 + number * 3_000,
    spent: 200_000 + number * 2_000,
    forecastCost: 400_000 + number * 3_100,
    currency: 'NOK',
    restricted: number % 50 === 0,
    rank: number,
    mainIndicatorKey: `${key}:indikator-1`,
    documents: [],
    methodVersion: 'prosjektveiviseren-6',
    sourceId: null,
  }
}

/** The decision that opened the phase, and the next one. */
export function decisionsOf(project: Project, number: number, today: CivilDate): Decision[] {
  const phaseAt = PHASES.indexOf(project.phase)
  const decision = (index: number, set: Partial<Decision>): Decision => {
    const point = DECISION_POINTS[index] ?? 'bp6'
    return {
      ...seen(`${project.key}:${point}:1`, project.ownerId ?? '', project.actedAt),
      projectKey: project.key,
      point,
      occurrence: 1,
      outcome: null,
      decidedById: null,
      decidedOn: null,
      checklist: [],
      waivers: [],
      responsibleId: project.ownerId,
      dueOn: null,
      ...set,
    }
  }
  const taken =
    phaseAt === 0 ? [] : [decision(phaseAt - 1, { outcome: 'proceed', decidedById: project.ownerId, decidedOn: project.phaseEnteredOn })]
  return [...taken, decision(phaseAt, { dueOn: workingDayAhead(today, 0.5 + (number % 8)) })]
}

export function benefitOf(project: Project, number: number, today: CivilDate): Benefit {
  return {
    ...seen(`${project.key}:gevinst-${number}`, project.ownerId ?? '', project.actedAt),
    projectKey: project.key,
    title: `Gevinst ${number} av ${project.title}`,
    category: at(['time', 'quality', 'cost'], number),
    effectKind: at(['reallocated', 'nonMonetised', 'budgetary'], number),
    level: 'municipality',
    beneficiary: at(['citizen', 'employee', 'municipality'], number),
    area: project.area,
    change: 'Oppgaven gjøres én gang, av den som vet svaret.',
    before: 'Flere ventet på hverandre.',
    after: 'Svaret kommer raskere.',
    ownerId: project.ownerId,
    delegateId: null,
    assumptions: null,
    risk: null,
    drawback: false,
    takeOut: 'quality',
    recurrence: 'yearly',
    contributesTo: null,
    priceYear: null,
    plannedByYear: { [today.slice(0, 4)]: 100 * number },
    plannedUnit: null,
    importance: (number % 5) + 1,
    state: 'realising',
  }
}

/** The last two reports that have fallen due, for projects that owe them. */
export function reportsOf(project: Project, number: number, periods: string[]): StatusReport[] {
  if (!['plan', 'deliver', 'close'].includes(project.phase)) return []
  const rating = at<Rating>(['green', 'green', 'yellow', 'green', 'red'], number)
  return periods.map((period, index): StatusReport => {
    const publishedAt = instantAt(addOpenDays(endOfPeriod(period), 4, calendar), '12:00')
    return {
      ...seen(`${project.key}:${period}:1`, project.managerId ?? '', publishedAt),
      projectKey: project.key,
      period,
      version: 1,
      state: 'published',
      rows: REPORT_ROWS.map((row) => ({
        row,
        rating: index === 0 ? 'green' : rating,
        comment: index === 0 || rating === 'green' ? '' : 'Vi følger med.',
      })),
      sinceLast: 'Arbeidet går etter faseplanen.',
      next: 'Fortsette etter faseplanen.',
      decisionNeeded: null,
      percentComplete: 50,
      budget: project.budget,
      spent: project.spent,
      forecastCost: project.forecastCost,
      snapshot: [],
      publishedAt,
    }
  })
}
