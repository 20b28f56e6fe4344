import type { Catalogue } from './catalogue.ts'

/** The leaders' card of a channel, and what is said when one is asked for or ended (screens.md §5). */
export const botSummary = {
  'summary.label': {
    nb: 'Porteføljen {meeting, select, true {før møtet} other {i}} {month}',
    nn: 'Porteføljen {meeting, select, true {før møtet} other {i}} {month}',
    en: 'The portfolio {meeting, select, true {before the meeting on} other {in}} {month}',
  },
  'summary.labelScope': {
    nb: '{title} {meeting, select, true {før møtet} other {i}} {month}',
    nn: '{title} {meeting, select, true {før møtet} other {i}} {month}',
    en: '{title} {meeting, select, true {before the meeting on} other {in}} {month}',
  },
  'summary.empty': { nb: 'Ingen prosjekter ennå.', nn: 'Ingen prosjekt enno.', en: 'No projects yet.' },
  'summary.allOnTrack': { nb: 'Alle prosjekter er i rute.', nn: 'Alle prosjekta er i rute.', en: 'All projects are on track.' },
  'summary.allActiveOnTrack': {
    nb: 'Alle prosjekter som pågår, er i rute.',
    nn: 'Alle prosjekta som går føre seg, er i rute.',
    en: 'All running projects are on track.',
  },
  'summary.noneOff': {
    nb: 'Ingen prosjekter har avvik.',
    nn: 'Ingen prosjekt har avvik.',
    en: 'No project is off track.',
  },
  'summary.watch': {
    nb: 'Ingen prosjekter har avvik, {n, plural, =1 {ett} =2 {to} =3 {tre} other {#}} bør følges.',
    nn: 'Ingen prosjekt har avvik, {n, plural, =1 {eitt} =2 {to} =3 {tre} other {#}} bør følgjast.',
    en: 'No project is off track; {n, plural, =1 {one needs} =2 {two need} =3 {three need} other {# need}} watching.',
  },
  'summary.offTrack': {
    nb: '{n, plural, =1 {Ett} =2 {To} =3 {Tre} other {#}} av {total, number} {total, plural, one {prosjekt} other {prosjekter}} har avvik.',
    nn: '{n, plural, =1 {Eitt} =2 {To} =3 {Tre} other {#}} av {total, number} prosjekt har avvik.',
    en: '{n, plural, =1 {One} =2 {Two} =3 {Three} other {#}} of {total, number} {total, plural, one {project} other {projects}} {n, plural, one {is} other {are}} off track.',
  },
  'summary.nextDecision': {
    nb: 'Neste beslutning er {date}.',
    nn: 'Neste avgjerd er {date}.',
    en: 'The next decision is on {date}.',
  },
  'summary.ofTotal': { nb: '{n} av {total}', nn: '{n} av {total}', en: '{n} of {total}' },
  'summary.projectsOnTrack': { nb: 'prosjekter i rute', nn: 'prosjekt i rute', en: 'projects on track' },
  'summary.benefitsOnTrack': {
    nb: '{words, select, nytte {nyttevirkninger} other {gevinster}} i rute',
    nn: '{words, select, nytte {nytteverknader} other {gevinstar}} i rute',
    en: 'benefits on track',
  },
  'summary.overdue': { nb: 'svar forfalt', nn: 'svar over fristen', en: 'answers overdue' },
  'summary.more': {
    nb: '{n, plural, =1 {én flere} =2 {to flere} =3 {tre flere} other {# flere}} enn i {month}',
    nn: '{n, plural, =1 {éin fleire} =2 {to fleire} =3 {tre fleire} other {# fleire}} enn i {month}',
    en: '{n, plural, =1 {one more} =2 {two more} =3 {three more} other {# more}} than in {month}',
  },
  'summary.fewer': {
    nb: '{n, plural, =1 {én færre} =2 {to færre} =3 {tre færre} other {# færre}} enn i {month}',
    nn: '{n, plural, =1 {éin færre} =2 {to færre} =3 {tre færre} other {# færre}} enn i {month}',
    en: '{n, plural, =1 {one fewer} =2 {two fewer} =3 {three fewer} other {# fewer}} than in {month}',
  },
  'summary.same': { nb: 'uendret', nn: 'uendra', en: 'unchanged' },
  'summary.x.offTrack': { nb: 'Status er {rating}.', nn: 'Statusen er {rating}.', en: 'The status is {rating}.' },
  'summary.x.fell': {
    nb: 'Status falt fra {previous} til {rating}.',
    nn: 'Statusen fall frå {previous} til {rating}.',
    en: 'The status fell from {previous} to {rating}.',
  },
  'summary.x.decisionLate': {
    nb: '{point} skulle vært besluttet {date}.',
    nn: '{point} skulle vore avgjord {date}.',
    en: '{point} should have been decided on {date}.',
  },
  'summary.x.decisionReady': {
    nb: '{point} er klar til beslutning.',
    nn: '{point} er klar til avgjerd.',
    en: '{point} is ready for decision.',
  },
  'summary.x.forecastShort': {
    nb: 'Prognosen er {percent} av veien til målet:',
    nn: 'Prognosen er {percent} av vegen til målet:',
    en: 'The forecast is {percent} of the way to the target:',
  },
  'summary.moreExceptions': {
    nb: 'Og {n, plural, one {ett prosjekt} other {# prosjekter}} til som trenger handling.',
    nn: 'Og {n, plural, one {eitt prosjekt} other {# prosjekt}} til som treng handling.',
    en: 'And {n, plural, one {one more project needs} other {# more projects need}} action.',
  },
  'summary.decide': { nb: 'Åpne {point} for {title}', nn: 'Opne {point} for {title}', en: 'Open {point} for {title}' },
  'summary.foot': {
    nb: 'Kortet oppdateres på plass. Det viser antall, aldri hvem som mangler svar.',
    nn: 'Kortet blir oppdatert på plass. Det viser talet på svar, aldri kven som manglar dei.',
    en: 'The card is updated in place. It shows counts, never who has not answered.',
  },
  'summary.stop': {
    nb: 'Skriv «@Prosjektpuls stopp» for å avslutte.',
    nn: 'Skriv «@Prosjektpuls stopp» for å avslutte.',
    en: 'Type “@Prosjektpuls stop” to end it.',
  },
  'summary.notice': {
    nb: 'Porteføljen {meeting, select, true {før møtet} other {i}} {month}: {sentence}',
    nn: 'Porteføljen {meeting, select, true {før møtet} other {i}} {month}: {sentence}',
    en: 'The portfolio {meeting, select, true {before the meeting on} other {in}} {month}: {sentence}',
  },
  'subscription.subscribed': {
    nb: 'Denne kanalen får nå en månedlig oppsummering av {scope}.',
    nn: 'Denne kanalen får no ei månadleg oppsummering av {scope}.',
    en: 'This channel now gets a monthly summary of {scope}.',
  },
  'subscription.alreadySubscribed': {
    nb: 'Denne kanalen abonnerer allerede på {scope}.',
    nn: 'Denne kanalen abonnerer alt på {scope}.',
    en: 'This channel already subscribes to {scope}.',
  },
  'subscription.unsubscribed': {
    nb: 'Denne kanalen får ikke flere oppsummeringer av {scope}.',
    nn: 'Denne kanalen får ikkje fleire oppsummeringar av {scope}.',
    en: 'This channel gets no more summaries of {scope}.',
  },
  'subscription.notSubscribed': {
    nb: 'Denne kanalen abonnerer ikke på {scope}.',
    nn: 'Denne kanalen abonnerer ikkje på {scope}.',
    en: 'This channel does not subscribe to {scope}.',
  },
  'scope.portfolio': { nb: 'hele porteføljen', nn: 'heile porteføljen', en: 'the whole portfolio' },
  'scope.programme': { nb: 'programmet {title}', nn: 'programmet {title}', en: 'the programme {title}' },
  'scope.area': { nb: 'området {title}', nn: 'området {title}', en: 'the area {title}' },
  'scope.project': { nb: 'prosjektet {title}', nn: 'prosjektet {title}', en: 'the project {title}' },
} satisfies Catalogue
