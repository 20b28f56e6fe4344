import { z } from 'zod'
import { ok, type Result, refuse } from '#domain/result.ts'
import { OTHERWISE } from './otherwise.ts'

/** How many matching requests it strikes; without it: all, until the faults are set anew. */
const count = z.int().min(1).optional()
/** Seconds, or an HTTP date. Left out: the answer carries no Retry-After, as Microsoft's sometimes does (OneDrive#1307). */
const retryAfter = z.union([z.int().min(0), z.string().min(1)]).optional()
/** The work is done first, then the answer is lost. */
const afterCommit = z.boolean().optional()
const milliseconds = z.int().min(1).max(120_000).optional()

const isPattern = (text: string): boolean => {
  try {
    return Boolean(new RegExp(text))
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

const faultSchema = z.strictObject({
  /** A regular expression on `METHOD url`; without it the fault strikes everything. */
  match: z.string().refine(isPattern, 'must be a regular expression').optional(),
  /** 429 in SharePoint's words. `afterCommit`: a request of a batch has been seen to report it though the write was done. */
  throttle: z.strictObject({ count, retryAfter, afterCommit }).optional(),
  /**
   * Any error status. `error` replaces the code in its body (`TooManyRequests`, `notAllowed`, `resyncChangesUploadDifferences`);
   * `body` the body itself, as front ends between us and SharePoint answer.
   */
  status: z
    .strictObject({
      code: z.int().min(400).max(599),
      count,
      afterCommit,
      retryAfter,
      error: z.string().min(1).optional(),
      body: z.enum(['html', 'empty']).optional(),
    })
    .optional(),
  /** The connection is cut without an answer. */
  cut: z.strictObject({ count, afterCommit }).optional(),
  /** Every matching answer is held back this long. */
  delayMs: z.int().min(0).max(120_000).optional(),
  /** 401 for a token that was good a moment ago. */
  expiredToken: z.strictObject({ count }).optional(),
  /** An application has no grant on the site; people keep theirs. */
  revokedGrant: z.strictObject({ count }).optional(),
  /** A request of a batch gets no answer among `responses`. */
  batchDrop: z.strictObject({ count, afterCommit }).optional(),
  /** The answers of a batch come in the opposite order of its requests. */
  batchReversed: z.strictObject({ count }).optional(),
  /** A page of items or delta comes empty, and a nextLink with it. Endless pages are nobody's, so it is counted. */
  emptyPage: z.strictObject({ count: z.int().min(1) }).optional(),
  /** The answer to a new item shows shifted dates; what is stored is right (gd#13168, gd#5293). */
  staleDates: z.strictObject({ count }).optional(),
  /** A new list is answered 201 and lacks columns: all, or those named (gd#11966). */
  missingColumns: z.strictObject({ count, names: z.array(z.string().min(1)).min(1).optional() }).optional(),
  /** Delta answers 200 with an error among the items (msgraph-sdk-typescript#544). */
  deltaError: z.strictObject({ count }).optional(),
  /** What a matching write did is seen by pages and delta only after this long; one item by its id is always current. */
  replicationDelayMs: milliseconds,
  /** For this long the row of a matching insert is not seen when others' unique values are checked. */
  uniqueRaceMs: milliseconds,
  /** The list view threshold in rows, instead of SharePoint's 5 000. */
  threshold: z.int().min(1).optional(),
  /** An index can be added to a list of so many rows, instead of 20 000. */
  indexLimit: z.int().min(0).optional(),
  /**
   * Resource units to spend in a minute (SharePoint: from 1 250) and in a day (from 1 200 000). RateLimit headers tell of the
   * minute and come from 80 %, unless `headers` is false; of the day only the Retry-After of a refusal tells.
   */
  budget: z
    .strictObject({
      unitsPerMinute: z.int().min(1).optional(),
      unitsPerDay: z.int().min(1).optional(),
      headers: z.boolean().optional(),
    })
    .refine(({ unitsPerMinute, unitsPerDay }) => unitsPerMinute !== undefined || unitsPerDay !== undefined, 'must name its units')
    .optional(),
  /** A delta token older than this is 410 and a fresh enumeration; without it tokens live for ever. */
  tokenLifetimeMs: z.int().min(1).optional(),
  /** Behaviours nobody has confirmed, played the other way round: see otherwise.ts. */
  otherwise: z.array(z.enum(OTHERWISE)).min(1).optional(),
})

export type Fault = z.infer<typeof faultSchema>
/** One fault or several; `{}` takes all faults away. */
export type Faults = Fault | Fault[]

/** The names of all switches. */
export const FAULT_NAMES: readonly string[] = Object.keys(faultSchema.shape).filter((name) => name !== 'match')

type Parsed = Result<Fault[], { code: 'invalidFaults'; message: string }>

/** Reads faults from outside; an unknown name is refused, so that a misspelt fault does not pass as none. */
export const parseFaults = (input: unknown): Parsed => {
  const parsed = z.union([faultSchema, z.array(faultSchema)]).safeParse(input)
  if (!parsed.success) return refuse({ code: 'invalidFaults' as const, message: z.prettifyError(parsed.error) })
  return ok(Array.isArray(parsed.data) ? parsed.data : [parsed.data])
}

/** A header's `name=value`: digits are a number, `a,b` a list where lists are taken, nothing is true. */
const optionOf = (part: string): [string, unknown] => {
  const [name = '', value = 'true'] = part.split('=').map((text) => text.trim())
  if (name === 'names') return [name, value.split(',')]
  if (/^\d+$/.test(value)) return [name, Number(value)]
  return [name, value === 'true' ? true : value === 'false' ? false : value]
}

/** Switches whose whole value is one number, with the name it has in the header. */
const NUMBERS: Record<string, { fault: string; option: string }> = {
  delay: { fault: 'delayMs', option: 'ms' },
  replicationDelay: { fault: 'replicationDelayMs', option: 'ms' },
  uniqueRace: { fault: 'uniqueRaceMs', option: 'ms' },
  threshold: { fault: 'threshold', option: 'rows' },
  indexLimit: { fault: 'indexLimit', option: 'rows' },
  tokenLifetime: { fault: 'tokenLifetimeMs', option: 'ms' },
}

/**
 * Reads the request header `x-fault`: a switch's name or a status code, then parameters, as in `504; afterCommit; count=1`,
 * `throttle; retryAfter=2`, `delay; ms=200`, `threshold; rows=3`, `missingColumns; names=a,b`, `otherwise; nullRefused`.
 * `count=n` spares the client's n-th repetition. A budget belongs to many requests and cannot be asked for by one.
 */
export const parseFaultHeader = (text: string): Parsed => {
  const [kind = '', ...rest] = text.split(';').map((part) => part.trim())
  if (kind === 'budget') return refuse({ code: 'invalidFaults' as const, message: 'a budget is set for all requests' })
  if (kind === 'otherwise') return parseFaults({ otherwise: rest })
  const options = Object.fromEntries(rest.map(optionOf))
  const number = NUMBERS[kind]
  if (number) {
    const { [number.option]: value, ...others } = options
    return parseFaults({ ...others, [number.fault]: value ?? null })
  }
  if (/^\d+$/.test(kind)) return parseFaults({ status: { code: Number(kind), ...options } })
  return parseFaults({ [kind]: options })
}
