import type { Catalogue } from './catalogue.ts'

/** What can be done with a question besides answering it (domain.md §3.2, rules 8–10): the parts a block opens. */
export const botActs = {
  'act.more': { nb: 'Mer', nn: 'Meir', en: 'More' },
  'act.back': { nb: 'Tilbake', nn: 'Tilbake', en: 'Back' },
  'act.answer': { nb: 'Svar på {title}', nn: 'Svar på {title}', en: 'Answer {title}' },
  'act.noPersons': {
    nb: 'Ikke skriv om enkeltpersoner.',
    nn: 'Ikkje skriv om enkeltpersonar.',
    en: 'Do not write about individuals.',
  },

  'snooze.open': { nb: 'Utsett', nn: 'Utset', en: 'Snooze' },
  'snooze.howLong': { nb: 'Hvor lenge?', nn: 'Kor lenge?', en: 'For how long?' },
  'snooze.days': {
    nb: '{n, plural, one {1 åpen dag} other {# åpne dager}}',
    nn: '{n, plural, one {1 open dag} other {# opne dagar}}',
    en: '{n, plural, one {1 working day} other {# working days}}',
  },
  'snooze.date': { nb: 'Eller til en dato', nn: 'Eller til ein dato', en: 'Or until a date' },
  'snooze.stands': {
    nb: 'Fristen står. Du kan utsette varselet to ganger, høyst ti åpne dager.',
    nn: 'Fristen står. Du kan utsetje varselet to gonger, høgst ti opne dagar.',
    en: 'The deadline stands. You can snooze twice, ten working days at most.',
  },
  'snooze.reason': {
    nb: 'Hvorfor en gang til? Ikke skriv om enkeltpersoner.',
    nn: 'Kvifor ein gong til? Ikkje skriv om enkeltpersonar.',
    en: 'Why once more? Do not write about individuals.',
  },
  'snooze.save': { nb: 'Utsett svaret', nn: 'Utset svaret', en: 'Snooze the answer' },

  'delegate.open': { nb: 'Deleger', nn: 'Deleger', en: 'Delegate' },
  'delegate.lead': {
    nb: 'Den du velger, blir spurt ved neste utsending. Uten svar kommer det tilbake til deg etter fem åpne dager.',
    nn: 'Den du vel, blir spurd ved neste utsending. Utan svar kjem det tilbake til deg etter fem opne dagar.',
    en: 'The person you choose is asked at the next sending. Unanswered, it comes back to you after five working days.',
  },
  'delegate.save': { nb: 'Deleger svaret', nn: 'Deleger svaret', en: 'Delegate the answer' },
  'person.choose': { nb: 'Velg en person', nn: 'Vel ein person', en: 'Choose a person' },
  'person.typed': {
    nb: 'Finner du ikke personen? Skriv navnet',
    nn: 'Finn du ikkje personen? Skriv namnet',
    en: 'Not on the list? Type the name',
  },

  'notRelevant.open': { nb: 'Ikke lenger aktuelt', nn: 'Ikkje lenger aktuelt', en: 'No longer relevant' },
  'notRelevant.lead': {
    nb: 'Den som er ansvarlig for {words, select, nytte {nyttevirkningen} other {gevinsten}}, blir spurt om å godkjenne det. Imens får du ingen varsler om dette.',
    nn: 'Den som er ansvarleg for {words, select, nytte {nytteverknaden} other {gevinsten}}, blir spurd om å godkjenne det. Så lenge får du ingen varsel om dette.',
    en: 'The benefit owner is asked to approve it. Until then you get no notices about this.',
  },
  'notRelevant.reason': {
    nb: 'Hvorfor er det ikke lenger aktuelt? Ikke skriv om enkeltpersoner.',
    nn: 'Kvifor er det ikkje lenger aktuelt? Ikkje skriv om enkeltpersonar.',
    en: 'Why is it no longer relevant? Do not write about individuals.',
  },
  'notRelevant.save': { nb: 'Send til godkjenning', nn: 'Send til godkjenning', en: 'Send for approval' },

  'wrongPerson.open': { nb: 'Feil person', nn: 'Feil person', en: 'Wrong person' },
  'wrongPerson.lead': {
    nb: 'Vi spør den neste som kan svare for dette. Vet du hvem som er rett person, så velg; det følger med.',
    nn: 'Vi spør den neste som kan svare for dette. Veit du kven som er rett person, så vel; det følgjer med.',
    en: 'We ask the next person who can answer for this. If you know who it should be, choose; it goes along.',
  },
  'wrongPerson.save': { nb: 'Meld fra', nn: 'Meld frå', en: 'Report it' },

  'why.open': { nb: 'Hvorfor får jeg dette?', nn: 'Kvifor får eg dette?', en: 'Why do I get this?' },
  'why.lead': { nb: 'Du får dette fordi du {role}.', nn: 'Du får dette fordi du {role}.', en: 'You get this because you {role}.' },

  'pause.open': { nb: 'Pause varsler', nn: 'Ta pause frå varsel', en: 'Pause notices' },
  'pause.lead': {
    nb: 'Du får ingen kort så lenge. Fristene står, og ved lengre pauser blir stedfortrederen spurt.',
    nn: 'Du får ingen kort så lenge. Fristane står, og ved lengre pausar blir stadfortredaren spurd.',
    en: 'You get no cards meanwhile. The deadlines stand, and in a long pause your deputy is asked.',
  },
  'pause.days': {
    nb: '{n, plural, =5 {En uke} =10 {To uker} other {# åpne dager}}',
    nn: '{n, plural, =5 {Ei veke} =10 {To veker} other {# opne dagar}}',
    en: '{n, plural, =5 {One week} =10 {Two weeks} other {# working days}}',
  },
  'pause.save': { nb: 'Ta pause', nn: 'Ta pause', en: 'Pause' },

  'request.lead': {
    nb: '{name} har bedt deg svare på dette. Uten svar går det tilbake {date}.',
    nn: '{name} har bede deg svare på dette. Utan svar går det tilbake {date}.',
    en: '{name} has asked you to answer this. Unanswered, it goes back on {date}.',
  },
  'request.leadNobody': {
    nb: 'Du er bedt om å svare på dette.',
    nn: 'Du er beden om å svare på dette.',
    en: 'You have been asked to answer this.',
  },
  'request.no': { nb: 'Nei, jeg kan ikke', nn: 'Nei, eg kan ikkje', en: 'No, I cannot' },
} satisfies Catalogue
