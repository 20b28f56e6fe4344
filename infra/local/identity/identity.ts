import { createHash, randomUUID } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type SigningKey, signingKey } from './keys.ts'

/** Invented ids of the local tenant and its registrations; no real tenant has them. */
export const LOCAL_TENANT_ID = '3d9f1c62-7a40-4e0b-9b57-0c5e8a1f2d01'
export const LOCAL_API_CLIENT_ID = '8b2e4f10-5c6d-4a37-8f19-6d0a3b7c4e02'
export const LOCAL_APP_ID = 'c41a7d93-2e58-4b06-a1f4-92b8e5d06f03'
export const LOCAL_BOT_ID = 'e7068b25-91d4-4f3c-b8a2-47c1f9d35a04'
/** What the tenant's app catalogue calls the app: another id than the manifest's. */
export const LOCAL_CATALOG_APP_ID = '5b8c3f27-16d9-4e72-a0c5-83f1d24b7e08'
/** The site's owners are a group in a real tenant, and the group stands in their tokens. */
export const LOCAL_SITE_OWNERS_GROUP_ID = '6f5d20ea-38b1-4c97-8e64-b03a9c7d1e05'
/** The directory's administrator, who belongs to no scenario. */
export const LOCAL_ADMIN_ID = 'a0b94c17-d2f6-4838-9ce5-71e4d8360b06'
/** The owner a token speaks of when no person is named. */
export const LOCAL_OWNER_ID = '94d7e3b8-0f1a-4265-b7c3-5a28f60e9d07'

export const GRAPH_AUDIENCE = 'https://graph.microsoft.com'

/** Teams on desktop and mobile, Teams on the web: the clients that fetch a tab's token (reference: Microsoft's own ids). */
const TEAMS_DESKTOP_CLIENT_ID = '1fec8e78-bce4-4aaf-ab1b-5451cc387264'
const DEFAULT_LIFETIME_SECONDS = 3600
const TOKENS_KNOWN = 200

export interface IdentityOptions {
  tenantId: string
  apiClientId: string
  appId: string
  /** Where the key pair is kept; without it every identity has a new one. */
  keyFile?: string
  /** Token times follow the wall clock: moving the product's day must not make tokens expire. */
  now: () => Date
}

export interface ApiTokenRequest {
  personId: string
  name?: string
  /** Negative for a token that has already expired. */
  expiresInSeconds?: number
  /** Claims to replace, or to leave out when `undefined`: for tests of refusal. */
  overrides?: Record<string, unknown>
}

export interface GraphTokenRequest {
  /** `app` is the product itself; `admin` the directory's administrator; `owner` a site owner; `person` anyone else. */
  kind: 'app' | 'admin' | 'owner' | 'person'
  personId?: string
  expiresInSeconds?: number
  overrides?: Record<string, unknown>
}

export type TokenCheck = Result<JWTPayload, { code: 'tokenExpired' | 'tokenInvalid' }>

export interface Identity {
  /** The public keys, as served at `/discovery/v2.0/keys`. */
  jwks(): { keys: SigningKey['publicJwk'][] }
  /** A token as the tab gets it from Teams: version 2, scope `access_as_user`. */
  issueApiToken(request: ApiTokenRequest): Promise<string>
  /** A token for Microsoft Graph: version 1, as Graph's tokens are. */
  issueGraphToken(request: GraphTokenRequest): Promise<string>
  /** Checks signature, issuer, audience and lifetime of a token meant for Graph. */
  verifyGraphToken(token: string): Promise<TokenCheck>
}

const delegated = (personId: string, scopes: string, groups?: string[]): Record<string, unknown> => ({
  oid: personId,
  scp: scopes,
  ...(groups ? { groups } : {}),
})

/** Who may what, in the words a real token would use. Creating lists needs Sites.Manage.All (Microsoft's list-create page). */
const graphClaims = (request: GraphTokenRequest): Record<string, unknown> => {
  switch (request.kind) {
    case 'app':
      return {
        idtyp: 'app',
        roles: ['Sites.Selected', 'User.ReadBasic.All', 'Presence.Read.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
      }
    case 'admin':
      return delegated(request.personId ?? LOCAL_ADMIN_ID, 'Sites.FullControl.All User.ReadBasic.All')
    case 'owner':
      return delegated(request.personId ?? LOCAL_OWNER_ID, 'Sites.Manage.All Sites.ReadWrite.All User.ReadBasic.All', [
        LOCAL_SITE_OWNERS_GROUP_ID,
      ])
    case 'person':
      if (request.personId === undefined) throw new Error('a token of kind person needs personId')
      return delegated(request.personId, 'Sites.ReadWrite.All User.ReadBasic.All')
  }
}

/** The pairwise subject: the same person is another `sub` in another app, so `sub` can never serve as the person's key. */
const subject = (personId: string, audience: string): string => createHash('sha256').update(`${personId}:${audience}`).digest('base64url')

const withoutUndefined = (claims: Record<string, unknown>): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))

/** The local identity provider: one key pair, tokens for the product's API and for Graph. Never leaves loopback. */
export const createIdentity = (options: IdentityOptions): Identity => {
  const key = signingKey(options.keyFile)
  /** A signature once found good stays good until the token ends; checking it anew is most of a small request's time. */
  const checkedBefore = new Map<string, JWTPayload>()
  const graphIssuer = `https://sts.windows.net/${options.tenantId}/`

  const sign = (claims: Record<string, unknown>, lifetime: number, overrides: Record<string, unknown>): Promise<string> => {
    const now = Math.floor(options.now().getTime() / 1000)
    const expires = now + lifetime
    const issued = lifetime > 0 ? now : expires - DEFAULT_LIFETIME_SECONDS
    const times = { iat: issued, nbf: issued, exp: expires, uti: randomUUID() }
    const header = { alg: 'RS256', typ: 'JWT', kid: key.publicJwk.kid }
    return new SignJWT(withoutUndefined({ ...times, ...claims, ...overrides })).setProtectedHeader(header).sign(key.privateKey)
  }

  return {
    jwks: () => ({ keys: [key.publicJwk] }),

    issueApiToken: ({ personId, name, expiresInSeconds = DEFAULT_LIFETIME_SECONDS, overrides = {} }) =>
      sign(
        {
          iss: `https://login.microsoftonline.com/${options.tenantId}/v2.0`,
          aud: options.apiClientId,
          tid: options.tenantId,
          oid: personId,
          sub: subject(personId, options.apiClientId),
          name,
          scp: 'access_as_user',
          azp: TEAMS_DESKTOP_CLIENT_ID,
          ver: '2.0',
        },
        expiresInSeconds,
        overrides,
      ),

    issueGraphToken: (request) =>
      sign(
        { iss: graphIssuer, aud: GRAPH_AUDIENCE, tid: options.tenantId, appid: options.appId, ver: '1.0', ...graphClaims(request) },
        request.expiresInSeconds ?? DEFAULT_LIFETIME_SECONDS,
        request.overrides ?? {},
      ),

    verifyGraphToken: async (token) => {
      const known = checkedBefore.get(token)
      if (known?.exp !== undefined && known.exp * 1000 > options.now().getTime()) return ok(known)
      try {
        const checked = await jwtVerify(token, key.publicKey, {
          algorithms: ['RS256'],
          issuer: graphIssuer,
          audience: GRAPH_AUDIENCE,
          requiredClaims: ['exp', 'nbf', 'tid'],
          currentDate: options.now(),
        })
        if (checkedBefore.size >= TOKENS_KNOWN) checkedBefore.clear()
        checkedBefore.set(token, checked.payload)
        return ok(checked.payload)
      } catch (error) {
        if (error instanceof errors.JWTExpired) return refuse({ code: 'tokenExpired' as const })
        if (error instanceof errors.JOSEError) return refuse({ code: 'tokenInvalid' as const })
        throw error
      }
    },
  }
}
