import { describe, expect, it } from 'vitest'
import { sameName, slugOf } from './keys.ts'

describe('a key from a name', () => {
  it.each([
    ['Mindre tid til søknader', 'mindre-tid-til-soeknader'],
    ['  Blåbær & ÆØÅ  ', 'blaabaer-aeoeaa'],
    ['CO_0438_2425-Q3', 'co-0438-2425-q3'],
    ['Café Ünïcode', 'cafe-unicode'],
  ])('of %j is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  it('is the same for another case and other spaces, and short enough to build on', () => {
    expect(slugOf('digital  BYGGESAK ')).toBe(slugOf('Digital byggesak'))
    expect(slugOf('x'.repeat(300)).length).toBeLessThanOrEqual(48)
  })

  it('tells long names with one beginning apart, and names without a Latin letter', () => {
    const long = 'Den samme lange begynnelsen på et navn som aldri tar slutt'
    expect(slugOf(`${long} en`)).not.toBe(slugOf(`${long} to`))
    expect(slugOf('проект')).not.toBe(slugOf('план'))
    expect(slugOf('проект')).toMatch(/^navn-[0-9a-f]{8}$/)
  })

  it('takes names for the same without regard to case and space', () => {
    expect(sameName(' Kari\u00a0 Nordmann')).toBe(sameName('kari nordmann'))
  })
})
