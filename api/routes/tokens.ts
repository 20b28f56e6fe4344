import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Fault } from '#contract/errors.ts'
import type { PersonId } from '#domain/model.ts'
import { type Result, refuse } from '#domain/result.ts'

/** Who a checked token speaks of. The name is shown, never trusted for rights; the id is `oid`, never an e-mail address. */
export interface TokenBearer {
  personId: PersonId
  displayName: string
}

export interface TokenRules {
  issuer: string
  tenantId: string
  /** Client id of the API, and `api://…/clientid` for version 1 tokens. */
  audiences: readonly string[]
  scope: string
  keys: JWTVerifyGetKey
  /** The wall clock: a token's lifetime does not follow a clock that people set. */
  now: () => Date
}

export type VerifyToken = (authorization: string | undefined) => Promise<Result<TokenBearer, Fault>>

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Checks the tab's token: signature (RS256 by the tenant's keys), issuer, audience, tenant, lifetime and scope. */
export function tokenVerifier(rules: TokenRules): VerifyToken {
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
    if (!token) return refuse({ code: 'notAuthenticated' })
    try {
      const { payload } = await jwtVerify(token, rules.keys, {
        algorithms: ['RS256'],
        issuer: rules.issuer,
        audience: [...rules.audiences],
        requiredClaims: ['exp', 'nbf', 'oid', 'tid', 'scp'],
        clockTolerance: 60,
        currentDate: rules.now(),
      })
      const { oid, tid, scp, name } = payload
      const scoped = typeof scp === 'string' && scp.split(' ').includes(rules.scope)
      if (tid !== rules.tenantId || !scoped || typeof oid !== 'string' || !GUID.test(oid)) return refuse({ code: 'notAuthenticated' })
      return { ok: true, value: { personId: oid.toLowerCase(), displayName: typeof name === 'string' ? name.slice(0, 255) : '–' } }
    } catch (thrown) {
      // jose refuses with its own errors; anything else (the keys could not be fetched) is no proof either.
      return refuse({ code: thrown instanceof errors.JWTExpired ? 'tokenExpired' : 'notAuthenticated' })
    }
  }
}
