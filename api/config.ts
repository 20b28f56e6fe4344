/**
 * The production server's configuration: read once from the environment, and refused as a whole with every
 * fault named at once, so that an administrator mends all of it in one go. docs/deploy.md explains each variable.
 */
import { readFileSync } from 'node:fs'
import type { Result } from '#domain/result.ts'
import { ok, refuse } from '#domain/result.ts'
import { botProblems, unsafeSettings } from './config-rules.ts'
import type { BotType, Certificate, Parsed, Site } from './config-values.ts'
import { parseBotType, parseCertificate, parseDomain, parseGuid, parsePort, parseSiteUrl } from './config-values.ts'

/** How the app proves who it is to Entra: a certificate, or a managed identity whose token is the client assertion. */
export type Credential = ({ kind: 'certificate' } & Certificate) | { kind: 'managedIdentity'; clientId: string }

/** The bot is never without an identity: either the host's managed identity or the app registration with its certificate. */
export type BotConfig =
  | { type: 'UserAssignedMSI'; id: string; tenantId: string }
  | { type: 'SingleTenant'; id: string; tenantId: string; certificate: Certificate }

export type Config = {
  port: number
  tenantId: string
  /** The app registration that the tab's tokens are made for. */
  clientId: string
  /** Accepted audiences of the tab's token: v2 carries the client id, v1 the application id URI. */
  audiences: readonly [string, string]
  domain: string
  /** `https://` + domain, where tab, API and bot are reached. */
  origin: string
  site: Site
  graph: { clientId: string; credential: Credential }
  bot: BotConfig
  /** Id of the Teams app (the manifest's). */
  teamsAppId: string
  /** Id of the app in the tenant's own catalogue; null where the bot may not be installed for people. */
  teamsCatalogId: string | null
}

/** One variable that must be mended: what is wrong and what to set, never its value. */
export type ConfigProblem = { name: string; sentence: string }
export type ConfigFault = { code: 'configMissing' | 'configInvalid'; problems: ConfigProblem[] }

/** Every variable the server reads, in the order of docs/deploy.md. `oneOf` marks the three ways to give the credential. */
export const CONFIG_VARIABLES = {
  PORT: { need: 'default', what: 'the port to listen on' },
  PULS_TENANT_ID: { need: 'required', what: 'the id of your Microsoft 365 tenant' },
  PULS_CLIENT_ID: { need: 'required', what: "the client id of the app registration that the tab's tokens are made for" },
  PULS_DOMAIN: { need: 'required', what: 'the public host name of this server' },
  PULS_SITE_URL: { need: 'required', what: 'the address of the SharePoint site that holds the lists' },
  PULS_GRAPH_CLIENT_ID: { need: 'default', what: 'the client id of the app registration that reads and writes the lists' },
  PULS_CERTIFICATE: { need: 'oneOf', what: 'certificate and private key as PEM text' },
  PULS_CERTIFICATE_FILE: { need: 'oneOf', what: 'the path of a file with certificate and private key as PEM text' },
  PULS_MANAGED_IDENTITY_CLIENT_ID: { need: 'oneOf', what: 'the client id of the managed identity that vouches for the app registration' },
  PULS_BOT_ID: { need: 'required', what: 'the app id of the Azure Bot; without one the bot would answer anybody, so it does not start' },
  PULS_BOT_TYPE: { need: 'default', what: 'how the bot proves who it is' },
  PULS_TEAMS_APP_ID: { need: 'required', what: 'the id of the Teams app, so that cards can link into the tab' },
  PULS_TEAMS_CATALOG_ID: {
    need: 'default',
    what: "the id the tenant's app catalogue gave the app, so that the bot can be installed for people",
  },
} as const satisfies Record<string, { need: 'required' | 'default' | 'oneOf'; what: string }>

export type ConfigVariable = keyof typeof CONFIG_VARIABLES

const DEFAULTS = { port: 8080, botType: 'UserAssignedMSI' } as const
const CREDENTIAL_VARIABLES = ['PULS_CERTIFICATE', 'PULS_CERTIFICATE_FILE', 'PULS_MANAGED_IDENTITY_CLIENT_ID'] as const

/**
 * The configuration, or every variable that is missing or malformed. `configMissing` when variables only lack,
 * `configInvalid` as soon as one that is set cannot be used. `readText` reads PULS_CERTIFICATE_FILE.
 */
export const readConfig = (
  env: Record<string, string | undefined>,
  readText: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Result<Config, ConfigFault> => {
  const reader = readerOf(env)
  const { take, missing, invalid } = reader
  invalid.push(...unsafeSettings(env))

  const port = take('PORT', parsePort) ?? DEFAULTS.port
  const tenantId = take('PULS_TENANT_ID', parseGuid)
  const clientId = take('PULS_CLIENT_ID', parseGuid)
  const domain = take('PULS_DOMAIN', parseDomain)
  const site = take('PULS_SITE_URL', parseSiteUrl)
  const graphClientId = take('PULS_GRAPH_CLIENT_ID', parseGuid) ?? clientId
  const credential = takeCredential(reader, readText)
  const botId = take('PULS_BOT_ID', parseGuid)
  const botType = take('PULS_BOT_TYPE', parseBotType) ?? DEFAULTS.botType
  const teamsAppId = take('PULS_TEAMS_APP_ID', parseGuid)
  const teamsCatalogId = take('PULS_TEAMS_CATALOG_ID', parseGuid) ?? null
  invalid.push(...botProblems(botType, botId, clientId, credential))

  if (
    tenantId &&
    clientId &&
    domain &&
    site &&
    graphClientId &&
    credential &&
    botId &&
    teamsAppId &&
    missing.length === 0 &&
    invalid.length === 0
  ) {
    const audiences = [clientId, `api://${domain}/${clientId}`] as const
    const bot = botOf(botType, botId, tenantId, credential)
    return ok({
      port,
      tenantId,
      clientId,
      audiences,
      domain,
      origin: `https://${domain}`,
      site,
      graph: { clientId: graphClientId, credential },
      bot,
      teamsAppId,
      teamsCatalogId,
    })
  }
  return refuse<ConfigFault>({ code: invalid.length > 0 ? 'configInvalid' : 'configMissing', problems: [...missing, ...invalid] })
}

type Reader = ReturnType<typeof readerOf>

/** Reads variables one by one and collects what is wrong with them. */
const readerOf = (env: Record<string, string | undefined>) => {
  const missing: ConfigProblem[] = []
  const invalid: ConfigProblem[] = []
  const textOf = (name: ConfigVariable) => env[name]?.trim() || undefined
  const take = <T>(name: ConfigVariable, parse: (text: string) => Parsed<T>): T | undefined => {
    const text = textOf(name)
    if (text === undefined) {
      const { need, what } = CONFIG_VARIABLES[name]
      if (need === 'required') missing.push({ name, sentence: `Set it to ${what}.` })
      return undefined
    }
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    invalid.push({ name, sentence: parsed.sentence })
    return undefined
  }
  return { take, textOf, missing, invalid }
}

const takeCredential = ({ take, textOf, missing, invalid }: Reader, readText: (path: string) => string): Credential | undefined => {
  const [first, ...others] = CREDENTIAL_VARIABLES.filter((name) => textOf(name) !== undefined)
  if (first === undefined) {
    const sentence =
      'Set PULS_MANAGED_IDENTITY_CLIENT_ID (in Azure), PULS_CERTIFICATE or PULS_CERTIFICATE_FILE, so that the app can prove who it is.'
    missing.push({ name: 'PULS_MANAGED_IDENTITY_CLIENT_ID', sentence })
  }
  for (const name of others) invalid.push({ name, sentence: `Remove it or remove ${first}: one credential is used, never two.` })
  const identity = take('PULS_MANAGED_IDENTITY_CLIENT_ID', parseGuid)
  const certificate = take('PULS_CERTIFICATE', parseCertificate) ?? take('PULS_CERTIFICATE_FILE', (path) => readCertificate(path, readText))
  if (certificate) return { kind: 'certificate', ...certificate }
  return identity === undefined ? undefined : { kind: 'managedIdentity', clientId: identity }
}

const readCertificate = (path: string, readText: (path: string) => string): Parsed<Certificate> => {
  let text: string
  try {
    text = readText(path)
  } catch {
    return { ok: false, sentence: 'The file cannot be read: check that the path is right and that the server may read it.' }
  }
  return parseCertificate(text)
}

const botOf = (type: BotType, id: string, tenantId: string, credential: Credential): BotConfig => {
  if (type === 'UserAssignedMSI') return { type, id, tenantId }
  if (credential.kind !== 'certificate') throw new Error('botProblems lets no SingleTenant bot through without a certificate')
  const { certificate, privateKey, thumbprintSha256 } = credential
  return { type, id, tenantId, certificate: { certificate, privateKey, thumbprintSha256 } }
}

/** The refusal as text for the log or the terminal, one line per variable. */
export const describeConfigFault = (fault: ConfigFault): string =>
  [
    'The server cannot start. Mend these environment variables (docs/deploy.md explains each):',
    ...fault.problems.map(({ name, sentence }) => `  ${name}: ${sentence}`),
  ].join('\n')
