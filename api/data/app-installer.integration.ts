import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KARI, OLA, openTestWorld, type TestWorld } from '../../infra/local/graph/test-world.ts'
import { LOCAL_CATALOG_APP_ID } from '../../infra/local/identity/identity.ts'
import { graphInstaller } from './app-installer.ts'
import { createGraph, type Transport } from './graph.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(() => world.close())

const installer = (appId = LOCAL_CATALOG_APP_ID, overrides: Record<string, unknown> = {}) =>
  graphInstaller(
    createGraph({
      tokens: { token: () => world.identity.issueGraphToken({ kind: 'app', overrides }) },
      transport: world.transport as Transport,
      sleep: async () => undefined,
    }),
    appId,
  )

describe('the app is given to a person', () => {
  it('once; to one who has it already, and after a lost answer, it is there', async () => {
    expect(await installer()(KARI.id)).toBe('installed')
    expect(await installer()(KARI.id)).toBe('installed')
    world.server.setFaults({ status: { code: 504, count: 1, afterCommit: true }, match: 'installedApps' })
    expect(await installer()(OLA.id)).toBe('installed')
    expect(world.installed).toEqual([KARI.id, OLA.id])
  })

  it('not when nobody knows them, or the app is not in the catalogue', async () => {
    expect(await installer()('99999999-9999-4999-8999-999999999999')).toBe('notInstalled')
    expect(await installer('99999999-9999-4999-8999-999999999999')(KARI.id)).toBe('notInstalled')
  })

  it('not without the municipality’s consent', async () => {
    expect(await installer(undefined, { roles: ['Sites.Selected'] })(KARI.id)).toBe('notAllowed')
  })
})
