import { describe, expect, it } from 'vitest'
import { type BenefitFilter, passesFilter } from '#contract/benefit-filter.ts'
import { benefitsView as schema, benefitSumsView as sumsSchema } from '#contract/benefits-view.ts'
import { benefit, factsOf, indicator, measurement, peopleWith, person, project, setting } from '#domain/facts.fixture.ts'
import { benefitSumsView } from './benefit-sums.ts'
import { benefitsView } from './benefits.ts'
import { viewContext } from './context.ts'

const AT = { takenAt: '2026-05-18T07:00:00Z', version: 'v1' }
const TODAY = '2026-05-18'
const amounts = { 2026: 100, 2027: 200 }
const rows: Parameters<typeof factsOf>[0] = {
  people: peopleWith(person('anybody')),
  projects: [
    project(),
    project({ key: 'secret', title: 'Secret', restricted: true }),
    project({ key: 'ended', state: 'stopped', stoppedOn: '2026-03-01' }),
  ],
  benefits: [
    benefit({
      key: 'cut',
      title: 'Porto',
      category: 'cost',
      effectKind: 'budgetary',
      takeOut: 'budgetCut',
      plannedByYear: amounts,
      priceYear: 2026,
    }),
    benefit({ key: 'older', title: 'Papir', category: 'cost', takeOut: 'budgetCut', plannedByYear: amounts, priceYear: 2024 }),
    benefit({ key: 'hours', title: 'Spart tid', category: 'time', takeOut: 'reallocated', plannedByYear: { 2026: 1700 }, ownerId: null }),
    benefit({ key: 'cost-of-it', title: 'Opplæring', category: 'time', drawback: true, plannedByYear: { 2026: 200 } }),
    benefit({ key: 'part', title: 'Del', category: 'time', plannedByYear: { 2026: 500 }, contributesTo: 'hours' }),
    benefit({ key: 'state', title: 'For staten', category: 'time', level: 'state', plannedByYear: { 2026: 999 } }),
    benefit({ key: 'gone', title: 'Borte', state: 'cancelled', plannedByYear: amounts }),
    benefit({ key: 'hidden', title: 'Skjult', projectKey: 'secret', category: 'time', plannedByYear: { 2026: 7777 } }),
    benefit({ key: 'promised', title: 'Lovet', projectKey: 'ended', category: 'time', plannedByYear: { 2026: 5555 } }),
  ],
  indicators: [
    indicator({ key: 'i', benefitKey: 'cut', unit: 'kr', kind: 'cumulative', direction: 'increase', baseline: null, target: 100 }),
    indicator({ key: 'j', benefitKey: 'hours', unit: 'dager', baseline: null }),
  ],
  measurements: [measurement('2026-03-31', { key: 'm', indicatorKey: 'i', value: 40 })],
}
const facts = factsOf(rows)
const context = viewContext(facts, TODAY)
const as = (id: string) => facts.peopleById.get(id) ?? null
const view = (id = 'anybody') => benefitsView(context, as(id), AT)
const sums = (filter: BenefitFilter = {}, id = 'anybody') => benefitSumsView(context, as(id), filter)
const lines = (filter: BenefitFilter = {}, id = 'anybody') =>
  sums(filter, id).lines.map(
    ({ unit, priceYear, year, planned, realised }) => `${unit} ${priceYear ?? '–'} ${year} ${planned.net} ${realised.net}`,
  )
const row = (key: string) => view().benefits.find((one) => one.key === key)

describe('the list of benefits', () => {
  it('has the shape of the contract, and nothing that was cancelled', () => {
    expect(schema.parse(view())).toEqual(view())
    expect(view().benefits.map(({ key }) => key)).toEqual(['cut', 'older', 'hours', 'cost-of-it', 'part', 'state', 'promised'])
  })

  it('says what a benefit is counted in only to those who may know of it', () => {
    const part = benefit({ key: 'part-of-hidden', contributesTo: 'hidden' })
    const facts = factsOf({ ...rows, benefits: [part, benefit({ key: 'hidden', title: 'Skjult', projectKey: 'secret' })] })
    const countedIn = (id: string) => benefitsView(viewContext(facts, TODAY), as(id), AT).benefits[0]?.countedIn
    expect(countedIn('anybody')).toBeNull()
    expect(countedIn('owner')).toEqual({ key: 'hidden', title: 'Skjult' })
  })

  it('shows those of a restricted project only to those who may know of it, in list and sums alike', () => {
    expect(JSON.stringify(view())).not.toContain('Skjult')
    expect(view('office').benefits.map(({ key }) => key)).toContain('hidden')
    expect(lines({ category: 'time' })).toEqual(['hours – 2026 1500 0'])
    expect(lines({ category: 'time' }, 'office')).toEqual(['hours – 2026 9277 0'])
  })

  it('says what each lacks, and asks a drawback for nothing', () => {
    expect(row('older')?.lacks).toEqual(['indicator'])
    expect(row('hours')?.lacks).toEqual(['baseline'])
    expect(row('cut')?.lacks).toEqual([])
    expect(row('cost-of-it')?.lacks).toEqual([])
  })

  it('names who answers for it, the project’s owner where nobody else is, and says which are one’s own', () => {
    expect(row('hours')?.ownerName).toBe('owner')
    expect(
      view('owner')
        .benefits.filter(({ mine }) => mine)
        .map(({ key }) => key),
    ).toEqual(['hours'])
    expect(row('part')?.countedIn).toEqual({ key: 'hours', title: 'Spart tid' })
  })

  it('keeps planned and realised apart from nothing', () => {
    expect(row('cut')?.years).toEqual([
      { year: '2026', planned: 100, realised: 40 },
      { year: '2027', planned: 200, realised: null },
    ])
  })
})

describe('what is added up', () => {
  it('has the shape of the contract, splits money by price year, takes drawbacks off, and counts nothing twice', () => {
    expect(sumsSchema.parse(sums())).toEqual(sums())
    expect(lines()).toEqual([
      'hours – 2026 1500 0',
      'kr 2024 2026 100 0',
      'kr 2024 2027 200 0',
      'kr 2026 2026 100 40',
      'kr 2026 2027 200 0',
    ])
    expect(sums().leftOut).toEqual({ contributes: 1, otherLevel: 1, noAmount: 0, stopped: 1 })
  })

  it('is of what is shown, and of the level that is asked for', () => {
    expect(lines({ takeOut: 'budgetCut', q: 'PORTO' })).toEqual(['kr 2026 2026 100 40', 'kr 2026 2027 200 0'])
    expect(lines({ level: 'state' })).toEqual(['hours – 2026 999 0'])
    expect(sums({ takeOut: 'budgetCut' }).lines.find(({ priceYear, year }) => priceYear === 2026 && year === '2026')?.budgetEffect).toEqual(
      {
        planned: 100,
        realised: 40,
      },
    )
  })

  it('tells what was measured from what was not', () => {
    const [hours, , , money] = sums().lines
    expect([hours?.having, money?.having]).toEqual([
      { planned: 2, realised: 0 },
      { planned: 1, realised: 1 },
    ])
  })

  it('says what hours are worth only where the municipality has said how', () => {
    expect(sums().lines[0]?.worth).toBeNull()
    const said = viewContext(factsOf({ ...rows, settings: [setting('hoursPerFte', '2020-01-01', 1500)] }), TODAY)
    expect(benefitSumsView(said, as('anybody'), {}).lines[0]?.worth).toEqual({
      planned: { fte: 1, kr: null },
      realised: { fte: 0, kr: null },
    })
  })
})

it.each<[BenefitFilter, string[]]>([
  [{ takeOut: 'undecided' }, ['cost-of-it', 'part', 'state', 'promised']],
  [{ level: 'state' }, ['state']],
  [{ lacking: '1' }, ['older', 'hours', 'part', 'state', 'promised']],
  [{ area: 'Nowhere' }, []],
  [{ programme: 'programme', category: 'cost' }, ['cut', 'older']],
  [{ q: 'owner' }, []],
])('the filter %j lets through', (filter, keys) => {
  const { benefits, projects } = view()
  const projectOf = new Map(projects.map((one) => [one.key, one]))
  const passed = benefits.filter((one) => passesFilter(one, projectOf.get(one.projectKey) as (typeof projects)[0], filter))
  expect(passed.map(({ key }) => key)).toEqual(keys)
})
