import type { Catalogue } from './catalogue.ts'

/** The first tour of the overview. */
export const tabTour = {
  step: { nb: '{n} av {all}', nn: '{n} av {all}', en: '{n} of {all}' },
  next: { nb: 'Neste', nn: 'Neste', en: 'Next' },
  back: { nb: 'Tilbake', nn: 'Tilbake', en: 'Back' },
  skip: { nb: 'Hopp over', nn: 'Hopp over', en: 'Skip' },
  done: { nb: 'Ferdig', nn: 'Ferdig', en: 'Done' },
  ended: {
    nb: 'Rundturen er over. Du finner den igjen i menyen.',
    nn: 'Rundturen er over. Du finn han igjen i menyen.',
    en: 'The tour is over. You find it again in the menu.',
  },
  'sentence.title': { nb: 'Først en setning', nn: 'Først ei setning', en: 'First a sentence' },
  'sentence.text': {
    nb: 'Den sier hvordan det står til med prosjektene i dag. Har du bare ti sekunder, er det nok å lese den.',
    nn: 'Ho seier korleis det står til med prosjekta i dag. Har du berre ti sekund, er det nok å lese henne.',
    en: 'It says how the projects are doing today. If you have only ten seconds, reading it is enough.',
  },
  'numbers.title': { nb: 'Så fire tall', nn: 'Så fire tal', en: 'Then four numbers' },
  'numbers.text': {
    nb: 'Trykk på et tall, og du ser bare prosjektene det teller. Trykk igjen for å se alle.',
    nn: 'Trykk på eit tal, og du ser berre prosjekta det tel. Trykk igjen for å sjå alle.',
    en: 'Press a number to see only the projects it counts. Press it again to see all.',
  },
  'rows.title': { nb: 'Det som trenger noe, står øverst', nn: 'Det som treng noko, står øvst', en: 'What needs something stands on top' },
  'rows.text': {
    nb: 'Hver rad viser fase, status, én {words, select, nytte {nyttevirkning} other {gevinst}} mot plan og hva som mangler. Åpne en rad for å se hele prosjektet.',
    nn: 'Kvar rad viser fase, status, {words, select, nytte {éin nytteverknad} other {éin gevinst}} mot plan og kva som manglar. Opne ei rad for å sjå heile prosjektet.',
    en: 'Each row shows the phase, the status, one benefit against plan, and what is missing. Open a row to see the whole project.',
  },
  'tasks.title': { nb: 'Mine oppgaver', nn: 'Mine oppgåver', en: 'My tasks' },
  'tasks.text': {
    nb: 'Her står det du skal svare på, det som haster mest først. Du svarer rett på siden.',
    nn: 'Her står det du skal svare på, det som hastar mest først. Du svarer rett på sida.',
    en: 'Here is what you are asked for, the most urgent first. You answer right on the page.',
  },
  'bot.title': { nb: 'Eller svar i chatten', nn: 'Eller svar i chatten', en: 'Or answer in the chat' },
  'bot.text': {
    nb: 'Prosjektpuls spør deg i Teams når noe mangler: ett kort om dagen, to i uken på det meste. Skriv «hjelp» der for å se hva den kan.',
    nn: 'Prosjektpuls spør deg i Teams når noko manglar: eitt kort om dagen, to i veka på det meste. Skriv «hjelp» der for å sjå kva han kan.',
    en: 'Prosjektpuls asks you in Teams when something is missing: one card a day, two a week at most. Write “help” there to see what it can do.',
  },
  'more.title': { nb: 'Resten er i menyen', nn: 'Resten er i menyen', en: 'The rest is in the menu' },
  'more.text': {
    nb: 'Språk, og for porteføljekontoret innstillinger, varsler og datakvalitet. Rundturen ligger der også.',
    nn: 'Språk, og for porteføljekontoret innstillingar, varsel og datakvalitet. Rundturen ligg der òg.',
    en: 'Language, and for the portfolio office settings, nudges and data quality. The tour is there too.',
  },
} satisfies Catalogue
