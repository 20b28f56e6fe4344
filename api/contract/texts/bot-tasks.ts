import type { Catalogue } from './catalogue.ts'

/** The questions of a card that are no numbers and no reports: a new owner, nobody responsible, approval, decision, action. */
export const botTasks = {
  'line.approval': { nb: '{title}: ikke lenger aktuelt?', nn: '{title}: ikkje lenger aktuelt?', en: '{title}: no longer relevant?' },
  'line.handover': { nb: '{title}: har du overtatt?', nn: '{title}: har du overteke?', en: '{title}: have you taken it over?' },
  'line.orphan': { nb: '{title}: mangler ansvarlig', nn: '{title}: manglar ansvarleg', en: '{title}: nobody responsible' },
  'handover.lead': {
    nb: 'Du er satt som ansvarlig. Har du overtatt?',
    nn: 'Du er sett som ansvarleg. Har du overteke?',
    en: 'You are named as responsible. Have you taken it over?',
  },
  'handover.next': {
    nb: 'Du blir tidligst spurt om svaret {date}.',
    nn: 'Du blir tidlegast spurd om svaret {date}.',
    en: 'You are asked for the answer on {date} at the earliest.',
  },
  'handover.yes': { nb: 'Ja, jeg har overtatt', nn: 'Ja, eg har overteke', en: 'Yes, it is mine' },
  'handover.no': { nb: 'Nei, feil person', nn: 'Nei, feil person', en: 'No, wrong person' },

  'orphan.lead': {
    nb: 'Mangler ansvarlig. Hvem skal svare på dette?',
    nn: 'Manglar ansvarleg. Kven skal svare på dette?',
    en: 'Nobody is responsible. Who should answer this?',
  },
  'orphan.save': { nb: 'Sett som ansvarlig', nn: 'Set som ansvarleg', en: 'Name as responsible' },
  'orphan.self': { nb: 'Svar selv', nn: 'Svar sjølv', en: 'Answer it yourself' },

  'approval.lead': {
    nb: '{name} meldte {date} at dette ikke lenger er aktuelt:',
    nn: '{name} melde {date} at dette ikkje lenger er aktuelt:',
    en: '{name} said on {date} that this is no longer relevant:',
  },
  'approval.andLater': {
    nb: 'Svarer du ja, måles indikatoren ikke mer.',
    nn: 'Svarer du ja, blir indikatoren ikkje målt meir.',
    en: 'If you say yes, the indicator is not measured any more.',
  },
  'approval.one': { nb: 'Svarer du ja, faller det bort.', nn: 'Svarer du ja, fell det bort.', en: 'If you say yes, it falls away.' },
  'approval.yes': { nb: 'Ja, det kan bortfalle', nn: 'Ja, det kan falle bort', en: 'Yes, let it go' },
  'approval.no': { nb: 'Nei, det er aktuelt', nn: 'Nei, det er aktuelt', en: 'No, it is relevant' },
  'approval.reason': {
    nb: 'Hvorfor er det fortsatt aktuelt? Ikke skriv om enkeltpersoner.',
    nn: 'Kvifor er det framleis aktuelt? Ikkje skriv om enkeltpersonar.',
    en: 'Why is it still relevant? Do not write about individuals.',
  },
  'approval.sendNo': { nb: 'Send nei', nn: 'Send nei', en: 'Send the no' },

  'decision.decide': { nb: '{point} skal besluttes', nn: '{point} skal avgjerast', en: '{point} is to be decided' },
  'decision.followUp': {
    nb: 'Oppfølging av beslutningen {point}',
    nn: 'Oppfølging av avgjerda {point}',
    en: 'Follow-up of the decision {point}',
  },
  'decision.pilotEnd': { nb: 'Prøveperioden er over', nn: 'Prøveperioden er over', en: 'The trial has ended' },
  'decision.ready': { nb: 'Alt er på plass.', nn: 'Alt er på plass.', en: 'Everything is in place.' },
  'decision.lacks': {
    nb: 'Dette mangler før det kan besluttes:',
    nn: 'Dette manglar før det kan avgjerast:',
    en: 'Missing before it can be decided:',
  },
  'decision.open': { nb: 'Åpne beslutningen', nn: 'Opne avgjerda', en: 'Open the decision' },
  'decision.said': { nb: 'Hva er gjort?', nn: 'Kva er gjort?', en: 'What has been done?' },
  'decision.cameOf': { nb: 'Hva kom ut av prøven?', nn: 'Kva kom ut av prøva?', en: 'What came of the trial?' },
  'decision.save': { nb: 'Send svaret', nn: 'Send svaret', en: 'Send the answer' },

  'action.lead': { nb: 'Er tiltaket gjort?', nn: 'Er tiltaket gjort?', en: 'Is the action done?' },
  'action.lesson': { nb: 'Hva lærte vi av prosjektet?', nn: 'Kva lærte vi av prosjektet?', en: 'What did we learn from the project?' },
  'action.said': { nb: 'Kommentar, om du vil', nn: 'Kommentar, om du vil', en: 'Comment, if you like' },
  'action.done': { nb: 'Tiltaket er gjort', nn: 'Tiltaket er gjort', en: 'The action is done' },
  'action.saveLesson': { nb: 'Lagre erfaringen', nn: 'Lagre erfaringa', en: 'Save the lesson' },
} satisfies Catalogue
