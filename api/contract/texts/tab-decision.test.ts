import { describe } from 'vitest'
import { keepsTheRules } from './catalogue-rules.fixture.ts'
import { tabDecision } from './tab-decision.ts'

const SAME = [
  'Angre',
  'Avbryt',
  'Ditt',
  'Fase',
  'Felt',
  'Forleng fasen',
  'Frist',
  'Fyll ut dette.',
  'Gå til lista',
  'Gå til prosjektet',
  'Juster planen',
  'Legg til unntaket',
  'Metoden stiller ingen krav til dette punktet.',
  'Ny dato for {point}',
  'Oppfølging: {name}, frist {date}',
  'Prosjektet er tilbake i {phase}.',
  'Prosjektet går til {phase} {date}.',
  'Prosjektet går til {phase}.',
  'På plass',
  'Slik blir det',
  'Stans prosjektet',
  'Ta bort unntaket',
  'Til',
  'Unntak',
  'Vedta',
  'Vedtak',
  'Vedtak i porteføljestyret',
  'ingen',
  '{date}, {name}',
  '{done} av {all} krav er på plass{waived, plural, =0 {} one {, og # har unntak} other {, og # har unntak}}.',
  '{name} går god for det: {reason}',
  '{point}: {outcome}',
]
describe('the texts of a decision point', () => keepsTheRules(tabDecision, SAME))
