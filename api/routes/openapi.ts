import * as z from 'zod/mini'
import { refusal } from '#contract/errors.ts'
import { DECISION_OPERATIONS } from './openapi-decisions.ts'
import { EDIT_OPERATIONS } from './openapi-edits.ts'
import { OBLIGATION_OPERATIONS } from './openapi-obligations.ts'
import type { Operation } from './openapi-operation.ts'
import { PORTFOLIO_OPERATIONS } from './openapi-portfolio.ts'
import { READING_OPERATIONS } from './openapi-reading.ts'
import { SETTING_OPERATIONS } from './openapi-settings.ts'
import { WRITE_OPERATIONS } from './openapi-writes.ts'

/** Every route of the API as data; the document is made from it and a test compares it with what is registered. */
export const OPERATIONS: readonly Operation[] = [
  ...READING_OPERATIONS,
  ...PORTFOLIO_OPERATIONS,
  ...DECISION_OPERATIONS,
  ...WRITE_OPERATIONS,
  ...EDIT_OPERATIONS,
  ...OBLIGATION_OPERATIONS,
  ...SETTING_OPERATIONS,
]

/** The OpenAPI 3.1 document of the API. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of OPERATIONS) {
    const path = paths[operation.path] ?? {}
    paths[operation.path] = path
    path[operation.method] = {
      summary: operation.summary,
      security: [{ teams: [] }],
      parameters: [
        ...(operation.path.includes('{key}') ? [{ name: 'key', in: 'path', required: true, schema: { type: 'string' } }] : []),
        ...(operation.query ?? []).map((name) => ({ name, in: 'query', required: true, schema: { type: 'string' } })),
        ...(operation.optional ?? []).map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
      ],
      ...(operation.request ? { requestBody: { required: true, content: json(operation.request) } } : {}),
      responses: {
        [operation.status]: { description: 'As asked', content: json(operation.response) },
        default: { description: 'Refused: code, field and sentence', content: json(refusal) },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Prosjektpuls', version: '1' },
    paths,
    components: { securitySchemes: { teams: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  }
}

const json = (schema: z.ZodMiniType): Record<string, unknown> => ({
  'application/json': { schema: z.toJSONSchema(schema, { unrepresentable: 'any' }) },
})
