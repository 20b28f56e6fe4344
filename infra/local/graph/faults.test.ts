import { describe, expect, it } from 'vitest'
import { USUAL } from './conditions.ts'
import { faultSwitches } from './faults.ts'

const GET = { method: 'GET', url: '/v1.0/sites/s/lists/l/items/1', headers: {} }
const DELTA = { method: 'GET', url: '/v1.0/sites/s/lists/l/items/delta?token=x', headers: {} }
const PATCH = { method: 'PATCH', url: '/v1.0/sites/s/lists/l/items/1/fields', headers: {} }

describe('the fault switches', () => {
  it('strike as often as they are told to, and then no more', () => {
    const faults = faultSwitches()
    faults.set({ throttle: { count: 2, retryAfter: 7 } })
    const struck = [1, 2, 3].map(() => faults.strike(GET).before)
    expect(struck[0]).toMatchObject({ status: 429, headers: { 'Retry-After': '7' } })
    expect(struck[1]).toMatchObject({ status: 429 })
    expect(struck[2]).toBeUndefined()
  })

  it('leave Retry-After out when none is named', () => {
    const faults = faultSwitches()
    faults.set({ throttle: {} })
    expect(faults.strike(GET).before).not.toHaveProperty('headers')
  })

  it('strike only what matches', () => {
    const faults = faultSwitches()
    faults.set({ match: '^PATCH .*/fields$', status: { code: 503 } })
    expect(faults.strike(GET).before).toBeUndefined()
    expect(faults.strike(PATCH).before).toMatchObject({ status: 503 })
  })

  it('answer 410 to delta only, with a place to begin anew, and 412 to writes only', () => {
    const faults = faultSwitches()
    faults.set([{ status: { code: 410 } }, { status: { code: 412 } }])
    expect(faults.strike(GET).before).toBeUndefined()
    expect(faults.strike(PATCH).before).toMatchObject({ status: 412 })
    expect(faults.strike(DELTA).before).toMatchObject({
      status: 410,
      headers: { Location: 'https://graph.microsoft.com/v1.0/sites/s/lists/l/items/delta' },
    })
  })

  it('can let the work be done and lose the answer', () => {
    const faults = faultSwitches()
    faults.set([{ status: { code: 504, count: 1, afterCommit: true } }, { cut: { count: 1, afterCommit: true } }])
    expect(faults.strike(PATCH)).toMatchObject({ after: { status: 504 } })
    expect(faults.strike(PATCH)).toMatchObject({ after: 'cut' })
    expect(faults.strike(PATCH).after).toBeUndefined()
  })

  it('are taken away by an empty object, and refuse what they do not know', () => {
    const faults = faultSwitches()
    faults.set({ status: { code: 500 } })
    expect(faults.set({ trottle: { count: 1 } })).toMatchObject({ ok: false, code: 'invalidFaults' })
    expect(faults.set({ match: '(' })).toMatchObject({ ok: false, code: 'invalidFaults' })
    expect(faults.strike(GET).before).toMatchObject({ status: 500 })
    faults.set({})
    expect(faults.strike(GET)).toEqual({ delayMs: 0, conditions: USUAL, budgets: [] })
    expect(faults.current()).toEqual([])
  })

  it.each([
    ['throttle; retryAfter=2', { before: { status: 429, headers: { 'Retry-After': '2' } } }],
    ['504; afterCommit', { after: { status: 504 } }],
    ['cut', { before: 'cut' }],
    ['delay; ms=200', { delayMs: 200 }],
    ['throttle; afterCommit; count=1', { after: { status: 429 } }],
    ['expiredToken', { before: { status: 401 } }],
    ['revokedGrant', { conditions: { revokedGrant: true } }],
    ['replicationDelay; ms=1500', { conditions: { replicationDelayMs: 1500 } }],
    ['uniqueRace; ms=50', { conditions: { uniqueRaceMs: 50 } }],
    ['threshold; rows=3', { conditions: { threshold: 3 } }],
    ['indexLimit; rows=0', { conditions: { indexLimit: 0 } }],
    ['threshold', { before: { status: 400 } }],
    ['budget; unitsPerMinute=3', { before: { status: 400 } }],
    ['otherwise; nullRefused', { conditions: { otherwise: new Set(['nullRefused']) } }],
    ['thunder', { before: { status: 400 } }],
  ])('obey the header x-fault: %s', (header, befalls) => {
    expect(faultSwitches().strike({ ...PATCH, headers: { 'x-fault': header } })).toMatchObject(befalls)
  })

  it('strike only the requests they belong to', () => {
    const faults = faultSwitches()
    faults.set([{ staleDates: {}, missingColumns: { names: ['a'] }, deltaError: {}, batchDrop: {} }])
    const create = { method: 'POST', url: '/v1.0/sites/s/lists/l/items', headers: {} }
    expect(faults.strike(create).conditions).toMatchObject({ staleDates: true, missingColumns: 'none', deltaError: false })
    expect(faults.strike({ ...create, url: '/v1.0/sites/s/lists' }).conditions).toMatchObject({ missingColumns: ['a'] })
    expect(faults.strike(DELTA).conditions).toMatchObject({ staleDates: false, deltaError: true })
    expect(faults.strike({ ...create, inner: true }).before).toBe('dropped')
    expect(faults.current()).toHaveLength(1)
  })

  it('spare the repetition when the header counts', () => {
    const headers = { 'x-fault': '503; count=1' }
    expect(faultSwitches().strike({ ...GET, headers }).before).toMatchObject({ status: 503 })
    expect(faultSwitches().strike({ ...GET, headers: { ...headers, 'retry-attempt': '1' } }).before).toBeUndefined()
  })
})
