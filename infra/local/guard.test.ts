import { describe, expect, it } from 'vitest'
import { hostFault, originFault } from './guard.ts'

describe('hostFault', () => {
  it.each([
    ['127.0.0.1:4300', null],
    ['localhost:4300', null],
    ['[::1]:4300', null],
    ['127.0.0.1:4301', 'hostNotAllowed'],
    ['evil.example:4300', 'hostNotAllowed'],
    ['127.0.0.1.evil.example:4300', 'hostNotAllowed'],
    [undefined, 'hostNotAllowed'],
  ])('%s', (host, expected) => {
    expect(hostFault({ host }, 4300)?.code ?? null).toBe(expected)
  })
})

describe('originFault', () => {
  it.each([
    ['a program', {}, null],
    ['the page itself', { origin: 'http://127.0.0.1:4300', 'sec-fetch-site': 'same-origin' }, null],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }, null],
    ['a page elsewhere', { origin: 'https://evil.example' }, 'originNotAllowed'],
    ['a page on another port of this machine', { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' }, 'originNotAllowed'],
    ['an image on a page elsewhere', { 'sec-fetch-site': 'cross-site' }, 'originNotAllowed'],
    ['a sandboxed page', { origin: 'null' }, 'originNotAllowed'],
  ])('%s', (_title, headers, expected) => {
    expect(originFault(headers, 4300)?.code ?? null).toBe(expected)
  })
})
