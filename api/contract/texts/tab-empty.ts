import type { Catalogue } from './catalogue.ts'

/** What is said beside the portfolio on a fresh install: not part of an ordinary first screen. */
export const tabEmpty = {
  'empty.office': {
    nb: 'Hent dem fra gevinstverktøyet, fra en tabell i Excel eller CSV, eller legg inn det første.',
    nn: 'Hent dei frå gevinstverktøyet, frå ein tabell i Excel eller CSV, eller legg inn det første.',
    en: 'Import them from the benefits workbook or a table in Excel or CSV, or add the first.',
  },
  'empty.other': {
    nb: 'Porteføljekontoret henter dem inn. Når det er gjort, står de her.',
    nn: 'Porteføljekontoret hentar dei inn. Når det er gjort, står dei her.',
    en: 'The portfolio office imports them. They will be shown here once that is done.',
  },
  'empty.first': { nb: 'Legg inn det første', nn: 'Legg inn det første', en: 'Add the first' },
  'empty.import': { nb: 'Hent inn prosjekter', nn: 'Hent inn prosjekt', en: 'Import projects' },
} as const satisfies Catalogue
