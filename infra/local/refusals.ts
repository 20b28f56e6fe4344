import type { FastifyReply } from 'fastify'
import * as z from 'zod'
import { parseMoment } from './clock.ts'
import type { RefusalView } from './shapes.ts'

/** A refusal of a /local/ route: what is wrong, in which field, and a sentence that says what to do. */
export class ControlRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | null
  constructor(status: number, code: string, field: string | null, text: string) {
    super(text)
    this.status = status
    this.code = code
    this.field = field
  }
}

/** A person, role or channel by name. */
export const nameText = z.string().min(1).max(200)
export const instantText = z
  .string()
  .max(40)
  .refine((text) => parseMoment(text) !== undefined, 'must be a date such as 2026-06-18 or an instant such as 2026-06-18T07:00:00Z')

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined), input)

/** The value by its schema, or a refusal that names the first field that is wrong. */
export const checked = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0] ?? ''].join('.')
    throw new ControlRefusal(400, 'fieldUnknown', field, `The field ${field} is not known here; leave it out.`)
  }
  const field = issue?.path.join('.') || null
  const missing = field !== null && valueAt(input, issue?.path ?? []) === undefined
  throw missing
    ? new ControlRefusal(400, 'fieldRequired', field, `Give the field ${field}.`)
    : new ControlRefusal(
        400,
        'fieldInvalid',
        field,
        `${field ? `The field ${field}` : 'The body'} cannot be used: ${issue?.message ?? 'unreadable'}.`,
      )
}

const bodyOf = (code: string, field: string | null, text: string): RefusalView => ({ error: { code, field, text } })

/** Turns what a handler threw into an answer; only our own faults are logged, and none becomes a 5xx. */
export const refusalOf = (error: unknown, reply: FastifyReply, log: (what: string) => void): FastifyReply => {
  if (error instanceof ControlRefusal) return reply.code(error.status).send(bodyOf(error.code, error.field, error.message))
  const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status === 413) return reply.code(413).send(bodyOf('tooLarge', null, 'The body is too large.'))
  if (status >= 400 && status < 500)
    return reply.code(400).send(bodyOf('badRequest', null, 'Send a body of JSON, with content-type application/json.'))
  log(`unexpected ${error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : 'fault'}`)
  return reply.code(409).send(bodyOf('internal', null, 'The local world met a fault of its own; its log says where.'))
}
