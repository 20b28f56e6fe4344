/** What must hold for the Azure resources, each as a sentence when it does not. `bicep build` and what-if check the rest. */
import { CONFIG_VARIABLES } from '../../api/config.ts'
import type { BicepFile, BicepObject, BicepValue } from './bicep.ts'
import { Expression } from './bicep.ts'

export type ParametersFile = { parameters: Record<string, { value: unknown }> }

// Set by the platform, for a server with its own disk, or defaulting to another variable.
const NOT_IN_AZURE = ['PORT', 'PULS_CERTIFICATE_FILE', 'PULS_GRAPH_CLIENT_ID']

const bodiesOf = ({ resources }: BicepFile, type: string): BicepObject[] =>
  resources.filter((resource) => resource.type.startsWith(`${type}@`)).map((resource) => resource.body)

const at = (value: BicepValue | undefined, path: string): BicepValue | undefined =>
  path.split('.').reduce<BicepValue | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), value)

const isObject = (value: BicepValue | undefined): value is BicepObject =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Expression)
const sourceOf = (value: BicepValue | undefined): string =>
  value instanceof Expression ? value.source : typeof value === 'string' ? value : ''

/** The one resource of a type must hold these values; `RegExp` for a text, `true` or a word for exactly that. */
const demand = (file: BicepFile, type: string, wanted: Record<string, RegExp | boolean | string>): string[] => {
  const bodies = bodiesOf(file, type)
  if (bodies.length !== 1) return [`There must be one ${type}, there are ${bodies.length}.`]
  return Object.entries(wanted).flatMap(([path, want]) => {
    const value = at(bodies[0], path)
    const met = want instanceof RegExp ? want.test(sourceOf(value)) : value === want
    return met ? [] : [`${type}: ${path} must be ${want instanceof RegExp ? `like ${want.source}` : want}.`]
  })
}

/** https only, TLS 1.2 or newer, no FTP, always on with a health check, Node 24, an identity of its own. */
export const checkServer = (file: BicepFile): string[] => [
  ...demand(file, 'Microsoft.Web/sites', {
    'identity.type': 'UserAssigned',
    'properties.httpsOnly': true,
    'properties.siteConfig.linuxFxVersion': /^NODE\|24/,
    'properties.siteConfig.appCommandLine': 'node api/main.ts',
    'properties.siteConfig.alwaysOn': true,
    'properties.siteConfig.healthCheckPath': '/healthz',
    'properties.siteConfig.minTlsVersion': /^1\.[23]$/,
    'properties.siteConfig.scmMinTlsVersion': /^1\.[23]$/,
    'properties.siteConfig.ftpsState': 'Disabled',
  }),
  ...demand(file, 'Microsoft.Web/serverfarms', { kind: 'linux', 'properties.reserved': true }),
  ...demand(file, 'Microsoft.ManagedIdentity/userAssignedIdentities', { name: /./ }),
  ...bodiesOf(file, 'Microsoft.Web/sites/basicPublishingCredentialsPolicies').flatMap((body) =>
    at(body, 'properties.allow') === false ? [] : ['Publishing with user name and password must be off.'],
  ),
]

/** A bot of one tenant that acts as the managed identity and is open to Teams alone. */
export const checkBot = (file: BicepFile): string[] => {
  const channels = bodiesOf(file, 'Microsoft.BotService/botServices/channels')
  const others = channels.filter((channel) => channel.name !== 'MsTeamsChannel')
  return [
    ...demand(file, 'Microsoft.BotService/botServices', {
      kind: 'azurebot',
      'properties.msaAppType': 'UserAssignedMSI',
      'properties.msaAppId': /^\w+\.properties\.clientId$/,
      'properties.msaAppMSIResourceId': /^\w+\.id$/,
      'properties.msaAppTenantId': /^tenantId$/,
      'properties.endpoint': /^'https:\/\/\$\{domain\}\/api\/messages'$/,
    }),
    ...demand(file, 'Microsoft.BotService/botServices/channels', {
      parent: /^\w+$/,
      name: 'MsTeamsChannel',
      'properties.channelName': 'MsTeamsChannel',
      'properties.properties.isEnabled': true,
      'properties.properties.acceptedTerms': true,
    }),
    ...others.map((channel) => `The bot is open to ${sourceOf(channel.name)} too: only Teams is meant.`),
  ]
}

/** A secret is never readable: its parameter is @secure, has no default, and no output or literal carries it. */
export const checkSecrets = ({ params, outputs }: BicepFile): string[] => [
  ...params
    .filter(({ name, secure }) => !secure && /secret|password|certificate|pem$|apikey|connectionstring/i.test(name))
    .map(({ name }) => `The parameter ${name} holds a secret: put @secure() above it.`),
  ...params.filter((param) => param.secure && param.hasDefault).map(({ name }) => `The secret ${name} has a default: remove it.`),
  ...outputs.flatMap(({ name, source }) => {
    const secret = params.find((param) => param.secure && new RegExp(`\\b${param.name}\\b`).test(source))
    return secret || /\blist\w*\(/.test(source) ? [`The output ${name} would show a secret: remove it.`] : []
  }),
]

/** Every parameter is in the parameters file and the other way round; a secret's value is never written there. */
export const checkParameters = ({ params }: BicepFile, { parameters }: ParametersFile): string[] => {
  const names = params.map((param) => param.name)
  const written = params.filter((param) => param.secure && ![undefined, ''].includes(parameters[param.name]?.value as string | undefined))
  return [
    ...names.filter((name) => !(name in parameters)).map((name) => `main.parameters.json lacks ${name}.`),
    ...Object.keys(parameters)
      .filter((name) => !names.includes(name))
      .map((name) => `main.parameters.json sets ${name}, which main.bicep does not have.`),
    ...written.map(({ name }) => `main.parameters.json holds a value for the secret ${name}: leave it empty or refer to a key vault.`),
  ]
}

/** The server finds every variable that it reads, and gets none that it does not know. */
export const checkSettings = ({ keys }: BicepFile): string[] => {
  const wanted = Object.keys(CONFIG_VARIABLES).filter((name) => !NOT_IN_AZURE.includes(name))
  return [
    ...wanted.filter((name) => !keys.includes(name)).map((name) => `No app setting ${name}: the server reads it (api/config.ts).`),
    ...keys
      .filter((key) => key.startsWith('PULS_') && !(key in CONFIG_VARIABLES))
      .map((key) => `The app setting ${key} is read by nobody.`),
    ...(keys.includes('NODE_ENV') ? [] : ['No app setting NODE_ENV: set it to production.']),
  ]
}
