import { describe, expect, it } from 'vitest'
import { distance, findByName, folded } from './names.ts'

const PROJECTS = [
  'Robot i saksbehandlingen',
  'Prosessmodellering av søknadsbehandling',
  'Digital kompetanse for alle ansatte',
  'Digital innbyggerdialog – dokumentsenter og servicetorg',
  'KomInn – ideer og dialog på nett',
  'Velferdsteknologi – digitalt tilsyn',
].map((title) => ({ key: title, title }))

describe('finding by name', () => {
  it.each([
    ['Robot i saksbehandlingen', 'Robot i saksbehandlingen'],
    ['robot', 'Robot i saksbehandlingen'],
    ['roboten', 'Robot i saksbehandlingen'],
    ['roboter i skolen', undefined],
    ['kominn', 'KomInn – ideer og dialog på nett'],
    ['komin', 'KomInn – ideer og dialog på nett'],
    ['soknadsbehandling', 'Prosessmodellering av søknadsbehandling'],
    ['velferdsteknlogi', 'Velferdsteknologi – digitalt tilsyn'],
    ['dialog nett', 'KomInn – ideer og dialog på nett'],
  ])('%j finds %j', (asked, title) => {
    const found = findByName(asked, PROJECTS)
    expect(found.found === 'one' ? found.one.title : undefined).toBe(title)
  })

  it('gives back those that fit equally well', () => {
    const found = findByName('digital', PROJECTS)
    expect(found).toMatchObject({ found: 'several' })
    expect(found.found !== 'one' && found.near.map(({ title }) => title)).toEqual([
      'Digital kompetanse for alle ansatte',
      'Digital innbyggerdialog – dokumentsenter og servicetorg',
    ])
  })

  it('gives the nearest when none fits, and nothing for nothing', () => {
    const found = findByName('robot i skolen', PROJECTS)
    expect(found.found !== 'one' && found.near[0]?.title).toBe('Robot i saksbehandlingen')
    expect(findByName('', PROJECTS)).toEqual({ found: 'none', near: [] })
    expect(findByName('xyz', PROJECTS)).toEqual({ found: 'none', near: [] })
  })
})

describe('a long text among many projects', () => {
  const many = Array.from(
    { length: 500 },
    (_, n) => PROJECTS.map(({ title }) => ({ key: `${title} ${n}`, title: `${title} ${n}` }))[n % 6],
  ).flatMap((one) => one ?? [])

  it.each([
    ['one word of 28 000 letters', 'x'.repeat(28_000)],
    ['4 000 words', 'saksbe '.repeat(4_000)],
  ])('costs no more than a moment: %s', (_what, text) => {
    const begun = performance.now()
    findByName(text, many)
    expect(performance.now() - begun).toBeLessThan(1_500)
  })
})

describe('spelling', () => {
  it('folds case, accents and signs', () => {
    expect(folded('  Søknad – ÆØÅ é!')).toBe('soknad aeoa e')
  })

  it.each([
    ['hjelp', 'hjelp', 0],
    ['hjlep', 'hjelp', 1],
    ['hjel', 'hjelp', 1],
    ['', 'abc', 3],
    ['status', 'sttus', 1],
    ['kitten', 'sitting', 3],
  ])('%j to %j is %i', (a, b, letters) => {
    expect(distance(a, b)).toBe(letters)
  })
})
