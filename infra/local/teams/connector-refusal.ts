import type * as z from 'zod'

/** An answer of the connector that is no success; thrown inside a handler and turned into Teams' body at the rim. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const bodyOf = (code: string, message: string) => ({ error: { code, message } })
export const notFound = () => new Refusal(404, 'ConversationNotFound', 'Conversation not found.')

export const parse = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Refusal(400, 'BadSyntax', `Bad format of ${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'not readable'}`)
}
