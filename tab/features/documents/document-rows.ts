import type { ProjectDocument } from '#contract/documents.ts'
import { isAddress, nameOfAddress } from '../decision/address.ts'

/** A document while it is being typed; `rule` empty = it answers no line of the method. */
export interface DocumentRow {
  title: string
  url: string
  rule: string
}

/** The documents as they stand in the form. */
export const rowsOfDocuments = (documents: readonly ProjectDocument[]): DocumentRow[] =>
  documents.map(({ title, url, rule }) => ({ title, url, rule: rule ?? '' }))

/** What a link is called when nobody has named it: the last part of its address. */
export const proposedTitle = (url: string): string => (isAddress(url) ? nameOfAddress(url).slice(0, 150) : '')

/** The rows as the API takes them. A row with nothing in it is none; one with a name alone is sent, and the server says what it lacks. */
export const documentsOfRows = (rows: readonly DocumentRow[]): ProjectDocument[] =>
  rows
    .map(({ title, url, rule }) => ({ title: title.trim() || proposedTitle(url), url: url.trim(), rule: rule === '' ? null : rule }))
    .filter(({ title, url }) => title !== '' || url !== '')

const same = (a: ProjectDocument, b: ProjectDocument): boolean => a.title === b.title && a.url === b.url && a.rule === b.rule
const holds = (list: readonly ProjectDocument[], one: ProjectDocument): boolean => list.some((other) => same(one, other))

/**
 * What two people have each done to the same list, put together: theirs, without what is taken away here, with what is new here.
 * null where both have touched the same document, which only a person can settle.
 */
export function mergedDocuments(
  before: readonly ProjectDocument[],
  theirs: readonly ProjectDocument[],
  mine: readonly ProjectDocument[],
): ProjectDocument[] | null {
  const gone = before.filter((one) => !holds(mine, one))
  if (gone.some((one) => !holds(theirs, one))) return null
  return [...theirs.filter((one) => !holds(gone, one)), ...mine.filter((one) => !holds(before, one) && !holds(theirs, one))]
}
