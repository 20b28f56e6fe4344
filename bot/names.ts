/** Something that can be asked for by name. */
export interface Named {
  key: string
  title: string
}

export type Found<T> = { found: 'one'; one: T } | { found: 'several' | 'none'; near: readonly T[] }

const NEAR = 4

/** Lower case, without accents and signs, æøå as they are commonly typed without them. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Letters to change, add, drop or swap with a neighbour to get from one word to the other (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}

/** Whether at most so many letters are wrong. The lengths decide most pairs, so that a long text costs no more than a glance. */
export const isWithin = (a: string, b: string, letters: number): boolean =>
  Math.abs(a.length - b.length) <= letters && distance(a, b) <= letters

/** How many letters may be wrong in a word of this length. */
export const forgiven = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

/** «roboten», «robotene»: the endings a Norwegian noun may have. */
const ENDING = 3

const isInflected = (typed: string, word: string): boolean =>
  word.length >= 4 && typed.startsWith(word) && typed.length - word.length <= ENDING

const meansWord = (typed: string, word: string): boolean =>
  word.startsWith(typed) || isInflected(typed, word) || isWithin(typed, word, forgiven(typed))

/**
 * Finds what a person means: the whole name, then its beginning, then all its words in any order with small misspellings.
 * Several that fit equally well are given back to choose among; none gives the nearest.
 */
export function findByName<T extends Named>(asked: string, among: readonly T[]): Found<T> {
  const wanted = folded(asked)
  if (wanted === '') return { found: 'none', near: [] }
  const words = [...new Set(wanted.split(' '))]
  const titled = among.map((one) => {
    const title = folded(one.title)
    return { one, title, parts: title.split(' ') }
  })
  const tests: ((named: (typeof titled)[number]) => boolean)[] = [
    ({ title }) => title === wanted,
    ({ title }) => title.startsWith(`${wanted} `),
    ({ parts }) => words.every((word) => parts.includes(word)),
    ({ parts }) => words.every((word) => parts.some((part) => meansWord(word, part))),
  ]
  for (const test of tests) {
    const fits = titled.filter(test)
    if (fits.length === 1 && fits[0]) return { found: 'one', one: fits[0].one }
    if (fits.length > 1) return { found: 'several', near: fits.slice(0, NEAR).map(({ one }) => one) }
  }
  const scored = titled
    .map(({ one, parts }) => ({ one, hits: words.filter((word) => parts.some((part) => meansWord(word, part))).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
  return { found: 'none', near: scored.slice(0, NEAR).map(({ one }) => one) }
}
