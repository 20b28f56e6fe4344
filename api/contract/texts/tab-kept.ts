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
} as const satisfies Catalogue
