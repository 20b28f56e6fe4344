import type { ProjectFieldsView } from '#contract/edit-view.ts'
import type { OpenEdit } from './edit-links.ts'
import type { EditTarget } from './use-edit.ts'

/** What a form is about, or null where there is no such record or this person may not change it. */
export function targetOf(open: OpenEdit, view: ProjectFieldsView): (EditTarget & { title: string; unit: string }) | null {
  const { form, key } = open
  const { project, benefits, names } = view
  const indicators = benefits.flatMap((benefit) => benefit.indicators)
  const of = (path: string, kept: { key: string; version: string; canEdit: boolean; fields: { title: string } }, unit = '') =>
    kept.canEdit
      ? {
          form,
          path: `${path}/${encodeURIComponent(kept.key)}`,
          version: kept.version,
          fields: kept.fields,
          names,
          title: kept.fields.title,
          unit,
        }
      : null
  switch (form) {
    case 'about':
    case 'frame':
    case 'people':
    case 'documents':
      return of('/api/projects', project)
    case 'benefit': {
      const benefit = benefits.find((one) => one.key === key)
      return benefit ? of('/api/benefits', benefit) : null
    }
    case 'indicator': {
      const indicator = indicators.find((one) => one.key === key)
      const target = indicator ? of('/api/indicators', indicator, indicator.fields.unit) : null
      return target && indicator ? { ...target, fields: { ...indicator.fields, firstOn: indicator.nextOn } } : null
    }
    case 'action': {
      const action = benefits.flatMap((benefit) => benefit.actions).find((one) => one.key === key)
      return action ? of('/api/benefit-actions', action) : null
    }
    case 'newBenefit':
      return project.canEdit ? made('/api/benefits', { projectKey: project.key }, project.fields.title) : null
    case 'newIndicator':
    case 'newAction': {
      const benefit = benefits.find((one) => one.key === key)
      const path = form === 'newIndicator' ? '/api/indicators' : '/api/benefit-actions'
      return benefit?.canEdit ? made(path, { benefitKey: benefit.key }, benefit.fields.title) : null
    }
    case 'newProject':
      return null
  }
  function made(path: string, parent: Record<string, string>, title: string) {
    const fields =
      form === 'newIndicator'
        ? { frequency: 'tertial', direction: 'decrease', kind: 'snapshot' }
        : form === 'newBenefit'
          ? { level: 'municipality' }
          : {}
    return { form, path, version: null, fields, names, parent, title, unit: '' }
  }
}
