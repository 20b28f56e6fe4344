import { GRAPH_ORIGIN } from './links.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Taken at load, so that the transport may itself stand in for the global fetch. */
const platformFetch = fetch

/**
 * A `fetch` that brings requests for https://graph.microsoft.com to the local list server and refuses every other address,
 * so that the local world cannot reach out by mistake. Throws when `graphUrl` is not http on loopback.
 */
export const localTransport = (graphUrl: string): typeof fetch => {
  const local = new URL(graphUrl)
  if (local.protocol !== 'http:' || !LOOPBACK.includes(local.hostname)) throw new Error(`${local.origin} is not http on loopback`)

  return async (input, init) => {
    const wanted = new URL(input instanceof Request ? input.url : input)
    if (wanted.origin !== GRAPH_ORIGIN) throw new TypeError(`the local transport does not go to ${wanted.origin}`)
    const target = `${local.origin}${wanted.pathname}${wanted.search}`
    return input instanceof Request ? platformFetch(new Request(target, input), init) : platformFetch(target, init)
  }
}
