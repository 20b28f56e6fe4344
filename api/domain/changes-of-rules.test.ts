import { describe, expect, it } from 'vitest'
import { changeFrequency, type FrequencyChange } from './change-frequency.ts'
import { changeSetting, earliestFor, type SettingChange } from './change-setting.ts'
import { acting, applied, factsOf, indicator, measurement, nudge, peopleWith, person, project, setting, stored } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { PROSJEKTVEIVISEREN_6 } from './method-profiles-built-in.ts'
import type { Indicator } from './model.ts'
import { planIndicatorOn, planObligations } from './obligations.ts'
import { settingsOn } from './settings.ts'

type Rows = Parameters<typeof factsOf>[0]
const lines = (facts: Facts, today: string): string[] =>
  planObligations(facts, settingsOn(today, facts.tables.settings.values()), today, { kinds: ['measurement'] })
    .sort((a, b) => (a.periodKey < b.periodKey ? -1 : 1))
    .map(({ periodKey, dueOn, state, fulfilledByKey, fulfilledInTime }) =>
      [periodKey, dueOn, state, fulfilledByKey, fulfilledInTime].filter((part) => part !== null).join(' '),
    )

describe('a new frequency (rule 12)', () => {
  const TODAY = '2026-04-20'
  const rows: Rows = {
    measurements: [
      measurement('2026-01-31', { periodKey: '2026-01-31' }),
      measurement('2026-02-28', { actedAt: '2026-03-20T10:00:00Z' }),
      measurement('2026-03-02', { key: 'late', periodKey: '', actedAt: '2026-04-02T10:00:00Z', asOf: '2026-04-02' }),
    ],
  }
  const changed = (facts: Facts, more: Partial<FrequencyChange>, today = TODAY) => {
    const found = facts.tables.indicators.get('indicator')
    if (!found) throw new Error('no indicator')
    return changeFrequency({ indicator: found, frequency: 'quarterly', firstOn: null, ...more }, acting(facts, today))
  }
  const changedTo = (facts: Facts, more: Partial<FrequencyChange> = {}, today = TODAY): Facts => {
    const result = changed(facts, more, today)
    if (!result.ok) throw new Error(result.code)
    return applied(facts, result.value.changes, `${today}T10:00:00Z`)
  }

  it('leaves every measurement date up to today with its dates, its state and its answer', () => {
    const facts = factsOf(rows)
    const before = lines(facts, TODAY).filter((line) => line.slice(0, 10) <= TODAY)
    expect(before).toEqual([
      '2026-01-31 2026-02-10 fulfilled indicator:2026-01-31:1 true',
      '2026-02-28 2026-03-10 fulfilled indicator:2026-02-28:1 false',
      '2026-03-31 2026-04-10 fulfilled late true',
    ])
    const now = lines(changedTo(facts), TODAY)
    expect(now.slice(0, 3)).toEqual(before)
    expect(now.slice(3)).toEqual(['2026-04-30 2026-05-11 upcoming'])
    expect(lines(changedTo(facts), '2026-09-01').slice(3)).toEqual(['2026-04-30 2026-05-11 overdue', '2026-07-31 2026-08-10 overdue'])
  })

  it('lets an answer of an earlier period answer that period only, its corrections too', () => {
    const yearly = changedTo(factsOf(rows), { frequency: 'yearly', firstOn: '2026-12-31' })
    expect(lines(yearly, '2027-01-05').at(-1)).toBe('2026-12-31 2027-01-11 open')
    const corrected = applied(yearly, [
      {
        op: 'create',
        list: 'measurements',
        record: measurement('2026-01-31', { key: 'better', periodKey: '2026-01-31', correctsKey: 'indicator:2026-01-31:1' }),
      },
    ])
    expect(lines(corrected, '2027-01-05')[0]).toBe('2026-01-31 2026-02-10 fulfilled better true')
    expect(lines(corrected, '2027-01-05').at(-1)).toBe('2026-12-31 2027-01-11 open')
  })

  it('can still be answered for an earlier period that was open', () => {
    const facts = changedTo(factsOf(), {}, '2026-03-20')
    const answer = measurement('2026-02-28', { periodKey: '2026-02-28', actedAt: '2026-03-25T10:00:00Z' })
    const answered = applied(facts, [{ op: 'create', list: 'measurements', record: answer }], '2026-03-25T10:00:00Z')
    expect(lines(answered, '2026-03-25').slice(0, 2)).toEqual([
      '2026-01-31 2026-02-10 overdue',
      '2026-02-28 2026-03-10 fulfilled indicator:2026-02-28:1 false',
    ])
    expect(lines(answered, '2026-03-25').at(-1)).toBe('2026-04-30 2026-05-11 upcoming')
  })

  it('does not write over rows that are frozen already, and freezes nothing that is to come', () => {
    const facts = factsOf({ obligations: [stored('2026-01-31', '2026-02-12', '2026-02-20')] })
    const result = changed(facts, {})
    if (!result.ok) throw new Error(result.code)
    expect(result.value.changes.map((change) => (change.op === 'create' ? change.record.key : `set ${change.key}`))).toEqual([
      'measurement:indicator:2026-02-28',
      'measurement:indicator:2026-03-31',
      'set indicator',
    ])
    expect(lines(changedTo(facts), TODAY)[0]).toBe('2026-01-31 2026-02-12 overdue')
  })

  const schedule = (more: Partial<Indicator>, change: Partial<FrequencyChange>, today = TODAY) => {
    const result = changed(factsOf({ indicators: [indicator(more)] }), change, today)
    if (!result.ok) return 'field' in result ? `${result.code} ${result.field}` : result
    const last = result.value.changes.at(-1)
    return last?.op === 'update' ? last.set : null
  }
  it.each<[string, Partial<Indicator>, Partial<FrequencyChange>, unknown]>([
    [
      'the next date of the old anchor, month ends staying month ends',
      {},
      {},
      { frequency: 'quarterly', anchorOn: '2026-04-30', monthEndRule: 'lastDay', activeFrom: null },
    ],
    [
      'the day chosen',
      {},
      { firstOn: '2026-05-15' },
      { frequency: 'quarterly', anchorOn: '2026-05-15', monthEndRule: null, activeFrom: null },
    ],
    [
      'a rule chosen with the day',
      {},
      { firstOn: '2026-04-30', monthEndRule: 'sameDay' },
      { frequency: 'quarterly', anchorOn: '2026-04-30', monthEndRule: 'sameDay', activeFrom: null },
    ],
    [
      'the same day of the month, and not the month’s end because February ends there',
      { anchorOn: '2025-11-28', monthEndRule: null },
      { frequency: 'monthly' },
      { frequency: 'monthly', anchorOn: '2026-04-28', monthEndRule: 'sameDay', activeFrom: null },
    ],
    [
      'a date that lies ahead already, when nothing has been measured',
      { anchorOn: '2027-01-31' },
      {},
      { frequency: 'quarterly', anchorOn: '2027-01-31', monthEndRule: 'lastDay', activeFrom: null },
    ],
    ['not without a day for what is measured once', {}, { frequency: 'once' }, 'fieldRequired firstOn'],
    ['not from today', {}, { firstOn: TODAY }, 'fieldInvalid firstOn'],
    ['not from a day that is none', {}, { firstOn: '2026-04-31' }, 'fieldInvalid firstOn'],
  ])('begins with %s', (_title, more, change, expected) => expect(schedule(more, change)).toEqual(expected))

  it('never takes a shortened day as its anchor: the 30th after 28 February is the 30th (rule 1)', () => {
    const thirtieth = { anchorOn: '2025-08-30', frequency: 'quarterly', activeFrom: '2025-08-01' } as const
    expect(schedule(thirtieth, { frequency: 'monthly' }, '2026-02-10')).toEqual({
      frequency: 'monthly',
      anchorOn: '2025-08-30',
      monthEndRule: 'sameDay',
      activeFrom: '2026-02-11',
    })
    const facts = changedTo(factsOf({ indicators: [indicator(thirtieth)] }), { frequency: 'monthly' }, '2026-02-10')
    expect(lines(facts, '2026-04-05').map((line) => line.slice(0, 10))).toEqual([
      '2025-08-30',
      '2025-11-30',
      '2026-02-28',
      '2026-03-30',
      '2026-04-30',
    ])
  })

  it('plans one indicator as the whole plan does', () => {
    const facts = factsOf({ projects: [project({ plannedGoLive: '2026-02-01' })] })
    const found = facts.tables.indicators.get('indicator') as Indicator
    const own = planIndicatorOn(found, facts, settingsOn(TODAY, []), TODAY)
    expect(own).toEqual(planObligations(facts, settingsOn(TODAY, []), TODAY, { kinds: ['baseline', 'measurement'] }))
    expect(planIndicatorOn({ ...found, projectKey: 'gone' }, facts, settingsOn(TODAY, []), TODAY)).toEqual([])
  })
})

describe('a new setting (rule 12)', () => {
  const TODAY = '2026-04-20'
  const people = peopleWith(person('admin', { roles: ['admin'] }))
  const begun: Rows = { people, obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14')] }
  const change = (more: Partial<SettingChange>, rows: Rows = begun) => {
    const facts = factsOf(rows)
    const result = changeSetting(
      { name: 'due', value: { registrationDays: 20 }, validFrom: null, byId: 'admin', ...more },
      acting(facts, TODAY),
    )
    if (!result.ok) return [result.code, 'field' in result ? result.field : 'version' in result ? result.version : ''].join(' ').trim()
    const [made] = result.value.changes
    return made?.op === 'create' ? `${made.record.key} ${result.value.validFrom}` : 'none'
  }

  it.each<[string, Partial<SettingChange>, string]>([
    ['one that decides dates', {}, 'due:2026-04-21:1 2026-04-21'],
    ['a later day chosen', { validFrom: '2026-06-01' }, 'due:2026-06-01:1 2026-06-01'],
    ['today for one that decides dates', { validFrom: TODAY }, 'fieldInvalid validFrom'],
    ['no day', { validFrom: 'soon' }, 'fieldInvalid validFrom'],
    ['one that decides no dates', { name: 'words', value: 'nytte' }, 'words:2026-04-20:1 2026-04-20'],
    ['a value that cannot be used', { value: { registrationDays: -1 } }, 'fieldInvalid value'],
    ['by somebody else', { byId: 'owner' }, 'notAllowed'],
    ['by nobody known', { byId: 'stranger' }, 'notAllowed'],
    ['a method that is there already', { name: 'method', value: PROSJEKTVEIVISEREN_6 }, 'versionTaken prosjektveiviseren-6'],
    ['a new method', { name: 'method', value: { ...PROSJEKTVEIVISEREN_6, version: 'own-1' } }, 'method:2026-04-20:1 2026-04-20'],
  ])('%s: %s', (_title, more, expected) => expect(change(more)).toBe(expected))

  it('has a number of its own when there is one for the day', () => {
    const settings = [setting('due', '2026-04-21', {}), setting('calendar', '2026-04-21', {}), setting('due', '2026-04-22', {})]
    expect(change({}, { ...begun, settings })).toBe('due:2026-04-21:2 2026-04-21')
  })

  it('may hold from any day until something has happened', () => {
    const fresh = { people }
    expect(change({ validFrom: '2026-01-01' }, fresh)).toBe('due:2026-01-01:1 2026-01-01')
    expect(change({}, fresh)).toBe('due:2026-04-20:1 2026-04-20')
    const asked = { people, nudges: [nudge('measurer', TODAY, [])] }
    expect(earliestFor('due', acting(factsOf(asked), TODAY))).toBe('2026-04-21')
    expect(
      ['calendar', 'due', 'ladder', 'meetings', 'method', 'limits'].map(
        (name) => earliestFor(name as 'due', acting(factsOf(begun), TODAY)) !== null,
      ),
    ).toEqual([true, true, true, true, false, false])
  })

  it('moves no date of the past, of what has a measurement date or not', () => {
    const rows: Rows = {
      projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-01-05', plannedGoLive: '2026-04-07' })],
      indicators: [indicator({ baseline: null, activeFrom: '2026-01-01' })],
    }
    const dates = (facts: Facts) =>
      planObligations(facts, settingsOn('2026-06-20', facts.tables.settings.values()), '2026-06-20')
        .filter(({ asOf, dueOn }) => (asOf ?? dueOn) < '2026-05-01')
        .map(({ key, dueOn, overdueFrom, firstOn, officeOn }) => [key, dueOn, overdueFrom, firstOn, officeOn].join(' '))
    const before = dates(factsOf(rows))
    const closed = Array.from({ length: 30 }, (_, at) => `2026-04-${String(at + 1).padStart(2, '0')}`)
    const settings = [
      setting('calendar', '2026-05-01', { extraClosedDays: closed }),
      setting('due', '2026-05-01', { registrationDays: 1, reportOpenDays: 1 }),
      setting('ladder', '2026-05-01', { chase: 1, leader: 2, office: 3 }),
    ]
    expect(dates(factsOf({ ...rows, settings }))).toEqual(before)
    expect(before.length).toBeGreaterThan(7)
  })
})
