import type { Language } from '#domain/codes.ts'
import type { Entry } from './catalogue.ts'

/** What has come to hang on a thing since it was made. The names are those of the rule. */
const since = {
  change: { nb: 'Dette er endret etterpå', nn: 'Dette er endra etterpå', en: 'This has been changed since' },
  benefit: {
    nb: 'Prosjektet har fått {words, select, nytte {en nyttevirkning} other {en gevinst}}',
    nn: 'Prosjektet har fått {words, select, nytte {ein nytteverknad} other {ein gevinst}}',
    en: 'The project has been given a benefit',
  },
  indicator: {
    nb: 'En måleindikator er lagt til her',
    nn: 'Ein måleindikator er lagd til her',
    en: 'An indicator has been added here',
  },
  mainIndicator: {
    nb: 'Måleindikatoren er valgt til å vises i oversikten',
    nn: 'Måleindikatoren er vald til å visast i oversikta',
    en: 'The indicator has been chosen for the overview',
  },
  measurement: {
    nb: 'Det er registrert en måling her',
    nn: 'Det er registrert ei måling her',
    en: 'A measurement has been recorded here',
  },
  action: { nb: 'Et tiltak er lagt til her', nn: 'Eit tiltak er lagt til her', en: 'An action has been added here' },
  decision: { nb: 'En beslutning bygger på dette', nn: 'Ei avgjerd byggjer på dette', en: 'A decision builds on this' },
  report: {
    nb: 'En statusrapport er begynt eller publisert',
    nn: 'Ein statusrapport er byrja eller publisert',
    en: 'A status report has been begun or published',
  },
  subscription: { nb: 'En kanal følger prosjektet', nn: 'Ein kanal følgjer prosjektet', en: 'A channel follows the project' },
  other: { nb: 'Noen er alt spurt om dette', nn: 'Nokon er alt spurde om dette', en: 'Somebody has already been asked about this' },
} satisfies Record<string, Entry>

const oneOf = (language: Language): string =>
  Object.entries(since)
    .map(([what, text]) => `${what} {${text[language]}}`)
    .join(' ')

/** Why something that was made can no longer be taken back. */
export const undoErrors = {
  createdTooLate: {
    nb: 'Det du legger til, kan angres i {limit} minutter. Rediger det heller.',
    nn: 'Det du legg til, kan angrast i {limit} minutt. Rediger det heller.',
    en: 'What you add can be undone for {limit} minutes. Edit it instead.',
  },
  builtUpon: {
    nb: `{what, select, ${oneOf('nb')}}, så det kan ikke angres. Rediger det som er feil.`,
    nn: `{what, select, ${oneOf('nn')}}, så det kan ikkje angrast. Rediger det som er feil.`,
    en: `{what, select, ${oneOf('en')}}, so it cannot be undone. Edit what is wrong.`,
  },
} satisfies Record<string, Entry>
