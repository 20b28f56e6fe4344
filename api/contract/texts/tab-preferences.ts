import type { Catalogue } from './catalogue.ts'

/** A person's own nudges: pause and deputy. */
export const tabPreferences = {
  title: { nb: 'Egne varsler', nn: 'Eigne varsel', en: 'Your own nudges' },
  lead: {
    nb: 'Fristene står. Er du borte lenge, blir stedfortrederen eller neste ansvarlige spurt.',
    nn: 'Fristane står. Er du borte lenge, blir stadfortredaren eller neste ansvarlege spurd.',
    en: 'Due dates stand. If you are away for long, your deputy or the next responsible person is asked.',
  },
  'pause.label': { nb: 'Pause til', nn: 'Pause til', en: 'Pause until' },
  'pause.hint': {
    nb: 'Senest {date}. Er du borte lenger, velg en stedfortreder.',
    nn: 'Seinast {date}. Er du borte lenger, vel ein stadfortredar.',
    en: '{date} at the latest. If you are away longer, choose a deputy.',
  },
  'pause.begin': { nb: 'Sett på pause', nn: 'Set på pause', en: 'Pause' },
  'pause.until': { nb: 'Ingen varsler før {date}.', nn: 'Ingen varsel før {date}.', en: 'No nudges before {date}.' },
  'pause.end': { nb: 'Start igjen', nn: 'Start igjen', en: 'Start again' },
  'pause.ended': { nb: 'Varslene er på igjen.', nn: 'Varsla er på igjen.', en: 'Nudges are on again.' },
  'deputy.label': { nb: 'Stedfortreder', nn: 'Stadfortredar', en: 'Deputy' },
  'deputy.hint': { nb: 'Blir spurt i stedet for deg.', nn: 'Blir spurd i staden for deg.', en: 'Is asked instead of you.' },
  'deputy.from': { nb: 'Fra og med', nn: 'Frå og med', en: 'From' },
  'deputy.to': { nb: 'Til og med', nn: 'Til og med', en: 'Until and including' },
  'deputy.save': { nb: 'Velg stedfortreder', nn: 'Vel stadfortredar', en: 'Choose deputy' },
  'deputy.saved': { nb: '{name} er stedfortreder for deg.', nn: '{name} er stadfortredar for deg.', en: '{name} is your deputy.' },
  'deputy.between': {
    nb: '{name} blir spurt i stedet for deg fra {from} til og med {to}.',
    nn: '{name} blir spurd i staden for deg frå {from} til og med {to}.',
    en: '{name} is asked instead of you from {from} until and including {to}.',
  },
  'deputy.openEnd': {
    nb: '{name} blir spurt i stedet for deg fra {from}.',
    nn: '{name} blir spurd i staden for deg frå {from}.',
    en: '{name} is asked instead of you from {from}.',
  },
  'deputy.end': { nb: 'Ta bort stedfortreder', nn: 'Ta bort stadfortredar', en: 'Remove deputy' },
  'deputy.ended': { nb: 'Du blir spurt selv igjen.', nn: 'Du blir spurd sjølv igjen.', en: 'You are asked yourself again.' },
} satisfies Catalogue
