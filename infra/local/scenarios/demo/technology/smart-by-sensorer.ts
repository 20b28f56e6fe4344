import type { ProjectSpec } from '../spec.ts'

export const SMART_BY_SENSORER: ProjectSpec = {
  key: 'smart-by-sensorer',
  title: 'Smart by – uttesting av sensorer',
  area: 'society',
  size: 'small',
  phase: 'concept',
  owner: 'lars',
  manager: 'henrik',
  why: 'Vi vet for lite om når søppel, vannstand og parkering trenger oppfølging.',
  what: 'En pilot med sensorer på tre steder i fire måneder.',
  whenText: 'Piloten er i gang og avsluttes før BP2.',
  idea: -9,
  taken: [-5.6],
  next: { in: 4.2 },
  goLive: null,
  end: 3.8,
  budget: 350_000,
  spent: 150_000,
  rank: 17,
  benefits: [],
}
