import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { saveViewRequest } from '#contract/portfolio-requests.ts'
import { NO_FILTERS } from '../filters.ts'
import { PHASE_ORDER } from '../row-words.ts'
import { BY_NEED } from '../shown.ts'
import { COLUMN_IDS, GROUPINGS } from './choices.ts'
import { decodeView, encodeView, FINDS, type View } from './codec.ts'

const some = <T>(from: readonly T[]) => fc.subarray([...from])
const name = fc.option(fc.string({ minLength: 1, maxLength: 30 }), { nil: null })
const view: fc.Arbitrary<View> = fc.record({
  filters: fc.record({
    view: fc.constantFrom('need' as const, 'mine' as const, 'realising' as const),
    narrow: some(['overdue', 'offTrack', 'decisions', 'measured', 'realised'] as const),
    finds: some(FINDS),
    programme: name,
    phase: fc.option(fc.constantFrom(...PHASE_ORDER), { nil: null }),
    area: name,
    text: fc.string({ maxLength: 30 }).map((text) => text.trim()),
  }),
  arrangement: fc.record({
    group: fc.constantFrom(...GROUPINGS),
    sort: fc.tuple(fc.constantFrom('', '-'), fc.constantFrom('project', ...COLUMN_IDS)).map((parts) => parts.join('')),
    columns: fc.option(some(COLUMN_IDS), { nil: null }),
  }),
})

describe('the view in the address', () => {
  test('what is written is read back, whatever was chosen and typed', () => {
    fc.assert(fc.property(view, (given) => void expect(decodeView(encodeView(given))).toEqual(given)))
  })

  test('can be saved as it stands', () => {
    const fits = (query: string) => saveViewRequest.safeParse({ title: 'x', query, shared: false }).success
    fc.assert(fc.property(view, (given) => fits(encodeView(given))))
  })

  test('can be read by a person, and as everybody begins it is empty', () => {
    expect(encodeView({ filters: NO_FILTERS, arrangement: BY_NEED })).toBe('')
    const filters = { ...NO_FILTERS, finds: ['lacking' as const], area: 'Helse og mestring' }
    expect(encodeView({ filters, arrangement: { group: 'phase', sort: '-rank', columns: ['rank', 'budget'] } })).toBe(
      'find=lacking&area=Helse+og+mestring&group=phase&sort=-rank&columns=rank,budget',
    )
  })

  test('what is not known is left out and the rest still holds, and no address breaks the page', () => {
    expect(decodeView('phase=plan&sort=-nothing&group=moon&columns=rank,moon&find=lacking,x')).toEqual({
      filters: { ...NO_FILTERS, phase: 'plan', finds: ['lacking'] },
      arrangement: { group: 'need', sort: '', columns: ['rank'] },
    })
    const settled = (text: string) => encodeView(decodeView(text))
    fc.assert(fc.property(fc.string(), (text) => settled(settled(text)) === settled(text)))
  })
})
