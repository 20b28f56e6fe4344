import type { Catalogue } from './catalogue.ts'

/** What a person does with a task beside answering it. */
export const tabActs = {
  'act.snooze': { nb: 'Utsett', nn: 'Utset', en: 'Put off' },
  'act.delegate': { nb: 'Deleger', nn: 'Deleger', en: 'Delegate' },
  'act.more': { nb: 'Flere valg', nn: 'Fleire val', en: 'More choices' },
  'act.notRelevant': { nb: 'Ikke lenger aktuelt', nn: 'Ikkje lenger aktuelt', en: 'No longer relevant' },
  'act.wrongPerson': { nb: 'Feil person', nn: 'Feil person', en: 'Wrong person' },
  'act.why': { nb: 'Hvorfor får du dette?', nn: 'Kvifor får du dette?', en: 'Why do you get this?' },
  'act.cancel': { nb: 'Avbryt', nn: 'Avbryt', en: 'Cancel' },
  'act.close': { nb: 'Lukk', nn: 'Lukk', en: 'Close' },
  'act.sending': { nb: 'Lagrer …', nn: 'Lagrar …', en: 'Saving …' },
  'act.failed': {
    nb: 'Vi fikk ikke lagret. Det du har skrevet, står fortsatt her. Prøv igjen.',
    nn: 'Vi fekk ikkje lagra. Det du har skrive, står framleis her. Prøv igjen.',
    en: 'We could not save. What you have typed is still here. Try again.',
  },
  'act.persons': {
    nb: 'Ikke skriv om enkeltpersoner.',
    nn: 'Ikkje skriv om enkeltpersonar.',
    en: 'Do not write about individuals.',
  },
  'act.reasonMissing': { nb: 'Skriv en kort begrunnelse.', nn: 'Skriv ei kort grunngjeving.', en: 'Write a short reason.' },

  'snooze.days': {
    nb: '{n, plural, one {Én åpen dag} other {# åpne dager}}',
    nn: '{n, plural, one {Éin open dag} other {# opne dagar}}',
    en: '{n, plural, one {One open day} other {# open days}}',
  },
  'snooze.date': { nb: 'Til en dato …', nn: 'Til ein dato …', en: 'Until a date …' },
  'snooze.used': { nb: 'Kan ikke utsettes mer', nn: 'Kan ikkje utsetjast meir', en: 'Cannot be put off again' },
  'snooze.title': { nb: 'Utsett varselet', nn: 'Utset varselet', en: 'Put the notice off' },
  'snooze.lead': {
    nb: 'Fristen står. Du blir spurt igjen den dagen du velger, senest {date}.',
    nn: 'Fristen står. Du blir spurd igjen den dagen du vel, seinast {date}.',
    en: 'The deadline stands. You are asked again on the day you choose, {date} at the latest.',
  },
  'snooze.until': { nb: 'Utsett til', nn: 'Utset til', en: 'Put off until' },
  'snooze.dateMissing': { nb: 'Velg en dag etter i dag.', nn: 'Vel ein dag etter i dag.', en: 'Choose a day after today.' },
  'snooze.reason': { nb: 'Hvorfor utsettes det igjen?', nn: 'Kvifor blir det utsett igjen?', en: 'Why is it put off again?' },
  'snooze.send': { nb: 'Utsett', nn: 'Utset', en: 'Put off' },
  'snooze.done': {
    nb: 'Utsatt til {date}. Fristen står.',
    nn: 'Utsett til {date}. Fristen står.',
    en: 'Put off until {date}. The deadline stands.',
  },

  'delegate.title': { nb: 'Deleger denne oppgaven', nn: 'Deleger denne oppgåva', en: 'Delegate this task' },
  'delegate.lead': {
    nb: 'Bare denne. Den kommer tilbake til deg etter fem åpne dager uten svar.',
    nn: 'Berre denne. Ho kjem tilbake til deg etter fem opne dagar utan svar.',
    en: 'Only this one. It comes back to you after five open days without an answer.',
  },
  'delegate.who': { nb: 'Hvem skal svare?', nn: 'Kven skal svare?', en: 'Who is to answer?' },
  'delegate.choose': { nb: 'Velg en person', nn: 'Vel ein person', en: 'Choose a person' },
  'delegate.other': { nb: 'En annen …', nn: 'Ein annan …', en: 'Somebody else …' },
  'delegate.search': { nb: 'Søk etter navn', nn: 'Søk etter namn', en: 'Search by name' },
  'delegate.missing': { nb: 'Velg hvem som skal svare.', nn: 'Vel kven som skal svare.', en: 'Choose who is to answer.' },
  'delegate.reason': { nb: 'Beskjed (valgfritt)', nn: 'Melding (valfritt)', en: 'Message (optional)' },
  'delegate.send': { nb: 'Deleger', nn: 'Deleger', en: 'Delegate' },
  'delegate.done': {
    nb: 'Delegert til {name}. Tilbake til deg {date} uten svar.',
    nn: 'Delegert til {name}. Tilbake til deg {date} utan svar.',
    en: 'Delegated to {name}. Back to you on {date} without an answer.',
  },
  'takeBack.own': { nb: 'Ta tilbake', nn: 'Ta tilbake', en: 'Take back' },
  'takeBack.done': { nb: 'Oppgaven er tilbake.', nn: 'Oppgåva er tilbake.', en: 'The task is back.' },

  'notRelevant.title': {
    nb: 'Si at dette ikke lenger er aktuelt',
    nn: 'Sei at dette ikkje lenger er aktuelt',
    en: 'Say that this is no longer relevant',
  },
  'notRelevant.lead': {
    nb: '{words, select, nytte {Nytteeieren} other {Gevinsteieren}}, eller den over, spørres om det stemmer. Du blir ikke varslet imens.',
    nn: '{words, select, nytte {Nytteeigaren} other {Gevinsteigaren}}, eller den over, blir spurd om det stemmer. Du blir ikkje varsla imens.',
    en: 'The benefit owner, or the one above, is asked whether that is right. You are not notified meanwhile.',
  },
  'notRelevant.reason': { nb: 'Hvorfor?', nn: 'Kvifor?', en: 'Why?' },
  'notRelevant.send': { nb: 'Send til godkjenning', nn: 'Send til godkjenning', en: 'Send for approval' },
  'notRelevant.done': {
    nb: 'Sendt til {name} for godkjenning.',
    nn: 'Sendt til {name} for godkjenning.',
    en: 'Sent to {name} for approval.',
  },
  'notRelevant.doneOffice': {
    nb: 'Sendt til porteføljekontoret for godkjenning.',
    nn: 'Sendt til porteføljekontoret for godkjenning.',
    en: 'Sent to the portfolio office for approval.',
  },
  'notRelevant.approved': {
    nb: 'Falt bort. Det spørres ikke om dette mer.',
    nn: 'Fall bort. Det blir ikkje spurt om dette meir.',
    en: 'Fallen away. This is not asked for any more.',
  },

  'wrongPerson.title': { nb: 'Dette er ikke mitt', nn: 'Dette er ikkje mitt', en: 'This is not mine' },
  'wrongPerson.lead': {
    nb: 'Oppgaven går til {name}, og du får den ikke igjen.',
    nn: 'Oppgåva går til {name}, og du får ho ikkje igjen.',
    en: 'The task goes to {name} and does not come to you again.',
  },
  'wrongPerson.leadLast': {
    nb: 'Ingen andre i prosjektet kan svare for dette. Porteføljekontoret får beskjed og kan gi det til en annen.',
    nn: 'Ingen andre i prosjektet kan svare for dette. Porteføljekontoret får melding og kan gje det til ein annan.',
    en: 'Nobody else in the project can answer for this. The portfolio office is told and can give it to somebody else.',
  },
  'wrongPerson.whoHint': {
    nb: 'Et forslag til porteføljekontoret. Oppgaven går ikke dit av seg selv.',
    nn: 'Eit framlegg til porteføljekontoret. Oppgåva går ikkje dit av seg sjølv.',
    en: 'A suggestion to the portfolio office. The task does not go there by itself.',
  },
  'wrongPerson.doneTo': {
    nb: 'Sendt videre til {name}, som får beskjed ved neste utsending.',
    nn: 'Sendt vidare til {name}, som får melding ved neste utsending.',
    en: 'Passed on to {name}, who is told at the next sending.',
  },
  'wrongPerson.who': { nb: 'Hvem kan det være? (valgfritt)', nn: 'Kven kan det vere? (valfritt)', en: 'Who may it be? (optional)' },
  'wrongPerson.reason': { nb: 'Hvorfor? (valgfritt)', nn: 'Kvifor? (valfritt)', en: 'Why? (optional)' },
  'wrongPerson.send': { nb: 'Send videre', nn: 'Send vidare', en: 'Pass it on' },
  'wrongPerson.done': {
    nb: 'Sendt videre. Den som tar over, får beskjed.',
    nn: 'Sendt vidare. Den som tek over, får melding.',
    en: 'Passed on. The one who takes over is told.',
  },

  'undo.act': { nb: 'Angre', nn: 'Angre', en: 'Undo' },
  'undo.done': {
    nb: 'Svaret er angret, og kan gis på nytt.',
    nn: 'Svaret er angra, og kan gjevast på nytt.',
    en: 'The answer is undone and can be given again.',
  },

  'rest.title': { nb: 'Utsatt og delegert', nn: 'Utsett og delegert', en: 'Put off and delegated' },
  'rest.snoozed': { nb: 'Utsatt til {date}', nn: 'Utsett til {date}', en: 'Put off until {date}' },
  'rest.delegated': {
    nb: 'Delegert til {name}, tilbake til deg {date} uten svar',
    nn: 'Delegert til {name}, tilbake til deg {date} utan svar',
    en: 'Delegated to {name}, back to you on {date} without an answer',
  },
  'rest.proposed': {
    nb: 'Ikke lenger aktuelt? Venter på svar fra {name}',
    nn: 'Ikkje lenger aktuelt? Ventar på svar frå {name}',
    en: 'No longer relevant? Waiting for an answer from {name}',
  },
  'rest.office': { nb: 'porteføljekontoret', nn: 'porteføljekontoret', en: 'the portfolio office' },
  'rest.answer': { nb: 'Svar nå', nn: 'Svar no', en: 'Answer now' },

  'approve.title': { nb: 'Til godkjenning', nn: 'Til godkjenning', en: 'For your approval' },
  'approve.lead': {
    nb: '{name} sier at dette ikke lenger er aktuelt ({date}):',
    nn: '{name} seier at dette ikkje lenger er aktuelt ({date}):',
    en: '{name} says that this is no longer relevant ({date}):',
  },
  'approve.ends': {
    nb: 'Sier du ja, slutter målingen helt.',
    nn: 'Seier du ja, sluttar målinga heilt.',
    en: 'If you say yes, the measuring ends altogether.',
  },
  'approve.yes': { nb: 'Godkjenn', nn: 'Godkjenn', en: 'Approve' },
  'approve.no': { nb: 'Si nei', nn: 'Sei nei', en: 'Say no' },
  'approve.why': { nb: 'Hvorfor er det fortsatt aktuelt?', nn: 'Kvifor er det framleis aktuelt?', en: 'Why is it still relevant?' },
  'approve.sendNo': { nb: 'Send svaret', nn: 'Send svaret', en: 'Send the answer' },
  'approve.doneYes': { nb: 'Godkjent: {title}', nn: 'Godkjent: {title}', en: 'Approved: {title}' },
  'approve.doneNo': { nb: 'Sagt nei til: {title}', nn: 'Sagt nei til: {title}', en: 'Said no to: {title}' },
  'approve.sentence': {
    nb: '{n, plural, one {Ett forslag} other {# forslag}} venter på svaret ditt.',
    nn: '{n, plural, one {Eitt framlegg} other {# framlegg}} ventar på svaret ditt.',
    en: '{n, plural, one {One proposal is} other {# proposals are}} waiting for your answer.',
  },

  'follow.title': { nb: 'Hva jeg følger', nn: 'Kva eg følgjer', en: 'What I follow' },
  'follow.none': { nb: 'Du har ingen rolle i et prosjekt.', nn: 'Du har inga rolle i eit prosjekt.', en: 'You have no role in a project.' },
  'follow.more': {
    nb: '{n, plural, one {Vis ett til} other {Vis # til}}',
    nn: '{n, plural, one {Vis eitt til} other {Vis # til}}',
    en: '{n, plural, one {Show one more} other {Show # more}}',
  },
  'follow.projectOwner': { nb: 'prosjekteier', nn: 'prosjekteigar', en: 'project owner' },
  'follow.projectManager': { nb: 'prosjektleder', nn: 'prosjektleiar', en: 'project manager' },
  'follow.benefitOwner': {
    nb: '{words, select, nytte {nytteeier} other {gevinstansvarlig}}',
    nn: '{words, select, nytte {nytteeigar} other {gevinstansvarleg}}',
    en: 'benefit owner',
  },
  'follow.deputy': { nb: 'stedfortreder', nn: 'stadfortredar', en: 'deputy' },
  'follow.lineLead': { nb: 'linjeansvarlig', nn: 'linjeansvarleg', en: 'line lead' },
  'follow.benefit': {
    nb: 'ansvar for en {words, select, nytte {nyttevirkning} other {gevinst}}',
    nn: 'ansvar for ein {words, select, nytte {nytteverknad} other {gevinst}}',
    en: 'responsible for a benefit',
  },
  'follow.measurer': { nb: 'måler', nn: 'målar', en: 'measurer' },
} satisfies Catalogue
