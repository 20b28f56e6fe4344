import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BicepFile } from './bicep.ts'
import { bicepParser, Expression } from './bicep.ts'
import type { ParametersFile } from './rules.ts'
import { checkBot, checkParameters, checkSecrets, checkServer, checkSettings } from './rules.ts'

const source = readFileSync(join(import.meta.dirname, 'main.bicep'), 'utf8')
const parameters: ParametersFile = JSON.parse(readFileSync(join(import.meta.dirname, 'main.parameters.json'), 'utf8'))
const parse = await bicepParser()

const fileOf = (text: string): BicepFile => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  return parsed.value
}
const changed = (from: string, to: string): BicepFile => {
  if (!source.includes(from)) throw new Error(`main.bicep has no ${from}`)
  return fileOf(source.replace(from, to))
}
const allRules = (file: BicepFile) => [
  ...checkServer(file),
  ...checkBot(file),
  ...checkSecrets(file),
  ...checkParameters(file, parameters),
  ...checkSettings(file),
]

it('main.bicep can be read and breaks no rule', () => {
  expect(allRules(fileOf(source))).toEqual([])
})

describe('a Bicep file', () => {
  it('with a fault is refused with line and column', () => {
    expect(parse("param a string\nresource b 'x@1' = {\n  name: 'b'\n")).toEqual({
      ok: false,
      problems: [expect.stringMatching(/^line 3, column \d+: «}» is missing/)],
    })
    expect(parse('param a string\nparam = = 3\n')).toMatchObject({ ok: false, problems: [expect.stringMatching(/^line 2, column \d+/)] })
  })

  it('is read into parameters, resources and outputs', () => {
    const text = `@description('x')
@secure()
param pem string
param size int = 3
resource plan 'Microsoft.Web/serverfarms@2024-04-01' = if (size > 1) {
  name: 'x-\${size}'
  properties: { reserved: true, 'a b': [1, 'two', plan2.id] }
}
output id string = plan.id
`
    expect(fileOf(text)).toEqual({
      params: [
        { name: 'pem', secure: true, hasDefault: false, default: null },
        { name: 'size', secure: false, hasDefault: true, default: 3 },
      ],
      resources: [
        {
          symbol: 'plan',
          type: 'Microsoft.Web/serverfarms@2024-04-01',
          body: { name: new Expression(`'x-\${size}'`), properties: { reserved: true, 'a b': [1, 'two', new Expression('plan2.id')] } },
        },
      ],
      outputs: [{ name: 'id', source: 'plan.id' }],
      keys: ['name', 'properties', 'reserved', 'a b'],
    })
  })
})

describe('main.bicep would be refused', () => {
  it.each([
    ['without https only', 'httpsOnly: true', 'httpsOnly: false', /httpsOnly must be true/],
    ['with an old TLS', "minTlsVersion: '1.2'", "minTlsVersion: '1.0'", /minTlsVersion/],
    ['with an old TLS for publishing', "scmMinTlsVersion: '1.2'", "scmMinTlsVersion: '1.1'", /scmMinTlsVersion/],
    ['with FTP', "ftpsState: 'Disabled'", "ftpsState: 'AllAllowed'", /ftpsState/],
    ['when it may sleep', 'alwaysOn: true', 'alwaysOn: false', /alwaysOn/],
    ['without a health check', "healthCheckPath: '/healthz'", "healthCheckPath: '/'", /healthCheckPath/],
    ['on another Node', 'NODE|24-lts', 'NODE|22-lts', /linuxFxVersion/],
    ['with another start command', 'node api/main.ts', 'npm start', /appCommandLine/],
    ['with an identity of the system', "type: 'UserAssigned'", "type: 'SystemAssigned'", /identity\.type/],
    ['with a publishing password', 'allow: false', 'allow: true', /user name and password/],
    ['on Windows', 'reserved: true', 'reserved: false', /reserved/],
    ['with a multi-tenant bot', "msaAppType: 'UserAssignedMSI'", "msaAppType: 'MultiTenant'", /msaAppType/],
    ['with a bot of any tenant', 'msaAppTenantId: tenantId', "msaAppTenantId: 'common'", /msaAppTenantId/],
    ['with a bot at another address', '/api/messages', '/messages', /endpoint/],
    ['without Teams', "channelName: 'MsTeamsChannel'", "channelName: 'WebChatChannel'", /channelName/],
    ['without the terms of Teams', 'acceptedTerms: true', 'acceptedTerms: false', /acceptedTerms/],
    ['with an open secret', '@secure()\n', '', /certificatePem holds a secret/],
    ['with a default secret', 'param certificatePem string', "param certificatePem string = 'x'", /has a default/],
    ['with an output that shows a secret', 'string = domain', 'string = certificatePem', /would show a secret/],
    ['with an output that lists keys', 'string = domain', "string = listKeys(app.id, '2024-04-01').key", /would show a secret/],
    ['with a parameter that has no value', 'param siteUrl string', 'param siteUrl string\nparam more string', /lacks more/],
    ['without a parameter that has a value', '@minLength(3)\n@maxLength(24)\nparam baseName', 'param otherName', /sets baseName/],
    ['without the site', '    PULS_SITE_URL: siteUrl\n', '', /No app setting PULS_SITE_URL/],
    [
      'with a setting nobody reads',
      'PULS_SITE_URL: siteUrl',
      'PULS_SITE_URL: siteUrl\n    PULS_LOCAL: true',
      /PULS_LOCAL is read by nobody/,
    ],
    ['outside production', "    NODE_ENV: 'production'\n", '', /NODE_ENV/],
  ])('%s', (_, from, to, sentence) => {
    expect(allRules(changed(from, to)).join('\n')).toMatch(sentence)
  })

  it('with a second channel', () => {
    const more = `${source}\nresource chat 'Microsoft.BotService/botServices/channels@2022-09-15' = {\n  parent: bot\n  name: 'WebChatChannel'\n}\n`
    expect(checkBot(fileOf(more)).join('\n')).toMatch(/WebChatChannel/)
  })

  it('with a secret written into the parameters file', () => {
    const leaked = { parameters: { ...parameters.parameters, certificatePem: { value: '-----BEGIN' } } }
    expect(checkParameters(fileOf(source), leaked)).toEqual([expect.stringMatching(/certificatePem/)])
  })
})
