import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localTransport } from './transport.ts'

let server: Server
let url = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => response.end(JSON.stringify({ url: request.url, auth: request.headers.authorization, body })))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('the local transport', () => {
  const options = { method: 'POST', headers: { Authorization: 'Bearer t' }, body: 'b' }

  it.each([
    ['an address', () => localTransport(url)('https://graph.microsoft.com/v1.0/a?b=c', options)],
    ['a Request', () => localTransport(url)(new Request('https://graph.microsoft.com/v1.0/a?b=c', options))],
  ])('brings path, query, headers and body to the local server for %s', async (_, ask) => {
    const response = await ask()
    expect(await response.json()).toEqual({ url: '/v1.0/a?b=c', auth: 'Bearer t', body: 'b' })
  })

  it.each(['https://example.com/v1.0/a', 'http://graph.microsoft.com/v1.0/a', 'https://graph.microsoft.com.example.com/'])(
    'refuses to go to %s',
    async (address) => {
      await expect(localTransport(url)(address)).rejects.toThrow('does not go to')
    },
  )

  it('is only made for http on loopback', () => {
    expect(() => localTransport('http://10.0.0.1:4301')).toThrow('not http on loopback')
    expect(() => localTransport('https://127.0.0.1:4301')).toThrow('not http on loopback')
  })
})
