import type { LackView } from '#contract/errors.ts'
import { hrefOf } from '../../app/route.ts'
import { hrefOfEdit, mendingEdit } from '../edit/edit-links.ts'

/** Where what is missing is mended: the form for it, the report, or the project's page. */
export function hrefThatMends(projectKey: string, lack: LackView): string {
  if (lack.code === 'reportMissing') return hrefOf({ name: 'report', key: projectKey })
  const edit = mendingEdit(lack)
  return edit === null ? hrefOf({ name: 'project', key: projectKey }) : hrefOfEdit(projectKey, edit)
}
