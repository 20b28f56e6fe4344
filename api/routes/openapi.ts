import * as z from 'zod/mini'
import { benefitFilter } from '#contract/benefit-filter.ts'
import { benefitSumsView, benefitsView } from '#contract/benefits-view.ts'
import { boardView } from '#contract/board-view.ts'
import { botLogView, settleCardRequest } from '#contract/bot-log.ts'
import {
  decideRequest,
  goBackRequest,
  holdRequest,
  planDecisionRequest,
  reopenRequest,
  resumeRequest,
} from '#contract/decision-requests.ts'
import { decidedView, decisionView } from '#contract/decision-view.ts'
import { refusal } from '#contract/errors.ts'
import { peopleView } from '#contract/people.ts'
import { portfolioDetailsView, rankedView, savedViewsView } from '#contract/portfolio-details-view.ts'
import { rankProjectRequest, removeViewRequest, saveViewRequest } from '#contract/portfolio-requests.ts'
import { changePreferencesRequest, preferencesView } from '#contract/preferences.ts'
import { reportDraftView } from '#contract/report-draft-view.ts'
import { importRequest, publishReportRequest, recordMeasurementRequest, updateMeRequest } from '#contract/requests.ts'
import { roadmapView } from '#contract/roadmap-view.ts'
import { changeRolesRequest, changeSettingRequest, changeSubscriptionRequest } from '#contract/settings-requests.ts'
import { settingsView } from '#contract/settings-view.ts'
import { tasksView } from '#contract/tasks-view.ts'
import { actionAnswerRequest, followUpRequest, toldView } from '#contract/told-requests.ts'
import { healthView, importView, meView, portfolioView, projectView, publishedView, recordedView } from '#contract/views.ts'
import { EDIT_OPERATIONS } from './openapi-edits.ts'
import { OBLIGATION_OPERATIONS } from './openapi-obligations.ts'

export interface Operation {
  method: 'get' | 'post' | 'patch'
  path: string
  summary: string
  /** Names of what stands after `?`. */
  query?: readonly string[]
  /** Those that may be left out. */
  optional?: readonly string[]
  request?: z.ZodMiniType
  status: 200 | 201
  response: z.ZodMiniType
}

/** Every route of the API as data; the document is made from it and a test compares it with what is registered. */
export const OPERATIONS: readonly Operation[] = [
  ...EDIT_OPERATIONS,
  ...OBLIGATION_OPERATIONS,
  { method: 'get', path: '/api/me', summary: 'The person asking', status: 200, response: meView },
  { method: 'patch', path: '/api/me', summary: "Set the person's language", request: updateMeRequest, status: 200, response: meView },
  { method: 'get', path: '/api/portfolio', summary: 'All projects the person may see', status: 200, response: portfolioView },
  { method: 'get', path: '/api/roadmap', summary: 'All projects the person may see, on a timeline', status: 200, response: roadmapView },
  {
    method: 'get',
    path: '/api/portfolio/details',
    summary: 'Further columns, the order of priority, saved views',
    status: 200,
    response: portfolioDetailsView,
  },
  {
    method: 'post',
    path: '/api/portfolio/rank',
    summary: 'Move a project in the order of priority (leaders, portfolio office)',
    request: rankProjectRequest,
    status: 200,
    response: rankedView,
  },
  {
    method: 'post',
    path: '/api/portfolio/views',
    summary: 'Save a view of the portfolio, own or shared',
    request: saveViewRequest,
    status: 201,
    response: savedViewsView,
  },
  {
    method: 'post',
    path: '/api/portfolio/views/remove',
    summary: 'Take a saved view away',
    request: removeViewRequest,
    status: 200,
    response: savedViewsView,
  },
  { method: 'get', path: '/api/projects/{key}', summary: 'One project in depth', status: 200, response: projectView },
  { method: 'get', path: '/api/benefits', summary: 'All benefits the person may see', status: 200, response: benefitsView },
  {
    method: 'get',
    path: '/api/benefits/sums',
    summary: 'The benefits that pass a filter, added up per unit, year and price year',
    optional: Object.keys(benefitFilter.shape),
    status: 200,
    response: benefitSumsView,
  },
  {
    method: 'get',
    path: '/api/report-drafts/{key}',
    summary: 'What was begun of a month’s status report in a card and is not published',
    query: ['period'],
    status: 200,
    response: reportDraftView,
  },
  { method: 'get', path: '/api/people', summary: 'People by the beginning of a name', query: ['query'], status: 200, response: peopleView },
  { method: 'get', path: '/api/tasks', summary: 'What waits for the person', status: 200, response: tasksView },
  { method: 'get', path: '/api/health-of-data', summary: 'Rows that cannot be read (portfolio office)', status: 200, response: healthView },
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
  {
    method: 'get',
    path: '/api/settings',
    summary: "The municipality's settings (office, administrators)",
    status: 200,
    response: settingsView,
  },
  {
    method: 'post',
    path: '/api/settings',
    summary: 'Change one setting from a day on (office, administrators)',
    request: changeSettingRequest,
    status: 200,
    response: settingsView,
  },
  {
    method: 'post',
    path: '/api/settings/roles',
    summary: 'Say who is portfolio office, administrator or leader (office)',
    request: changeRolesRequest,
    status: 200,
    response: settingsView,
  },
  {
    method: 'post',
    path: '/api/settings/channels',
    summary: "Change or end a channel's summaries (office, administrators)",
    request: changeSubscriptionRequest,
    status: 200,
    response: settingsView,
  },
  { method: 'get', path: '/api/preferences', summary: "The person's own pause and deputy", status: 200, response: preferencesView },
  {
    method: 'patch',
    path: '/api/preferences',
    summary: "Set the person's own pause and deputy",
    request: changePreferencesRequest,
    status: 200,
    response: preferencesView,
  },
  {
    method: 'get',
    path: '/api/bot-log',
    summary: 'What the bot sends and holds back (portfolio office)',
    status: 200,
    response: botLogView,
  },
  {
    method: 'post',
    path: '/api/bot-log/settle',
    summary: 'Say what became of an ambiguous send (portfolio office)',
    request: settleCardRequest,
    status: 200,
    response: botLogView,
  },
]

/** The OpenAPI 3.1 document of the API. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of OPERATIONS) {
    const path = paths[operation.path] ?? {}
    paths[operation.path] = path
    path[operation.method] = {
      summary: operation.summary,
      security: [{ teams: [] }],
      parameters: [
        ...(operation.path.includes('{key}') ? [{ name: 'key', in: 'path', required: true, schema: { type: 'string' } }] : []),
        ...(operation.query ?? []).map((name) => ({ name, in: 'query', required: true, schema: { type: 'string' } })),
        ...(operation.optional ?? []).map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
      ],
      ...(operation.request ? { requestBody: { required: true, content: json(operation.request) } } : {}),
      responses: {
        [operation.status]: { description: 'As asked', content: json(operation.response) },
        default: { description: 'Refused: code, field and sentence', content: json(refusal) },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Prosjektpuls', version: '1' },
    paths,
    components: { securitySchemes: { teams: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  }
}

const json = (schema: z.ZodMiniType): Record<string, unknown> => ({
  'application/json': { schema: z.toJSONSchema(schema, { unrepresentable: 'any' }) },
})
