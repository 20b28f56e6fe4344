import type { Catalogue } from './catalogue.ts'

/** A project's documents as links: where they lie, what of the method they answer, and what the next decision point still lacks. */
export const tabDocuments = {
  title: { nb: 'Dokumenter', nn: 'Dokument', en: 'Documents' },
  edit: { nb: 'Rediger dokumenter', nn: 'Rediger dokumenta', en: 'Edit the documents' },
  none: { nb: 'Ingen lenker er lagt inn ennå.', nn: 'Ingen lenkjer er lagde inn enno.', en: 'No links have been added yet.' },
  newTab: { nb: '(åpnes i ny fane)', nn: '(blir opna i ny fane)', en: '(opens in a new tab)' },
  missing: {
    nb: '{n, plural, one {Ett dokument mangler} other {# dokumenter mangler}} til {point}',
    nn: '{n, plural, one {Eitt dokument manglar} other {# dokument manglar}} til {point}',
    en: '{n, plural, one {One document is missing} other {# documents are missing}} for {point}',
  },
  add: { nb: 'Legg til lenke', nn: 'Legg til lenkje', en: 'Add a link' },
  addOf: { nb: 'Legg til lenke: {title}', nn: 'Legg til lenkje: {title}', en: 'Add a link: {title}' },

  'field.lead': {
    nb: 'Lim inn lenker til dokumentene der de ligger. De blir ikke kopiert hit.',
    nn: 'Lim inn lenkjer til dokumenta der dei ligg. Dei blir ikkje kopierte hit.',
    en: 'Paste links to the documents where they are. They are not copied here.',
  },
  'field.full': {
    nb: 'Det er plass til {most} lenker. Fjern en for å legge til en ny.',
    nn: 'Det er plass til {most} lenkjer. Fjern ei for å leggje til ei ny.',
    en: 'There is room for {most} links. Remove one to add another.',
  },
  'row.url': { nb: 'Lenke', nn: 'Lenkje', en: 'Link' },
  'row.title': { nb: 'Navn', nn: 'Namn', en: 'Name' },
  'row.rule': { nb: 'Hva det er', nn: 'Kva det er', en: 'What it is' },
  'row.other': { nb: 'Et annet dokument', nn: 'Eit anna dokument', en: 'Another document' },
  'row.next': { nb: 'Til neste beslutningspunkt', nn: 'Til neste avgjerdspunkt', en: 'For the next decision point' },
  'row.rest': { nb: 'Til andre beslutningspunkter', nn: 'Til andre avgjerdspunkt', en: 'For other decision points' },
  'row.numbered': { nb: 'lenke {n}', nn: 'lenkje {n}', en: 'link {n}' },
  'row.change': { nb: 'Endre', nn: 'Endre', en: 'Change' },
  'row.changeOf': { nb: 'Endre {title}', nn: 'Endre {title}', en: 'Change {title}' },
  'row.remove': { nb: 'Fjern', nn: 'Fjern', en: 'Remove' },
  'row.removeOf': { nb: 'Fjern {title}', nn: 'Fjern {title}', en: 'Remove {title}' },
} satisfies Catalogue
