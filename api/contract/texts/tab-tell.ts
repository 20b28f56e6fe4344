import type { Catalogue } from './catalogue.ts'

/** Answering by words in «Mine oppgaver»: a follow-up, the end of a pilot, a benefit action, the lesson of a stopped project. */
export const tabTell = {
  'act.decide': { nb: 'Åpne beslutningen', nn: 'Opne avgjerda', en: 'Open the decision' },
  'followUp.act': { nb: 'Meld fulgt opp', nn: 'Meld følgt opp', en: 'Mark as followed up' },
  'followUp.lead': {
    nb: 'Skriv en setning om hva som er gjort. Den står sammen med vedtaket.',
    nn: 'Skriv ei setning om kva som er gjort. Ho står saman med vedtaket.',
    en: 'Write a sentence about what has been done. It stands with the decision.',
  },
  'followUp.said': { nb: 'Hva som er gjort', nn: 'Kva som er gjort', en: 'What has been done' },
  'pilot.act': { nb: 'Meld piloten avsluttet', nn: 'Meld piloten avslutta', en: 'Mark the pilot as ended' },
  'pilot.lead': {
    nb: 'Skriv kort hva som kom ut av piloten. Veien videre vedtas på beslutningspunktet.',
    nn: 'Skriv kort kva som kom ut av piloten. Vegen vidare blir vedteken på avgjerdspunktet.',
    en: 'Say briefly what came of the pilot. The way forward is decided at the decision point.',
  },
  'pilot.said': { nb: 'Hva som kom ut av piloten', nn: 'Kva som kom ut av piloten', en: 'What came of the pilot' },
  'lesson.act': { nb: 'Skriv læringen', nn: 'Skriv læringa', en: 'Write the lesson' },
  'lesson.lead': {
    nb: 'Et prosjekt som stanses, har også lært oss noe. Et par setninger er nok.',
    nn: 'Eit prosjekt som blir stansa, har også lært oss noko. Eit par setningar er nok.',
    en: 'A stopped project has taught us something too. A couple of sentences will do.',
  },
  'lesson.said': { nb: 'Hva vi har lært', nn: 'Kva vi har lært', en: 'What we have learned' },
  'action.act': { nb: 'Svar på tiltaket', nn: 'Svar på tiltaket', en: 'Answer the action' },
  'action.lead': { nb: 'Si hvordan det går med tiltaket.', nn: 'Sei korleis det går med tiltaket.', en: 'Say how the action is going.' },
  'action.answer': { nb: 'Hvordan går det', nn: 'Korleis går det', en: 'How is it going' },
  'answer.done': { nb: 'Det er gjort', nn: 'Det er gjort', en: 'It is done' },
  'answer.moved': { nb: 'Det trenger mer tid', nn: 'Det treng meir tid', en: 'It needs more time' },
  'answer.dropped': { nb: 'Det blir ikke noe av', nn: 'Det blir ikkje noko av', en: 'It will not be done' },
  'action.said': { nb: 'Kommentar', nn: 'Kommentar', en: 'Comment' },
  'action.why': { nb: 'Hvorfor', nn: 'Kvifor', en: 'Why' },
  'action.dueOn': { nb: 'Ny dato', nn: 'Ny dato', en: 'New date' },
  'tell.persons': { nb: 'Ikke skriv om enkeltpersoner.', nn: 'Ikkje skriv om enkeltpersonar.', en: 'Do not write about individuals.' },
  'tell.send': { nb: 'Send svaret', nn: 'Send svaret', en: 'Send the answer' },
  'tell.missing': { nb: 'Skriv en setning.', nn: 'Skriv ei setning.', en: 'Write a sentence.' },
  'tell.dateMissing': { nb: 'Velg en dato etter i dag.', nn: 'Vel ein dato etter i dag.', en: 'Choose a date after today.' },
  'tell.done': { nb: 'Svaret er lagret.', nn: 'Svaret er lagra.', en: 'The answer is saved.' },
} satisfies Catalogue
