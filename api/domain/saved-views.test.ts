import fc from 'fast-check'
import { expect, it } from 'vitest'
import { setting } from './facts.fixture.ts'
import { saveViewChange, viewKey, viewOf, viewsFor } from './saved-views.ts'
import { settingsOn } from './settings.ts'

const row = (value: unknown, key = 'k') => setting('view', '2026-01-01', value, { key })
const view = (title: string, ownerId: string | null, removed = false) => row({ title, query: 'q', ownerId, removed }, `view:${title}`)

it('a person sees their own first and then the shared, never another’s and never one taken away', () => {
  const rows = [view('Styret', null), view('Æsj', 'kari'), view('Avvik', 'kari'), view('Hemmelig', 'per'), view('Gammel', null, true)]
  expect(viewsFor('kari', rows).map(({ title, shared }) => `${title} ${shared}`)).toEqual(['Avvik false', 'Æsj false', 'Styret true'])
})

it.each([[null], ['text'], [{}], [{ title: 1, query: '', ownerId: null }], [{ title: 'x', query: '', ownerId: 7 }]])(
  'a row with %j is no view and spoils no other',
  (value) => {
    expect(viewOf(row(value))).toBeNull()
    expect(viewsFor('kari', [row(value), view('Styret', null)])).toHaveLength(1)
  },
)

it('changes no rule', () => {
  expect(settingsOn('2026-05-18', [view('calendar', null)])).toEqual(settingsOn('2026-05-18', []))
})

it('two names that differ have two keys, of plain letters, within what a key may be', () => {
  const name = fc.string({ minLength: 1, maxLength: 60 }).map((text) => text.trim().toLocaleLowerCase('nb'))
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(viewKey(null, a) === viewKey(null, b)).toBe(a === b)
      expect(viewKey('KARI', a)).toMatch(/^view:kari:[a-z0-9-]*$/)
    }),
  )
  const long = 'ÆØÅ '.repeat(14)
  for (const owner of [null, '00000000-0000-4000-8000-000000000001']) {
    expect(viewKey(owner, `${long}våren`)).not.toBe(viewKey(owner, `${long}høsten`))
    expect(viewKey(owner, `${long}våren`)).toHaveLength(200)
  }
  expect(viewKey(null, ' Før Jul')).toBe(viewKey(null, 'før jul '))
  expect(viewKey(null, 'x')).not.toBe(viewKey('kari', 'x'))
})

it('a view is saved as a row of its own, and written over on the version it was seen in', () => {
  const value = { title: 'Styret', query: 'area=Helse', ownerId: null, removed: false }
  expect(saveViewChange('view:shared:styret', value, null)).toEqual({
    op: 'create',
    list: 'settings',
    record: { key: 'view:shared:styret', name: 'view', validFrom: '2026-01-01', value },
  })
  expect(saveViewChange('view:shared:styret', { ...value, removed: true }, 'v7')).toEqual({
    op: 'update',
    list: 'settings',
    key: 'view:shared:styret',
    set: { value: { ...value, removed: true } },
    version: 'v7',
  })
})
