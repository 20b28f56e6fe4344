/**
 * What one environment variable may look like. Each parser takes the trimmed text and gives the value or
 * the sentence that says what to do instead. No sentence repeats the text: a secret pasted into the wrong
 * variable must not end up in a log.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'

/** A value, or the sentence that says what to set instead. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; sentence: string }

const good = <T>(value: T): Parsed<T> => ({ ok: true, value })
const bad = (sentence: string): { ok: false; sentence: string } => ({ ok: false, sentence })

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
// `npm run package` without --env fills these in; they must never reach a tenant.
const PLACEHOLDER_GUID = /^0{8}-0{4}-0{4}-0{4}-/

/** An Entra id, lower-cased; the all-zero ids of an unfinished package are refused. */
export const parseGuid = (text: string): Parsed<string> => {
  if (!GUID.test(text)) return bad('Set it to a GUID such as 8f5f4a1e-2b0c-4c1d-9a53-0a4d8c1b7e21, as the Azure portal shows it.')
  if (PLACEHOLDER_GUID.test(text)) return bad('Replace the placeholder (all zeros) with the real id from the Azure portal.')
  return good(text.toLowerCase())
}

/** A TCP port; 0 lets the system choose a free one. */
export const parsePort = (text: string): Parsed<number> =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? good(Number(text)) : bad('Set it to a whole number from 0 to 65535, for example 8080.')

/** A public host name, lower-cased: no scheme, port, path, wildcard, IP address or loopback name. */
export const parseDomain = (text: string): Parsed<string> => {
  const domain = text.toLowerCase()
  const labels = domain.split('.')
  if (domain === 'localhost' || domain.endsWith('.localhost') || domain.endsWith('.local'))
    return bad('Set it to the public host name that Teams reaches; a name on this machine belongs to the local world (npm start).')
  const wellFormed =
    labels.length > 1 && domain.length <= 253 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  if (!wellFormed || /^\d+$/.test(labels.at(-1) ?? ''))
    return bad('Set it to a host name only, for example prosjektpuls.eksempel.kommune.no, without https://, port or path.')
  return good(domain)
}

/** Where the lists live: `hostname` and `path` as Graph wants them in /sites/{hostname}:{path}. */
export type Site = { url: string; hostname: string; path: string }

/** A SharePoint site (not the root site, not a page in it). */
export const parseSiteUrl = (text: string): Parsed<Site> => {
  const remedy = 'Set it to the address of the site itself, for example https://eksempel.sharepoint.com/sites/prosjektpuls.'
  if (!URL.canParse(text)) return bad(remedy)
  const url = new URL(text)
  const path = url.pathname.replace(/\/$/, '')
  const plain =
    url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (!plain || !url.hostname.endsWith('.sharepoint.com') || !/^\/(sites|teams)\/[^/]+$/.test(path)) return bad(remedy)
  return good({ url: `https://${url.hostname}${path}`, hostname: url.hostname, path })
}

/** How the bot proves who it is to the Bot Framework. */
export const BOT_TYPES = ['UserAssignedMSI', 'SingleTenant'] as const
export type BotType = (typeof BOT_TYPES)[number]

/** One of the two bot types that belong to one tenant; a multi-tenant bot is not offered. */
export const parseBotType = (text: string): Parsed<BotType> => {
  const found = BOT_TYPES.find((type) => type.toLowerCase() === text.toLowerCase())
  return found === undefined ? bad(`Set it to one of ${BOT_TYPES.join(', ')}.`) : good(found)
}

/** A certificate with its private key, both PEM, and its SHA-256 thumbprint as lower-case hex. */
export type Certificate = { certificate: string; privateKey: string; thumbprintSha256: string }

const CERTIFICATE_BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/
const KEY_BLOCK = /-----BEGIN (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----/

/** PEM text that holds the certificate and its private key; `\n` may be written as two characters. */
export const parseCertificate = (text: string): Parsed<Certificate> => {
  const pem = text.replaceAll('\\n', '\n')
  const certificate = CERTIFICATE_BLOCK.exec(pem)?.[0]
  const privateKey = KEY_BLOCK.exec(pem)?.[0]
  if (certificate === undefined) return bad('It holds no certificate: put the whole PEM block «BEGIN CERTIFICATE» in it.')
  if (privateKey === undefined) return bad('It holds no private key: put the PEM block «BEGIN PRIVATE KEY» beside the certificate.')
  try {
    const parsed = new X509Certificate(certificate)
    if (!parsed.checkPrivateKey(createPrivateKey(privateKey)))
      return bad('The private key does not belong to the certificate: export the two together.')
    return good({ certificate, privateKey, thumbprintSha256: parsed.fingerprint256.replaceAll(':', '').toLowerCase() })
  } catch {
    // The library's own message may quote the input, so the reason is not passed on.
    return bad('The PEM text cannot be read: export it again as PEM, with a private key that has no password.')
  }
}
