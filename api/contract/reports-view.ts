import * as z from 'zod/mini'
import { key } from './codes.ts'
import { reportView } from './views.ts'

/** GET /api/projects/{key}/reports. Every published version of every status report, newest first, each as it was frozen. */
export const reportsView = z.object({ key, title: z.string(), restricted: z.boolean(), currency: z.string(), reports: z.array(reportView) })
export type ReportsView = z.infer<typeof reportsView>
