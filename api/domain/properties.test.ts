import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frozenRow } from './acting.ts'
import { isOpenDay } from './calendar.ts'
import { changeFrequency } from './change-frequency.ts'
import { BENEFIT_STATES, FREQUENCIES, INDICATOR_STATES, PHASES, PROJECT_STATES, SKIP_REASONS } from './codes.ts'
import { addDays, instantAt } from './dates.ts'
import {
  acting,
  action,
  applied,
  benefit,
  decision,
  indicator,
  measurement,
  peopleWith,
  person,
  project,
  report,
  setting,
} from './facts.fixture.ts'
import { emptyTables, type Facts, joinFacts } from './facts.ts'
import type { CivilDate, ListCode, ObligationRecord, Records, SettingRecord } from './model.ts'
import { decideNudges } from './nudge.ts'
import { nudgeOutlook } from './nudge-outlook.ts'
import { type Obligation, planObligations } from './obligations.ts'
import { settingsOn } from './settings.ts'

/** Municipalities of a few projects with all that can happen to them, over two years around a today. */
const TODAY = '2026-06-10'
const RUNS = { numRuns: 120 }

const day = fc.integer({ min: -400, max: 200 }).map((days) => addDays(TODAY, days))
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const who = fc.constantFrom('measurer', 'benefit-owner', 'owner', 'manager', 'gone', 'nobody-knows')

const aProject = fc
  .record({
    phase: fc.constantFrom(...PHASES),
    phaseEnteredOn: day,
    state: fc.constantFrom('active', 'active', 'active', ...PROJECT_STATES),
    hold: orNull(fc.tuple(day, fc.integer({ min: 1, max: 200 }))),
    stoppedOn: orNull(day),
    endOn: orNull(day),
    plannedGoLive: orNull(day),
    ownerId: orNull(who),
    managerId: orNull(who),
    methodVersion: fc.constantFrom('prosjektveiviseren-6', 'pilot-1'),
  })
  .map(({ hold, ...more }) => ({ ...more, holdFrom: hold?.[0] ?? null, holdTo: hold && addDays(hold[0], hold[1]) }))
const anIndicator = fc.record({
  frequency: fc.constantFrom(...FREQUENCIES),
  anchorOn: day,
  state: fc.constantFrom('active', 'active', ...INDICATOR_STATES),
  activePhases: fc.subarray([...PHASES]),
  activeFrom: orNull(day),
  activeTo: orNull(day),
  registrationDays: orNull(fc.integer({ min: 0, max: 30 })),
  graceOpenDays: orNull(fc.integer({ min: 0, max: 6 })),
  measurerId: orNull(who),
  baseline: orNull(fc.constant(40)),
})
const aMeasurement = fc.record({ asOf: day, late: fc.integer({ min: 0, max: 40 }), named: fc.boolean(), gap: fc.boolean() })
const aDecision = fc.record({
  point: fc.constantFrom('bp2' as const, 'bp3' as const, 'bp4' as const, 'bp6' as const, 'board' as const),
  outcome: orNull(fc.constantFrom('proceed' as const, 'adjust' as const, 'extend' as const)),
  decidedOn: orNull(day),
  dueOn: orNull(day),
  responsibleId: orNull(who),
})
const calendarValue = fc.record({
  summerClosureWeeks: fc.subarray([27, 28, 29, 30, 31]),
  christmasClosed: orNull(fc.constant({ from: '12-20', to: '01-06' })),
  extraClosedDays: fc.array(day, { maxLength: 25 }),
})
const dueValue = fc.record({
  registrationDays: fc.integer({ min: 0, max: 40 }),
  graceOpenDays: fc.integer({ min: 0, max: 9 }),
  reportOpenDays: fc.integer({ min: 1, max: 15 }),
})
const ladderValue = fc.record({ preNoticeOpenDays: fc.integer({ min: 0, max: 9 }), chase: fc.integer({ min: 1, max: 9 }) })

type Setting = [name: string, validFrom: CivilDate, value: unknown]
const aSetting = (from: fc.Arbitrary<CivilDate>): fc.Arbitrary<Setting> =>
  fc.oneof(
    fc.tuple(fc.constant('calendar'), from, calendarValue),
    fc.tuple(fc.constant('due'), from, dueValue),
    fc.tuple(fc.constant('ladder'), from, ladderValue),
    fc.tuple(fc.constant('meetings'), from, fc.dictionary(fc.constantFrom('p0', 'p1'), fc.array(day, { maxLength: 6 }))),
  )
const settingRow = ([name, validFrom, value]: Setting, at: number): SettingRecord =>
  setting(name, validFrom, value, { actedAt: '2025-01-01T08:00:00Z', key: `${name}:${validFrom}:${at}` })

const world = fc.record({
  projects: fc.array(aProject, { minLength: 1, maxLength: 2 }),
  indicators: fc.array(anIndicator, { minLength: 1, maxLength: 3 }),
  measurements: fc.array(fc.tuple(fc.nat(2), aMeasurement), { maxLength: 12 }),
  decisions: fc.array(aDecision, { maxLength: 4 }),
  reports: fc.array(fc.tuple(day, fc.boolean()), { maxLength: 4 }),
  actionDue: orNull(day),
  benefitState: fc.constantFrom('approved' as const, 'realising' as const, ...BENEFIT_STATES),
  settings: fc.array(aSetting(day), { maxLength: 3 }),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

type Rows = { [L in ListCode]?: Records[L][] }
function rowsOf({ projects, indicators, measurements, decisions, reports, actionDue, benefitState, settings }: World): Rows {
  const at = (number: number) => number % projects.length
  return {
    people: peopleWith(person('gone', { reach: 'left' }), person('office', { roles: ['office'] })),
    settings: settings.map(settingRow),
    projects: projects.map((more, number) => project({ key: `p${number}`, ...more })),
    benefits: [benefit({ projectKey: 'p0', state: benefitState })],
    benefitActions: [action({ dueOn: actionDue })],
    indicators: indicators.map((more, number) => indicator({ key: `i${number}`, projectKey: `p${at(number)}`, ...more })),
    measurements: measurements.map(([number, { asOf, late, named, gap }], n) =>
      measurement(asOf, {
        key: `m${n}`,
        indicatorKey: `i${number}`,
        periodKey: named ? asOf : '',
        actedAt: `${addDays(asOf, late)}T10:00:00Z`,
        value: gap ? null : n,
      }),
    ),
    decisions: decisions.map((more, number) =>
      decision(more.point, { key: `d${number}`, projectKey: `p${at(number)}`, occurrence: number + 1, ...more }),
    ),
    statusReports: reports.map(([on, published], number) =>
      report(on.slice(0, 7), published ? `${on}T10:00:00Z` : null, {
        key: `r${number}`,
        projectKey: `p${at(number)}`,
        version: number + 1,
      }),
    ),
  }
}
function factsOfRows(rows: Rows): Facts {
  const tables = emptyTables()
  for (const list of Object.keys(rows) as ListCode[]) {
    for (const row of rows[list] ?? []) (tables[list] as Map<string, Records[ListCode]>).set(row.key, row)
  }
  return joinFacts(tables)
}
const plan = (facts: Facts, today = TODAY): Obligation[] => planObligations(facts, settingsOn(today, facts.tables.settings.values()), today)
const byKey = (obligations: Obligation[]): Map<string, Obligation> => new Map(obligations.map((one) => [one.key, one]))
const datesOf = ({ dueOn, overdueFrom, preNoticeOn, firstOn, chaseOn, leaderOn, officeOn }: Obligation) => [
  dueOn,
  overdueFrom,
  preNoticeOn,
  firstOn,
  chaseOn,
  leaderOn,
  officeOn,
]
const dayOf = ({ asOf, dueOn }: Obligation): CivilDate => asOf ?? dueOn

describe('planning, for any municipality', () => {
  it('never has two obligations for one period', () => {
    fc.assert(
      fc.property(world, (given) => {
        const planned = plan(factsOfRows(rowsOf(given)))
        expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length)
        expect(new Set(planned.map(({ kind, refKey, periodKey }) => `${kind} ${refKey} ${periodKey}`)).size).toBe(planned.length)
      }),
      RUNS,
    )
  })

  it('has nothing due on a closed day, and every step of the ladder on an open one, in order', () => {
    fc.assert(
      fc.property(world, (given) => {
        // One calendar for all time, so that every date is judged by it.
        const facts = factsOfRows(rowsOf({ ...given, settings: given.settings.map(([name, , value]) => [name, '2020-01-01', value]) }))
        const { calendar } = settingsOn(TODAY, facts.tables.settings.values())
        for (const obligation of plan(facts)) {
          const { dueOn, overdueFrom, preNoticeOn, firstOn, chaseOn, leaderOn, officeOn } = obligation
          for (const date of [dueOn, firstOn, chaseOn, leaderOn, officeOn])
            expect(isOpenDay(date, calendar), `${obligation.key} ${date}`).toBe(true)
          expect(dueOn < overdueFrom && overdueFrom <= firstOn && firstOn < chaseOn).toBe(true)
          if (preNoticeOn !== null) expect(preNoticeOn < dueOn && isOpenDay(preNoticeOn, calendar)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('gives the same however often it is done, and in whatever order the rows come', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const rows = rowsOf(given)
        const shuffled = Object.fromEntries(
          Object.entries(rows).map(([list, all]) => [
            list,
            (all as Records[ListCode][])
              .map((row) => ({ row, by: numbers.next().value ?? 0 }))
              .sort((a, b) => a.by - b.by)
              .map(({ row }) => row),
          ]),
        ) as Rows
        const facts = factsOfRows(rows)
        expect(plan(facts)).toEqual(plan(facts))
        expect(byKey(plan(factsOfRows(shuffled)))).toEqual(byKey(plan(facts)))
      }),
      RUNS,
    )
  })

  it('gives the same dates and answers once everything has been frozen', () => {
    fc.assert(
      fc.property(world, (given) => {
        // Without holds: what a hold lets fall is the project's state, and no part of a row.
        const rows = rowsOf({
          ...given,
          projects: given.projects.map((one) => ({ ...one, holdFrom: null, holdTo: null, state: 'active' as const })),
        })
        const before = plan(factsOfRows(rows)).filter((one) => one.state !== 'lapsed' && one.state !== 'onHold')
        const obligations = before.map(
          (one): ObligationRecord => ({ ...frozenRow(one), actorId: 'x', actedAt: `${TODAY}T08:00:00Z`, via: 'system', schemaVersion: 1 }),
        )
        const now = byKey(plan(factsOfRows({ ...rows, obligations })))
        for (const one of before) {
          const same = now.get(one.key)
          expect(same && [...datesOf(same), same.state, same.fulfilledByKey]).toEqual([...datesOf(one), one.state, one.fulfilledByKey])
        }
      }),
      RUNS,
    )
  })

  it('never moves the past when settings change: what is about a day before them keeps every date', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(aSetting(fc.integer({ min: 1, max: 150 }).map((days) => addDays(TODAY, days))), { minLength: 1, maxLength: 3 }),
        (given, later) => {
          const rows = rowsOf(given)
          const facts = factsOfRows(rows)
          const changed = factsOfRows({
            ...rows,
            settings: [...(rows.settings ?? []), ...later.map((one, at) => settingRow(one, at + 100))],
          })
          const earliest = later.map(([, validFrom]) => validFrom).sort()[0] ?? TODAY
          for (const today of [TODAY, addDays(TODAY, 200)]) {
            const now = byKey(plan(changed, today))
            for (const one of plan(facts, today)) {
              if (dayOf(one) > TODAY || dayOf(one) >= earliest || movedByHold(one, facts, earliest)) continue
              expect(now.get(one.key) && datesOf(now.get(one.key) as Obligation), one.key).toEqual(datesOf(one))
            }
          }
        },
      ),
      RUNS,
    )
  })

  it('never moves the past when a frequency changes', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...FREQUENCIES), orNull(fc.integer({ min: 1, max: 300 })), (given, frequency, days) => {
        const facts = factsOfRows(rowsOf({ ...given, projects: given.projects.map((one) => ({ ...one, holdFrom: null, holdTo: null })) }))
        const found = facts.tables.indicators.get('i0')
        // Of two answers in one period the earlier day counts, and a row keeps only the one that stands.
        const single = (facts.measurementsByIndicator.get('i0') ?? []).length < 2
        if (!found) throw new Error('no indicator')
        const changed = changeFrequency(
          { indicator: found, frequency, firstOn: days === null ? null : addDays(TODAY, days) },
          acting(facts, TODAY),
        )
        if (!changed.ok) return
        const after = byKey(plan(applied(facts, changed.value.changes, `${TODAY}T12:00:00Z`)))
        const isOwn = ({ kind, refKey }: Obligation): boolean => kind === 'measurement' && refKey === 'i0'
        const past = plan(facts).filter((one) => isOwn(one) && dayOf(one) <= TODAY)
        for (const one of past) {
          const same = after.get(one.key)
          expect(same && [same.dueOn, same.overdueFrom, same.state, same.fulfilledByKey, single && same.fulfilledInTime], one.key).toEqual([
            one.dueOn,
            one.overdueFrom,
            one.state,
            one.fulfilledByKey,
            single && one.fulfilledInTime,
          ])
        }
        expect([...after.values()].filter((one) => isOwn(one) && dayOf(one) <= TODAY)).toHaveLength(past.length)
      }),
      RUNS,
    )
  })
})

/** A hold that ends after the new settings gives dates by them: its end is not the past. */
function movedByHold({ projectKey, dueOn }: Obligation, facts: Facts, earliest: CivilDate): boolean {
  const held = facts.tables.projects.get(projectKey)?.holdTo ?? null
  return held !== null && held >= earliest && dueOn >= earliest
}

describe('deciding nudges, for any municipality', () => {
  const now = fc.tuple(day, fc.constantFrom('07:30', '09:00', '15:59', '17:00'))

  it('has one decision for each person, with exactly one reason', () => {
    fc.assert(
      fc.property(world, now, (given, [on, time]) => {
        const facts = factsOfRows(rowsOf(given))
        const settings = settingsOn(on, facts.tables.settings.values())
        const decisions = decideNudges({ obligations: plan(facts, on), facts, settings, now: instantAt(on, time) })
        expect(new Set(decisions.map(({ personId }) => personId)).size).toBe(decisions.length)
        for (const one of decisions) {
          expect(one.steps.length).toBeGreaterThan(0)
          expect(one.steps.map(({ obligationKey }) => obligationKey)).toEqual(one.obligationKeys)
          if (one.action === 'skip') expect(SKIP_REASONS).toContain(one.reason)
          else expect(one).not.toHaveProperty('reason')
        }
        const identities = decisions.flatMap(({ personId, steps }) =>
          steps.map((step) => `${personId} ${step.obligationKey} ${step.round}`),
        )
        expect(new Set(identities).size).toBe(identities.length)
      }),
      RUNS,
    )
  })

  it('sends nothing on a closed day or outside the hours', () => {
    fc.assert(
      fc.property(world, now, (given, [on, time]) => {
        const facts = factsOfRows(rowsOf(given))
        const settings = settingsOn(on, facts.tables.settings.values())
        const sends = decideNudges({ obligations: plan(facts, on), facts, settings, now: instantAt(on, time) }).filter(
          ({ action: act }) => act === 'send',
        )
        if (!isOpenDay(on, settings.calendar) || time === '07:30' || time === '17:00') expect(sends).toEqual([])
      }),
      RUNS,
    )
  })

  it('decides the same in whatever order the obligations come', () => {
    fc.assert(
      fc.property(world, now, (given, [on, time]) => {
        const facts = factsOfRows(rowsOf(given))
        const settings = settingsOn(on, facts.tables.settings.values())
        const obligations = plan(facts, on)
        const decided = (all: Obligation[]) =>
          new Map(decideNudges({ obligations: all, facts, settings, now: instantAt(on, time) }).map((one) => [one.personId, one]))
        expect(decided([...obligations].reverse())).toEqual(decided(obligations))
      }),
      RUNS,
    )
  })

  it('says of each obligation what happens next, and a send agrees with who is due a card', () => {
    fc.assert(
      fc.property(world, day, (given, on) => {
        const facts = factsOfRows(rowsOf(given))
        const settings = settingsOn(on, facts.tables.settings.values())
        const obligations = plan(facts, on)
        const input = { obligations, facts, settings, now: instantAt(on, '09:00') }
        const outlooks = nudgeOutlook(input)
        expect(outlooks.map(({ obligationKey }) => obligationKey)).toEqual(obligations.map(({ key }) => key))
        const sending = outlooks.filter(({ outlook }) => outlook.action === 'send').map(({ obligationKey }) => obligationKey)
        const due = new Set(decideNudges(input).flatMap(({ obligationKeys }) => obligationKeys))
        for (const key of sending) expect(due).toContain(key)
        for (const { outlook } of outlooks) expect(typeof outlook.reason).toBe('string')
      }),
      RUNS,
    )
  })
})
