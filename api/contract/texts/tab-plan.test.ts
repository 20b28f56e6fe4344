import { describe } from 'vitest'
import { keepsTheRules } from './catalogue-rules.fixture.ts'
import { tabPlan } from './tab-plan.ts'

const SAME: readonly string[] = [
  'Brukt',
  'Budsjett',
  'Endring',
  'Fase',
  'Ferdig',
  'Frist',
  'Les',
  'Les planen',
  'Med ord',
  'Mål',
  'Måleindikator',
  'Neste måling',
  'Nullpunkt',
  'Plan for {words, select, nytte {nyttestyring} other {gevinstrealisering}}',
  'Planlagt per år',
  'Publisert {date} av {name}',
  'Skriv ut',
  'Slag',
  'Tilstand',
  'Tiltak',
  'Ulempe',
  'Vis kartet som tabell',
  'Vis som kart',
  'Vis som kart igjen',
  'unntak gitt',
  '{period}',
  '{period}, versjon {version}',
]

describe('the texts of the plan, the map and the reports', () => keepsTheRules(tabPlan, SAME))
