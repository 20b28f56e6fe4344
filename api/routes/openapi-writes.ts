import { importRequest, publishReportRequest, recordMeasurementRequest } from '#contract/requests.ts'
import { actionAnswerRequest, followUpRequest, toldView } from '#contract/told-requests.ts'
import { importView, publishedView, recordedView } from '#contract/views.ts'
import type { Operation } from './openapi-operation.ts'

/** What is told, published and imported: the routes of writes.ts and told.ts. */
export const WRITE_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/measurements',
    summary: 'Record, correct or decline one measurement',
    request: recordMeasurementRequest,
    status: 201,
    response: recordedView,
  },
  {
    method: 'post',
    path: '/api/reports',
    summary: 'Publish a status report',
    request: publishReportRequest,
    status: 201,
    response: publishedView,
  },
  {
    method: 'post',
    path: '/api/follow-ups',
    summary: 'Say that what a decision asked for is done',
    request: followUpRequest,
    status: 201,
    response: toldView,
  },
  {
    method: 'post',
    path: '/api/action-answers',
    summary: 'Answer a benefit action: done, dropped or moved',
    request: actionAnswerRequest,
    status: 201,
    response: toldView,
  },
  {
    method: 'post',
    path: '/api/import',
    summary: 'Import a workbook or table (portfolio office)',
    request: importRequest,
    status: 200,
    response: importView,
  },
]
