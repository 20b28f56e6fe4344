import { describe, expect, it } from 'vitest'
import { factsOf, indicator, peopleWith, person, project } from '#domain/facts.fixture.ts'
import type { Facts } from '#domain/facts.ts'
import { viewContext } from '#views/context.ts'
import { confirmOwnership } from './confirm-ownership.ts'
import { memoryStore } from './memory-store.fixture.ts'
import { nameResponsible } from './name-responsible.ts'
import type { Asker } from './ports.ts'

const TODAY = '2026-05-29'
const APRIL = 'measurement:indicator:2026-04-30'
const asker = (personId: string): Asker => ({ personId, via: 'bot', now: `${TODAY}T07:00:00.000Z`, today: TODAY })
const people = peopleWith(person('new'), person('measurer', { reach: 'left' }), person('gone', { reach: 'left' }))
const rows: Parameters<typeof factsOf>[0] = { people, projects: [project()], indicators: [indicator({ measurerId: 'measurer' })] }
const one = (facts: Facts, key = APRIL) => viewContext(facts, TODAY).obligations.find((obligation) => obligation.key === key)

describe('«mangler ansvarlig»', () => {
  const named = { obligationKey: APRIL, toId: 'new' }

  it('is answered with a person: told as a new owner, for all that hangs on the same indicator, and the same again is once', async () => {
    const lists = memoryStore(factsOf(rows))
    expect(one(lists.store.snapshot().facts)).toMatchObject({ assigneeId: null, round: 1 })
    expect(await nameResponsible(named, asker('owner'), lists)).toEqual({ ok: true, value: true })
    const { facts } = lists.store.snapshot()
    expect(facts.tables.indicators.get('indicator')?.measurerId).toBe('new')
    expect(one(facts)).toMatchObject({ assigneeId: 'new', round: 2 })
    expect(one(facts, 'measurement:indicator:2026-03-31')).toMatchObject({ assigneeId: 'new', round: 2 })
    expect(await nameResponsible(named, asker('owner'), lists)).toEqual({ ok: true, value: true })
    expect(one(lists.store.snapshot().facts)).toMatchObject({ round: 2 })
  })

  it.each([
    ['by somebody without a part in it', asker('leader'), named, 'notAllowed'],
    ['with somebody who has left', asker('owner'), { ...named, toId: 'gone' }, 'personInvalid'],
    ['with somebody unknown', asker('owner'), { ...named, toId: 'nobody' }, 'personInvalid'],
    ['about nothing', asker('owner'), { ...named, obligationKey: 'x' }, 'notFound'],
  ])('is refused %s', async (_what, by, request, code) => {
    const lists = memoryStore(factsOf({ ...rows, people: [...people, person('leader')] }))
    expect(await nameResponsible(request, by, lists)).toMatchObject({ ok: false, code })
    expect(lists.tables().log.size).toBe(0)
  })

  it('is refused when somebody is named already', async () => {
    const lists = memoryStore(factsOf({ ...rows, indicators: [indicator({ measurerId: 'manager' })] }))
    expect(await nameResponsible(named, asker('owner'), lists)).toMatchObject({ ok: false, code: 'cardOutdated' })
  })
})

describe('«eierskap overtatt?»', () => {
  it('of a restricted project is not even there for others', async () => {
    const lists = memoryStore(factsOf({ ...rows, people: [...people, person('stranger')], projects: [project({ restricted: true })] }))
    expect(await confirmOwnership({ obligationKey: APRIL }, asker('stranger'), lists)).toMatchObject({ ok: false, code: 'notFound' })
  })

  it('is said yes to by the owner, once', async () => {
    const lists = memoryStore(factsOf(rows))
    await nameResponsible({ obligationKey: APRIL, toId: 'new' }, asker('owner'), lists)
    expect(await confirmOwnership({ obligationKey: APRIL }, asker('owner'), lists)).toMatchObject({ ok: false, code: 'notAllowed' })
    for (const time of [1, 2])
      expect(await confirmOwnership({ obligationKey: APRIL }, asker('new'), lists), `${time}`).toMatchObject({ ok: true })
    expect([...lists.tables().log.values()].filter(({ what }) => what === 'ownershipConfirmed')).toMatchObject([{ actorId: 'new' }])
  })
})
