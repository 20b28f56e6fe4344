import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ConfigFault } from './config.ts'
import { CONFIG_VARIABLES, describeConfigFault, readConfig } from './config.ts'
import { selfSigned } from './self-signed.fixture.ts'

const TENANT = '11111111-aaaa-4aaa-8aaa-111111111111'
const CLIENT = '22222222-bbbb-4bbb-8bbb-222222222222'
const IDENTITY = '33333333-cccc-4ccc-8ccc-333333333333'
const OTHER = '44444444-dddd-4ddd-8ddd-444444444444'

const own = selfSigned()
const foreign = selfSigned()
const pem = own.certificate + own.privateKey

const inAzure = {
  NODE_ENV: 'production',
  PULS_TENANT_ID: TENANT,
  PULS_CLIENT_ID: CLIENT,
  PULS_DOMAIN: 'prosjektpuls.eksempel.kommune.no',
  PULS_SITE_URL: 'https://eksempel.sharepoint.com/sites/prosjektpuls',
  PULS_MANAGED_IDENTITY_CLIENT_ID: IDENTITY,
  PULS_BOT_ID: IDENTITY,
  PULS_TEAMS_APP_ID: OTHER,
}
const withCertificate = { ...inAzure, PULS_MANAGED_IDENTITY_CLIENT_ID: undefined, PULS_CERTIFICATE: pem }
const singleTenant = { ...withCertificate, PULS_BOT_TYPE: 'SingleTenant', PULS_BOT_ID: CLIENT }

const faultOf = (env: Record<string, string | undefined>): ConfigFault => {
  const result = readConfig(env)
  if (result.ok) throw new Error('the environment was accepted')
  return result
}
const namesOf = (fault: ConfigFault) => fault.problems.map((problem) => problem.name)

describe('readConfig accepts', () => {
  it('an Azure environment with a managed identity, and fills in what has a default', () => {
    expect(readConfig(inAzure)).toEqual({
      ok: true,
      value: {
        port: 8080,
        tenantId: TENANT,
        clientId: CLIENT,
        audiences: [CLIENT, `api://prosjektpuls.eksempel.kommune.no/${CLIENT}`],
        domain: 'prosjektpuls.eksempel.kommune.no',
        origin: 'https://prosjektpuls.eksempel.kommune.no',
        site: {
          url: 'https://eksempel.sharepoint.com/sites/prosjektpuls',
          hostname: 'eksempel.sharepoint.com',
          path: '/sites/prosjektpuls',
        },
        graph: { clientId: CLIENT, credential: { kind: 'managedIdentity', clientId: IDENTITY } },
        bot: { type: 'UserAssignedMSI', id: IDENTITY, tenantId: TENANT },
        teamsCatalogId: null,
        teamsAppId: OTHER,
      },
    })
  })

  it('a certificate as PEM text, with real or written line breaks, and gives its thumbprint', () => {
    for (const text of [pem, pem.replaceAll('\n', '\\n')]) {
      const result = readConfig({ ...withCertificate, PULS_CERTIFICATE: text })
      expect(result.ok && result.value.graph.credential).toMatchObject({
        kind: 'certificate',
        thumbprintSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
    }
  })

  it('a certificate in a file', () => {
    const result = readConfig({ ...withCertificate, PULS_CERTIFICATE: '', PULS_CERTIFICATE_FILE: 'app.pem' }, (path) =>
      path === 'app.pem' ? pem : '',
    )
    expect(result.ok && result.value.graph.credential.kind).toBe('certificate')
  })

  it('a SingleTenant bot on the app registration, with the same certificate', () => {
    const result = readConfig(singleTenant)
    expect(result.ok && result.value.bot).toMatchObject({ type: 'SingleTenant', id: CLIENT, tenantId: TENANT })
  })

  it('what is set beside the defaults', () => {
    const result = readConfig({
      ...inAzure,
      PORT: '0',
      PULS_GRAPH_CLIENT_ID: OTHER.toUpperCase(),
    })
    expect(result.ok && result.value).toMatchObject({ port: 0, graph: { clientId: OTHER } })
  })
})

describe('readConfig refuses', () => {
  it('an empty environment, naming everything that is missing at once', () => {
    const fault = faultOf({})
    expect(fault.code).toBe('configMissing')
    expect(namesOf(fault)).toEqual([
      'PULS_TENANT_ID',
      'PULS_CLIENT_ID',
      'PULS_DOMAIN',
      'PULS_SITE_URL',
      'PULS_MANAGED_IDENTITY_CLIENT_ID',
      'PULS_BOT_ID',
      'PULS_TEAMS_APP_ID',
    ])
  })

  it.each([
    ['PULS_TENANT_ID', undefined],
    ['PULS_CLIENT_ID', '  '],
    ['PULS_DOMAIN', ''],
    ['PULS_SITE_URL', undefined],
    ['PULS_MANAGED_IDENTITY_CLIENT_ID', undefined],
    ['PULS_BOT_ID', undefined],
    ['PULS_TEAMS_APP_ID', undefined],
  ])('an environment that lacks only %s', (name, value) => {
    const fault = faultOf({ ...inAzure, [name]: value })
    expect(fault).toMatchObject({ code: 'configMissing', problems: [{ name }] })
  })

  it('a bot without an id, since it would run without authentication', () => {
    const [problem] = faultOf({ ...inAzure, PULS_BOT_ID: undefined }).problems
    expect(problem?.sentence).toMatch(/does not start/)
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PULS_TENANT_ID', 'eksempel.onmicrosoft.com'],
    ['PULS_TENANT_ID', '00000000-0000-0000-0000-000000000001'],
    ['PULS_CLIENT_ID', `{${CLIENT}}`],
    ['PULS_DOMAIN', 'https://prosjektpuls.eksempel.kommune.no'],
    ['PULS_DOMAIN', 'prosjektpuls.eksempel.kommune.no/tab'],
    ['PULS_DOMAIN', 'prosjektpuls.eksempel.kommune.no:443'],
    ['PULS_DOMAIN', '*.eksempel.kommune.no'],
    ['PULS_DOMAIN', 'localhost'],
    ['PULS_DOMAIN', '127.0.0.1'],
    ['PULS_SITE_URL', 'eksempel.sharepoint.com/sites/prosjektpuls'],
    ['PULS_SITE_URL', 'http://eksempel.sharepoint.com/sites/prosjektpuls'],
    ['PULS_SITE_URL', 'https://eksempel.sharepoint.com'],
    ['PULS_SITE_URL', 'https://eksempel.sharepoint.com/sites/prosjektpuls/SitePages/Home.aspx'],
    ['PULS_SITE_URL', 'https://sharepoint.com.eksempel.no/sites/prosjektpuls'],
    ['PULS_GRAPH_CLIENT_ID', 'puls'],
    ['PULS_MANAGED_IDENTITY_CLIENT_ID', '/subscriptions/x/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puls'],
    ['PULS_BOT_ID', 'prosjektpuls-bot'],
    ['PULS_BOT_TYPE', 'MultiTenant'],
  ])('%s when it is %j', (name, value) => {
    expect(faultOf({ ...inAzure, [name]: value })).toMatchObject({ code: 'configInvalid', problems: [{ name }] })
  })

  it.each([
    ['without a certificate', own.privateKey, /no certificate/],
    ['without a private key', own.certificate, /no private key/],
    ['with the key of another certificate', own.certificate + foreign.privateKey, /does not belong/],
    ['with a password on the key', own.certificate + lockedKey(), /no password/],
    ['cut short', pem.replace(/BEGIN CERTIFICATE-----\n.{40}/, 'BEGIN CERTIFICATE-----\n'), /cannot be read/],
  ])('a PEM text %s', (_, text, sentence) => {
    const fault = faultOf({ ...withCertificate, PULS_CERTIFICATE: text })
    expect(fault).toMatchObject({
      code: 'configInvalid',
      problems: [{ name: 'PULS_CERTIFICATE', sentence: expect.stringMatching(sentence) }],
    })
  })

  it('a certificate file that is not there', () => {
    const fault = faultOf({ ...withCertificate, PULS_CERTIFICATE: undefined, PULS_CERTIFICATE_FILE: 'no-such-file.pem' })
    expect(fault).toMatchObject({ code: 'configInvalid', problems: [{ name: 'PULS_CERTIFICATE_FILE' }] })
  })

  it('two credentials at once', () => {
    const fault = faultOf({ ...inAzure, PULS_CERTIFICATE: pem })
    expect(fault).toMatchObject({ code: 'configInvalid', problems: [{ name: 'PULS_MANAGED_IDENTITY_CLIENT_ID' }] })
  })

  it.each([
    ['a SingleTenant bot without a certificate', { ...inAzure, PULS_BOT_TYPE: 'SingleTenant', PULS_BOT_ID: CLIENT }, 'PULS_BOT_TYPE'],
    ['a SingleTenant bot on another registration', { ...singleTenant, PULS_BOT_ID: OTHER }, 'PULS_BOT_ID'],
    ['an identity that is the app registration', { ...inAzure, PULS_BOT_ID: CLIENT }, 'PULS_BOT_ID'],
    ['local mode', { ...inAzure, PULS_LOCAL: '1' }, 'PULS_LOCAL'],
    ['any setting of the local world', { ...inAzure, PULS_LOCAL_GRAPH: 'http://127.0.0.1:4301' }, 'PULS_LOCAL_GRAPH'],
    ['certificate checks turned off', { ...inAzure, NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
  ])('%s', (_, env, name) => {
    expect(faultOf(env)).toMatchObject({ code: 'configInvalid', problems: [{ name }] })
  })

  it('missing and malformed variables in one answer', () => {
    const fault = faultOf({ ...inAzure, PULS_TENANT_ID: undefined, PULS_DOMAIN: 'localhost' })
    expect(fault.code).toBe('configInvalid')
    expect(namesOf(fault)).toEqual(['PULS_TENANT_ID', 'PULS_DOMAIN'])
  })
})

it('never repeats the value of a variable, whatever is pasted where', () => {
  const secret = 'hunter2-SECRET'
  const env = Object.fromEntries(Object.keys(CONFIG_VARIABLES).map((name) => [name, secret]))
  const text = describeConfigFault(faultOf({ ...env, PULS_LOCAL: secret }))
  expect(text).not.toContain(secret)
  for (const name of Object.keys(CONFIG_VARIABLES)) expect(text).toContain(`  ${name}: `)
})

function lockedKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'locked' }).toString()
}
