import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CONFIG_VARIABLES, readConfig } from '../../api/config.ts'
import { selfSigned } from '../../api/self-signed.fixture.ts'
import { bicepParser } from './bicep.ts'
import type { Around, Project, Step } from './lifecycle.ts'
import { checkLifecycle } from './lifecycle.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const bicep = (await bicepParser())(read('infra/azure/main.bicep'))
const devEnv = Object.entries(parseEnv(read('infra/env/.env.dev')))

const project = (): Project => parse(read('teamsapp.yml'))
const around = (): Around => ({
  env: {
    set: devEnv.filter(([, value]) => value !== '').map(([name]) => name),
    empty: devEnv.filter(([, value]) => value === '').map(([name]) => name),
  },
  exists: (path) => existsSync(join(ROOT, path)),
  read,
  bicepOutputs: bicep.ok ? bicep.value.outputs.map((output) => output.name) : [],
})
const step = (steps: Step[] | undefined, uses: string): Step => {
  const found = steps?.find((one) => one.uses === uses)
  if (found === undefined) throw new Error(`no step ${uses}`)
  return found
}
const input = (steps: Step[] | undefined, uses: string) => step(steps, uses).with ?? {}

it('teamsapp.yml finds every file and variable it uses', () => {
  expect(checkLifecycle(project(), around())).toEqual([])
})

describe('teamsapp.yml would be refused', () => {
  const faults: [what: string, change: (project: Project, around: Around) => void, sentence: RegExp][] = [
    ['with an old version', (file) => (file.version = '1.0.0'), /use v1\.8/],
    ['with another folder of environments', (file) => (file.environmentFolderPath = './env'), /environmentFolderPath/],
    [
      'without the Azure resources',
      (file) => (file.provision = file.provision?.filter((one) => one.uses !== 'arm/deploy')),
      /lacks the step arm\/deploy/,
    ],
    ['without publishing', (file) => (file.publish = []), /publish lacks the step teamsApp\/publishAppPackage/],
    ['with an unknown action', (file) => file.deploy?.push({ uses: 'azureStorage/deploy' }), /not known/],
    ['with a client secret', (file) => (input(file.provision, 'aadApp/create').generateClientSecret = true), /client secret/],
    ['without a sign-in audience', (file) => delete input(file.provision, 'aadApp/create').signInAudience, /signInAudience is missing/],
    [
      'when an id is not kept',
      (file) => delete step(file.provision, 'teamsApp/create').writeToEnvironmentFile,
      /teamsAppId is not written/,
    ],
    [
      'with a manifest elsewhere',
      (file) => (input(file.provision, 'teamsApp/zipAppPackage').manifestPath = './appPackage/manifest.json'),
      /appPackage\/manifest\.json is not there/,
    ],
    [
      'when it checks a package that no step made',
      (file) => (input(file.publish, 'teamsApp/validateAppPackage').appPackagePath = './dist/other.zip'),
      /other\.zip is not there/,
    ],
    ['when the package is made before the bot', (file) => file.provision?.unshift(...file.provision.splice(5, 1)), /BOT_ID is empty/],
    ['when the template gives no domain', (_, given) => (given.bicepOutputs = ['BOT_ID']), /PULS_DOMAIN is empty/],
    [
      'with a variable nobody sets',
      (file) => (input(file.deploy, 'azureAppService/zipDeploy').resourceId = '${' + '{OTHER_ID}}'),
      /OTHER_ID is not in/,
    ],
    [
      'without the site in the environment',
      (_, given) => (given.env.set = given.env.set.filter((name) => name !== 'PULS_SITE_URL')),
      /PULS_SITE_URL/,
    ],
  ]
  it.each(faults)('%s', (_, change, sentence) => {
    const [file, given] = [project(), around()]
    change(file, given)
    expect(checkLifecycle(file, given).join('\n')).toMatch(sentence)
  })
})

describe('the environment files', () => {
  it('hold no secrets', () => {
    for (const file of readdirSync(join(ROOT, 'infra/env')).filter((name) => !name.endsWith('.user'))) {
      const values = Object.entries(parseEnv(read(`infra/env/${file}`)))
      expect(values.filter(([name]) => /^SECRET_|PASSWORD|CERTIFICATE$/.test(name))).toEqual([])
      expect(
        values.filter(([, value]) => /-----BEGIN|[\w~.-]{36,}/.test(value ?? '') && !/^(https:|[0-9a-f]{8}-)/.test(value ?? '')),
      ).toEqual([])
    }
  })

  it('show a server that starts', () => {
    const { certificate, privateKey } = selfSigned()
    const result = readConfig(parseEnv(read('infra/env/server.env.example')), () => certificate + privateKey)
    expect(result).toMatchObject({ ok: true, value: { bot: { type: 'SingleTenant' } } })
  })
})

it('the Entra registration asks for Sites.Selected alone and lets only Teams sign in', () => {
  const entra = JSON.parse(read('infra/azure/entra.manifest.json'))
  expect(entra.requiredResourceAccess).toEqual([
    {
      resourceAppId: '00000003-0000-0000-c000-000000000000',
      resourceAccess: [{ id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d', type: 'Role' }],
    },
  ])
  expect(entra).toMatchObject({ signInAudience: 'AzureADMyOrg', api: { requestedAccessTokenVersion: 2 } })
  const resource = JSON.parse(read('manifest/manifest.json')).webApplicationInfo.resource
  expect(entra.identifierUris).toEqual([resource])
  expect(entra.api.preAuthorizedApplications.length).toBe(2)
})

it('docs/deploy.md explains every variable that the server reads', () => {
  const rows = read('docs/deploy.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const named = rows.map((row) => row.split('`')[1])
  for (const [name, { need }] of Object.entries(CONFIG_VARIABLES)) {
    const row = rows[named.indexOf(name)]
    expect(row, name).toBeDefined()
    if (need === 'required') expect(row, name).toMatch(/required/)
  }
})
