import type { ProjectSpec } from '../spec.ts'

export const ELEKTRONISK_ARKIV: ProjectSpec = {
  key: 'elektronisk-arkiv',
  title: 'Elektronisk arkiv – ny arkivkjerne',
  area: 'staff',
  size: 'medium',
  phase: 'plan',
  owner: 'erik',
  manager: 'henrik',
  lineLead: 'torbjorn',
  why: 'Arkivkjernen er gammel og støttes snart ikke lenger.',
  what: 'Ny arkivkjerne som alle fagsystemer kan levere til.',
  whenText: 'Stanset ved BP3.',
  idea: -15,
  taken: [-13, -9],
  stopped: {
    at: -3.2,
    lesson:
      'Leverandøren kunne ikke vise en løsning i drift. Vi lærte å kreve en referanse før BP2, og venter på nabokommunenes felles anskaffelse.',
  },
  goLive: null,
  end: 6,
  budget: 2_100_000,
  spent: 260_000,
  benefits: [],
  reports: {
    publishDay: 4,
    troubles: [{ row: 'risk', rating: 'red', from: 2, to: 0, comment: 'Leverandøren kan ikke vise en løsning i drift.' }],
    decisionNeeded: 'BP3: fortsette, vente på felles anskaffelse eller stanse.',
    news: ['BP2 er godkjent.', 'Kravene er skrevet sammen med arkivet.', 'Tilbudene er vurdert.'],
    next: ['Skrive krav.', 'Hente inn tilbud.', 'Legge fram BP3.'],
  },
}
