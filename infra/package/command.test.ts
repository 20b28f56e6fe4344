import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageCommand } from './command.ts'
import { ICONS } from './icons.ts'
import { loadSchemas, newestOf } from './schema.ts'
import { zipFiles } from './zip.ts'

const PROJECT = join(import.meta.dirname, '..', '..')
const schemas = loadSchemas()
let root = ''
const said: string[] = []
const warned: string[] = []

const run = (...args: string[]) => {
  said.length = 0
  warned.length = 0
  return packageCommand(args, { root, env: {}, schemas, say: (line) => said.push(line), warn: (line) => warned.push(line) })
}
const zipBytes = () => readFileSync(join(root, 'dist', 'prosjektpuls-teams.zip'))
const edit = (file: string, from: string, to: string) => {
  const path = join(root, 'manifest', file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  writeFileSync(path, text.replace(from, to))
}
const envFile = (lines: Record<string, string>) => {
  const path = join(root, '.env.test')
  const text = Object.entries(lines).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(path, text.join(''))
  return path
}
const REAL = {
  TEAMS_APP_ID: '3f1c2b1a-0000-4000-8000-000000000001',
  BOT_ID: '3f1c2b1a-0000-4000-8000-000000000002',
  AAD_APP_CLIENT_ID: '3f1c2b1a-0000-4000-8000-000000000003',
  PULS_DOMAIN: 'puls.eksempel.kommune.no',
  DEVELOPER_NAME: 'Eksempel kommune',
  DEVELOPER_WEBSITE_URL: 'https://www.eksempel.kommune.no/',
  DEVELOPER_PRIVACY_URL: 'https://www.eksempel.kommune.no/personvern',
  DEVELOPER_TERMS_URL: 'https://www.eksempel.kommune.no/vilkar',
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'puls-package-'))
  cpSync(join(PROJECT, 'manifest'), join(root, 'manifest'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('npm run package', () => {
  it('builds the package of this project with placeholders, and warns that it works nowhere', () => {
    expect(run()).toBe(0)
    expect(warned.join('\n')).toMatch(/placeholder ids .* works in no tenant/)
    const files = unzipSync(zipBytes())
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png', 'nn.json', 'en.json'])
    const text = Buffer.from(files['manifest.json'] ?? []).toString()
    expect(text).not.toContain('${' + '{')
    expect(JSON.parse(text)).toMatchObject({
      manifestVersion: schemas.newest,
      localizationInfo: { defaultLanguageTag: 'nb' },
      staticTabs: [{ entityId: 'portfolio' }, { entityId: 'mine' }, { entityId: 'conversations' }, { entityId: 'about' }],
      configurableTabs: [{ scopes: ['team'] }],
      bots: [{ scopes: ['personal', 'team'] }],
    })
  })

  it('gives the same bytes every time', () => {
    run()
    const first = zipBytes()
    run()
    expect(zipBytes().equals(first)).toBe(true)
  })

  it('fills in the ids of an environment file without a warning', () => {
    expect(run('--env', envFile(REAL))).toBe(0)
    expect(warned).toEqual([])
    const manifest = JSON.parse(Buffer.from(unzipSync(zipBytes())['manifest.json'] ?? []).toString())
    expect(manifest).toMatchObject({
      id: REAL.TEAMS_APP_ID,
      validDomains: ['puls.eksempel.kommune.no'],
      webApplicationInfo: { resource: `api://puls.eksempel.kommune.no/${REAL.AAD_APP_CLIENT_ID}` },
    })
  })

  it('names every value that an environment file lacks, and builds nothing', () => {
    expect(run('--env', envFile({ ...REAL, BOT_ID: '', PULS_DOMAIN: '' }))).toBe(1)
    expect(warned).toEqual([
      expect.stringMatching(/Mend these 2:$/),
      expect.stringMatching(/^- PULS_DOMAIN /),
      expect.stringMatching(/^- BOT_ID /),
    ])
    expect(existsSync(join(root, 'dist'))).toBe(false)
  })

  it.each([
    ['breaks the schema', 'manifest.json', '"accentColor": "#5b5fc7"', '"accentColor": "purple"', /accentColor/],
    ['has a property the schema does not know', 'manifest.json', '"version"', '"colour": "red", "version"', /«colour»/],
    ['is no JSON', 'manifest.json', '"manifestVersion"', 'manifestVersion', /manifest\.json is no JSON/],
    ['has a tab elsewhere', 'manifest.json', '${' + '{PULS_DOMAIN}}/tab/?view=mine', 'evil.example.org/tab', /evil\.example\.org/],
    ['lacks a translation', 'nn.json', '"staticTabs[1].name"', '"staticTabs[9].name"', /nn\.json lacks staticTabs\[1\]/],
    ['has a key no schema knows', 'en.json', '"name.short"', '"name.tiny"', /en\.json.*«name\.tiny»/],
    [
      'has a translated name that is too long',
      'nn.json',
      '"Prosjektpuls"',
      '"Prosjektpuls for heile kommunen vår"',
      /nn\.json: \/name\.short .*30 characters/,
    ],
    ['has a language file that is no JSON', 'en.json', '{', '', /en\.json is no JSON/],
  ])('refuses a manifest that %s', (_, file, from, to, sentence) => {
    edit(file, from, to)
    expect(run()).toBe(1)
    expect(warned.join('\n')).toMatch(sentence)
  })

  it('draws the icons anew', () => {
    for (const { file } of ICONS) rmSync(join(root, 'manifest', `${file}.png`))
    expect(run()).toBe(1)
    expect(run('--icons')).toBe(0)
    expect(run()).toBe(0)
  })

  it.each([[['--envy', 'x']], [['--env', 'no-such-file']], [['extra']], [['--env']]])('answers wrong use %j with exit code 2', (args) => {
    expect(run(...args)).toBe(2)
    expect(warned.length).toBeGreaterThan(0)
  })

  it('explains itself', () => {
    expect(run('--help')).toBe(0)
    expect(said.join('\n')).toMatch(/--env FILE/)
  })
})

it('takes the newest released schema by number, never the preview', () => {
  expect(newestOf(['v1.9', 'v1.30', 'vDevPreview', 'v1.4'])).toBe('1.30')
  expect(() => newestOf(['vDevPreview'])).toThrow(/no released/)
})

it('writes the same zip in every time zone', () => {
  const before = process.env.TZ
  const zips = ['Europe/Oslo', 'Asia/Tokyo', 'America/New_York'].map((zone) => {
    process.env.TZ = zone
    return Buffer.from(zipFiles({ 'a.txt': Buffer.from('a') })).toString('hex')
  })
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
  expect(new Set(zips).size).toBe(1)
})
