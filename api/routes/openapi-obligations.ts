import { explanationView } from '#contract/explanation-view.ts'
import {
  answerNotRelevantRequest,
  delegateRequest,
  nothingRequest,
  notRelevantRequest,
  snoozeRequest,
  wrongPersonRequest,
} from '#contract/obligation-requests.ts'
import { actedView, undoneView } from '#contract/tasks-view.ts'
import type { Operation } from './openapi-operation.ts'

const acts: [path: string, summary: string, request: Operation['request']][] = [
  ['snooze', 'Put off the nudges of one obligation', snoozeRequest],
  ['snooze/undo', 'Take that back within ten minutes', nothingRequest],
  ['delegate', 'Let somebody else answer one obligation', delegateRequest],
  ['take-back', 'Take a delegated obligation back', nothingRequest],
  ['not-relevant', 'Say that an obligation is no longer relevant', notRelevantRequest],
  ['not-relevant/answer', 'Answer that an obligation is no longer relevant (benefit owner)', answerNotRelevantRequest],
  ['wrong-person', 'Say that an obligation is somebody else’s', wrongPersonRequest],
]

/** What a person does with one obligation, as registerObligations has it. */
export const OBLIGATION_OPERATIONS: readonly Operation[] = [
  ...acts.map(
    ([path, summary, request]): Operation => ({
      method: 'post',
      path: `/api/obligations/{key}/${path}`,
      summary,
      request,
      status: 200,
      response: actedView,
    }),
  ),
  {
    method: 'get',
    path: '/api/obligations/{key}/explanation',
    summary: 'Why an obligation is asked for, and what comes next',
    status: 200,
    response: explanationView,
  },
  {
    method: 'post',
    path: '/api/measurements/{key}/undo',
    summary: 'Take an answer back within ten minutes',
    request: nothingRequest,
    status: 200,
    response: undoneView,
  },
]
