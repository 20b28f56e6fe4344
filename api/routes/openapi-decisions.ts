import { boardView } from '#contract/board-view.ts'
import {
  decideRequest,
  goBackRequest,
  holdRequest,
  planDecisionRequest,
  reopenRequest,
  resumeRequest,
  undoPlanRequest,
} from '#contract/decision-requests.ts'
import { decidedView, decisionView } from '#contract/decision-view.ts'
import type { Operation } from './openapi-operation.ts'

/** The routes of board.ts and decisions.ts. */
export const DECISION_OPERATIONS: readonly Operation[] = [
  { method: 'get', path: '/api/board', summary: 'The agenda of a board meeting (until, group)', status: 200, response: boardView },
  { method: 'get', path: '/api/projects/{key}/decision', summary: 'The decision point of a project', status: 200, response: decisionView },
  {
    method: 'post',
    path: '/api/projects/{key}/decisions',
    summary: 'Take a decision about a project',
    request: decideRequest,
    status: 201,
    response: decidedView,
  },
  {
    method: 'post',
    path: '/api/projects/{key}/decisions/plan',
    summary: 'Ask for a decision and prepare it',
    request: planDecisionRequest,
    status: 201,
    response: decidedView,
  },
  {
    method: 'post',
    path: '/api/projects/{key}/decisions/plan/undo',
    summary: 'Take a request for a decision back within ten minutes',
    request: undoPlanRequest,
    status: 200,
    response: decidedView,
  },
  {
    method: 'post',
    path: '/api/projects/{key}/hold',
    summary: 'Put a project on hold',
    request: holdRequest,
    status: 200,
    response: decisionView,
  },
  {
    method: 'post',
    path: '/api/projects/{key}/resume',
    summary: 'Take a project off hold',
    request: resumeRequest,
    status: 200,
    response: decisionView,
  },
  {
    method: 'post',
    path: '/api/projects/{key}/go-back',
    summary: 'Go back to an earlier phase',
    request: goBackRequest,
    status: 200,
    response: decisionView,
  },
  {
    method: 'post',
    path: '/api/projects/{key}/reopen',
    summary: 'Take a stopped project up again',
    request: reopenRequest,
    status: 200,
    response: decisionView,
  },
]
