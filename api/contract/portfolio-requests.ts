import * as z from 'zod/mini'
import { key } from './codes.ts'
import { TEXT_LIMIT } from './requests.ts'

/** POST /api/portfolio/rank. Moves one project in the board's order; `out` takes it out of the order. */
export const rankProjectRequest = z.strictObject({
  projectKey: key,
  place: z.enum(['first', 'after', 'out']),
  /** The ranked project it shall stand after, with `after`. */
  afterKey: z.nullish(key),
  /** The stored rank the person saw; another one meanwhile is a stale edit. */
  seenRank: z.nullable(z.number()),
  why: z.nullish(z.string().check(z.maxLength(TEXT_LIMIT))),
})
export type RankProjectRequest = z.infer<typeof rankProjectRequest>

/** Longest name of a saved view, and longest address of one. */
export const VIEW_TITLE_LIMIT = 60
const VIEW_QUERY_LIMIT = 1000

/** POST /api/portfolio/views. The same name by the same person (or among the shared ones) is written over. */
export const saveViewRequest = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(VIEW_TITLE_LIMIT)),
  query: z.string().check(z.maxLength(VIEW_QUERY_LIMIT), z.regex(/^[\w.~%=&+,:*!'()-]*$/)),
  shared: z.boolean(),
})
export type SaveViewRequest = z.infer<typeof saveViewRequest>

/** POST /api/portfolio/views/remove. */
export const removeViewRequest = z.strictObject({ viewKey: key })
export type RemoveViewRequest = z.infer<typeof removeViewRequest>
