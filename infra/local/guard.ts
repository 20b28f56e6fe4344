import type { IncomingHttpHeaders } from 'node:http'

/**
 * Who may speak to the local world: programs on this machine and its own page. A page from elsewhere that the same
 * browser shows must not reach it, neither directly (Origin) nor by a name that it lets point here (Host).
 */
export type GuardFault = { code: 'hostNotAllowed' | 'originNotAllowed'; text: string }

const hostsOf = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]

/** Refuses a Host header that is not loopback with our own port. */
export const hostFault = (headers: IncomingHttpHeaders, port: number): GuardFault | null =>
  hostsOf(port).includes(headers.host ?? '')
    ? null
    : { code: 'hostNotAllowed', text: `Use http://127.0.0.1:${port}/: the local world answers to no other name.` }

/** Refuses what another page has made the browser send. Programs send neither header. */
export const originFault = (headers: IncomingHttpHeaders, port: number): GuardFault | null => {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const foreign = origin !== undefined && !hostsOf(port).some((host) => origin === `http://${host}`)
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    return { code: 'originNotAllowed', text: 'Only the local world’s own page may ask this.' }
  return null
}
