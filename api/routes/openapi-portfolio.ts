import { portfolioDetailsView, rankedView, savedViewsView } from '#contract/portfolio-details-view.ts'
import { rankProjectRequest, removeViewRequest, saveViewRequest } from '#contract/portfolio-requests.ts'
import type { Operation } from './openapi-operation.ts'

/** The routes of portfolio.ts. */
export const PORTFOLIO_OPERATIONS: readonly Operation[] = [
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
]
