import type { FaultLevel } from './faults.ts'
import type { RequestFault } from './memory/lists.ts'
import type { TeamsFault } from './memory/teams.ts'

/** The share of requests that something befalls. */
const SHARE: Record<FaultLevel, number> = { none: 0, some: 0.02, heavy: 0.08 }

const LISTS: readonly RequestFault[] = ['unanswered', 'refused']
const TEAMS: readonly TeamsFault[] = [
  'taken',
  'taken',
  'dropped',
  'throttled',
  'throttled',
  'conflict',
  'blocked',
  'gone',
  'tooLarge',
  'stopped',
]

/** What befalls each request of one seed. */
export const faultsOf = (level: FaultLevel, random: () => number) => {
  const draw = <T>(among: readonly T[], none: T): T =>
    random() < SHARE[level] ? (among[Math.floor(random() * among.length)] ?? none) : none
  return { lists: () => draw<RequestFault>(LISTS, 'none'), teams: () => draw<TeamsFault>(TEAMS, 'none') }
}
