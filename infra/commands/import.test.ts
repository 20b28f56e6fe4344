import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportView } from '#contract/views.ts'
import { type ImportBody, type ImportInto, runImportCommand } from './import.ts'

const VIEW: ImportView = {
  kind: 'table',
  dryRun: false,
  rows: 3,
  imported: 2,
  updated: 0,
  unchanged: 0,
  rejected: [
    { sheet: 'liste.csv', row: 3, column: 'Budsjett', value: 'tull', code: 'notANumber', text: '«tull» er ikke et tall vi forstår.' },
  ],
  assumed: [{ sheet: 'liste.csv', row: null, field: 'phase', value: 'deliver', text: 'Vi satte Gjennomføre.' }],
  names: [],
  holds: { projects: 1, benefits: 0, actions: 0, indicators: 0, measurements: 0, reports: 0 },
  mapping: { columns: { title: 'Prosjekt' } },
  projects: [{ key: 'a', title: 'Alfa' }],
}

const folder = mkdtempSync(join(tmpdir(), 'import-'))
const file = join(folder, 'liste.csv')
const map = join(folder, 'kobling.json')
const badMap = join(folder, 'feil.json')
let server: Server
let url: string
let received: { authorization: string | undefined; user: string | null; body: ImportBody } | null = null
let refusal: { status: number; text: string } | null = null

beforeAll(async () => {
  writeFileSync(file, 'Prosjekt;Budsjett\nAlfa;1\n')
  writeFileSync(map, '{"columns":{"title":"Prosjekt"}}')
  writeFileSync(badMap, '{"columns":{"title":7}}')
  let user: string | null = null
  server = createServer((request, response) => {
    const at = new URL(request.url ?? '/', 'http://local')
    if (at.pathname === '/local/token') {
      user = at.searchParams.get('user')
      response.end(JSON.stringify({ token: `token-of-${user}` }))
      return
    }
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received = { authorization: request.headers.authorization, user, body: JSON.parse(Buffer.concat(parts).toString('utf8')) }
      response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(refusal ? { error: { code: 'x', text: refusal.text } } : VIEW))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await new Promise((closed) => server.close(closed))
})

async function run(args: string[], deps: { importInto?: ImportInto } = {}) {
  const out = { stdout: '', stderr: '' }
  const io = {
    stdout: (text: string) => {
      out.stdout += text
    },
    stderr: (text: string) => {
      out.stderr += text
    },
  }
  return { code: await runImportCommand(args, io, deps), ...out }
}

describe('puls import', () => {
  it('sends the file as the portfolio office and prints the answer as JSON', async () => {
    const done = await run([file, '--json', '--dry-run', '--map', map, '--url', `${url}/`])
    expect(done).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(done.stdout)).toEqual(VIEW)
    expect(received).toMatchObject({
      user: 'office',
      authorization: 'Bearer token-of-office',
      body: { fileName: 'liste.csv', dryRun: true, mapping: { columns: { title: 'Prosjekt' } } },
    })
    expect(Buffer.from(received?.body.contentBase64 ?? '', 'base64').toString('utf8')).toBe('Prosjekt;Budsjett\nAlfa;1\n')
  })

  it('tells in plain words what came in, what did not and what was assumed', async () => {
    const { code, stdout } = await run([file, '--url', url, '--as', 'per'])
    expect(code).toBe(0)
    expect(received?.user).toBe('per')
    expect(stdout).toContain('Tabell: 3 rader lest, 2 nye, 0 endret, 0 uendret, 1 avvist.')
    expect(stdout).toContain('liste.csv, rad 3, kolonne Budsjett: «tull» er ikke et tall vi forstår.')
    expect(stdout).toContain('liste.csv: Vi satte Gjennomføre.')
  })

  it('says the server’s own sentence when the file is refused', async () => {
    refusal = { status: 400, text: 'Fila kunne ikke leses.' }
    expect(await run([file, '--url', url, '--json'])).toEqual({ code: 1, stdout: '', stderr: 'Fila kunne ikke leses.\n' })
    refusal = null
  })

  it('says where nobody answers', async () => {
    const done = await run([file, '--url', 'http://127.0.0.1:9'])
    expect(done).toMatchObject({ code: 1, stdout: '' })
    expect(done.stderr).toContain('http://127.0.0.1:9')
  })

  it('can go into a scenario’s data file', async () => {
    const into: ImportInto = async (data, as, body) => ({
      ok: true,
      value: { ...VIEW, projects: [{ key: `${data}:${as}`, title: body.fileName }] },
    })
    const done = await run([file, '--data', 'demo.db', '--json'], { importInto: into })
    expect(JSON.parse(done.stdout)).toMatchObject({ projects: [{ key: 'demo.db:office', title: 'liste.csv' }] })
    expect(await run([file, '--data', 'demo.db'])).toMatchObject({ code: 1 })
  })

  it.each([
    ['no file', []],
    ['two files', ['a', 'b']],
    ['an unknown option', ['a', '--fort']],
    ['a file that is not there', ['finnes-ikke.xlsx']],
    ['a mapping that is not there', [file, '--map', 'finnes-ikke.json']],
    ['a mapping of the wrong shape', [file, '--map', badMap]],
    ['an address that is none', [file, '--url', 'tull']],
    ['both an address and a data file', [file, '--url', 'http://127.0.0.1:9', '--data', 'x']],
  ])('is used wrongly with %s', async (_what, args) => {
    const done = await run(args)
    expect(done).toMatchObject({ code: 2, stdout: '' })
    expect(done.stderr).toMatch(/puls import FILE/)
  })
})
