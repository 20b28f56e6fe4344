import type { Language } from '#contract/codes.ts'
import type { MethodValue } from '#contract/settings-view.ts'

type Words = NonNullable<MethodValue['phases'][number]['title']>
type Point = MethodValue['points'][number]

/** Own words with one language changed; empty ones are left out, and none at all means the usual word. */
export function withWord(words: Words | undefined, language: Language, text: string): Words | undefined {
  const next = { ...words, [language]: text }
  if (text.trim() === '') delete next[language]
  return Object.keys(next).length === 0 ? undefined : next
}

/** The method with one of its phases called something else. */
export const withPhaseWord = (method: MethodValue, at: number, language: Language, text: string): MethodValue => ({
  ...method,
  phases: method.phases.map((one, index) => (index === at ? retitled(one, language, text) : one)),
})

/** The method with one of its points changed. */
export const withPoint = (method: MethodValue, at: number, change: Partial<Point>): MethodValue => ({
  ...method,
  points: method.points.map((one, index) => (index === at ? { ...one, ...change } : one)),
})

/** A point with one line of its checklist in other words. */
export const withLineWord = (point: Point, at: number, language: Language, text: string): Point => ({
  ...point,
  checklist: point.checklist.map((line, index) => (index === at ? retitled(line, language, text) : line)),
})

/** A point with a line more; its name is made from where it stands and is like no other in the point. */
export function withNewLine(point: Point): Point {
  const taken = new Set(point.checklist.map(({ rule }) => rule))
  let number = point.checklist.length + 1
  while (taken.has(`own-${number}`)) number += 1
  return { ...point, checklist: [...point.checklist, { rule: `own-${number}` }] }
}

export const withoutLine = (point: Point, at: number): Point => ({
  ...point,
  checklist: point.checklist.filter((_line, index) => index !== at),
})

/** A line of one's own without words says nothing to anybody: it is left out when the method is saved. */
export const readyToSave = (method: MethodValue, version: string): MethodValue => ({
  ...method,
  version: version.trim(),
  points: method.points.map((point) => ({
    ...point,
    checklist: point.checklist.filter(({ rule, title }) => title !== undefined || !rule.startsWith('own-')),
  })),
})

function retitled<T extends { title?: Words | undefined }>(thing: T, language: Language, text: string): T {
  const { title, ...rest } = thing
  const next = withWord(title, language, text)
  return (next === undefined ? rest : { ...rest, title: next }) as T
}
