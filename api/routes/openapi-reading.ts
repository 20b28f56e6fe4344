import { benefitFilter } from '#contract/benefit-filter.ts'
import { benefitSumsView, benefitsView } from '#contract/benefits-view.ts'
import { peopleView } from '#contract/people.ts'
import { reportDraftView } from '#contract/report-draft-view.ts'
import { updateMeRequest } from '#contract/requests.ts'
import { roadmapView } from '#contract/roadmap-view.ts'
import { tasksView } from '#contract/tasks-view.ts'
import { healthView, meView, portfolioView, projectView } from '#contract/views.ts'
import type { Operation } from './openapi-operation.ts'

/** What the screens and cards read, and the person asking. */
export const READING_OPERATIONS: readonly Operation[] = [
  { method: 'get', path: '/api/me', summary: 'The person asking', status: 200, response: meView },
  { method: 'patch', path: '/api/me', summary: "Set the person's language", request: updateMeRequest, status: 200, response: meView },
  { method: 'get', path: '/api/portfolio', summary: 'All projects the person may see', status: 200, response: portfolioView },
  { method: 'get', path: '/api/roadmap', summary: 'All projects the person may see, on a timeline', status: 200, response: roadmapView },
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
]
