import { expect, test } from 'vitest'
import { type Catalogue, translator } from './catalogue.ts'

/** For tests only: what every catalogue owes its readers. `same` names the texts that truly are alike in bokmål and nynorsk. */
export function keepsTheRules(catalogue: Catalogue, same: readonly string[]): void {
  const all = Object.entries(catalogue)

  test('no nynorsk text equals bokmål unless it is on the list of those that truly are the same', () => {
    const alike = all.filter(([, entry]) => entry.nb === entry.nn).map(([, entry]) => entry.nb)
    expect([...new Set(alike)].sort()).toEqual([...new Set(same)].sort())
  })

  test('no text is empty or shouts, and all three languages take the same arguments', () => {
    const names = (text: string) => new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((found) => found[1] ?? ''))
    for (const [key, entry] of all) {
      const texts = [entry.nb, entry.nn, entry.en]
      const args = Object.fromEntries(texts.flatMap((text) => [...names(text)]).map((name) => [name, name === 'n' ? 2 : 'x']))
      for (const text of texts) expect([key, text]).toEqual([key, expect.stringMatching(/^[^!]*\S[^!]*$/)])
      for (const language of ['nb', 'nn', 'en'] as const) {
        for (const words of ['gevinst', 'nytte'] as const) {
          expect([key, translator({ entry }, language, words)('entry', args)]).toEqual([key, expect.not.stringMatching(/[{}]/)])
        }
      }
    }
  })
}
