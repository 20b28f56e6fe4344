import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The signing key of the local identity provider, with its public half as it is published. */
export interface SigningKey {
  privateKey: KeyObject
  publicKey: KeyObject
  publicJwk: { kty: string; n: string; e: string; kid: string; use: 'sig'; alg: 'RS256' }
}

const newPem = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const isFault = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

const readPem = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isFault(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Two processes may start at once: the one that comes second takes the first one's key. */
const persistedPem = (file: string): string => {
  const existing = readPem(file)
  if (existing !== undefined) return existing
  const pem = newPem()
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
    return pem
  } catch (error) {
    if (isFault(error, 'EEXIST')) return readFileSync(file, 'utf8')
    throw error
  }
}

/** RFC 7638 thumbprint, so that the key id follows from the key. */
const thumbprint = (jwk: { kty: string; n: string; e: string }): string =>
  createHash('sha256')
    .update(JSON.stringify({ e: jwk.e, kty: jwk.kty, n: jwk.n }))
    .digest('base64url')

/**
 * Gives the RS256 key pair; with `file` it is kept there (PEM, readable by the owner only), so tokens survive a restart.
 * Throws when the file exists but holds no private key.
 */
export const signingKey = (file?: string): SigningKey => {
  const privateKey = createPrivateKey(file === undefined ? newPem() : persistedPem(file))
  const publicKey = createPublicKey(privateKey)
  const { kty = '', n = '', e = '' } = publicKey.export({ format: 'jwk' })
  return { privateKey, publicKey, publicJwk: { kty, n, e, kid: thumbprint({ kty, n, e }), use: 'sig', alg: 'RS256' } }
}
