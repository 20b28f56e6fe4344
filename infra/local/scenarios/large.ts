import { addDays, instantAt } from '#domain/dates.ts'
import { statusReportDue } from '#domain/due-dates.ts'
import type { Benefit, CivilDate, Decision, Indicator, Measurement, Person, Programme, Project, StatusReport } from '#domain/model.ts'
import { monthsFrom, periodsBetween, workingDay } from './days.ts'
import { indicatorOf, MEASUREMENTS_PER_INDICATOR, measurementsOf } from './large/measured.ts'
import { padded, person, seen } from './large/parts.ts'
import { LARGE_PEOPLE, largePersonRow } from './large/people.ts'
import { benefitOf, decisionsOf, PROGRAMMES, projectOf, reportsOf } from './large/projects.ts'
import { scheduleOf } from './large/schedule.ts'
import { randomOf } from './random.ts'
import type { Scenario, ScenarioRecords } from './scenario.ts'

const PROJECTS = 500
const BENEFITS_PER_PROJECT = 5
/** Of a hundred indicators, so many have not been answered for the newest overdue date. */
const OVERDUE_PERCENT = 3

/** The last two months whose status report has fallen due. */
const duePeriods = (today: CivilDate): string[] =>
  periodsBetween(monthsFrom(today, -5), today)
    .filter((period) => (statusReportDue(period)?.overdueFrom ?? addDays(today, 1)) <= today)
    .slice(-2)

function records(today: CivilDate): ScenarioRecords {
  const schedules = [null, 15, 10].map((day) => scheduleOf(today, day, MEASUREMENTS_PER_INDICATOR + 4))
  const periods = duePeriods(today)
  const since = `${(periods[0] ?? today).slice(0, 7)}-01`
  const stamp = (key: string) => seen(key, person(0), instantAt(workingDay(today, -3), '09:00'))
  const projects: Project[] = []
  const decisions: Decision[] = []
  const benefits: Benefit[] = []
  const indicators: Indicator[] = []
  const measurements: Measurement[] = []
  const statusReports: StatusReport[] = []
  for (let number = 1; number <= PROJECTS; number += 1) {
    const project = projectOf(number, today)
    projects.push(project)
    decisions.push(...decisionsOf(project, number, today))
    statusReports.push(...reportsOf(project, number, periods))
    for (let nth = 1; nth <= BENEFITS_PER_PROJECT; nth += 1) {
      const schedule = schedules[(number + nth) % schedules.length]
      if (!schedule) continue
      const indicator = indicatorOf(project, nth, schedule, today)
      const random = randomOf(indicator.key)
      benefits.push(benefitOf(project, nth, today))
      indicators.push(indicator)
      measurements.push(...measurementsOf(indicator, schedule, random.next() * 100 < OVERDUE_PERCENT, random))
    }
  }
  const programmes = Array.from({ length: PROGRAMMES }, (_, index): Programme => {
    const key = `program-${padded(index + 1)}`
    return { ...stamp(key), title: `Program ${index + 1}`, ownerId: person(index), belongsRule: null, active: true }
  })
  const people: Person[] = LARGE_PEOPLE.map((one) => largePersonRow(one, stamp(one.personId).actedAt))
  const settings = [{ ...stamp(`starton:${since}`), name: 'startOn', validFrom: since, value: since }]
  return { settings, people, programmes, projects, decisions, benefits, indicators, measurements, statusReports }
}

/** Made by rule and not by hand: the size, not the content, is the point. */
export const LARGE: Scenario = {
  name: 'large',
  description: 'En stor portefølje for ytelse: 500 prosjekter, 2 500 gevinster og 60 000 målinger.',
  people: LARGE_PEOPLE,
  channels: [{ id: '19:ledergruppen@thread.tacv2', team: 'Kommunedirektørens ledergruppe', name: 'Prosjekter og gevinster' }],
  records,
}
