import type { ProjectSpec } from '../spec.ts'

export const INNOVASJONSKULTUR: ProjectSpec = {
  key: 'innovasjonskultur',
  title: 'Innovasjonskultur – kartlegging og tiltak',
  area: 'staff',
  size: 'small',
  phase: 'idea',
  owner: 'lise',
  manager: null,
  why: 'Vi vet lite om hva som hindrer ansatte i å foreslå og prøve ut forbedringer.',
  what: 'En kartlegging og to–tre tiltak som kan prøves ut på ett år.',
  whenText: 'BP1 legges fram for ledergruppen.',
  idea: -1.6,
  taken: [],
  next: { in: 0.7 },
  goLive: null,
  end: null,
  budget: null,
  spent: null,
  benefits: [],
}
