import type { ProjectSpec } from '../spec.ts'

export const INNOLAB: ProjectSpec = {
  key: 'innolab',
  title: 'InnoLab',
  area: 'staff',
  size: 'small',
  phase: 'concept',
  owner: 'erik',
  manager: 'henrik',
  why: 'Ansatte med gode ideer mangler et sted å prøve dem ut sammen med andre.',
  what: 'Et rom, en metode og en veileder som enhetene kan låne i inntil åtte uker.',
  whenText: 'Konseptet utredes. Gevinstene beskrives før BP2.',
  idea: -7,
  taken: [-4.2],
  next: { in: 1.3 },
  goLive: null,
  end: 10,
  budget: 400_000,
  spent: 35_000,
  rank: 14,
  benefits: [],
}
