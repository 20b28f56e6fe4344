import type { Catalogue } from './catalogue.ts'

/** Choosing a person by name. */
export const tabPeople = {
  'people.hint': {
    nb: 'Skriv minst to bokstaver av navnet',
    nn: 'Skriv minst to bokstavar av namnet',
    en: 'Type at least two letters of the name',
  },
  'people.clear': { nb: 'Tøm feltet', nn: 'Tøm feltet', en: 'Empty the field' },
  'people.searching': { nb: 'Leter …', nn: 'Leitar …', en: 'Searching …' },
  'people.none': {
    nb: 'Ingen med dette navnet. De som har åpnet Prosjektpuls eller er hentet inn, kan velges.',
    nn: 'Ingen med dette namnet. Dei som har opna Prosjektpuls eller er henta inn, kan veljast.',
    en: 'Nobody by this name. People who have opened Prosjektpuls or were imported can be chosen.',
  },
  'people.failed': {
    nb: 'Fikk ikke søkt etter navn nå. Prøv igjen.',
    nn: 'Fekk ikkje søkt etter namn no. Prøv igjen.',
    en: 'Could not search for names now. Try again.',
  },
  'people.notChosen': { nb: 'Velg et av navnene i lista.', nn: 'Vel eit av namna i lista.', en: 'Choose one of the names in the list.' },
} satisfies Catalogue
