import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installPackages, startsAndRefuses } from './install.ts'
import { filesToShip, stage } from './stage.ts'

const TREE: Record<string, string> = {
  'api/main.ts': "import { a } from '#domain/a.ts'\nimport { lists } from '../infra/lists/provision.ts'\nvoid import('../bot/bot.ts')\n",
  'api/domain/a.ts': 'export const a = 1\n',
  'api/domain/a.test.ts': "import '../../infra/local/main.ts'\n",
  'api/domain/tsconfig.json': '{}\n',
  'api/self-signed.fixture.ts': '\n',
  'bot/bot.ts': "export * from './cards/card.ts'\n",
  'bot/cards/card.ts': "import { format } from 'intl-messageformat'\n",
  'bot/cards/__snapshots__/card.snap': '\n',
  'infra/lists/provision.ts': "import { helper } from './helper.ts'\n",
  'infra/lists/helper.ts': 'export const helper = 1\n',
  'infra/local/main.ts': '\n',
}
const SHIPPED = ['api/domain/a.ts', 'api/main.ts', 'bot/bot.ts', 'bot/cards/card.ts', 'infra/lists/helper.ts', 'infra/lists/provision.ts']
const ALIASES = { '#domain/*': './api/domain/*' }

let root = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'puls-stage-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('ships the server and what it imports, and neither tests nor the local world', () => {
  expect(filesToShip(Object.keys(TREE), ALIASES, (path) => TREE[path] ?? '')).toEqual(SHIPPED)
})

describe('staging', () => {
  const tree = () => {
    for (const [path, text] of Object.entries(TREE)) write(path, text)
    write('package.json', JSON.stringify({ imports: ALIASES }))
    write('package-lock.json', '{}')
    write('dist/tab/index.html', '<html></html>')
    write('dist/tab/assets/tab.js', '')
  }

  it('fills the folder anew with source, built tab and lockfile', () => {
    tree()
    const target = join(root, 'dist', 'deploy')
    write('dist/deploy/old.ts', '')
    expect(stage(root, target)).toEqual({ ok: true, files: SHIPPED.length })
    for (const path of [...SHIPPED, 'package.json', 'package-lock.json', 'dist/tab/assets/tab.js'])
      expect(existsSync(join(target, path)), path).toBe(true)
    expect(existsSync(join(target, 'old.ts'))).toBe(false)
    expect(readFileSync(join(target, 'api/main.ts'), 'utf8')).toBe(TREE['api/main.ts'])
  })

  it('says when the tab is not built', () => {
    expect(stage(root, join(root, 'dist', 'deploy'))).toEqual({ ok: false, sentence: expect.stringMatching(/npm run build/) })
  })

  it('says when there is no server', () => {
    tree()
    rmSync(join(root, 'api/main.ts'))
    expect(stage(root, join(root, 'dist', 'deploy'))).toEqual({ ok: false, sentence: expect.stringMatching(/api\/main\.ts is not there/) })
  })
})

describe('the staged server', () => {
  it('is good when it refuses to start without configuration', () => {
    write('api/main.ts', "console.error('  PULS_TENANT_ID: Set it')\nprocess.exitCode = 1\n")
    expect(startsAndRefuses(root)).toBeNull()
  })

  it.each([
    ['an import is missing', "import './gone.ts'\n", /gone\.ts/],
    ['it starts without configuration', "console.log('PULS_TENANT_ID is optional')\n", /does not start/],
  ])('is not deployed when %s', (_, source, sentence) => {
    write('api/main.ts', source)
    expect(startsAndRefuses(root)).toMatch(sentence)
  })

  it('is installed by npm only', () => {
    expect(installPackages(root, {})).toMatch(/npm exec/)
  })
})
