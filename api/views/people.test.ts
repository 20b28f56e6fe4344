import { describe, expect, it } from 'vitest'
import { factsOf, peopleWith, person } from '#domain/facts.fixture.ts'
import { peopleView } from './people.ts'

const named = (displayName: string, more: object = {}) => person(displayName, { displayName, ...more })

describe('finding a person by name', () => {
  const facts = factsOf({
    people: peopleWith(
      named('Kari Nordmann'),
      named('Kåre Åsen'),
      named('Anne-Karin Li', { roles: ['office'], reach: 'blocked' }),
      named('Karl Borte', { reach: 'left' }),
    ),
  })
  const found = (query: string) => peopleView(query, facts).people.map(({ name }) => name)

  it.each([
    ['kar', ['Anne-Karin Li', 'Kari Nordmann']],
    ['NO  ka', ['Kari Nordmann']],
    ['ås', ['Kåre Åsen']],
    ['ordmann', []],
  ])('«%s» finds %j', (query, names) => expect(found(query)).toEqual(names))

  it('tells names and nothing else, at most ten', () => {
    const many = factsOf({ people: peopleWith(...Array.from({ length: 30 }, (_, n) => named(`Test ${n}`, { roles: ['leader'] }))) })
    const { people } = peopleView('te', many)
    expect(people).toHaveLength(10)
    expect(Object.keys(people[0] ?? {})).toEqual(['personId', 'name'])
  })
})
