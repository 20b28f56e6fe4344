import {
  actionFields,
  benefitFields,
  indicatorFields,
  type KeptBenefit,
  type KeptIndicator,
  type ProjectFieldsView,
  projectFields,
} from '#contract/edit-view.ts'
import type { Language } from '#domain/codes.ts'
import { addDays, isCivilDate } from '#domain/dates.ts'
import { firstIndexOnOrAfter, measurementDateAt } from '#domain/due-dates.ts'
import { type Act, type ActObject, may } from '#domain/may.ts'
import type { Benefit, CivilDate, Indicator, Person, PersonId, Project } from '#domain/model.ts'
import { personName, type ViewContext } from './context.ts'
import { documentLinesView } from './documents.ts'
import { inOrder } from './order.ts'

/** The version of a record, for a change of it to name. */
export type VersionOf = (list: 'projects' | 'benefits' | 'indicators' | 'benefitActions', key: string) => string | null

interface Making {
  context: ViewContext
  person: Person | null
  versionOf: VersionOf
}

/** Everything of a project that may be written over, as it stands, with who this person may change. The caller has asked `may(person, 'readProject')`. */
export function projectFieldsView(
  context: ViewContext,
  project: Project,
  { person, language }: { person: Person | null; language: Language },
  versionOf: VersionOf,
): ProjectFieldsView {
  const { facts, today } = context
  const making: Making = { context, person, versionOf }
  const benefits = inOrder(facts.benefitsByProject.get(project.key) ?? []).map((benefit) => keptBenefit(benefit, making))
  const { key, phase } = project
  const own = picked(projectFields, project)
  return {
    today,
    project: { key, phase, version: versionOf('projects', key) ?? '', canEdit: allowed('editProject', { project }, making), fields: own },
    benefits,
    names: namesOf(
      [own, ...benefits.flatMap(({ fields, indicators, actions }) => [fields, ...indicators.map(one), ...actions.map(one)])],
      context,
    ),
    programmes: [...facts.tables.programmes.values()]
      .filter((programme) => programme.active || programme.key === project.programmeKey)
      .map(({ key: programmeKey, title }) => ({ key: programmeKey, title })),
    areas: [...new Set([...facts.tables.projects.values()].map(({ area }) => area))].filter((area) => area !== '').sort(),
    documentLines: documentLinesView(context, project, language),
  }
}

/** The fields a schema knows, and no more of the row. */
function picked<K extends string, R extends Record<K, unknown>>({ shape }: { shape: Record<K, unknown> }, record: R): Pick<R, K> {
  return Object.fromEntries(Object.keys(shape).map((field) => [field, record[field as K]])) as Pick<R, K>
}

const one = ({ fields }: { fields: object }): object => fields

const allowed = (act: Act, object: ActObject, { context, person }: Making): boolean =>
  may(person, act, { ...object, today: context.today }, context.facts).ok

function keptBenefit(benefit: Benefit, making: Making): KeptBenefit {
  const { facts } = making.context
  const canEdit = allowed('editBenefit', { benefit }, making)
  return {
    key: benefit.key,
    version: making.versionOf('benefits', benefit.key) ?? '',
    canEdit,
    canSettle: allowed('approveWaiver', { benefit }, making),
    fields: picked(benefitFields, benefit),
    indicators: (facts.indicatorsByBenefit.get(benefit.key) ?? []).map((indicator) => keptIndicator(indicator, making)),
    actions: (facts.actionsByBenefit.get(benefit.key) ?? []).map((action) => ({
      key: action.key,
      version: making.versionOf('benefitActions', action.key) ?? '',
      canEdit,
      fields: picked(actionFields, action),
    })),
  }
}

function keptIndicator(indicator: Indicator, making: Making): KeptIndicator {
  const { context } = making
  return {
    key: indicator.key,
    version: making.versionOf('indicators', indicator.key) ?? '',
    canEdit: allowed('editIndicator', { indicator }, making),
    fields: picked(indicatorFields, indicator),
    nextOn: nextDate(indicator, context.today),
    measured: (context.facts.measurementsByIndicator.get(indicator.key) ?? []).length > 0,
  }
}

/** The next measurement date by the schedule as it stands, after today; null when there is none. */
function nextDate(indicator: Indicator, today: CivilDate): CivilDate | null {
  if (!isCivilDate(indicator.anchorOn)) return null
  const index = firstIndexOnOrAfter(indicator, addDays(today, 1))
  return index === null ? null : measurementDateAt(indicator, Math.max(index, 0))
}

/** Names of everyone the records point at. */
function namesOf(records: readonly object[], { facts }: ViewContext): Record<PersonId, string> {
  const ids = records.flatMap((record) => Object.entries(record).filter(([field, id]) => field.endsWith('Id') && typeof id === 'string'))
  return Object.fromEntries(ids.map(([, id]) => [id, personName(facts, id)]))
}
