import { describe, expect, test } from 'vitest'
import { linkTo, shareInTeams } from './place-link.ts'

const HASH = '#/project/a%20b/decision'
const PAGE = 'https://puls.kommune.no/tab/'
const program = (clientType: string, appId?: string) => ({ host: { clientType }, ...(appId === undefined ? {} : { appId }) })

describe('a link to a place', () => {
  test('is left to Teams where it has a window for it', () => {
    const shared: unknown[] = []
    const host = { program: program('desktop'), share: (link: unknown) => void shared.push(link) }
    expect(shareInTeams(host, HASH, 'BP5')).toBe(true)
    expect(shared).toEqual([{ subPageId: HASH, subPageLabel: 'BP5' }])
  })

  test.each([
    ['a phone', 'ios', () => undefined],
    [
      'a program that refuses',
      'web',
      () => {
        throw new Error('not supported')
      },
    ],
  ])('is shown by ourselves on %s', (_name, clientType, share) => {
    expect(shareInTeams({ program: program(clientType), share }, HASH, 'BP5')).toBe(false)
  })

  test('opens the personal tab there, or the page’s own address where nobody says which app it is', () => {
    const link = new URL(linkTo({ program: program('ios', 'app-1') }, HASH, PAGE))
    expect(link.origin + link.pathname).toBe('https://teams.microsoft.com/l/entity/app-1/portfolio')
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: HASH })
    expect(linkTo({ program: program('ios') }, HASH, PAGE)).toBe(`${PAGE}${HASH}`)
  })
})
