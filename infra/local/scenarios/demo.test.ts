import { describe, expect, it } from 'vitest'
import { assess } from '#domain/achievement.ts'
import { REPORT_ROWS } from '#domain/codes.ts'
import { addDays, addMonths } from '#domain/dates.ts'
import { joinFacts } from '#domain/facts.ts'
import { missingForGate } from '#domain/gates.ts'
import type { CivilDate } from '#domain/model.ts'
import { type Obligation, planObligations } from '#domain/obligations.ts'
import { reportFaults } from '#domain/report.ts'
import { settingsOn } from '#domain/settings.ts'
import { DEMO } from './demo.ts'
import { idOf } from './people.ts'
import { storedAndBack } from './stored-and-back.ts'
import { tablesOf } from './tables-of.ts'

const TODAYS = ['2026-05-18', '2026-11-22', '2026-01-02', '2026-07-20', '2028-02-29']

/** Days spread over four years, so that every month end, closure and feast is met from some side. */
const MANY_DAYS = Array.from({ length: 50 }, (_, at) => addDays('2026-01-01', at * 29))

const build = (today: CivilDate) => {
  const rows = DEMO.records(today)
  const facts = joinFacts(tablesOf(rows))
  const settings = settingsOn(today, rows.settings ?? [])
  const planOn = (day: CivilDate): Obligation[] => planObligations(facts, settingsOn(day, rows.settings ?? []), day)
  return { rows, facts, settings, planOn, overdueOn: (day: CivilDate) => planOn(day).filter(({ state }) => state === 'overdue') }
}
const kindsOf = (obligations: Obligation[]): string[] => obligations.map(({ kind }) => kind).sort()

describe.each(TODAYS)('the demo municipality on %s', (today) => {
  const { rows, facts, settings, planOn, overdueOn } = build(today)
  const { projects = [], benefits = [], indicators = [], measurements = [], statusReports = [], decisions = [], people = [] } = rows

  it('is the same every time', () => {
    expect(DEMO.records(today)).toEqual(rows)
  })

  it('has exactly two measurements and one status report overdue', () => {
    expect(kindsOf(overdueOn(today))).toEqual(['measurement', 'measurement', 'statusReport'])
  })

  it('asks the measurer and the owner for the overdue answers', () => {
    const asked = overdueOn(today).map(({ refKey, assigneeId }) => [refKey, assigneeId])
    expect(asked).toEqual([
      ['enklere-samhandling', idOf('kari')],
      ['brukerfokusert-barne-familieenheten:saksbehandlingstid', idOf('kari')],
      ['prosessmodellering-soeknader:manuelle-oppgaver', idOf('per')],
    ])
  })

  it('asks nothing of the employee and the leader', () => {
    const asked = planOn(today).filter(({ state }) => state !== 'fulfilled' && state !== 'lapsed')
    expect(asked.filter(({ assigneeId }) => assigneeId === idOf('nora') || assigneeId === idOf('ingrid'))).toEqual([])
  })

  it('has more overdue a month later, some of it for the measurer or the owner', () => {
    const later = overdueOn(addMonths(today, 1))
    const fresh = later.filter(({ overdueFrom }) => overdueFrom > today)
    expect(fresh.length).toBeGreaterThan(1)
    const own = fresh.filter(({ kind, assigneeId }) => kind === 'measurement' && [idOf('kari'), idOf('per')].includes(assigneeId ?? ''))
    expect(own.length).toBeGreaterThan(0)
  })

  it('can be written to the lists and read back unchanged', () => {
    expect(storedAndBack(rows)).toEqual(rows)
  })

  it('refers only to rows and people that exist', () => {
    const known = (list: readonly { key: string }[]) => new Set(list.map(({ key }) => key))
    const [projectKeys, benefitKeys, indicatorKeys] = [known(projects), known(benefits), known(indicators)]
    const programmeKeys = known(rows.programmes ?? [])
    for (const { programmeKey, mainIndicatorKey } of projects) {
      expect(programmeKeys).toContain(programmeKey)
      if (mainIndicatorKey !== null) expect(indicatorKeys).toContain(mainIndicatorKey)
    }
    for (const { projectKey } of [...decisions, ...benefits, ...indicators, ...measurements, ...statusReports]) {
      expect(projectKeys).toContain(projectKey)
    }
    for (const { benefitKey } of [...indicators, ...(rows.benefitActions ?? [])]) expect(benefitKeys).toContain(benefitKey)
    for (const { indicatorKey } of measurements) expect(indicatorKeys).toContain(indicatorKey)
    const persons = new Set(people.map(({ personId }) => personId))
    const named = Object.values(rows)
      .flat()
      .flatMap((row) => Object.entries(row).filter(([field]) => field.endsWith('Id') && field !== 'sourceId'))
    for (const [, personId] of named) if (personId !== null) expect(persons).toContain(personId)
  })

  it('has keys that SharePoint takes, each only once', () => {
    const keys = Object.values(rows)
      .flat()
      .map(({ key }) => key)
    for (const key of keys) expect(key).toMatch(/^[a-z0-9:-]{1,200}$/)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('tells of nothing that has not happened yet', () => {
    const stamps = Object.values(rows)
      .flat()
      .map(({ actedAt }) => actedAt)
    expect(stamps.filter((at) => at.slice(0, 10) >= today)).toEqual([])
    expect(measurements.filter(({ asOf }) => asOf >= today)).toEqual([])
    expect(decisions.filter(({ outcome, dueOn }) => outcome === null && (dueOn ?? '') <= today)).toEqual([])
  })

  it('has published reports that the rules of publishing would let through', () => {
    for (const report of statusReports) {
      expect(report.rows.map(({ row }) => row)).toEqual([...REPORT_ROWS])
      expect(reportFaults(report)).toEqual([])
    }
  })

  it('holds the situations a real portfolio holds', () => {
    const course = (key: string) => {
      const indicator = facts.tables.indicators.get(key)
      return indicator ? assess(indicator, facts.measurementsByIndicator.get(key) ?? [], today, settings).course : null
    }
    const closing = facts.tables.projects.get('digital-innbyggerdialog')
    expect({
      baselineMissing: course('digital-innbyggerdialog:innbyggertilfredshet'),
      withoutMeasurements: course('enklere-samhandling:andel-digitale-svar'),
      targetIsBaseline: course('skyloesning-kontorstoette:oppetid'),
      targetMissed: course('skyloesning-kontorstoette:driftskostnad-per-bruker'),
      targetReached: course('skilting-hverdagsforbedringer:feil-oppmoete'),
      kept: course('prosjektportalen-i-bruk:oppdatert-status'),
      behind: course('doegnaapent-servicetorg:selvbetjeningsgrad'),
      handoverLacks: closing && missingForGate('bp5', closing, facts).map(({ code }) => code),
    }).toEqual({
      baselineMissing: 'baselineMissing',
      withoutMeasurements: 'notMeasured',
      targetIsBaseline: 'cannotCompute',
      targetMissed: 'notReached',
      targetReached: 'realised',
      kept: 'maintained',
      behind: 'offTrack',
      handoverLacks: ['baselineMissing', 'indicatorMissing'],
    })
    expect(benefits.some(({ key, drawback }) => !drawback && !facts.indicatorsByBenefit.has(key))).toBe(true)
    expect(benefits.some(({ ownerId, projectKey }) => ownerId !== facts.tables.projects.get(projectKey)?.ownerId)).toBe(true)
    expect(people.filter(({ reach }) => reach === 'left').map(({ displayName }) => displayName)).toEqual(['Espen Kvam'])
    expect(people.filter(({ deputyFrom, deputyTo }) => (deputyFrom ?? '9') <= today && (deputyTo ?? '') >= today)).toHaveLength(1)
    expect(statusReports.filter(({ version }) => version > 1)).toHaveLength(1)
    expect(measurements.filter(({ correctsKey }) => correctsKey !== null)).toHaveLength(1)
    expect(measurements.some(({ value, reason }) => value === null && reason !== null)).toBe(true)
    expect(
      decisions.flatMap(({ waivers }) => waivers).length + indicators.filter(({ baselineWaiver }) => baselineWaiver).length,
    ).toBeGreaterThan(1)
    expect(planOn(today).some(({ assigneeId, state }) => assigneeId === null && state !== 'fulfilled')).toBe(true)
  })

  it('has 24 projects in every phase and state, one of them restricted', () => {
    expect(projects).toHaveLength(24)
    expect(new Set(projects.map(({ phase }) => phase))).toEqual(new Set(['idea', 'concept', 'plan', 'deliver', 'close', 'realise']))
    expect(projects.filter(({ state }) => state !== 'active').map(({ state }) => state)).toEqual(['stopped', 'onHold'])
    expect(projects.filter(({ restricted }) => restricted).map(({ key }) => key)).toEqual(['tidlig-innsats'])
  })
})

it.each(MANY_DAYS)('has the same three answers overdue on %s, and more a month later', (today) => {
  const { overdueOn } = build(today)
  expect(kindsOf(overdueOn(today))).toEqual(['measurement', 'measurement', 'statusReport'])
  const own = [idOf('kari'), idOf('per')]
  const fresh = overdueOn(addMonths(today, 1)).filter(({ overdueFrom }) => overdueFrom > today)
  expect(fresh.some(({ kind, assigneeId }) => kind === 'measurement' && own.includes(assigneeId ?? ''))).toBe(true)
})
