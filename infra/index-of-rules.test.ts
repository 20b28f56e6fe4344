import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('../api/domain/', import.meta.url)
const index = readFileSync(new URL('README.md', folder), 'utf8')
const named = new Set([...index.matchAll(/`([a-z0-9-]+(?:\.test)?\.ts)`/g)].map(([, name]) => name))
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.fixture.ts'))

it('the index of the rules names every file and every test beside them, and none that is not there', () => {
  expect(files.filter((name) => !named.has(name))).toEqual([])
  expect([...named].filter((name) => !files.includes(name as string))).toEqual([])
})
