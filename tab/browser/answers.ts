import type { HealthView, ImportView, PortfolioView } from '#contract/views.ts'
import { benefitSums, benefits } from '../fixtures/benefits.ts'
import { botLog } from '../fixtures/bot-log.ts'
import { measurer } from '../fixtures/people.ts'
import { portfolio } from '../fixtures/portfolio.ts'
import { project } from '../fixtures/project.ts'
import { roadmap } from '../fixtures/roadmap.ts'
import { settings } from '../fixtures/settings.ts'
import { preferences, tasks } from '../fixtures/tasks.ts'
import type { Answers } from './harness.ts'

/** The API as it answers a person on an ordinary day; a test changes what it is about. */
export const ordinary = (changed: Answers = {}, me: unknown = measurer): Answers => ({
  'GET /api/me': { body: me },
  'GET /api/portfolio': { body: portfolio, headers: { etag: '"v1"' } },
  'GET /api/projects/elektroniske-skjema': { body: project },
  'GET /api/report-drafts/elektroniske-skjema': { body: { draft: null } },
  'GET /api/tasks': { body: tasks },
  'GET /api/roadmap': { body: roadmap },
  'GET /api/preferences': { body: preferences },
  'GET /api/settings': { body: settings },
  'GET /api/bot-log': { body: botLog },
  'GET /api/benefits': { body: benefits },
  'GET /api/benefits/sums': { body: benefitSums },
  'GET /api/health-of-data': { body: { faults: [], takenAt: portfolio.takenAt, lists: [{ list: 'projects', rows: 24 }] } },
  ...changed,
})

/** A refusal as the API words it. */
export const refused = (
  status: number,
  code: string,
  text: string,
  given: { field?: string; current?: unknown; conflict?: unknown } = {},
) => ({
  status,
  body: {
    error: {
      code,
      field: given.field ?? null,
      text,
      ...(given.current ? { current: given.current } : {}),
      ...(given.conflict ? { conflict: given.conflict } : {}),
    },
  },
})

/** A fresh install. */
export const emptyPortfolio: PortfolioView = {
  ...portfolio,
  summary: { ...portfolio.summary, projects: 0, offTrack: 0, watch: 0, overdue: 0 },
  projects: [],
  programmes: [],
}

/** A table read on trial: one row that cannot come in, one thing assumed, a name that is nobody’s, a mapping proposed. */
export const dryRun: ImportView = {
  kind: 'table',
  dryRun: true,
  rows: 3,
  imported: 2,
  updated: 0,
  unchanged: 0,
  rejected: [
    {
      sheet: 'portefølje.csv',
      row: 3,
      column: 'Budsjett',
      value: 'hemmelig',
      code: 'notANumber',
      text: '«hemmelig» er ikke et tall vi forstår. Skriv bare tallet, for eksempel 12,5.',
    },
  ],
  assumed: [{ sheet: 'portefølje.csv', row: null, field: 'phase', value: 'Idé', text: 'Fila sier ikke hvilken fase prosjektet er i.' }],
  names: [{ name: 'Kommunalsjef oppvekst', roles: ['prosjekteier', 'gevinstansvarlig'] }],
  holds: { projects: 2, benefits: 5, actions: 0, indicators: 5, measurements: 1, reports: 0 },
  mapping: { columns: { title: 'Prosjekt', budget: 'Budsjett' }, currency: 'NOK' },
  headers: ['Prosjekt', 'Budsjett', 'Merknad'],
  fields: ['title', 'budget', 'area', 'phase'],
  projects: [{ key: 'a', title: 'Prosjekt A' }],
}

export const unreadable: HealthView = {
  faults: [
    { list: 'measurements', itemId: '417', column: 'value', code: 'unreadableRow', text: 'Verdien er ikke et tall. Rett raden i lista.' },
  ],
  takenAt: portfolio.takenAt,
  lists: [{ list: 'projects', rows: 24 }],
}
