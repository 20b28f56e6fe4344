// The API alone in a process of its own, over a list server elsewhere: so that its memory is its own.
import { createLocalJWKSet } from 'jose'
import { createGraph, type Transport } from '#data/graph.ts'
import { openSite } from '#data/site.ts'
import { openStore } from '#data/store.ts'
import { buildServer } from '../../api/routes/server.ts'
import { tokenVerifier } from '../../api/routes/tokens.ts'
import { withSmallHeap } from '../../api/small-heap.ts'
import { localTransport } from '../local/graph/transport.ts'
import { LOCAL_API_CLIENT_ID, LOCAL_TENANT_ID } from '../local/identity/identity.ts'
import { LOCAL_SITE_URL } from '../local/lists.ts'

interface Start {
  graphUrl: string
  graphToken: string
  jwks: Parameters<typeof createLocalJWKSet>[0]
  now: string
  tabFolder: string
}

process.on('message', async (message: Start | 'memory') => {
  if (message === 'memory') {
    process.send?.({ rss: process.memoryUsage().rss })
    return
  }
  const graph = createGraph({ tokens: { token: async () => message.graphToken }, transport: localTransport(message.graphUrl) as Transport })
  const site = await openSite(graph, LOCAL_SITE_URL)
  if (!site.ok) throw new Error(site.code)
  const store = await withSmallHeap(() => openStore({ graph, site: site.value, now: () => message.now }))
  if (!store.ok) throw new Error(store.code)
  const app = await buildServer({
    store: store.value,
    now: () => message.now,
    looked: () => undefined,
    verifyToken: tokenVerifier({
      issuer: `https://login.microsoftonline.com/${LOCAL_TENANT_ID}/v2.0`,
      tenantId: LOCAL_TENANT_ID,
      audiences: [LOCAL_API_CLIENT_ID],
      scope: 'access_as_user',
      keys: createLocalJWKSet(message.jwks),
      now: () => new Date(),
    }),
    tabFolder: message.tabFolder,
    frameAncestors: ["'self'"],
    requestsPerMinute: 1_000_000,
    ready: () => true,
    log: () => undefined,
  })
  process.send?.({ url: await app.listen({ host: '127.0.0.1', port: 0 }) })
})
