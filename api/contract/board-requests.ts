import * as z from 'zod/mini'
import { boardGroup } from './board-view.ts'
import { civilDate } from './codes.ts'

/** GET /api/board?until=2026-06-15&group=leader. Left out: four weeks ahead, both groups. */
export const boardQuery = z.strictObject({ until: z.optional(civilDate), group: z.optional(boardGroup) })
