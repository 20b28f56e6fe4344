import { describe, expect, test } from 'vitest'
import { changesOf, draftOf, emptyOf, undoOf, wholeOf } from './edit-draft.ts'
import { hrefOfEdit, mendingEdit, openEditOf } from './edit-links.ts'
import { fieldsOf } from './forms.ts'

const FIELDS = {
  title: 'Svartid',
  unit: 'dager',
  direction: 'decrease',
  kind: 'snapshot',
  baseline: 0,
  target: -12.5,
  targetOn: '2027-01-31',
  milestones: [{ date: '2026-12-31', value: 6 }],
  frequency: 'monthly',
  firstOn: '2026-05-31',
  measurerId: 'kari',
  state: 'active',
}

describe('what a form of an indicator sends', () => {
  const specs = fieldsOf('indicator')
  const start = draftOf(FIELDS, specs, { kari: 'Kari Nordmann' }, 'nb')

  test('stands in the fields as people write it: zero is a value, a person a name', () => {
    expect(start).toMatchObject({
      baseline: '0',
      target: '\u221212,5',
      measurerId: { personId: 'kari', name: 'Kari Nordmann' },
      tolerance: '',
    })
    expect(start.milestones).toEqual([{ when: '2026-12-31', value: '6' }])
  })

  test('only what is changed, an emptied field as null, half a milestone not at all', () => {
    const draft = {
      ...start,
      target: ' 10,5 ',
      measurerId: null,
      targetOn: '',
      graceOpenDays: '5',
      milestones: [
        { when: '2026-12-31', value: '7' },
        { when: '', value: '9' },
      ],
    }
    expect(changesOf(start, start, specs)).toEqual({})
    expect(changesOf(draft, start, specs)).toEqual({
      target: '10,5',
      measurerId: null,
      targetOn: null,
      graceOpenDays: 5,
      milestones: [{ date: '2026-12-31', value: '7' }],
    })
  })

  test('an undo writes back what stood, but never a next date: it holds only forward', () => {
    expect(undoOf({ target: '10,5', frequency: 'yearly', firstOn: '2026-12-31', tolerance: '2' }, FIELDS)).toEqual({
      target: -12.5,
      frequency: 'monthly',
    })
  })
})

test('a new record is sent whole, without what is empty; what must be filled in is named', () => {
  const specs = fieldsOf('newBenefit')
  const start = draftOf({ level: 'municipality' }, specs, {}, 'nb')
  expect(emptyOf(start, specs)).toEqual(['title', 'category'])
  expect(wholeOf({ ...start, title: 'Færre purringer', category: 'time' }, specs)).toEqual({
    title: 'Færre purringer',
    category: 'time',
    level: 'municipality',
  })
})

describe('the address of a form', () => {
  test('leads to it, and one by no known name to none', () => {
    expect(hrefOfEdit('a b', { form: 'indicator', key: 'a b:c' })).toBe('#/project/a%20b/edit/indicator/a%20b%3Ac')
    expect(openEditOf('indicator', 'a:b')).toEqual({ form: 'indicator', key: 'a:b' })
    expect(openEditOf('phase', 'a')).toBeNull()
    expect(openEditOf(undefined, undefined)).toBeNull()
  })

  test.each([
    [
      { code: 'ownerMissing', benefitKey: 'b', indicatorKey: null },
      { form: 'benefit', key: 'b' },
    ],
    [
      { code: 'indicatorMissing', benefitKey: 'b', indicatorKey: null },
      { form: 'newIndicator', key: 'b' },
    ],
    [
      { code: 'targetOnMissing', benefitKey: 'b', indicatorKey: 'i' },
      { form: 'indicator', key: 'i' },
    ],
    [
      { code: 'benefitMissing', benefitKey: null, indicatorKey: null },
      { form: 'newBenefit', key: '' },
    ],
    [
      { code: 'planNotApproved', benefitKey: 'b', indicatorKey: null },
      { form: 'benefit', key: 'b' },
    ],
    [{ code: 'reportMissing', benefitKey: null, indicatorKey: null }, null],
  ])('%j is mended in %j', (lack, at) => expect(mendingEdit(lack)).toEqual(at))
})
