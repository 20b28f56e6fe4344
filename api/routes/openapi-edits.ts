import type * as z from 'zod/mini'
import {
  createBenefitActionRequest,
  createBenefitRequest,
  createIndicatorRequest,
  createProjectRequest,
  editBenefitActionRequest,
  editBenefitRequest,
  editIndicatorRequest,
  editProjectRequest,
} from '#contract/edit-requests.ts'
import { editedView, projectFieldsView } from '#contract/edit-view.ts'
import { nothingRequest } from '#contract/obligation-requests.ts'
import { reportsView } from '#contract/reports-view.ts'
import type { Operation } from './openapi-operation.ts'

const editing = (path: string, what: string, request: z.ZodMiniType): Operation => ({
  method: 'patch',
  path: `${path}/{key}`,
  summary: `Write over fields of ${what}, naming the version they were read in`,
  request,
  status: 200,
  response: editedView,
})
const making = (path: string, what: string, request: z.ZodMiniType): Operation => ({
  method: 'post',
  path,
  summary: `Make ${what}`,
  request,
  status: 201,
  response: editedView,
})

const undoing = (path: string, what: string): Operation => ({
  method: 'post',
  path: `${path}/{key}/undo`,
  summary: `Take ${what} back that one has just made, within ten minutes`,
  request: nothingRequest,
  status: 200,
  response: editedView,
})

/** The routes of edits.ts and reports.ts. */
export const EDIT_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/projects/{key}/reports',
    summary: 'Published status reports of a project, every version as it was frozen',
    status: 200,
    response: reportsView,
  },
  {
    method: 'get',
    path: '/api/projects/{key}/fields',
    summary: 'What of a project can be written over, with versions',
    status: 200,
    response: projectFieldsView,
  },
  making('/api/projects', 'a project (portfolio office)', createProjectRequest),
  editing('/api/projects', 'a project', editProjectRequest),
  making('/api/benefits', 'a benefit', createBenefitRequest),
  editing('/api/benefits', 'a benefit', editBenefitRequest),
  making('/api/indicators', 'an indicator', createIndicatorRequest),
  editing('/api/indicators', 'an indicator', editIndicatorRequest),
  making('/api/benefit-actions', 'an action of a benefit', createBenefitActionRequest),
  editing('/api/benefit-actions', 'an action of a benefit', editBenefitActionRequest),
  undoing('/api/projects', 'a project'),
  undoing('/api/benefits', 'a benefit'),
  undoing('/api/indicators', 'an indicator'),
  undoing('/api/benefit-actions', 'an action of a benefit'),
]
