import type { Catalogue } from './catalogue.ts'

/** What is said of a page that is older than now, and of text that is typed but not saved. */
export const tabKept = {
  'updated.at': { nb: 'Oppdatert kl. {time}', nn: 'Oppdatert kl. {time}', en: 'Updated at {time}' },
  'updated.atDate': { nb: 'Oppdatert {date} kl. {time}', nn: 'Oppdatert {date} kl. {time}', en: 'Updated on {date} at {time}' },
  'updated.old': {
    nb: 'Vi får ikke kontakt med Prosjektpuls. Siden viser det som sto her kl. {time}. Vi prøver igjen om ett minutt.',
    nn: 'Vi får ikkje kontakt med Prosjektpuls. Sida viser det som stod her kl. {time}. Vi prøver igjen om eitt minutt.',
    en: 'We cannot reach Prosjektpuls. The page shows what stood here at {time}. We will try again in a minute.',
  },
  'updated.oldDate': {
    nb: 'Vi får ikke kontakt med Prosjektpuls. Siden viser det som sto her {date} kl. {time}. Vi prøver igjen om ett minutt.',
    nn: 'Vi får ikkje kontakt med Prosjektpuls. Sida viser det som stod her {date} kl. {time}. Vi prøver igjen om eitt minutt.',
    en: 'We cannot reach Prosjektpuls. The page shows what stood here on {date} at {time}. We will try again in a minute.',
  },
  'draft.unsaved': { nb: 'Ikke lagret', nn: 'Ikkje lagra', en: 'Not saved' },
  'draft.restored': {
    nb: 'Ikke lagret. Det du skrev sist, står i feltene igjen.',
    nn: 'Ikkje lagra. Det du skreiv sist, står i felta igjen.',
    en: 'Not saved. What you wrote last time is in the fields again.',
  },
  'draft.drop': { nb: 'Forkast det', nn: 'Forkast det', en: 'Discard it' },
  'draft.failed': {
    nb: 'Vi fikk ikke lagret. Det du skrev, står fortsatt her. Prøv igjen.',
    nn: 'Vi fekk ikkje lagra. Det du skreiv, står framleis her. Prøv igjen.',
    en: 'We could not save. What you wrote is still here. Try again.',
  },
  'drafts.lead': {
    nb: 'Du har skrevet noe som ikke er lagret.',
    nn: 'Du har skrive noko som ikkje er lagra.',
    en: 'You have written something that is not saved.',
  },
  'drafts.dropIt': { nb: 'Forkast', nn: 'Forkast', en: 'Discard' },
  'drafts.drop': { nb: 'Forkast: {name}', nn: 'Forkast: {name}', en: 'Discard: {name}' },
  'drafts.dropped': { nb: 'Forkastet: {name}.', nn: 'Forkasta: {name}.', en: 'Discarded: {name}.' },
  'drafts.undo': { nb: 'Angre', nn: 'Angre', en: 'Undo' },
  'page.toPortfolio': { nb: 'Gå til oversikten', nn: 'Gå til oversikta', en: 'Go to the overview' },
} as const satisfies Catalogue
