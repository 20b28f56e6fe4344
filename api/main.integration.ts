import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

const LAST_RESORT = new URL('./routes/last-resort.ts', import.meta.url).href

async function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env } })
  let said = ''
  const hear = (chunk: unknown) => {
    said += String(chunk)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

const start = (env: Record<string, string>) => run([MAIN], env)

describe('the production server', () => {
  it('does not start without its environment, and names every variable to set', async () => {
    const { code, said } = await start({})
    expect(code).toBe(1)
    for (const name of ['PULS_TENANT_ID', 'PULS_CLIENT_ID', 'PULS_DOMAIN', 'PULS_SITE_URL', 'PULS_BOT_ID', 'PULS_TEAMS_APP_ID']) {
      expect(said).toContain(`  ${name}: `)
    }
  })

  it('does not start in local mode', async () => {
    const { code, said } = await start({ PULS_LOCAL: '1' })
    expect(code).toBe(1)
    expect(said).toContain('PULS_LOCAL')
  })

  it.each([
    ['a promise that nobody waits for', 'Promise.reject(new TypeError("Kari Nordmann"))'],
    ['a timer', 'setTimeout(() => { throw new TypeError("Kari Nordmann") })'],
  ])('is closed and left with code 1 by a fault in %s, and says nothing of its text', async (_where, fault) => {
    const { code, said } = await run([
      '--input-type=module',
      '--eval',
      `import { leaveOnUncaught } from '${LAST_RESORT}'
      const log = (line) => process.stdout.write(JSON.stringify(line))
      setInterval(() => undefined, 1000)
      leaveOnUncaught({ log, close: async () => log('closed'), within: 1000 })
      ${fault}`,
    ])
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(/^\{"level":"error","what":"crashed","error":"TypeError","at":"[^"]*"\}"closed"$/),
    })
  })
})
