import type { Fault } from '#contract/errors.ts'
import type { Facts } from '#domain/facts.ts'
import { may } from '#domain/may.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Asker } from './ports.ts'
import type { SummaryScope } from './subscription.ts'

/** Whether the asker may decide what a channel is shown. What a channel shows everyone in it sees, so a restricted project never. */
export function maySubscribe(scope: SummaryScope, asker: Asker, facts: Facts): Result<true, Fault> {
  const project = scope.kind === 'project' && scope.key !== null ? facts.tables.projects.get(scope.key) : undefined
  if (scope.kind === 'project' && (!project || project.restricted)) return refuse({ code: 'unknownProject', field: 'projectKey' })
  const person = facts.peopleById.get(asker.personId) ?? null
  const object = { today: asker.today, ...(project && { project }) }
  return may(person, 'manageSubscription', object, facts).ok ? ok(true) : refuse({ code: 'notAllowed' })
}
