import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { csvOf } from '#contract/csv.ts'
import { readFile } from './read-file.ts'
import type { Sheet } from './sheet.ts'
import { workbook, xlsxOf } from './workbook.fixture.ts'

const sheetsOf = async (bytes: Uint8Array, name = 'fil.xlsx'): Promise<Sheet[]> => {
  const read = await readFile(bytes, name)
  if (!read.ok) throw new Error(read.code)
  return read.value.sheets
}
const csv = async (text: string | Uint8Array) => (await sheetsOf(typeof text === 'string' ? strToU8(text) : text, 'fil.csv'))[0]?.rows

/** The least archive that is a workbook, with the sheet's own XML. */
const packed = (sheetXml: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml),
    ...more,
  })
const rows = (xml: string): string => `<worksheet><sheetData>${xml}</sheetData></worksheet>`

describe('an .xlsx file', () => {
  it('gives all sheets with text, numbers, empty cells and rows where they stand', async () => {
    const wanted = workbook()
    const sheets = await sheetsOf(await xlsxOf(wanted))
    expect(sheets.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name))
    expect(sheets[4]?.rows[4]).toEqual(['Kortere svartid', null, 'dager', '142,5', 60, 'Uttrekk fra fagsystemet'])
    expect(sheets[0]?.rows[9]?.[1]).toBe(45_901)
  })

  it('gives a date cell as the day it shows, whatever the clock time', async () => {
    const bytes = await writeExcelFile([[{ value: new Date('2026-03-31T23:30:00Z'), type: Date, format: 'dd.mm.yyyy' }, 1]]).toBuffer()
    expect((await sheetsOf(bytes))[0]?.rows).toEqual([['2026-03-31', 1]])
  })

  it('takes the stored value of a formula and nothing from one that failed', async () => {
    const bytes = packed(
      rows(
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2" t="str"><f>A1</f><v>ja</v></c></row>',
      ),
    )
    expect((await sheetsOf(bytes))[0]?.rows).toEqual([
      [null, null, null],
      [2, null, 'ja'],
    ])
  })

  it('takes a merged cell once', async () => {
    const bytes = packed(
      `<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c><c r="B1"/></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
    )
    expect((await sheetsOf(bytes))[0]?.rows).toEqual([[7]])
  })

  it.each([
    ['text that is called .xlsx', strToU8('dette er tekst'), 'fileUnreadable'],
    ['an archive that is no workbook', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'fileUnreadable'],
    ['half a file', packed(rows('')).slice(0, 300), 'fileUnreadable'],
    ['a cell address that is none', packed(rows('<row r="1"><c r="A1e9"><v>1</v></c></row>')), 'fileUnreadable'],
    ['a row number that is none', packed(rows('<row r="1e9"><c r="A1"><v>1</v></c></row>')), 'fileUnreadable'],
    ['a cell in the last corner', packed(rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), 'tooLarge'],
    ['sheets without a value', packed(rows('<row r="1"><c r="A1"/></row>')), 'fileEmpty'],
    ['no byte at all', new Uint8Array(), 'fileEmpty'],
    ['more than 10 MB', new Uint8Array(10_000_001), 'tooLarge'],
  ])('answers %s with a code', async (_what, bytes, code) => {
    expect(await readFile(bytes, 'fil.xlsx')).toMatchObject({ ok: false, code })
  })

  it('is unreadable when it names a sheet it does not have, and no other fault in it is left to nobody', async () => {
    const relation = (n: number) =>
      `<Relationship Id="rId${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${n}.xml"/>`
    const bytes = packed('<worksheet/>', {
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId2"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relation(1)}${relation(2)}</Relationships>`),
    })
    expect(await readFile(bytes, 'fil.xlsx')).toEqual({ ok: false, code: 'fileUnreadable' })
  })

  it('stops unpacking a small file that would fill the memory', async () => {
    const bomb = packed(rows(' '.repeat(120_000_000)))
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await readFile(bomb, 'fil.xlsx')).toMatchObject({ ok: false, code: 'tooLarge' })
  })

  it('takes no workbook whose texts alone are more than a full one', async () => {
    const texts = strToU8(`<sst>${'<si><t>x</t></si>'.repeat(2_200_000)}</sst>`)
    const bytes = packed(rows('<row r="1"><c r="A1"><v>1</v></c></row>'), { 'xl/sharedStrings.xml': texts })
    expect(await readFile(bytes, 'fil.xlsx')).toMatchObject({ ok: false, code: 'tooLarge' })
  })

  it('believes no size that the archive states', async () => {
    const bytes = packed(rows('<row r="1"><c r="A1"><v>1</v></c></row>'))
    const lie = Buffer.from(bytes)
    lie.writeUInt32LE(0xfffffff0, 22)
    expect((await sheetsOf(lie))[0]?.rows).toEqual([[1]])
  })
})

describe('a text file', () => {
  it.each([
    ['semicolons', 'Prosjekt;Budsjett\nA;1,5\n'],
    ['tabs', 'Prosjekt\tBudsjett\nA\t1,5\n'],
    ['commas with quotes', 'Prosjekt,Budsjett\nA,"1,5"\n'],
    ['Windows line ends and a mark', '\ufeffProsjekt;Budsjett\r\nA;1,5\r\n'],
  ])('is split by %s', async (_what, text) => {
    expect(await csv(text)).toEqual([
      ['Prosjekt', 'Budsjett'],
      ['A', '1,5'],
    ])
  })

  it('keeps row numbers, line breaks in quotes, empty cells and trailing spaces', async () => {
    expect(await csv('a;b\n\n"to\nlinjer";\nx ;y\n')).toEqual([['a', 'b'], [null], ['to\nlinjer', null], ['x ', 'y']])
  })

  it('reads æøå as UTF-8, as UTF-16 and as Windows writes it', async () => {
    const text = 'Prosjekt;Eier\nBlåbær;Øye\n'
    const wanted = [
      ['Prosjekt', 'Eier'],
      ['Blåbær', 'Øye'],
    ]
    expect(await csv(text)).toEqual(wanted)
    expect(await csv(Buffer.from(text, 'latin1'))).toEqual(wanted)
    expect(await csv(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).toEqual(wanted)
  })

  it('is read back as it was written out, whatever stands in its cells', async () => {
    expect(await csv("a;b\n'=1+1;'n\n")).toEqual([
      ['a', 'b'],
      ['=1+1', "'n"],
    ])
    const cell = fc
      .array(fc.constantFrom("'", '=', '+', '-', '@', ' ', 'a', '1', ';', '"', '\t', '\n', '−', '＝'), { minLength: 1, maxLength: 8 })
      .map((signs) => signs.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const all = [['først', 'sist'], ...rows]
        expect(await csv(csvOf(all))).toEqual(all)
      }),
    )
  })

  it('takes a stray quote as a letter', async () => {
    expect(await csv('navn;mål\n3" rør;4\n')).toEqual([
      ['navn', 'mål'],
      ['3" rør', '4'],
    ])
  })

  it('counts what a failed formula left as empty', async () => {
    expect(await csv('a;b\n#DIV/0!;#N/A\n1;2\n')).toEqual([
      ['a', 'b'],
      [null, null],
      ['1', '2'],
    ])
  })

  it('has a limit of rows', async () => {
    expect(await readFile(strToU8('a;b\n'.repeat(20_001)), 'fil.csv')).toMatchObject({ ok: false, code: 'tooLarge', args: { limit: 10 } })
  })

  it.each([
    ['line breaks', '\n'.repeat(9_900_000), 'tooLarge'],
    ['semicolons', `a;b\n${';'.repeat(9_900_000)}`, 'tooLarge'],
    ['quotes', `a;b\nx${'"'.repeat(9_900_000)}`, 'fileUnreadable'],
    ['one quote that is never closed', `"${'a\n'.repeat(4_900_000)}`, 'tooLarge'],
  ])('answers ten megabytes of %s at once', async (_what, text, code) => {
    const begun = performance.now()
    expect(await readFile(strToU8(text), 'fil.csv')).toMatchObject({ ok: false, code })
    expect(performance.now() - begun).toBeLessThan(4_000)
  })

  it('keeps a long text with many delimiters in quotes', async () => {
    const long = 'ja; nei; '.repeat(3_000)
    expect(await csv(`a;b\n1;"${long}"\n`)).toEqual([
      ['a', 'b'],
      ['1', long],
    ])
  })

  it('is not a picture or an old .xls', async () => {
    expect(await readFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'fil.csv')).toMatchObject({ code: 'fileUnreadable' })
    expect(await readFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'fil.xls')).toMatchObject({ code: 'fileUnreadable' })
  })
})

describe('any bytes', () => {
  it('never throw', async () => {
    const good = Buffer.from(await xlsxOf(workbook()))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        fc.nat(good.length),
        async (flips, cut) => {
          const bytes = Buffer.from(good.subarray(0, cut % 3 === 0 ? cut : good.length))
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value
          const read = await readFile(bytes, 'fil.xlsx')
          expect(typeof read.ok).toBe('boolean')
        },
      ),
      { numRuns: 150 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('a.csv', 'a.xlsx', 'a'), async (bytes, name) => {
        expect(typeof (await readFile(bytes, name)).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  }, 30_000)
})
