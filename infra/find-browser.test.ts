import { describe, expect, it } from 'vitest'
import { findBrowser } from './find-browser.mjs'

const there =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

describe('findBrowser', () => {
  it('takes what PATH has', () => {
    const isThere = there('/opt/tools/chromium')
    expect(findBrowser({ env: { PATH: '/usr/bin:/opt/tools' }, platform: 'linux', isThere })).toBe('/opt/tools/chromium')
  })

  it('looks in the usual places of each system', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(findBrowser({ env: {}, platform: 'darwin', isThere: there(mac) })).toBe(mac)
    expect(findBrowser({ env: { PATH: '' }, platform: 'linux', isThere: there('/opt/google/chrome/chrome') })).toBe(
      '/opt/google/chrome/chrome',
    )
  })

  it('lets PULS_BROWSER decide alone', () => {
    const isThere = there('/usr/bin/chromium')
    expect(findBrowser({ env: { PATH: '/usr/bin', PULS_BROWSER: '/nowhere' }, platform: 'linux', isThere })).toBeUndefined()
    expect(findBrowser({ env: { PULS_BROWSER: '/usr/bin/chromium' }, platform: 'linux', isThere })).toBe('/usr/bin/chromium')
  })

  it('says when there is none', () => {
    expect(findBrowser({ env: { PATH: '/usr/bin' }, platform: 'linux', isThere: there() })).toBeUndefined()
  })
})
