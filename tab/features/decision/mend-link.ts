import type { LackView } from '#contract/errors.ts'
import { hrefOf } from '../../app/route.ts'
import { hrefOfEdit, mendingEdit, type OpenEdit } from '../edit/edit-links.ts'

/** Forms that mend what only the softer points ask for. */
function softEdit({ code, benefitKey, indicatorKey }: LackView): OpenEdit | null {
  if (code === 'managerMissing' || code === 'lineLeadMissing') return { form: 'people', key: '' }
  if (code === 'costMissing') return { form: 'frame', key: '' }
  if (code === 'costBenefitUnitMissing' || code === 'costBenefitMunicipalityMissing') return { form: 'newBenefit', key: '' }
  if ((code === 'planNotApproved' || code === 'benefitUnsettled') && benefitKey !== null) return { form: 'benefit', key: benefitKey }
  return code === 'baselinePlanMissing' && indicatorKey !== null ? { form: 'frame', key: '' } : null
}

/** Where what is missing is mended: the form for it, the report, or the project's page. */
export function hrefThatMends(projectKey: string, lack: LackView): string {
  if (lack.code === 'reportMissing') return hrefOf({ name: 'report', key: projectKey })
  const edit = mendingEdit(lack) ?? softEdit(lack)
  return edit === null ? hrefOf({ name: 'project', key: projectKey }) : hrefOfEdit(projectKey, edit)
}
