/** The staged server's packages, and the proof that it would start: both in the folder that is deployed. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ENTRY } from './stage.ts'

/** Installs what the server needs at run time; the sentence that says why it could not, or null. */
export const installPackages = (folder: string, env: Record<string, string | undefined>): string | null => {
  const npm = env.npm_execpath
  if (npm === undefined) return 'Run this through npm, so that the same npm installs: npm exec -- node infra/azure/main.ts'
  // The runtime that travels as an optional package stays here: Azure has its own Node 24.
  const args = [npm, 'ci', '--omit=dev', '--omit=optional', '--ignore-scripts']
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'inherit' })
  return status === 0 ? null : `The packages could not be installed in ${join('dist', 'deploy')}: npm says why above.`
}

/**
 * Starts the server without any configuration. It must refuse and name what is missing, which shows that every
 * import was found; anything else is the sentence.
 */
export const startsAndRefuses = (folder: string): string | null => {
  const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [ENTRY], { cwd: folder, env, encoding: 'utf8', timeout: 60_000 })
  const said = `${stdout ?? ''}${stderr ?? ''}`
  if (status !== 0 && said.includes('PULS_TENANT_ID')) return null
  return `The server does not start from dist/deploy:\n${said.split('\n').slice(0, 12).join('\n')}`
}
