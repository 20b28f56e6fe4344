import type * as z from 'zod/mini'

/** One route of the API, as the document and the tests need it. */
export interface Operation {
  method: 'get' | 'post' | 'patch'
  path: string
  summary: string
  /** Names of what stands after `?`. */
  query?: readonly string[]
  /** Those that may be left out. */
  optional?: readonly string[]
  request?: z.ZodMiniType
  status: 200 | 201
  response: z.ZodMiniType
}
