import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvCell } from '#contract/csv.ts'
import type { Benefit, Indicator, ListCode, Project } from '#domain/model.ts'
import { startLocalWorld } from '../local/world.ts'
import { openDataFile } from './data-file.ts'
import { runExportCommand } from './export.ts'
import { runImportCommand } from './import.ts'
import { importInto } from './import-into.ts'
import { runSeedCommand } from './seed.ts'

const TODAY = '2026-05-18'
const DEPS = { env: {}, now: `${TODAY}T07:00:00.000Z` }
const folder = mkdtempSync(join(tmpdir(), 'export-'))
const at = (name: string): string => join(folder, name)
const demo = at('demo.sqlite')

interface Said {
  code: number
  stdout: string
  stderr: string
}
async function said(run: (io: { stdout(text: string): void; stderr(text: string): void }) => Promise<number>): Promise<Said> {
  const got = { code: 0, stdout: '', stderr: '' }
  got.code = await run({
    stdout: (text) => {
      got.stdout += text
    },
    stderr: (text) => {
      got.stderr += text
    },
  })
  return got
}
const exported = (...args: string[]) => said((io) => runExportCommand(args, io, DEPS))
const seeded = (...args: string[]) => said((io) => runSeedCommand(['--today', TODAY, ...args], io, DEPS))

type Lists = { [L in ListCode]?: { key: string; actedAt: string }[] }
const listsOf = ({ stdout }: Said): Lists => JSON.parse(stdout).lists
const keys = (rows: { key: string }[] | undefined) => (rows ?? []).map(({ key }) => key).sort()

/** The restricted project of the scenario, and an open one. */
let restricted: Project

beforeAll(async () => {
  const made = await seeded('--data', demo)
  if (made.code !== 0) throw new Error(made.stderr)
  const opened = await openDataFile(demo)
  if (!opened.ok) throw new Error(opened.code)
  const projects = [...opened.value.lists.store.snapshot().facts.tables.projects.values()]
  restricted = projects.find((project) => project.restricted) as Project
  await opened.value.lists.close()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('puls seed', () => {
  it('leaves a file that is there alone', async () => {
    const size = statSync(demo).size
    const again = await seeded('--data', demo)
    expect(again).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('nothing in it was changed') })
    expect(statSync(demo).size).toBe(size)
  })

  it.each([
    [['--scenario', 'storm'], 'There is no scenario «storm». Choose among demo, overdue, board-day, empty, large.'],
    [['--today', '18.05.2026'], '--today must be a date'],
    [['--data', 'a', '--url', 'http://127.0.0.1:1'], 'Choose either'],
    [['--colour'], '--colour'],
  ])('says what is wrong with %j', async (args, sentence) => {
    expect(await seeded(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) })
  })

  it('fills an empty site through Graph with the same rows, once, and its export says so', async () => {
    const world = await startLocalWorld({ scenario: 'empty', port: 0, dataFile: at('site.sqlite'), today: TODAY, pages: false })
    try {
      const filled = await seeded('--url', world.url, '--json')
      expect(filled.code).toBe(0)
      const [there, here] = [await exported('--url', world.url, '--restricted'), await exported('--data', demo, '--restricted')]
      for (const list of ['projects', 'benefits', 'indicators', 'measurements', 'statusReports', 'decisions'] as const) {
        expect(keys(listsOf(there)[list])).toEqual(keys(listsOf(here)[list]))
      }
      expect(JSON.parse(filled.stdout).lists.projects).toBe(listsOf(here).projects?.length)
      const again = await seeded('--url', world.url)
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('There are rows in «Programmer» already') })
    } finally {
      await world.close()
    }
  }, 60_000)
})

describe('puls export', () => {
  it('tells nothing of a restricted project, wherever it is named, unless it is asked for', async () => {
    const plain = await exported('--data', demo, '--all')
    expect(JSON.parse(plain.stdout)).toMatchObject({ from: demo, exportedAt: DEPS.now, schemaVersion: 1, restrictedLeftOut: 1 })
    expect(plain.stdout).not.toContain(restricted.key)
    expect(plain.stdout).not.toContain(restricted.title)
    const whole = await exported('--data', demo, '--all', '--restricted')
    expect(keys(listsOf(whole).projects)).toContain(restricted.key)
    expect(keys(listsOf(whole).projects)).toHaveLength(keys(listsOf(plain).projects).length + 1)
    expect(keys(listsOf(whole).measurements).length).toBeGreaterThan(keys(listsOf(plain).measurements).length)
  })

  it('leaves the ledgers out unless all is asked for', async () => {
    const ledgers = ['nudges', 'conversations', 'subscriptions', 'leases', 'log']
    const plain = Object.keys(listsOf(await exported('--data', demo)))
    expect(plain.filter((list) => ledgers.includes(list))).toEqual([])
    expect(Object.keys(listsOf(await exported('--data', demo, '--all')))).toEqual(expect.arrayContaining([...plain, ...ledgers]))
  })

  it('writes a file for each list into a folder, for its owner alone', async () => {
    const done = await exported('--data', demo, '--out', at('lister'), '--json')
    expect(done).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(at('lister'))).toHaveLength(JSON.parse(done.stdout).files)
    const text = readFileSync(at('lister/Prosjekter.csv'), 'utf8')
    expect(text).toMatch(/^\ufeffNøkkel;Utført av;.*;Budsjett;/)
    expect(text).not.toContain(restricted.title)
    expect(text).toContain('digital-innbyggerdialog/Sluttrapport%20utkast.docx')
    expect(statSync(at('lister/Personer.csv')).mode & 0o077).toBe(0)
  })

  it('gives a table that an import brings into an empty site as it was', async () => {
    expect(await exported('--data', demo, '--out', at('alt.csv'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 restricted'),
    })
    expect(readFileSync(at('alt.csv'), 'utf8')).not.toContain(restricted.title)
    expect((await seeded('--scenario', 'empty', '--data', at('tom.sqlite'))).code).toBe(0)
    const brought = await said((io) => runImportCommand([at('alt.csv'), '--data', at('tom.sqlite'), '--json'], io, { importInto }))
    expect(brought).toMatchObject({ code: 0, stderr: '' })
    // The scenario holds one indicator whose target is its baseline, and no import takes such a row.
    expect(JSON.parse(brought.stdout)).toMatchObject({ rejected: [{ code: 'targetEqualsBaseline' }] })
    const untaken = ['Stabil tilgang for alle', 'Oppetid']
    const [before, after] = [await exported('--data', demo), await exported('--data', at('tom.sqlite'))]
    const told = (got: Said) => {
      const {
        projects = [],
        benefits = [],
        indicators = [],
      } = JSON.parse(got.stdout).lists as {
        projects: Project[]
        benefits: Benefit[]
        indicators: Indicator[]
      }
      const taken = ({ title }: { title: string }) => !untaken.includes(title)
      return {
        projects: projects.map(({ title, phase, area, budget, endOn }) => [title, phase, area, budget, endOn]).sort(),
        benefits: benefits
          .filter(taken)
          .map(({ title, category, level }) => [title, category, level])
          .sort(),
        indicators: indicators
          .filter(taken)
          .map(({ title, unit, baseline, target, frequency }) => [title, unit, baseline, target, frequency])
          .sort(),
      }
    }
    expect(told(after)).toEqual(told(before))
  }, 60_000)

  it.each([
    [['--data', 'a', '--url', 'http://127.0.0.1:1'], 2, 'Choose either'],
    [['--url', 'ingen'], 2, 'no address'],
    [['--data', at('ingen.sqlite')], 1, 'There is no data file'],
    [['--url', 'http://127.0.0.1:1'], 1, 'Nothing answers'],
    [['--data', demo, '--out', '/dev/null/x.json'], 1, 'cannot be written'],
  ])('says what is wrong with %j', async (args, code, sentence) => {
    expect(await exported(...args)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(sentence) })
  })
})

describe('a cell of a table', () => {
  it.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+47 12345678', "'+47 12345678"],
    ['-1', "'-1"],
    ['@import', "'@import"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
    ['−5', "'−5"],
    ["'=1", "''=1"],
    ["'n", "'n"],
    ['a;b', '"a;b"'],
    ['«a» "b"\nc', '"«a» ""b""\nc"'],
    ['=A1;2', '"\'=A1;2"'],
    [-12.5, '-12,5'],
    [0, '0'],
    [true, 'ja'],
    [null, ''],
  ])('%j is written %s', (value, text) => {
    expect(csvCell(value)).toBe(text)
  })
})
