import type { DecisionKind, Language } from '#domain/codes.ts'
import type { GateRule, Words } from '#domain/method-profile.ts'
import { type Entry, translator, type WordSet } from './catalogue.ts'

/** What the lists themselves prove at a decision point, as a line of the checklist. Source: domain.md §3, «Rules that block or warn». */
export const ruleTexts = {
  benefit: {
    nb: 'Minst én {words, select, nytte {nyttevirkning} other {gevinst}} er beskrevet',
    nn: 'Minst éin {words, select, nytte {nytteverknad} other {gevinst}} er beskriven',
    en: 'At least one benefit is described',
  },
  costBenefitUnit: {
    nb: 'Hva det gir og koster for enheten, er beskrevet',
    nn: 'Kva det gir og kostar for eininga, er beskrive',
    en: 'What it gives and costs the unit is described',
  },
  costBenefitMunicipality: {
    nb: 'Hva det gir og koster for kommunen som helhet, er beskrevet',
    nn: 'Kva det gir og kostar for kommunen som heilskap, er beskrive',
    en: 'What it gives and costs the municipality as a whole is described',
  },
  cost: { nb: 'Budsjettet er lagt inn', nn: 'Budsjettet er lagt inn', en: 'The budget is entered' },
  owner: { nb: 'Prosjekteier er navngitt', nn: 'Prosjekteigar har fått namn', en: 'The project owner is named' },
  manager: { nb: 'Prosjektleder er navngitt', nn: 'Prosjektleiar har fått namn', en: 'The project manager is named' },
  lineLead: { nb: 'Linjeansvarlig er navngitt', nn: 'Linjeansvarleg har fått namn', en: 'The line lead is named' },
  indicator: {
    nb: '{words, select, nytte {Alle nyttevirkninger} other {Alle gevinster}} har måleindikator',
    nn: '{words, select, nytte {Alle nytteverknader} other {Alle gevinstar}} har måleindikator',
    en: 'Every benefit has an indicator',
  },
  baselinePlan: {
    nb: 'Nullpunktet er målt eller planlagt',
    nn: 'Nullpunktet er målt eller planlagt',
    en: 'The baseline is measured or planned',
  },
  reportPublished: {
    nb: 'Statusrapport er publisert',
    nn: 'Statusrapport er publisert',
    en: 'A status report is published',
  },
  measured: {
    nb: '{words, select, nytte {Nyttevirkningene} other {Gevinstene}} er målt',
    nn: '{words, select, nytte {Nytteverknadene} other {Gevinstane}} er målte',
    en: 'The benefits are measured',
  },
  handover: {
    nb: '{words, select, nytte {Alle nyttevirkninger} other {Alle gevinster}} har eier, måleindikator, nullpunkt, mål, måldato, frekvens, første måledato og godkjent plan',
    nn: '{words, select, nytte {Alle nytteverknader} other {Alle gevinstar}} har eigar, måleindikator, nullpunkt, mål, måldato, frekvens, første måledato og godkjend plan',
    en: 'Every benefit has an owner, indicator, baseline, target, target date, frequency, first measurement date and an approved plan',
  },
} satisfies Record<GateRule, Entry>

const isRule = (rule: string): rule is GateRule => Object.hasOwn(ruleTexts, rule)

/** A rule as a person reads it; null for a name that is no rule. */
export const ruleText = (rule: string, language: Language, words: WordSet = 'gevinst'): string | null =>
  isRule(rule) ? translator(ruleTexts, language, words)(rule) : null

const BOARD: Entry = { nb: 'Porteføljestyret', nn: 'Porteføljestyret', en: 'The portfolio board' }

/** What a point is called: the municipality's own words, otherwise «BP3». */
export const pointText = (point: DecisionKind, title: Words | undefined, language: Language): string =>
  title?.[language] ?? title?.nb ?? (point === 'board' ? BOARD[language] : point.toUpperCase())
