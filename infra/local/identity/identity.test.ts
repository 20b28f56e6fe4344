import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentity, LOCAL_API_CLIENT_ID, LOCAL_APP_ID, LOCAL_SITE_OWNERS_GROUP_ID, LOCAL_TENANT_ID } from './identity.ts'

const NOW = new Date('2026-05-04T07:00:00Z')
const base = { tenantId: LOCAL_TENANT_ID, apiClientId: LOCAL_API_CLIENT_ID, appId: LOCAL_APP_ID, now: () => NOW }
const PERSON = '11111111-2222-4333-8444-555555555555'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'identity-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('tokens for the api', () => {
  const identity = createIdentity(base)

  it('are verified by the published keys with the claims of a version 2 token', async () => {
    const token = await identity.issueApiToken({ personId: PERSON, name: 'Kari Eksempel' })
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(identity.jwks()), {
      issuer: `https://login.microsoftonline.com/${LOCAL_TENANT_ID}/v2.0`,
      audience: LOCAL_API_CLIENT_ID,
      currentDate: NOW,
    })
    expect(payload).toMatchObject({ oid: PERSON, tid: LOCAL_TENANT_ID, scp: 'access_as_user', ver: '2.0', name: 'Kari Eksempel' })
    expect(payload.sub).not.toBe(PERSON)
    expect(payload.exp).toBe(NOW.getTime() / 1000 + 3600)
    expect(protectedHeader.kid).toBe(identity.jwks().keys[0]?.kid)
  })

  it('take overrides, and leave a claim out when it is undefined', async () => {
    const claims = decodeJwt(await identity.issueApiToken({ personId: PERSON, overrides: { tid: 'other', scp: undefined } }))
    expect(claims.tid).toBe('other')
    expect('scp' in claims).toBe(false)
  })

  it('can be issued already expired', async () => {
    const claims = decodeJwt(await identity.issueApiToken({ personId: PERSON, expiresInSeconds: -60 }))
    expect(claims.exp).toBe(NOW.getTime() / 1000 - 60)
    expect(claims.nbf).toBeLessThan(claims.exp ?? 0)
  })
})

describe('tokens for Graph', () => {
  const identity = createIdentity(base)

  it.each([
    [
      'app',
      {
        idtyp: 'app',
        roles: ['Sites.Selected', 'User.ReadBasic.All', 'Presence.Read.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
        appid: LOCAL_APP_ID,
      },
    ],
    ['admin', { scp: 'Sites.FullControl.All User.ReadBasic.All' }],
    ['owner', { groups: [LOCAL_SITE_OWNERS_GROUP_ID] }],
    ['person', { oid: PERSON, scp: 'Sites.ReadWrite.All User.ReadBasic.All' }],
  ] as const)('of kind %s carry their own claims', async (kind, claims) => {
    const checked = await identity.verifyGraphToken(await identity.issueGraphToken({ kind, personId: PERSON }))
    expect(checked.ok && checked.value).toMatchObject(claims)
  })

  it('are refused when expired, meant for someone else, from another issuer or signed by another key', async () => {
    const codeOf = async (token: string) => {
      const checked = await identity.verifyGraphToken(token)
      return checked.ok ? 'accepted' : checked.code
    }
    const issue = identity.issueGraphToken
    expect(await codeOf(await issue({ kind: 'app', expiresInSeconds: -1 }))).toBe('tokenExpired')
    expect(await codeOf(await issue({ kind: 'app', overrides: { aud: LOCAL_API_CLIENT_ID } }))).toBe('tokenInvalid')
    expect(await codeOf(await issue({ kind: 'app', overrides: { iss: 'https://sts.windows.net/other/' } }))).toBe('tokenInvalid')
    expect(await codeOf(await createIdentity(base).issueGraphToken({ kind: 'app' }))).toBe('tokenInvalid')
    expect(await codeOf('not.a.token')).toBe('tokenInvalid')
  })
})

describe('the key file', () => {
  it('keeps tokens valid over a restart and is readable by its owner only', async () => {
    const keyFile = join(folder, 'nested', 'key.pem')
    const token = await createIdentity({ ...base, keyFile }).issueGraphToken({ kind: 'app' })
    const checked = await createIdentity({ ...base, keyFile }).verifyGraphToken(token)
    expect(checked.ok).toBe(true)
    // Windows has no such bits.
    if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o077).toBe(0)
  })
})
