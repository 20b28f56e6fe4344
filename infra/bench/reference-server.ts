import { rmSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import fastify from 'fastify'

/** Serves the built comparison page with the same portfolio. */
export async function serveReference(folder: string, portfolio: unknown): Promise<{ url: string; close(): Promise<void> }> {
  const app = fastify()
  await app.register(fastifyStatic, { root: folder })
  app.get('/api/portfolio', () => portfolio)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    async close() {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
