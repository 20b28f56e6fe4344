import { describe, expect, it } from 'vitest'
import { answeredPeriod, type PeriodChoice } from './answered-period.ts'
import { factsOf, indicator, measurement, stored } from './facts.fixture.ts'
import type { Indicator } from './model.ts'

type Rows = Parameters<typeof factsOf>[0]
const TODAY = '2026-03-20'
const find = (choice: Partial<PeriodChoice>, more: Partial<Indicator> = {}, rows: Rows = {}) => {
  const found = answeredPeriod({ indicator: indicator(more), periodKey: undefined, asOf: undefined, ...choice }, TODAY, factsOf(rows))
  return found.ok ? `${found.value.periodKey} ${found.value.asOf}` : `${found.code} ${found.field}`
}
const once = { frequency: 'once', anchorOn: '2026-03-31' } as const
/** Monthly until March, from then on quarterly counted from 30 June: the row knows the period of February. */
const changed = { frequency: 'quarterly', anchorOn: '2026-06-30' } as const
const known: Rows = { obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14'), stored('2026-02-28', '2026-03-20', '2026-03-26')] }

describe('the period a new value answers', () => {
  it.each<[string, Partial<PeriodChoice>, Partial<Indicator>, Rows, string]>([
    ['the one the day lies in', { asOf: '2026-02-20' }, {}, {}, '2026-02-28 2026-02-20'],
    ['the one just past while it is open', { asOf: '2026-03-05' }, {}, {}, '2026-02-28 2026-03-05'],
    ['not when that is overdue', { asOf: '2026-03-15' }, {}, {}, '2026-03-31 2026-03-15'],
    [
      'nor when it is answered',
      { asOf: '2026-03-05' },
      {},
      { measurements: [measurement('2026-02-28', { periodKey: '2026-02-28' })] },
      '2026-03-31 2026-03-05',
    ],
    ['today’s, when no day is given', {}, {}, {}, '2026-03-31 2026-03-20'],
    ['the first, early', { asOf: '2026-01-10' }, {}, {}, '2026-01-31 2026-01-10'],
    ['none of before the anchor', { asOf: '2025-11-15' }, {}, {}, '2025-11-15 2025-11-15'],
    ['the only one of once, however early', { asOf: '2025-06-01' }, once, {}, '2026-03-31 2025-06-01'],
    ['the only one of once, late', { asOf: '2026-03-20' }, { ...once, anchorOn: '2026-02-15' }, {}, '2026-02-15 2026-03-20'],
    ['after a change, the old one by its own frozen date', { asOf: '2026-03-20' }, changed, known, '2026-02-28 2026-03-20'],
    ['after a change, the one it lies in', { asOf: '2026-02-10' }, changed, known, '2026-01-31 2026-02-10'],
    [
      'after a change, the new one when all is answered',
      { asOf: '2026-03-20' },
      changed,
      { ...known, measurements: [measurement('2026-02-28', { periodKey: '2026-02-28' })] },
      '2026-06-30 2026-03-20',
    ],
  ])('is %s', (_title, choice, more, rows, expected) => expect(find(choice, more, rows)).toBe(expected))

  it.each<[string, Partial<PeriodChoice>, Partial<Indicator>, Rows, string]>([
    ['a date of the schedule', { periodKey: '2026-02-28' }, {}, {}, '2026-02-28 2026-02-28'],
    ['one to come, measured today', { periodKey: '2026-03-31' }, {}, {}, '2026-03-31 2026-03-20'],
    ['the baseline', { periodKey: 'baseline', asOf: '2026-01-05' }, {}, {}, 'baseline 2026-01-05'],
    ['one that only a stored row knows', { periodKey: '2026-02-28' }, changed, known, '2026-02-28 2026-02-28'],
    ['but not without that row', { periodKey: '2026-02-28' }, changed, {}, 'fieldInvalid periodKey'],
    ['nor one before the anchor', { periodKey: '2025-12-31' }, {}, {}, 'fieldInvalid periodKey'],
    ['nor a day between', { periodKey: '2026-02-27' }, {}, {}, 'fieldInvalid periodKey'],
    ['nor a word', { periodKey: 'soon' }, {}, {}, 'fieldInvalid periodKey'],
    ['nor, of once, another day', { periodKey: '2026-04-30' }, once, {}, 'fieldInvalid periodKey'],
    ['with a day of the period before', { periodKey: '2026-02-28', asOf: '2026-01-31' }, {}, {}, 'dateBeforePeriod asOf'],
    [
      'with a day of an old period before a new anchor',
      { periodKey: '2026-06-30', asOf: '2026-02-28' },
      changed,
      known,
      'dateBeforePeriod asOf',
    ],
    ['with a day to come', { periodKey: '2026-03-31', asOf: '2026-03-21' }, {}, {}, 'dateInFuture asOf'],
    ['with a year that is a slip', { periodKey: '2026-03-31', asOf: '0026-03-01' }, {}, {}, 'dateInvalid asOf'],
  ])('may be chosen: %s', (_title, choice, more, rows, expected) => expect(find(choice, more, rows)).toBe(expected))
})
