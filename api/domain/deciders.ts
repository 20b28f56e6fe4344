import type { DecisionKind } from './codes.ts'
import type { Facts } from './facts.ts'
import { pointIn, profileOf } from './method-profile.ts'
import type { Project } from './model.ts'
import type { Decider, Settings } from './settings.ts'

/**
 * Who decides a point: as the project's own method profile says, otherwise as the municipality has set it (settings `decides`;
 * by default BP1, BP2 and BP6 virksomhetsledelsen, BP3–BP5 the project owner, Prosjektveiviseren v6 p. 147).
 */
export function deciderOf(point: DecisionKind, project: Pick<Project, 'methodVersion'>, settings: Settings, facts?: Facts): Decider {
  const own = facts && pointIn(profileOf(project, facts), point)?.decider
  return own ?? settings.decides[point]
}
