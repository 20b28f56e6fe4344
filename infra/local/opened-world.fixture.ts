import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type FrameLocator, type Page } from 'playwright-core'
import type { Tables } from '#domain/facts.ts'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { type LocalWorld, startLocalWorld } from './world.ts'

/** For tests only: the day each of these worlds begins, a Monday with most kinds of things due. */
export const DAY = '2026-05-18'
/** Fluent's focus sentinels are empty by design; the rule itself stays on. */
const SENTINELS = '[data-tabster-dummy]'
const IN_THE_TAB = ['iframe', SENTINELS]

export interface OpenedWorld {
  world: LocalWorld
  /** The page that plays Teams. */
  page: Page
  /** The product's own tab in it. */
  tab: FrameLocator
  /** Becomes the person whose shown name this is a part of. */
  be(name: string): Promise<void>
  /** Opens a place of the page that plays Teams: Chat, Kanaler, Prosjektpuls. */
  go(place: string): Promise<void>
  /** Opens an address of the tab: `#/board`. */
  goTo(hash: string): Promise<void>
  /** Changes something through the API as that person: `kari`, `/api/me`. Throws unless it is taken. */
  patch(name: string, path: string, body: object): Promise<void>
  /** What is stored now. */
  tables(): Tables
  /** The id of a person by the short name: `per`; empty when there is none. */
  idOf(name: string): string
  /** What axe finds, `rule: where`; all of the page, or what a selector holds. */
  violations(within?: string): Promise<string[]>
  close(): Promise<void>
}

/** For tests only: a local world on a port and a file of its own, and its page in a real browser that reaches nothing else. */
export async function openWorld(options: { scenario?: string; width?: number; height?: number } = {}): Promise<OpenedWorld> {
  const { scenario = 'demo', width = 1500, height = 950 } = options
  const folder = mkdtempSync(join(tmpdir(), 'puls-world-'))
  const world = await startLocalWorld({ scenario, port: 0, dataFile: join(folder, 'world.sqlite'), today: DAY })
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
  const page = await (await browser.newContext({ viewport: { width, height }, locale: 'nb-NO', reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(30_000)
  await page.route(/^https:/, (route) => route.abort())
  await page.goto(world.url)
  const tab = page.frameLocator('iframe')
  return {
    world,
    page,
    tab,
    be: (name) =>
      page
        .getByRole('button', { name: new RegExp(name) })
        .first()
        .click(),
    go: (place) =>
      page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(place) })
        .first()
        .click(),
    goTo: (hash) => tab.locator('body').evaluate((body, to) => body.ownerDocument.location.assign(to), hash),
    patch: async (name, path, body) => {
      const { token } = (await (await fetch(`${world.url}/local/token?user=${name}&for=api`)).json()) as { token: string }
      const { status } = await fetch(`${world.url}${path}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (status !== 200) throw new Error(`PATCH ${path} as ${name} answered ${status}`)
    },
    tables: () => world.lists.store.snapshot().facts.tables,
    idOf: (name) => world.directory.people.find((person) => person.name === name)?.personId ?? '',
    violations: async (within) => {
      const axe = new AxeBuilder({ page }).exclude(SENTINELS).exclude(IN_THE_TAB)
      const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)
    },
    close: async () => {
      await browser.close()
      await world.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
