import { describe } from 'vitest'
import { keepsTheRules } from './catalogue-rules.fixture.ts'
import { tabBoard } from './tab-board.ts'

const SAME = [
  'Alle',
  'Fram til',
  'Gå gjennom sak for sak',
  'Ingen måleindikator',
  'Kurs',
  'Måleindikator',
  'Neste sak',
  'Oppnådd',
  'Plan',
  'Sak {n} av {all}',
  'Saker til vedtak',
  'Sakliste',
  'Skriv ut',
  'Unntak',
  'Vedta {point}',
  'Vedta i porteføljestyret',
  'Vis alle sakene',
  '{count} {n, plural, one {sak} other {saker}} fram til {date}',
  '{point} ({outcome}): frist {date}',
  '{what} {name} går god for det: {reason}',
]
describe('the texts of the board’s agenda', () => keepsTheRules(tabBoard, SAME))
