import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sourceHash } from './build.ts'

describe('sourceHash', () => {
  const root = mkdtempSync(join(tmpdir(), 'build-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'tab', 'parts'), { recursive: true })
  writeFileSync(join(root, 'tab', 'main.tsx'), 'one')
  writeFileSync(join(root, 'package-lock.json'), '{}')
  const hash = () => sourceHash(root, ['tab', 'package-lock.json', 'missing'])
  const first = hash()
  const changedBy = (path: string, text: string): boolean => {
    const before = hash()
    writeFileSync(join(root, path), text)
    return hash() !== before
  }

  it('is the same while nothing changes', () => {
    expect(hash()).toBe(first)
  })

  it.each([
    ['a changed file', 'tab/main.tsx', 'two', true],
    ['a new file in a folder below', 'tab/parts/bar.tsx', 'bar', true],
    ['the lockfile', 'package-lock.json', '{"a":1}', true],
    ['a test', 'tab/parts/bar.test.tsx', 'test', false],
    ['a file written again with the same text', 'tab/main.tsx', 'two', false],
  ])('%s', (_title, path, text, expected) => {
    expect(changedBy(path, text)).toBe(expected)
  })
})
