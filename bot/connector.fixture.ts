import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ConversationReference } from './reference.ts'

export interface ConnectorCall {
  method: string
  path: string
  body: Record<string, unknown>
}

/** What the connector answers to one call: a status with a body, or `cut` = the socket closed after the body was read. */
export type ConnectorAnswer = { status: number; body?: unknown; headers?: Record<string, string> } | 'cut'

/** A connector on loopback that records every request and answers as it is told; for tests only. */
export async function startConnector(answerTo: (call: ConnectorCall, number: number) => ConnectorAnswer) {
  const calls: ConnectorCall[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const call = { method: request.method ?? '', path: request.url ?? '', body: text === '' ? {} : JSON.parse(text) }
      calls.push(call)
      const answer = answerTo(call, calls.length)
      if (answer === 'cut') return request.socket.destroy()
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      response.end(JSON.stringify(answer.body ?? {}))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    calls,
    serviceUrl,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A personal chat of one person at a connector. */
export function personalReference(serviceUrl: string, personId = '00000000-0000-4000-8000-000000000002'): ConversationReference {
  return {
    kind: 'personal',
    serviceUrl,
    conversationId: `a:chat-${personId}`,
    tenantId: 'tenant',
    botId: '28:bot',
    personId,
    channelId: null,
    teamId: null,
  }
}

/** A channel at a connector. */
export function channelReference(serviceUrl: string): ConversationReference {
  const channelId = '19:ledergruppe@thread.tacv2'
  return {
    ...personalReference(serviceUrl),
    kind: 'channel',
    conversationId: `${channelId};messageid=17`,
    personId: null,
    channelId,
    teamId: '19:team@thread.tacv2',
  }
}
