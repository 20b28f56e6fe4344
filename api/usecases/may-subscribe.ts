import type { Fault } from '#contract/errors.ts'
import type { Facts } from '#domain/facts.ts'
import { may } from '#domain/may.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { isHiddenScope } from '#views/summary.ts'
import type { Asker } from './ports.ts'
import type { SummaryScope } from './subscription.ts'

/**
 * Whether the asker may decide what a channel is shown. What a channel shows everyone in it sees, so a restricted project
 * never, nor what holds nothing else.
 */
export function maySubscribe(scope: SummaryScope, asker: Asker, facts: Facts): Result<true, Fault> {
  const project = scope.kind === 'project' && scope.key !== null ? facts.tables.projects.get(scope.key) : undefined
  if ((scope.kind === 'project' && !project) || isHiddenScope(scope, facts)) return refuse({ code: 'unknownProject', field: 'projectKey' })
  const person = facts.peopleById.get(asker.personId) ?? null
  const object = { today: asker.today, ...(project && { project }) }
  return may(person, 'manageSubscription', object, facts).ok ? ok(true) : refuse({ code: 'notAllowed' })
}

/**
 * Whether the asker may end a summary: who may begin it, and leaders, office and administrators also what is hidden or no
 * longer there.
 */
export function mayEndSubscription(scope: SummaryScope, asker: Asker, facts: Facts): Result<true, Fault> {
  const person = facts.peopleById.get(asker.personId) ?? null
  return may(person, 'manageSubscription', { today: asker.today }, facts).ok ? ok(true) : maySubscribe(scope, asker, facts)
}
