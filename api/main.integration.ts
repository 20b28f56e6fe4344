import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

async function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH, ...env } })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

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
})
