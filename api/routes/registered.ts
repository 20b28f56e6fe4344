import type { FastifyInstance } from 'fastify'
import type { RouteDeps } from './asking.ts'
import { registerBenefits } from './benefits.ts'
import { registerBoard } from './board.ts'
import { registerBotLog } from './bot-log.ts'
import { registerDecisions } from './decisions.ts'
import { registerEdits } from './edits.ts'
import { registerObligations } from './obligations.ts'
import { registerPeople } from './people.ts'
import { registerPortfolio } from './portfolio.ts'
import { registerPreferences } from './preferences.ts'
import { registerReads } from './reads.ts'
import { registerReportDraft } from './report-draft.ts'
import { registerReports } from './reports.ts'
import { registerRoadmap } from './roadmap.ts'
import { registerSettings } from './settings.ts'
import { registerTold } from './told.ts'
import { registerWrites } from './writes.ts'

/** Every route of the API; what is registered here is what openapi.ts describes. */
export function registerRoutes(app: FastifyInstance, deps: RouteDeps): void {
  registerReads(app, deps)
  registerPortfolio(app, deps)
  registerRoadmap(app)
  registerReportDraft(app)
  registerBenefits(app)
  registerWrites(app, deps)
  registerPeople(app)
  registerEdits(app, deps)
  registerReports(app)
  registerTold(app, deps)
  registerDecisions(app, deps)
  registerBoard(app)
  registerObligations(app, deps)
  registerSettings(app, deps)
  registerPreferences(app, deps)
  registerBotLog(app, deps)
}
