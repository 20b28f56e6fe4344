import * as z from 'zod/mini'

/** Fewest letters of a name that are searched for, and most people an answer names. */
export const PEOPLE_QUERY_MIN = 2
export const PEOPLE_LIMIT = 10

/** GET /api/people?query=. The beginning of any part of a name. */
export const peopleQuery = z.strictObject({ query: z.string().check(z.trim(), z.minLength(PEOPLE_QUERY_MIN), z.maxLength(100)) })

/** Names alone: neither roles nor whether somebody can be reached is anybody's to look up. */
export const peopleView = z.object({ people: z.array(z.object({ personId: z.string(), name: z.string() })) })
export type PeopleView = z.infer<typeof peopleView>
