import type { ErrorCode } from '../errors.ts'
import type { Entry } from './catalogue.ts'

/** What a rule of the method does not let through: measurements, reports, decisions, obligations, roles. */
export const ruleErrors = {
  unknownIndicator: {
    nb: 'Vi finner ikke måleindikatoren. Den kan være fjernet; last siden på nytt.',
    nn: 'Vi finn ikkje måleindikatoren. Han kan vere fjerna; last sida på nytt.',
    en: 'We cannot find the indicator. It may have been removed; reload the page.',
  },
  unknownProject: {
    nb: 'Vi finner ikke prosjektet. Det kan være fjernet eller skjermet.',
    nn: 'Vi finn ikkje prosjektet. Det kan vere fjerna eller skjerma.',
    en: 'We cannot find the project. It may have been removed or restricted.',
  },
  indicatorNotActive: {
    nb: 'Denne måleindikatoren måles ikke lenger. Spør porteføljekontoret hvis den skal åpnes igjen.',
    nn: 'Denne måleindikatoren blir ikkje målt lenger. Spør porteføljekontoret om han skal opnast igjen.',
    en: 'This indicator is no longer measured. Ask the portfolio office if it should be reopened.',
  },
  reportRowsIncomplete: {
    nb: 'Statusrapporten trenger alle åtte vurderingene. Velg status for «{field}».',
    nn: 'Statusrapporten treng alle åtte vurderingane. Vel status for «{field}».',
    en: 'The status report needs all eight assessments. Choose a status for “{field}”.',
  },
  reportFrozen: {
    nb: 'Rapporten er publisert og låst. Lag en retting med begrunnelse, så blir den en ny versjon.',
    nn: 'Rapporten er publisert og låst. Lag ei retting med grunngjeving, så blir ho ein ny versjon.',
    en: 'The report is published and locked. Make a correction with a reason; it becomes a new version.',
  },
  reportPeriodInvalid: {
    nb: 'Det skal ikke rapporteres for {period} nå. Velg måneden som er ferdig.',
    nn: 'Det skal ikkje rapporterast for {period} no. Vel månaden som er ferdig.',
    en: 'There is no report for {period} now. Choose the month that has ended.',
  },
  snoozeLimit: {
    nb: 'Svaret er utsatt så lenge det går. Skriv tallet, eller meld at det ikke kan måles.',
    nn: 'Svaret er utsett så lenge det går. Skriv talet, eller meld at det ikkje kan målast.',
    en: 'The answer has been put off as long as it can be. Type the number, or say that it cannot be measured.',
  },
  decideInstead: {
    nb: 'Dette er en beslutning som skal tas. Åpne beslutningspunktet på prosjektets side.',
    nn: 'Dette er ei avgjerd som skal takast. Opne avgjerdspunktet på sida til prosjektet.',
    en: 'This is a decision to be taken. Open the decision point on the project’s page.',
  },
  gateNotReady: {
    nb: '{n, plural, one {Ett krav mangler} other {# krav mangler}} før {point} kan vedtas. Få dem på plass, eller skriv hvem som går god for unntaket og hvorfor.',
    nn: '{n, plural, one {Eitt krav manglar} other {# krav manglar}} før {point} kan vedtakast. Få dei på plass, eller skriv kven som går god for unntaket og kvifor.',
    en: '{n, plural, one {One requirement is missing} other {# requirements are missing}} before {point} can be decided. Put them in place, or say who stands by the exception and why.',
  },
  pointNotCurrent: {
    nb: 'Prosjektet er kommet til {expected}. Last siden på nytt for å se det som gjelder nå.',
    nn: 'Prosjektet er kome til {expected}. Last sida på nytt for å sjå det som gjeld no.',
    en: 'The project has come to {expected}. Reload the page to see what holds now.',
  },
  waiverIncomplete: {
    nb: 'Et unntak må ha både navn og begrunnelse. Velg hvem som går god for det, og skriv hvorfor.',
    nn: 'Eit unntak må ha både namn og grunngjeving. Vel kven som går god for det, og skriv kvifor.',
    en: 'An exception needs both a name and a reason. Choose who stands by it, and say why.',
  },
  projectNotActive: {
    nb: 'Prosjektet er ikke i gang nå. Ta det opp igjen først, eller last siden på nytt.',
    nn: 'Prosjektet er ikkje i gang no. Ta det opp att først, eller last sida på nytt.',
    en: 'The project is not running now. Resume it first, or reload the page.',
  },
  projectNotOnHold: {
    nb: 'Prosjektet er ikke satt på vent. Last siden på nytt for å se det som gjelder nå.',
    nn: 'Prosjektet er ikkje sett på vent. Last sida på nytt for å sjå det som gjeld no.',
    en: 'The project is not on hold. Reload the page to see what holds now.',
  },
  projectNotStopped: {
    nb: 'Prosjektet er ikke stanset. Last siden på nytt for å se det som gjelder nå.',
    nn: 'Prosjektet er ikkje stansa. Last sida på nytt for å sjå det som gjeld no.',
    en: 'The project is not stopped. Reload the page to see what holds now.',
  },
  phaseNotEarlier: {
    nb: 'Velg en fase før den prosjektet er i nå.',
    nn: 'Vel ein fase før den prosjektet er i no.',
    en: 'Choose a phase before the one the project is in now.',
  },
  delegateLimit: {
    nb: 'Dette er delegert én gang før og kan ikke delegeres igjen. Svar selv, utsett, eller si at det er feil person.',
    nn: 'Dette er delegert éin gong før og kan ikkje delegerast igjen. Svar sjølv, utset, eller sei at det er feil person.',
    en: 'This has been delegated once already and cannot be again. Answer it, put it off, or say that it is the wrong person.',
  },
  alreadyProposed: {
    nb: 'Det er alt foreslått at dette ikke lenger er aktuelt. Vent på svar fra den som skal godkjenne.',
    nn: 'Det er alt føreslått at dette ikkje lenger er aktuelt. Vent på svar frå den som skal godkjenne.',
    en: 'It has already been proposed that this is no longer relevant. Wait for the answer from the one who approves.',
  },
  alreadyRejected: {
    nb: 'Det er svart nei på at dette ikke lenger er aktuelt. Snakk med den som svarte, eller fyll det ut.',
    nn: 'Det er svart nei på at dette ikkje lenger er aktuelt. Snakk med den som svarte, eller fyll det ut.',
    en: 'The answer was no when this was proposed as no longer relevant. Talk to the one who answered, or fill it in.',
  },
  lastResponsible: {
    nb: 'Du er den siste som kan svare for dette. Porteføljekontoret har fått beskjed og kan gi det til en annen.',
    nn: 'Du er den siste som kan svare for dette. Porteføljekontoret har fått beskjed og kan gje det til ein annan.',
    en: 'You are the last one who can answer for this. The portfolio office has been told and can give it to somebody else.',
  },
  undoTooLate: {
    nb: 'Svaret kan angres i {limit} minutter. Rett det heller med en begrunnelse.',
    nn: 'Svaret kan angrast i {limit} minutt. Rett det heller med ei grunngjeving.',
    en: 'An answer can be undone for {limit} minutes. Correct it with a reason instead.',
  },
  lastOffice: {
    nb: 'Noen må være igjen i porteføljekontoret. Gi rollen til en annen først.',
    nn: 'Nokon må vere att i porteføljekontoret. Gi rolla til ein annan først.',
    en: 'Somebody must be left in the portfolio office. Give the role to somebody else first.',
  },
  tooManyViews: {
    nb: 'Det er plass til {limit} visninger. Fjern en du ikke bruker, og lagre på nytt.',
    nn: 'Det er plass til {limit} visingar. Fjern ei du ikkje bruker, og lagre på nytt.',
    en: 'There is room for {limit} views. Remove one you do not use and save again.',
  },
} satisfies Partial<Record<ErrorCode, Entry>>
