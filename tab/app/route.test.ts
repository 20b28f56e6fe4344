import { describe, expect, test } from 'vitest'
import { firstRoute, hrefOf, limitsOf, parseRoute, queryOf, type Route } from './route.ts'

describe('the address of a place', () => {
  const places: Route[] = [
    { name: 'portfolio' },
    { name: 'project', key: 'elektroniske-skjema' },
    { name: 'project', key: 'a/b #1' },
    { name: 'report', key: 'slik' },
    { name: 'decision', key: 'slik' },
    { name: 'decision', key: 'slik', board: true },
    { name: 'tasks' },
    { name: 'import' },
    { name: 'health' },
  ]
  test.each(places)('leads back to $name', (place) => {
    expect(parseRoute(hrefOf(place))).toEqual(place)
  })

  test.each(['', '#', '#/', '#/unknown', '#/project', '#/project/'])('%j is the portfolio', (hash) => {
    expect(parseRoute(hash)).toEqual({ name: 'portfolio' })
  })

  test('broken escapes are taken as they stand', () => {
    expect(parseRoute('#/project/%E0%A4%A')).toEqual({ name: 'project', key: '%E0%A4%A' })
  })
})

describe('where a freshly opened tab begins', () => {
  test('a deep link goes before the address, the address before the set-up', () => {
    expect(firstRoute('project/slik', '#/tasks', '?scope=project&key=min-side')).toEqual({ name: 'project', key: 'slik' })
    expect(firstRoute('', '#/tasks', '?scope=project&key=min-side')).toEqual({ name: 'tasks' })
    expect(firstRoute('', '#/', '?scope=project&key=min-side')).toEqual({ name: 'project', key: 'min-side' })
    expect(firstRoute('', '', '')).toEqual({ name: 'portfolio' })
  })

  test('the personal tab «Mine oppgaver» begins there, unless the address leads elsewhere', () => {
    expect(firstRoute('', '', '?view=mine')).toEqual({ name: 'tasks' })
    expect(firstRoute('', '#/project/slik', '?view=mine')).toEqual({ name: 'project', key: 'slik' })
    expect(firstRoute('', '', '?view=portfolio')).toEqual({ name: 'portfolio' })
  })

  test('a programme’s or an area’s tab is the portfolio of it', () => {
    expect(firstRoute('', '', '?scope=programme&key=p1')).toEqual({ name: 'portfolio' })
    expect(limitsOf('?scope=programme&key=p1')).toEqual({ programme: 'p1', area: null })
    expect(limitsOf('?scope=project&key=p1')).toEqual({ programme: null, area: null })
    expect(limitsOf('?scope=area&key=Helse%20og%20omsorg')).toEqual({ programme: null, area: 'Helse og omsorg' })
  })
})

test.each([
  ['#/?group=phase&sort=-rank', 'group=phase&sort=-rank'],
  ['?find=lacking', 'find=lacking'],
  ['#/', ''],
  ['', ''],
  ['#/project/a?b', ''],
])('%j shows the portfolio by %j', (address, query) => {
  expect(queryOf(address)).toBe(query)
  if (query !== '') expect(firstRoute(address, '', '')).toEqual({ name: 'portfolio' })
})
