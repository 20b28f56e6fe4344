import { describe, expect, it } from 'vitest'
import { lockStamp, wantsInstall } from './lock-stamp.mjs'

describe('whether the packages must be installed', () => {
  const stamp = lockStamp('{"lockfileVersion":3}', 'linux', 'x64')

  it.each([
    ['nothing is installed', undefined, true],
    ['the lockfile has changed', lockStamp('{"lockfileVersion":3,"name":"x"}', 'linux', 'x64'), true],
    ['the folder was carried over from another kind of machine', lockStamp('{"lockfileVersion":3}', 'darwin', 'arm64'), true],
    ['an install was cut off while its stamp was written', stamp.slice(0, 20), true],
    ['nothing has changed', stamp, false],
  ])('%s', (_title, left, expected) => {
    expect(wantsInstall(stamp, left)).toBe(expected)
  })
})
