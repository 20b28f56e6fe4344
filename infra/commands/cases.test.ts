import { describe, expect, it } from 'vitest'
import { runAchievementCases } from './achievement.ts'
import { runDueCases } from './due.ts'

const monthly = { id: 1, kind: 'measurement', frequency: 'monthly', anchorDate: '2026-01-31', index: 1 }
const quarter = { id: 3, kind: 'measurement', frequency: 'quarterly', anchorDate: '2026-03-31', index: 1 }

describe('due-date cases', () => {
  it('give every date of a measurement under the case’s id, whatever was expected', () => {
    expect(runDueCases([{ ...monthly, title: 'x', expected: { dueDate: 'ignored' } }])).toEqual([
      {
        id: 1,
        measurementDate: '2026-02-28',
        dueDate: '2026-03-10',
        overdueFrom: '2026-03-14',
        preNoticeOn: '2026-03-03',
        nudgeOn: '2026-03-16',
        nudgeAtUtc: '2026-03-16T08:00Z',
        chaseOn: '2026-03-23',
        leaderOn: '2026-03-30',
        officeOn: '2026-04-16',
      },
    ])
  })

  it('give what there is of a status report and a baseline', () => {
    const [report, none, baseline] = runDueCases([
      { id: 'a', kind: 'statusReport', period: '2026-03' },
      { id: 'b', kind: 'statusReport', period: '2026-07' },
      { id: 'c', kind: 'baseline', plannedGoLive: '2026-04-07' },
    ])
    expect(report).toMatchObject({ id: 'a', dueDate: '2026-04-10' })
    expect(none).toEqual({ id: 'b', none: true })
    expect(baseline).toEqual({ id: 'c', dueDate: '2026-04-01', overdueFrom: '2026-04-02', nudgeOn: '2026-04-07' })
  })

  it('follow the case’s own settings and month-end rule', () => {
    const due = (settings: object, more: object = {}) => runDueCases([{ ...quarter, settings, ...more }])[0]
    expect(due({})).toMatchObject({ dueDate: '2026-07-27' })
    expect(due({ summerClosureWeeks: [] })).toMatchObject({ dueDate: '2026-07-10' })
    expect(due({ extraClosedDays: ['2026-07-27'], graceOpenDays: 0 })).toMatchObject({ dueDate: '2026-07-28', overdueFrom: '2026-07-29' })
    expect(due({ registrationDays: 0, christmasClosed: null }, { anchorDate: '2026-09-28' })).toMatchObject({ dueDate: '2026-12-28' })
    expect(due({}, { anchorDate: '2026-03-15', monthEndRule: 'lastDay' })).toMatchObject({ measurementDate: '2026-06-30' })
  })

  it.each<[string, unknown]>([
    ['must hold an array', { id: 1 }],
    ['case number 1: must be an object', ['x']],
    ['case number 1: must be an object', [null]],
    ['case number 2: id is missing', [monthly, { kind: 'baseline' }]],
    ['case 1: kind must be one of', [{ ...monthly, kind: 'report' }]],
    ['case 1: frequency must be one of', [{ ...monthly, frequency: 'weekly' }]],
    ['case 1: index must be a whole number', [{ ...monthly, index: 1.5 }]],
    ['case 1: index must be a whole number', [{ ...monthly, index: -1 }]],
    ['case 1: index must be a whole number', [{ ...monthly, index: 1e9 }]],
    ['case 1: index must be a whole number', [{ ...monthly, index: '1' }]],
    ['case 1: index must be 0 for the frequency once', [{ ...monthly, frequency: 'once' }]],
    ['case 1: anchorDate must be a date, YYYY-MM-DD (found "2026-02-30")', [{ ...monthly, anchorDate: '2026-02-30' }]],
    ['case 1: anchorDate must be a date, YYYY-MM-DD (found nothing)', [{ ...monthly, anchorDate: undefined }]],
    ['case 1: monthEndRule must be one of', [{ ...monthly, monthEndRule: 'last' }]],
    ['case 1: settings must be an object', [{ ...monthly, settings: [] }]],
    ['case 1: settings.graceDays is not one of', [{ ...monthly, settings: { graceDays: 1 } }]],
    ['case 1: settings.graceOpenDays has a value that cannot be used', [{ ...monthly, settings: { graceOpenDays: '1' } }]],
    ['case 2: period must be a month', [{ id: 2, kind: 'statusReport', period: '2026-13' }]],
    ['case 2: period must be a month', [{ id: 2, kind: 'statusReport' }]],
    ['case 2: plannedGoLive must be a date', [{ id: 2, kind: 'baseline', plannedGoLive: 20260407 }]],
  ])('say what is wrong and where: %s', (message, cases) => expect(() => runDueCases(cases)).toThrow(message))
})

const half = {
  id: 1,
  kind: 'snapshot',
  direction: 'increase',
  baseline: 0,
  target: 100,
  baselineDate: '2026-01-01',
  targetDate: '2027-01-01',
  today: '2026-11-22',
  measurements: [{ asOf: '2026-07-02', value: 50.005, recordedAt: '2026-07-02T10:00:00Z' }],
}

describe('achievement cases', () => {
  it('give numbers with two decimals', () => {
    expect(runAchievementCases([half])).toEqual([
      {
        id: 1,
        currentValue: 50.01,
        achievementPercent: 50.01,
        plannedPercent: 49.86,
        course: 'onTrack',
        forecastValue: null,
        forecastPercent: null,
      },
    ])
    const nothing = { ...half, measurements: [{ asOf: '2026-07-02', value: -0.001 }] }
    expect(Object.is((runAchievementCases([nothing])[0] as { currentValue: number }).currentValue, 0)).toBe(true)
  })

  it('give no forecast for what is summed, and take what may be left out', () => {
    const sum = { ...half, kind: 'cumulative', measurements: undefined, milestones: [{ date: '2026-06-01', value: 10 }] }
    expect(runAchievementCases([sum])).toEqual([
      { id: 1, currentValue: null, achievementPercent: null, plannedPercent: null, course: 'notMeasured' },
    ])
    const bare = { ...half, baseline: null, baselineDate: null, tolerance: null }
    expect(runAchievementCases([bare])[0]).toMatchObject({ course: 'baselineMissing' })
  })

  it('let the latest recorded stand, also where one has no recording time', () => {
    const measurements = [
      { asOf: '2026-07-02', value: 55, recordedAt: '2026-07-03T08:00:00+02:00' },
      { asOf: '2026-07-02', value: 30 },
    ]
    expect(runAchievementCases([{ ...half, measurements }])[0]).toMatchObject({ currentValue: 55 })
  })

  it.each<[string, object]>([
    ['case 1: kind must be one of snapshot, cumulative', { kind: 'sum' }],
    ['case 1: direction must be one of', { direction: 'up' }],
    ['case 1: baseline must be a number', { baseline: '0' }],
    ['case 1: target must be a number', { target: Number.POSITIVE_INFINITY }],
    ['case 1: today must be a date', { today: 'now' }],
    ['case 1: targetDate must be a date', { targetDate: '2027' }],
    ['case 1: measurements must be an array of objects', { measurements: {} }],
    ['case 1: measurements must be an array of objects', { measurements: [null] }],
    ['case 1, measurements number 1: asOf must be a date', { measurements: [{ value: 1 }] }],
    ['case 1, measurements number 2: value must be a number', { measurements: [...half.measurements, { asOf: '2026-07-02', value: 'x' }] }],
    ['case 1, measurements number 1: recordedAt must be an instant', { measurements: [{ asOf: '2026-07-02', value: 1, recordedAt: 'x' }] }],
    ['case 1, measurements number 1: recordedAt must be an instant', { measurements: [{ asOf: '2026-07-02', value: 1, recordedAt: 5 }] }],
    ['case 1, milestones number 1: value must be a number', { milestones: [{ date: '2026-07-02' }] }],
  ])('say what is wrong and where: %s', (message, more) => expect(() => runAchievementCases([{ ...half, ...more }])).toThrow(message))
})

describe('due-date cases explained', () => {
  const said = (fields: object, language: 'nb' | 'nn' | 'en' = 'nb'): unknown => {
    const [result] = runDueCases([{ id: 1, ...fields }], language)
    return result && 'explanation' in result ? result.explanation : null
  }

  it('say how the dates came, in the language asked for', () => {
    expect(said(quarter)).toBe(
      'Frist 27. juli fordi 10. juli er i fellesferien. Måledato 30. juni, og 10 dager til å registrere. Forfalt fra 31. juli, etter 3 åpne dager ekstra. Første varsel samme dag.',
    )
    expect(said(quarter, 'nn')).toMatch(
      /^Frist 27\. juli fordi 10\. juli er i fellesferien\. Måledato 30\. juni, og 10 dagar til å registrere\./,
    )
    expect(said(monthly, 'en')).toMatch(/^Due 10 March, 10 days after the measurement date 28 February\./)
  })

  it('also of a status report, of none, of a baseline, and by the case’s own settings', () => {
    expect(said({ kind: 'statusReport', period: '2026-12' })).toMatch(
      /^Frist 8\. januar, 5 åpne dager etter månedsslutt 31\. desember 2026\./,
    )
    expect(said({ kind: 'statusReport', period: '2026-07' })).toBe('Det er ingen statusrapport for juli.')
    expect(said({ kind: 'baseline', plannedGoLive: '2026-04-16' })).toMatch(
      /^Frist 15\. april, siste åpne dag før løsningen tas i bruk 16\. april\./,
    )
    const own = { ...quarter, settings: { registrationDays: 0, graceOpenDays: 0 } }
    expect(said(own)).toBe('Frist 30. juni, på selve måledatoen. Forfalt fra 1. juli. Første varsel samme dag.')
  })

  it('say nothing more unless asked', () => {
    expect(runDueCases([monthly])[0]).not.toHaveProperty('explanation')
  })
})
