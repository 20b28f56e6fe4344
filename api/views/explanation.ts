import type { ExplanationView } from '#contract/explanation-view.ts'
import { explain, explainState } from '#domain/explain.ts'
import type { Instant } from '#domain/model.ts'
import { nudgeOutlook } from '#domain/nudge-outlook.ts'
import type { Obligation } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import type { ViewContext } from './context.ts'

/**
 * Why an obligation is as it is at the moment: whose and why, the way to its dates by the settings of its own day, what has
 * happened to it, what comes next. No names: who else is asked is not told.
 */
export function explanationView(context: ViewContext, obligation: Obligation, now: Instant): ExplanationView {
  const { facts, settings, today } = context
  const { tables } = facts
  const { key, refKey, projectKey, asOf, dueOn, assigneeId, assigneeWhy } = obligation
  const about = { indicator: tables.indicators.get(refKey), project: tables.projects.get(projectKey) }
  const lines = explain(obligation, about, settingsOn(asOf ?? dueOn, tables.settings.values()))
  const next = nudgeOutlook({ obligations: [obligation], facts, settings, now })[0]?.outlook ?? { action: 'stop', reason: 'ladderEnded' }
  const outlook = next.action === 'send' ? { action: next.action, reason: next.reason } : next
  return { obligationKey: key, why: assigneeId === null ? null : assigneeWhy, lines, state: explainState(obligation, today), outlook }
}
