import { FORM_NAMES, type FormName } from './forms.ts'

/** Which form of a project stands open, and about what: the record's key, its parent's for a new one, '' for the project itself. */
export interface OpenEdit {
  form: FormName
  key: string
}

/** The address of a project's page with a form open, `#/project/KEY/edit/indicator/KEY`. */
export const hrefOfEdit = (projectKey: string, { form, key }: OpenEdit): string =>
  ['#/project', encodeURIComponent(projectKey), 'edit', form, ...(key === '' ? [] : [encodeURIComponent(key)])].join('/')

/** What an address says of the form to open; null where there is none by that name. */
export function openEditOf(form: string | undefined, key: string | undefined): OpenEdit | null {
  const known = FORM_NAMES.find((name) => name === form)
  return known === undefined ? null : { form: known, key: key ?? '' }
}

const OF_BENEFIT = ['planNotApproved', 'benefitUnsettled']
/** A baseline is planned by the day the project goes live. */
const OF_PROJECT: Readonly<Record<string, FormName>> = {
  managerMissing: 'people',
  lineLeadMissing: 'people',
  costMissing: 'frame',
  baselinePlanMissing: 'about',
  costBenefitUnitMissing: 'newBenefit',
  costBenefitMunicipalityMissing: 'newBenefit',
}
const OF_INDICATOR = ['targetMissing', 'targetOnMissing', 'frequencyMissing', 'firstDateMissing']

/** The form that mends what a gate lacks; null where no form of the project's page does. */
export function mendingEdit(lack: { code: string; benefitKey: string | null; indicatorKey: string | null }): OpenEdit | null {
  const { code, benefitKey, indicatorKey } = lack
  if (code === 'benefitMissing') return { form: 'newBenefit', key: '' }
  if (code === 'ownerMissing') return benefitKey === null ? { form: 'people', key: '' } : { form: 'benefit', key: benefitKey }
  if (code === 'planNotApproved' && benefitKey !== null) return { form: 'benefit', key: benefitKey }
  if (code === 'indicatorMissing' && benefitKey !== null) return { form: 'newIndicator', key: benefitKey }
  if (OF_INDICATOR.includes(code) && indicatorKey !== null) return { form: 'indicator', key: indicatorKey }
  if (OF_BENEFIT.includes(code) && benefitKey !== null) return { form: 'benefit', key: benefitKey }
  const form = OF_PROJECT[code]
  return form === undefined ? null : { form, key: '' }
}
