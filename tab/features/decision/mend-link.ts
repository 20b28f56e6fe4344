import type { LackView } from '#contract/errors.ts'
import { hrefOf } from '../../app/route.ts'
import { hrefOfEdit, mendingEdit } from '../edit/edit-links.ts'

/** A number that is missing, and the form for it on the project's page. */
const MEASURED: Readonly<Record<string, string>> = { baselineMissing: 'baseline', measurementMissing: 'measure' }

/** Where what is missing is mended: the form for it, the report, or the project's page. */
export function hrefThatMends(projectKey: string, lack: LackView): string {
  if (lack.code === 'reportMissing') return hrefOf({ name: 'report', key: projectKey })
  const measured = MEASURED[lack.code]
  if (measured !== undefined && lack.indicatorKey !== null) {
    return hrefOf({ name: 'project', key: projectKey, form: measured, record: lack.indicatorKey })
  }
  const edit = mendingEdit(lack)
  return edit === null ? hrefOf({ name: 'project', key: projectKey }) : hrefOfEdit(projectKey, edit)
}
