import { z } from 'zod'
import { ok, type Result, refuse } from '#domain/result.ts'

/** How many matching requests it strikes; without it: all, until the faults are set anew. */
const count = z.int().min(1).optional()
/** Seconds, or an HTTP date. Left out: the answer carries no Retry-After, as Microsoft's sometimes does (OneDrive#1307). */
const retryAfter = z.union([z.int().min(0), z.string().min(1)]).optional()

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
  /** 429 in SharePoint's words. */
  throttle: z.strictObject({ count, retryAfter }).optional(),
  /** Any error status. `afterCommit`: the work is done first, then the answer is lost. */
  status: z.strictObject({ code: z.int().min(400).max(599), count, afterCommit: z.boolean().optional(), retryAfter }).optional(),
  /** The connection is cut without an answer. */
  cut: z.strictObject({ count, afterCommit: z.boolean().optional() }).optional(),
  /** Every matching answer is held back this long. */
  delayMs: z.int().min(0).max(120_000).optional(),
})

export type Fault = z.infer<typeof faultSchema>
/** One fault or several; `{}` takes all faults away. */
export type Faults = Fault | Fault[]

/** Reads faults from outside; an unknown name is refused, so that a misspelt fault does not pass as none. */
export const parseFaults = (input: unknown): Result<Fault[], { code: 'invalidFaults'; message: string }> => {
  const parsed = z.union([faultSchema, z.array(faultSchema)]).safeParse(input)
  if (!parsed.success) return refuse({ code: 'invalidFaults' as const, message: z.prettifyError(parsed.error) })
  return ok(Array.isArray(parsed.data) ? parsed.data : [parsed.data])
}

const HEADER_NUMBERS = ['count', 'retryAfter', 'ms']

/**
 * Reads the request header `x-fault`: `throttle`, `cut`, `delay` or a status code, then parameters, as in
 * `504; afterCommit; count=1`, `throttle; retryAfter=2`, `delay; ms=200`. `count=n` spares the client's n-th repetition.
 */
export const parseFaultHeader = (text: string): Result<Fault[], { code: 'invalidFaults'; message: string }> => {
  const [kind = '', ...rest] = text.split(';').map((part) => part.trim())
  const options = Object.fromEntries(
    rest.map((part) => {
      const [name = '', value = 'true'] = part.split('=')
      return [name, HEADER_NUMBERS.includes(name) ? Number(value) : value === 'true']
    }),
  )
  if (kind === 'delay') return parseFaults({ delayMs: options.ms })
  if (kind === 'throttle' || kind === 'cut') return parseFaults({ [kind]: options })
  return parseFaults({ status: { code: Number(kind), ...options } })
}
