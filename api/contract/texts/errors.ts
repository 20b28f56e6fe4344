import type { ErrorCode } from '../errors.ts'
import type { Entry } from './catalogue.ts'

/** What a person reads when something is refused: what is wrong and what to do about it. */
export const errors = {
  notAuthenticated: {
    nb: 'Du er ikke logget inn. Åpne Prosjektpuls fra Teams.',
    nn: 'Du er ikkje logga inn. Opne Prosjektpuls frå Teams.',
    en: 'You are not signed in. Open Prosjektpuls from Teams.',
  },
  tokenExpired: {
    nb: 'Innloggingen er gått ut. Last siden på nytt; det du har skrevet, står fortsatt i feltene.',
    nn: 'Innlogginga har gått ut. Last sida på nytt; det du har skrive, står framleis i felta.',
    en: 'Your sign-in has expired. Reload the page; what you have typed is still in the fields.',
  },
  notAllowed: {
    nb: 'Du har ikke tilgang til å gjøre dette. Spør porteføljekontoret hvis det er ditt ansvar.',
    nn: 'Du har ikkje tilgang til å gjere dette. Spør porteføljekontoret om det er ditt ansvar.',
    en: 'You may not do this. Ask the portfolio office if it is your responsibility.',
  },
  notFound: {
    nb: 'Vi finner det ikke. Det kan være flyttet eller skjermet.',
    nn: 'Vi finn det ikkje. Det kan vere flytta eller skjerma.',
    en: 'We cannot find it. It may have been moved or restricted.',
  },
  badRequest: {
    nb: 'Forespørselen kunne ikke leses. Last siden på nytt og prøv igjen.',
    nn: 'Førespurnaden kunne ikkje lesast. Last sida på nytt og prøv igjen.',
    en: 'The request could not be read. Reload the page and try again.',
  },
  fieldRequired: { nb: 'Fyll ut feltet «{field}».', nn: 'Fyll ut feltet «{field}».', en: 'Fill in the field “{field}”.' },
  fieldInvalid: {
    nb: 'Feltet «{field}» har en verdi vi ikke kan bruke. Rett den og prøv igjen.',
    nn: 'Feltet «{field}» har ein verdi vi ikkje kan bruke. Rett han og prøv igjen.',
    en: 'The field “{field}” has a value we cannot use. Correct it and try again.',
  },
  fieldUnknown: {
    nb: 'Feltet «{field}» finnes ikke. Ta det bort og prøv igjen.',
    nn: 'Feltet «{field}» finst ikkje. Ta det bort og prøv igjen.',
    en: 'The field “{field}” does not exist. Remove it and try again.',
  },
  textTooLong: {
    nb: 'Teksten i «{field}» er for lang. Kort den ned til {limit, number} tegn.',
    nn: 'Teksten i «{field}» er for lang. Kort han ned til {limit, number} teikn.',
    en: 'The text in “{field}” is too long. Shorten it to {limit, number} characters.',
  },
  notANumber: {
    nb: '«{value}» er ikke et tall vi forstår. Skriv bare tallet, for eksempel 12,5.',
    nn: '«{value}» er ikkje eit tal vi forstår. Skriv berre talet, til dømes 12,5.',
    en: '“{value}” is not a number we understand. Type just the number, for example 12.5.',
  },
  ambiguousNumber: {
    nb: '«{value}» kan leses på to måter. Skriv tusen uten punktum, og bruk komma for desimaler.',
    nn: '«{value}» kan lesast på to måtar. Skriv tusen utan punktum, og bruk komma for desimalar.',
    en: '“{value}” can be read in two ways. Type thousands without a full stop and use a comma for decimals.',
  },
  unitMismatch: {
    nb: '«{value}» har en annen enhet enn {unit}. Skriv tallet i {unit}.',
    nn: '«{value}» har ei anna eining enn {unit}. Skriv talet i {unit}.',
    en: '“{value}” has another unit than {unit}. Give the number in {unit}.',
  },
  valueUnlikely: {
    nb: 'Mente du {suggestion, number} og ikke {value, number}? Rett tallet, eller lagre en gang til hvis {value, number} stemmer.',
    nn: 'Meinte du {suggestion, number} og ikkje {value, number}? Rett talet, eller lagre ein gong til om {value, number} stemmer.',
    en: 'Did you mean {suggestion, number} and not {value, number}? Correct the number, or save once more if {value, number} is right.',
  },
  dateInvalid: {
    nb: 'Datoen i «{field}» finnes ikke. Skriv den som 31.03.2026.',
    nn: 'Datoen i «{field}» finst ikkje. Skriv han som 31.03.2026.',
    en: 'The date in “{field}” does not exist. Write it as 31.03.2026.',
  },
  dateInFuture: {
    nb: 'Datoen {date} er ikke kommet ennå. Velg dagen tallet gjelder, senest i dag.',
    nn: 'Datoen {date} er ikkje komen enno. Vel dagen talet gjeld, seinast i dag.',
    en: 'The date {date} has not come yet. Choose the day the number is for, today at the latest.',
  },
  dateBeforePeriod: {
    nb: 'Datoen {date} hører til en annen periode. Velg en dato i perioden du svarer for.',
    nn: 'Datoen {date} høyrer til ein annan periode. Vel ein dato i perioden du svarer for.',
    en: 'The date {date} belongs to another period. Choose a date in the period you are answering for.',
  },
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
  alreadyAnswered: {
    nb: '{byName} har allerede svart {value} for denne perioden. Behold svaret, eller rett det med en begrunnelse.',
    nn: '{byName} har alt svart {value} for denne perioden. Behald svaret, eller rett det med ei grunngjeving.',
    en: '{byName} has already answered {value} for this period. Keep the answer, or correct it with a reason.',
  },
  staleEdit: {
    nb: '{byName} lagret {value} kl. {time}. Vil du beholde det eller bruke ditt?',
    nn: '{byName} lagra {value} kl. {time}. Vil du behalde det eller bruke ditt?',
    en: '{byName} saved {value} at {time}. Do you want to keep it or use yours?',
  },
  changedSince: {
    nb: '{byName} endret dette kl. {time}. Det du har skrevet, står fortsatt. Se hva som er nytt, og lagre på nytt.',
    nn: '{byName} endra dette kl. {time}. Det du har skrive, står framleis. Sjå kva som er nytt, og lagre på nytt.',
    en: '{byName} changed this at {time}. What you have typed is still there. See what is new, and save again.',
  },
  commentRequired: {
    nb: 'Skriv en kort kommentar om hvorfor. Ikke skriv om enkeltpersoner.',
    nn: 'Skriv ein kort kommentar om kvifor. Ikkje skriv om enkeltpersonar.',
    en: 'Write a short comment on why. Do not write about individuals.',
  },
  reasonRequired: {
    nb: 'Skriv en kort begrunnelse. Ikke skriv om enkeltpersoner.',
    nn: 'Skriv ei kort grunngjeving. Ikkje skriv om enkeltpersonar.',
    en: 'Write a short reason. Do not write about individuals.',
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
  targetEqualsBaseline: {
    nb: 'Mål er lik nullpunkt, så framgangen kan ikke regnes ut. Rett målet eller nullpunktet.',
    nn: 'Målet er likt nullpunktet, så framgangen kan ikkje reknast ut. Rett målet eller nullpunktet.',
    en: 'The target equals the baseline, so progress cannot be computed. Correct the target or the baseline.',
  },
  targetAgainstDirection: {
    nb: 'Målet går motsatt vei av retningen som er valgt. Rett målet, nullpunktet eller retningen.',
    nn: 'Målet går motsett veg av retninga som er vald. Rett målet, nullpunktet eller retninga.',
    en: 'The target goes against the chosen direction. Correct the target, the baseline or the direction.',
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
  personInvalid: {
    nb: 'Det kan ikke gis til den personen. Velg en annen som bruker Prosjektpuls.',
    nn: 'Det kan ikkje gjevast til den personen. Vel ein annan som bruker Prosjektpuls.',
    en: 'It cannot be given to that person. Choose somebody else who uses Prosjektpuls.',
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
  versionTaken: {
    nb: 'Versjonen «{value}» finnes alt, og prosjekter følger den. Gi endringen et nytt versjonsnavn.',
    nn: 'Versjonen «{value}» finst alt, og prosjekt følgjer han. Gi endringa eit nytt versjonsnamn.',
    en: 'The version “{value}” exists already, and projects follow it. Give the change a new version name.',
  },
  editConflict: {
    nb: '{byName} endret dette kl. {time}. Vil du beholde det eller bruke ditt?',
    nn: '{byName} endra dette kl. {time}. Vil du behalde det eller bruke ditt?',
    en: '{byName} changed this at {time}. Do you want to keep it or use yours?',
  },
  nameTaken: {
    nb: '«{value}» finnes fra før. Velg et annet navn, eller rett det som står.',
    nn: '«{value}» finst frå før. Vel eit anna namn, eller rett det som står.',
    en: '“{value}” exists already. Choose another name, or correct what stands.',
  },
  datesReversed: {
    nb: 'Datoen i «{field}» må være etter {date}. Velg en senere dag.',
    nn: 'Datoen i «{field}» må vere etter {date}. Vel ein seinare dag.',
    en: 'The date in “{field}” must be after {date}. Choose a later day.',
  },
  cardNotYours: {
    nb: 'Dette kortet er sendt til en annen. Skriv «mine» for å se det som venter på deg.',
    nn: 'Dette kortet er sendt til ein annan. Skriv «mine» for å sjå det som ventar på deg.',
    en: 'This card was sent to someone else. Type “mine” to see what is waiting for you.',
  },
  cardOutdated: {
    nb: 'Dette er endret siden du så det. Her er det slik det er nå.',
    nn: 'Dette er endra sidan du såg det. Her er det slik det er no.',
    en: 'This has changed since you saw it. Here is how it stands now.',
  },
  tooLarge: {
    nb: 'Fila er for stor. Del den opp; grensen er {limit} MB.',
    nn: 'Fila er for stor. Del ho opp; grensa er {limit} MB.',
    en: 'The file is too large. Split it; the limit is {limit} MB.',
  },
  fileUnreadable: {
    nb: 'Fila kunne ikke leses. Lagre den som .xlsx eller .csv (UTF-8) og prøv igjen.',
    nn: 'Fila kunne ikkje lesast. Lagre ho som .xlsx eller .csv (UTF-8) og prøv igjen.',
    en: 'The file could not be read. Save it as .xlsx or .csv (UTF-8) and try again.',
  },
  fileEmpty: {
    nb: 'Fila har ingen rader å hente. Kontroller at du valgte riktig fil.',
    nn: 'Fila har ingen rader å hente. Kontroller at du valde rett fil.',
    en: 'The file has no rows to import. Check that you chose the right file.',
  },
  sheetsUnknown: {
    nb: 'Vi kjenner ikke igjen arkene i fila. Velg hvilke kolonner som betyr hva.',
    nn: 'Vi kjenner ikkje att arka i fila. Vel kva kolonnar som betyr kva.',
    en: 'We do not recognise the sheets in the file. Choose which columns mean what.',
  },
  workbookBlank: {
    nb: 'Gevinstverktøyet er ikke fylt ut ennå. Skriv prosjektnavnet på arket Forside og minst én gevinst i Endringsanalyse, og hent fila på nytt.',
    nn: 'Gevinstverktøyet er ikkje fylt ut enno. Skriv prosjektnamnet på arket Forside og minst éin gevinst i Endringsanalyse, og hent fila på nytt.',
    en: 'Nothing is filled in yet in the gevinstverktøy workbook. Write the project name on the sheet Forside and at least one benefit in Endringsanalyse, and import the file again.',
  },
  mappingInvalid: {
    nb: 'Koblingen av kolonner har en feil i «{field}». Rett den og prøv igjen.',
    nn: 'Koplinga av kolonnar har ein feil i «{field}». Rett ho og prøv igjen.',
    en: 'The column mapping has a fault in “{field}”. Correct it and try again.',
  },
  columnMissing: {
    nb: 'Kolonnen «{column}» finnes ikke i fila. Velg en av kolonnene som finnes.',
    nn: 'Kolonnen «{column}» finst ikkje i fila. Vel ein av kolonnane som finst.',
    en: 'The column “{column}” is not in the file. Choose one of the columns that are.',
  },
  keyRepeated: {
    nb: '«{value}» står på flere rader. Gi hver rad sin egen verdi i kolonnen «{column}».',
    nn: '«{value}» står på fleire rader. Gje kvar rad sin eigen verdi i kolonnen «{column}».',
    en: '“{value}” stands on several rows. Give each row its own value in the column “{column}”.',
  },
  tooManyRequests: {
    nb: 'Det kom for mange forespørsler på en gang. Vent litt og prøv igjen.',
    nn: 'Det kom for mange førespurnader på ein gong. Vent litt og prøv igjen.',
    en: 'There were too many requests at once. Wait a little and try again.',
  },
  tooManyViews: {
    nb: 'Det er plass til {limit} visninger. Fjern en du ikke bruker, og lagre på nytt.',
    nn: 'Det er plass til {limit} visingar. Fjern ei du ikkje bruker, og lagre på nytt.',
    en: 'There is room for {limit} views. Remove one you do not use and save again.',
  },
  rankChanged: {
    nb: 'Noen andre har flyttet prosjektet. Se den nye rekkefølgen og flytt det på nytt om du vil.',
    nn: 'Nokon andre har flytta prosjektet. Sjå den nye rekkjefølgja og flytt det på nytt om du vil.',
    en: 'Someone else has moved the project. Look at the new order and move it again if you wish.',
  },
  storeUnavailable: {
    nb: 'Vi får ikke lagret i SharePoint akkurat nå. Det du skrev, er ikke borte. Prøv igjen om ett minutt.',
    nn: 'Vi får ikkje lagra i SharePoint akkurat no. Det du skreiv, er ikkje borte. Prøv igjen om eitt minutt.',
    en: 'We cannot save to SharePoint right now. What you typed is not lost. Try again in a minute.',
  },
  internal: {
    nb: 'Noe gikk galt hos oss. Prøv igjen, og si fra til porteføljekontoret hvis det gjentar seg.',
    nn: 'Noko gjekk gale hos oss. Prøv igjen, og sei frå til porteføljekontoret om det skjer fleire gonger.',
    en: 'Something went wrong on our side. Try again, and tell the portfolio office if it keeps happening.',
  },
} satisfies Record<ErrorCode, Entry>

/** Field names as people read them in refusals. A field without a word is shown as it is. */
export const fieldWords: Record<string, Entry> = {
  value: { nb: 'tall', nn: 'tal', en: 'number' },
  asOf: { nb: 'måledato', nn: 'måledato', en: 'measurement date' },
  reason: { nb: 'begrunnelse', nn: 'grunngjeving', en: 'reason' },
  comment: { nb: 'kommentar', nn: 'kommentar', en: 'comment' },
  indicatorKey: { nb: 'måleindikator', nn: 'måleindikator', en: 'indicator' },
  projectKey: { nb: 'prosjekt', nn: 'prosjekt', en: 'project' },
  period: { nb: 'periode', nn: 'periode', en: 'period' },
  periodKey: { nb: 'periode', nn: 'periode', en: 'period' },
  rows: { nb: 'vurderinger', nn: 'vurderingar', en: 'assessments' },
  percentComplete: { nb: 'prosent ferdig', nn: 'prosent ferdig', en: 'per cent complete' },
  budget: { nb: 'budsjett', nn: 'budsjett', en: 'budget' },
  spent: { nb: 'brukt', nn: 'brukt', en: 'spent' },
  forecastCost: { nb: 'prognose for kostnad', nn: 'prognose for kostnad', en: 'cost forecast' },
  snooze: { nb: 'utsettelse', nn: 'utsetjing', en: 'snooze' },
  toId: { nb: 'person', nn: 'person', en: 'person' },
  suggestedId: { nb: 'forslag til person', nn: 'framlegg til person', en: 'suggested person' },
  snoozeReason: { nb: 'begrunnelse', nn: 'grunngjeving', en: 'reason' },
  said: { nb: 'hva som er gjort', nn: 'kva som er gjort', en: 'what has been done' },
  answer: { nb: 'svar', nn: 'svar', en: 'answer' },
  dueOn: { nb: 'dato', nn: 'dato', en: 'date' },
  on: { nb: 'vedtaksdato', nn: 'vedtaksdato', en: 'date decided' },
  responsibleId: { nb: 'ansvarlig', nn: 'ansvarleg', en: 'responsible' },
  from: { nb: 'fra dato', nn: 'frå dato', en: 'from date' },
  to: { nb: 'til dato', nn: 'til dato', en: 'to date' },
  outcome: { nb: 'utfall', nn: 'utfall', en: 'outcome' },
  waivers: { nb: 'unntak', nn: 'unntak', en: 'exceptions' },
  checklist: { nb: 'sjekkliste', nn: 'sjekkliste', en: 'checklist' },
  lesson: { nb: 'læring', nn: 'læring', en: 'lesson' },
  language: { nb: 'språk', nn: 'språk', en: 'language' },
  validFrom: { nb: 'gjelder fra', nn: 'gjeld frå', en: 'holds from' },
  version: { nb: 'versjon', nn: 'versjon', en: 'version' },
  zone: { nb: 'tidssone', nn: 'tidssone', en: 'time zone' },
  summerClosureWeeks: { nb: 'fellesferie', nn: 'fellesferie', en: 'summer closure' },
  christmasClosed: { nb: 'julestengt', nn: 'julestengt', en: 'Christmas closure' },
  extraClosedDays: { nb: 'egne stengte dager', nn: 'eigne stengde dagar', en: 'own closed days' },
  title: { nb: 'navn', nn: 'namn', en: 'name' },
  shared: { nb: 'delt visning', nn: 'delt vising', en: 'shared view' },
  viewKey: { nb: 'visning', nn: 'vising', en: 'view' },
  afterKey: { nb: 'plass', nn: 'plass', en: 'place' },
  why: { nb: 'begrunnelse', nn: 'grunngjeving', en: 'reason' },
  query: { nb: 'navn', nn: 'namn', en: 'name' },
}
