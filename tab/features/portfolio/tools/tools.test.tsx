// @vitest-environment happy-dom
import { act, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Api, ApiFault } from '../../../api-client.ts'
import { detailsWith } from '../../../fixtures/details.ts'
import { office } from '../../../fixtures/people.ts'
import { portfolio } from '../../../fixtures/portfolio.ts'
import { render, textOf } from '../../../fixtures/render.tsx'
import { NO_FILTERS } from '../filters.ts'
import type { PortfolioMemory } from '../portfolio-page.tsx'
import { BY_NEED, type Extra } from '../shown.ts'
import Tools from './tools.tsx'

const [first, fourth] = [portfolio.projects[0], portfolio.projects[3]] as const
const start: PortfolioMemory = {
  filters: NO_FILTERS,
  opened: null,
  folded: [],
  arrangement: { ...BY_NEED, group: 'none', sort: 'rank' },
  query: '',
  settled: '',
}
const refused = (code: ApiFault['code'], text: string | null) => ({ ok: false as const, fault: { code, field: null, text } })

/** The tools as the portfolio office has them, with what the server answers; gives what the page was last told. */
async function open(answers: { details?: unknown; rank?: unknown }) {
  let extra: Extra | null = null
  const sent: unknown[] = []
  const api = {
    read: async () => answers.details ?? { ok: true, value: detailsWith({ 0: { rank: 2 }, 3: { rank: 1 } }) },
    send: async (_schema: unknown, path: string, body: unknown) => {
      sent.push([path, body])
      return answers.rank
    },
  } as unknown as Api
  const Page = () => {
    const [memory, setMemory] = useState(start)
    return <Tools portfolio={portfolio} memory={memory} onMemory={setMemory} onExtra={(next) => (extra = next)} />
  }
  const me = { ...office, personId: crypto.randomUUID() }
  const place = await render(<Page />, me, { api })
  await act(async () => vi.advanceTimersByTime(10))
  const order = () =>
    extra
      ?.show(portfolio, NO_FILTERS, start.arrangement, null)
      .groups[0]?.rows.slice(0, 2)
      .map(({ key }) => key)
  const press = (key: string, on: string) => {
    const event = { key, altKey: true, ctrlKey: false, metaKey: false, preventDefault: () => undefined, currentTarget: grid() }
    return act(async () => void extra?.onKey(event as never, on))
  }
  return { place, sent, order, press, later: (ms: number) => act(async () => vi.advanceTimersByTime(ms)) }
}
const grid = () => {
  const element = document.createElement('div')
  element.innerHTML = `<i role="row" data-id="${fourth?.key}"></i><i role="row" data-id="${first?.key}"></i>`
  return element
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('saved views stand in the row, each with its own address, and the one on the screen is marked', async () => {
  const view = (key: string, query: string) => ({ key, title: key, query, shared: true })
  const { place } = await open({
    details: { ok: true, value: { ...detailsWith(), views: [view('Styret', 'group=none&sort=rank'), view('Alle', '')] } },
  })
  const links = [...place.querySelectorAll('nav a')].map((link) => [
    link.textContent,
    link.getAttribute('href'),
    link.getAttribute('aria-current'),
  ])
  expect(links).toEqual([
    ['Styret', '#/?group=none&sort=rank', 'true'],
    ['Alle', '#/?view=need', null],
  ])
})

describe('a move in the board’s order', () => {
  test('shows at once and is sent as one decision when the keys have been still', async () => {
    const { place, sent, order, press, later } = await open({ rank: { ok: true, value: { ranked: [first?.key, fourth?.key], rank: 0 } } })
    expect(order()).toEqual([fourth?.key, first?.key])
    await press('ArrowUp', first?.key ?? '')
    expect(order()).toEqual([first?.key, fourth?.key])
    expect(sent).toEqual([])
    await later(1000)
    expect(sent).toEqual([['/api/portfolio/rank', { projectKey: first?.key, place: 'first', afterKey: null, seenRank: 2, why: null }]])
    expect(textOf(place)).toContain(`${first?.title} har plass 1 av 2. Beslutningen er lagret. Angre`)
  })

  test('that is refused puts the order back and says why', async () => {
    const { place, order, press, later } = await open({ rank: refused('storeUnavailable', 'Vi får ikke lagret nå.') })
    await press('ArrowUp', first?.key ?? '')
    await later(1000)
    expect(order()).toEqual([fourth?.key, first?.key])
    expect(textOf(place)).toContain('Vi får ikke lagret nå.')
    expect(textOf(place)).not.toContain('Angre')
  })

  test('with nowhere to go sends nothing', async () => {
    const { sent, press, later } = await open({ rank: refused('internal', null) })
    await press('ArrowUp', fourth?.key ?? '')
    await later(1000)
    expect(sent).toEqual([])
  })
})

test('without the details the rest still works, and the page says what is missing', async () => {
  const { place, order } = await open({ details: refused('offline', null) })
  expect(textOf(place)).toContain('Resten av oversikten virker.')
  expect(order()).toHaveLength(2)
})
