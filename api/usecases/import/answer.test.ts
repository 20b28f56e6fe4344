import { describe, expect, it } from 'vitest'
import { type ImportNote, importFieldWords, importNotes } from '#contract/texts/import.ts'
import { LANGUAGES } from '#domain/codes.ts'
import { assumedView, counted, rejectedView } from './answer.ts'
import type { Assumption } from './found.ts'

const ARGS = {
  title: 'Svartid',
  name: 'Ukjent',
  role: 'owner',
  text: '2027',
  date: '2027-12-31',
  period: '2026-04',
  column: 'Mål',
  columns: 'a, b',
  scale: 1000,
  limit: 255,
}
const note = (name: ImportNote, more: Partial<Assumption> = {}): Assumption => ({
  sheet: 'Ark',
  row: 5,
  field: 'phase',
  value: 'deliver',
  note: name,
  args: { ...ARGS, value: 'Gjennomføre' },
  told: 'always',
  ...more,
})

describe('what was assumed, in words', () => {
  it.each(LANGUAGES)('says every note in %s, with names and dates put in', (language) => {
    for (const name of Object.keys(importNotes) as ImportNote[]) {
      const [line] = assumedView([note(name)], { language, words: 'gevinst' })
      expect(line?.text).toMatch(/^\S.+[.]$/)
      expect(line?.text).not.toMatch(/[{}]|undefined/)
    }
  })

  it('names the role, writes the date out and keeps the code for programs', () => {
    const [missing, day] = assumedView([note('noPerson'), note('targetOn', { row: 6, value: '2027-12-31' })], {
      language: 'nn',
      words: 'gevinst',
    })
    expect(missing?.text).toBe('Vi fann ingen i personlista som heiter «Ukjent». Prosjekteigar står tom: manglar ansvarleg.')
    expect(day).toMatchObject({ value: '2027-12-31', text: '«2027» er lese som måldato 31. desember 2027.' })
  })

  it('says the same sentence of a sheet once, with how many rows it holds for', () => {
    const lines = assumedView(
      [note('levelDefault', { row: 5 }), note('levelDefault', { row: 6 }), note('levelDefault', { sheet: 'B', row: 6 })],
      { language: 'nb', words: 'gevinst' },
    )
    expect(lines).toMatchObject([
      { sheet: 'Ark', row: null, text: expect.stringMatching(/Gjelder 2 rader\.$/) },
      { sheet: 'B', row: 6 },
    ])
  })

  it('has real nynorsk sentences', () => {
    for (const entry of Object.values(importNotes)) expect(entry.nn).not.toBe(entry.nb)
  })
})

describe('what was rejected, in words', () => {
  it('names the field in the person’s language', () => {
    const rejection = {
      sheet: 'Ark',
      row: 7,
      column: 'E',
      value: '12,5,3',
      code: 'notANumber' as const,
      field: 'indicator.baseline',
      args: { value: '12,5,3' },
    }
    const [line] = rejectedView([rejection, { ...rejection, code: 'fieldRequired' }], { language: 'en', words: 'gevinst' })
    expect(line).toEqual({
      sheet: 'Ark',
      row: 7,
      column: 'E',
      value: '12,5,3',
      code: 'notANumber',
      text: expect.stringContaining('“12,5,3”'),
    })
    expect(rejectedView([{ ...rejection, code: 'fieldRequired' }], { language: 'en', words: 'gevinst' })[0]?.text).toContain(
      importFieldWords['indicator.baseline'].en,
    )
  })
})

describe('the counts', () => {
  it('count each line once: new before changed before rejected before as it was', () => {
    const place = { sheet: 'Ark', row: 2, column: null }
    const outcome = (line: number, result: 'created' | 'updated' | 'unchanged' | 'rejected') => ({ line, place, result })
    expect(
      counted([
        outcome(1, 'unchanged'),
        outcome(1, 'created'),
        outcome(2, 'unchanged'),
        outcome(2, 'updated'),
        outcome(3, 'unchanged'),
        outcome(4, 'rejected'),
        outcome(4, 'unchanged'),
      ]),
    ).toEqual({ imported: 1, updated: 1, unchanged: 1 })
  })
})
