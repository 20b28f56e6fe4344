import * as z from 'zod/mini'
import { rating, reportRowName } from './codes.ts'

const text = z.nullable(z.string())

/** GET /api/report-drafts/{project key}?period=YYYY-MM. What was written in the card and not published; null when there is nothing. */
export const reportDraftView = z.object({
  draft: z.nullable(
    z.object({
      rows: z.array(z.object({ row: reportRowName, rating, comment: z.string() })),
      sinceLast: text,
      next: text,
      decisionNeeded: text,
      at: z.string(),
    }),
  ),
})
export type ReportDraftView = z.infer<typeof reportDraftView>
