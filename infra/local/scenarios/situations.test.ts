import { describe, expect, it } from 'vitest'
import { joinFacts } from '#domain/facts.ts'
import type { CivilDate } from '#domain/model.ts'
import { isProposed } from '#domain/not-relevant.ts'
import { decideNudges } from '#domain/nudge.ts'
import { planObligations } from '#domain/obligations.ts'
import { approverOf } from '#domain/responsible.ts'
import { settingsOn } from '#domain/settings.ts'
import { stopReasons } from '#domain/stop-candidate.ts'
import { BOARD_DAY } from './board-day.ts'
import { OVERDUE } from './overdue.ts'
import { idOf } from './people.ts'
import type { Scenario } from './scenario.ts'
import { storedAndBack } from './stored-and-back.ts'
import { tablesOf } from './tables-of.ts'

const TODAYS = ['2026-05-18', '2026-11-22', '2026-01-02', '2026-07-20', '2028-02-29']

const build = (scenario: Scenario, today: CivilDate) => {
  const rows = scenario.records(today)
  const facts = joinFacts(tablesOf(rows))
  const settings = settingsOn(today, rows.settings ?? [])
  return { rows, facts, settings, obligations: planObligations(facts, settings, today) }
}

describe.each(TODAYS)('overdue on %s', (today) => {
  const { rows, facts, settings, obligations } = build(OVERDUE, today)
  const overdue = obligations.filter(({ state }) => state === 'overdue')
  const stepsOf = (key: string) => (rows.nudges ?? []).flatMap(({ steps }) => steps.filter((entry) => entry.obligationKey === key))

  it('is the same every time, goes into the lists and comes back, and tells of nothing to come', () => {
    expect(OVERDUE.records(today)).toEqual(rows)
    expect(storedAndBack(rows)).toEqual(rows)
    const all = Object.values(rows).flat()
    expect(all.filter(({ actedAt }) => actedAt.slice(0, 10) >= today)).toEqual([])
    for (const rowsOfList of Object.values(rows)) expect(new Set(rowsOfList.map(({ key }) => key)).size).toBe(rowsOfList.length)
  })

  it('has many overdue answers, with the ladder at different steps, and somebody missing', () => {
    expect(overdue.length).toBeGreaterThan(20)
    const highest = new Set(overdue.map(({ key }) => stepsOf(key).at(-1)?.step))
    expect([...highest]).toEqual(expect.arrayContaining(['office', 'leader']))
    expect(highest.size).toBeGreaterThanOrEqual(3)
    expect(overdue.some(({ assigneeId, key }) => assigneeId === null && stepsOf(key).length > 0)).toBe(true)
  })

  it('was asked by the rules: no step twice, one card a day, two a week', () => {
    const identities = (rows.nudges ?? []).flatMap(({ personId, steps }) =>
      steps.map(({ obligationKey, round, step }) => `${obligationKey} ${round} ${step} ${step === 'office' ? personId : ''}`),
    )
    expect(new Set(identities).size).toBe(identities.length)
    const sentNow = decideNudges({ obligations, facts, settings, now: `${today}T08:00:00Z` }).filter(({ action }) => action === 'send')
    const again = sentNow.flatMap(({ personId, steps }) =>
      steps.map(({ obligationKey, round, step }) => `${obligationKey} ${round} ${step} ${step === 'office' ? personId : ''}`),
    )
    expect(again.filter((identity) => identities.includes(identity))).toEqual([])
  })

  it('has one answer delegated, and one «ikke lenger aktuelt» that waits for the owner', () => {
    expect(overdue.filter(({ delegatedToId }) => delegatedToId !== null).map(({ delegatedToId }) => delegatedToId)).toEqual([idOf('randi')])
    const proposed = obligations.filter(({ key }) => isProposed(facts.tables.obligations.get(key)))
    expect(proposed.map((obligation) => approverOf(obligation, facts)?.personId)).toEqual([idOf('per')])
    expect(proposed.map(({ assigneeId }) => assigneeId)).not.toContain(idOf('per'))
  })
})

describe.each(TODAYS)('board-day on %s', (today) => {
  const { rows, facts, settings, obligations } = build(BOARD_DAY, today)

  it('is the same every time, and goes into the lists and comes back', () => {
    expect(BOARD_DAY.records(today)).toEqual(rows)
    expect(storedAndBack(rows)).toEqual(rows)
  })

  it('has five points to take: three late, two today or on the next open day', () => {
    const points = (rows.decisions ?? []).filter(({ point, outcome }) => outcome === null && point !== 'board')
    const late = points.filter(({ dueOn }) => dueOn !== null && dueOn < today)
    expect(late.map(({ projectKey }) => projectKey).sort()).toEqual(['e-laering', 'innolab', 'virksomhetsarkitektur'])
    const soon = obligations.filter(({ kind, state, dueOn }) => kind === 'decisionFollowUp' && state === 'open' && dueOn >= today)
    expect(soon.map(({ projectKey }) => projectKey).sort()).toEqual(
      expect.arrayContaining(['digital-innbyggerdialog', 'innovasjonskultur']),
    )
  })

  it('has a late follow-up in the board’s own words, and a candidate for stopping', () => {
    const followUp = obligations.find(
      ({ kind, projectKey, state }) => kind === 'decisionFollowUp' && projectKey === 'kominn' && state === 'overdue',
    )
    expect(facts.tables.log.get(`decision:${followUp?.refKey}`)?.why).toContain('eier ideer')
    const stops = (rows.projects ?? []).filter((project) => stopReasons(project, facts, obligations, today, settings).length > 0)
    expect(stops.map(({ key }) => key)).toContain('robot-i-saksbehandlingen')
  })

  it('has meetings ahead for some projects, the first of them soon', () => {
    expect(Object.keys(settings.meetings).sort()).toEqual(['kominn', 'robot-i-saksbehandlingen', 'virksomhetsarkitektur'])
    for (const dates of Object.values(settings.meetings)) for (const date of dates) expect(date >= today).toBe(true)
  })
})
