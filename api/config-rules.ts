/** What no single variable can tell: settings that do not go together, and signs of an unsafe environment. */
import type { ConfigProblem, Credential } from './config.ts'
import type { BotType } from './config-values.ts'

/** Signs that the environment was made for the local world, or that certificate checks are off. */
export const unsafeSettings = (env: Record<string, string | undefined>): ConfigProblem[] => {
  const local = Object.keys(env)
    .filter((name) => /^PULS_LOCAL/i.test(name) && env[name])
    .map((name) => ({
      name,
      sentence: 'Remove it: local mode has no authentication and never runs in this server. Use npm start for the local world.',
    }))
  const tls = env.NODE_TLS_REJECT_UNAUTHORIZED === '0'
  return tls
    ? [
        ...local,
        { name: 'NODE_TLS_REJECT_UNAUTHORIZED', sentence: 'Remove it: with certificate checks off, anybody could pose as Microsoft.' },
      ]
    : local
}

/** What cannot be right about the bot together with the other ids and the credential. */
export const botProblems = (
  type: BotType,
  id: string | undefined,
  clientId: string | undefined,
  credential: Credential | undefined,
): ConfigProblem[] => {
  if (id === undefined) return []
  const problems: ConfigProblem[] = []
  const add = (name: string, sentence: string) => problems.push({ name, sentence })
  if (type === 'UserAssignedMSI') {
    if (id === clientId)
      add('PULS_BOT_ID', 'Set it to the client id of the managed identity: an identity cannot be the app registration of PULS_CLIENT_ID.')
    return problems
  }
  // One registration then serves tab, Graph and bot, so that package, certificate and consent are one.
  if (clientId !== undefined && id !== clientId)
    add('PULS_BOT_ID', 'Set it to the same id as PULS_CLIENT_ID: a SingleTenant bot uses that app registration.')
  if (credential?.kind === 'managedIdentity')
    add(
      'PULS_BOT_TYPE',
      'A SingleTenant bot needs a certificate: set PULS_CERTIFICATE or PULS_CERTIFICATE_FILE, or make the bot UserAssignedMSI.',
    )
  return problems
}
