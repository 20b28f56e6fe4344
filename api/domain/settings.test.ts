import { describe, expect, it } from 'vitest'
import { setting } from './facts.fixture.ts'
import { DEFAULT_SETTINGS, SETTING_NAMES, settingFaults, settingsOn } from './settings.ts'

describe('settings on a date', () => {
  it('are the defaults where nothing is set', () => expect(settingsOn('2026-05-01', [])).toEqual(DEFAULT_SETTINGS))

  it('are the latest version valid by then, whatever the order of the rows', () => {
    const versions = [
      setting('due', '2026-03-01', { graceOpenDays: 1 }),
      setting('due', '2026-01-01', { graceOpenDays: 5 }),
      setting('due', '2026-06-01', { graceOpenDays: 9 }),
    ]
    const grace = (date: string) => settingsOn(date, versions).due.graceOpenDays
    expect(['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map(grace)).toEqual([3, 5, 5, 1, 1, 9])
  })

  it('of two versions from one day the latest written stands', () => {
    const first = setting('words', '2026-01-01', 'nytte', { actedAt: '2026-01-01T08:00:00Z' })
    const second = setting('words', '2026-01-01', 'gevinst', { actedAt: '2026-01-01T09:00:00Z' })
    expect(settingsOn('2026-01-01', [first, second]).words).toBe('gevinst')
    expect(settingsOn('2026-01-01', [second, first]).words).toBe('gevinst')
  })

  it('fill a group’s other fields from the defaults', () => {
    const { calendar } = settingsOn('2026-05-01', [
      setting('calendar', '2026-01-01', { summerClosureWeeks: [], christmasClosed: null, zone: 'UTC' }),
    ])
    expect(calendar).toEqual({ ...DEFAULT_SETTINGS.calendar, summerClosureWeeks: [], christmasClosed: null, zone: 'UTC' })
  })

  it.each<[string, unknown]>([
    ['calendar', { zone: 'Nowhere/Land' }],
    ['calendar', { zone: 7 }],
    ['calendar', { summerClosureWeeks: [0] }],
    ['calendar', { summerClosureWeeks: Array.from({ length: 53 }, (_, at) => at + 1) }],
    ['calendar', { summerClosureWeeks: '28' }],
    ['calendar', { christmasClosed: { from: '13-01', to: '01-01' } }],
    ['calendar', { christmasClosed: 'jul' }],
    ['calendar', { christmasClosed: { from: '01-01', to: '12-31' } }],
    ['calendar', { christmasClosed: { from: '11-01', to: '01-10' } }],
    ['calendar', { extraClosedDays: ['2026-02-30'] }],
    ['calendar', { sendFrom: '25:00' }],
    ['calendar', { unknown: 1 }],
    ['due', { registrationDays: -1 }],
    ['due', { registrationDays: 2.5 }],
    ['due', { registrationDays: '10' }],
    ['due', [10]],
    ['due', null],
    ['course', { onTrack: Number.NaN }],
    ['words', 'gains'],
    ['language', 'sv'],
    ['hoursPerFte', 0],
    ['hoursPerFte', '1700'],
    ['decides', { bp1: 'everyone' }],
    ['startOn', '1 January'],
    ['toString', {}],
    ['calendar', { constructor: 'x' }],
  ])('leave out what cannot be used: %s %j', (name, value) => {
    expect(settingFaults(name, value)).not.toEqual([])
    expect(settingsOn('2026-05-01', [setting(name, '2026-01-01', value)])).toEqual(DEFAULT_SETTINGS)
  })

  it.each<[string, unknown]>([
    [
      'calendar',
      { summerClosureWeeks: [29, 30], christmasClosed: { from: '12-20', to: '01-06' }, extraClosedDays: ['2028-02-29'], sendFrom: '08:30' },
    ],
    ['ladder', { preNoticeOpenDays: 0, chase: 3, leader: 6, office: 12 }],
    ['limits', { perDay: 1, perWeek: 1 }],
    ['course', { onTrack: -5, watch: -15.5 }],
    ['words', 'nytte'],
    ['language', 'nn'],
    ['hoursPerFte', 1695],
    ['hourlyRate', null],
    ['decides', { bp2: 'projectOwner' }],
    ['startOn', '2026-08-01'],
    ['startOn', null],
  ])('take what can: %s %j', (name, value) => {
    expect(settingFaults(name, value)).toEqual([])
    const settings = settingsOn('2026-05-01', [setting(name, '2026-01-01', value)])
    const taken = settings[name as keyof typeof settings]
    expect(taken).toEqual(typeof value === 'object' && value !== null ? expect.objectContaining(value) : value)
  })

  it('take the good fields of a group beside a bad one', () => {
    const { due } = settingsOn('2026-05-01', [setting('due', '2026-01-01', { registrationDays: 'x', graceOpenDays: 1 })])
    expect(due).toEqual({ ...DEFAULT_SETTINGS.due, graceOpenDays: 1 })
  })

  it('have a name for each part', () => expect([...SETTING_NAMES].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort()))
})
