import type { ErrorCode } from '../errors.ts'
import type { Entry } from './catalogue.ts'

/** What stops a request before its content is looked at: who asks, how it is written, what the service can do now. */
export const requestErrors = {
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
  cardNotYours: {
    nb: 'Dette kortet er sendt til en annen. Skriv «mine» for å se det som venter på deg.',
    nn: 'Dette kortet er sendt til ein annan. Skriv «mine» for å sjå det som ventar på deg.',
    en: 'This card was sent to someone else. Type “mine” to see what is waiting for you.',
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
  tooManyRequests: {
    nb: 'Det kom for mange forespørsler på en gang. Vent litt og prøv igjen.',
    nn: 'Det kom for mange førespurnader på ein gong. Vent litt og prøv igjen.',
    en: 'There were too many requests at once. Wait a little and try again.',
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
} satisfies Partial<Record<ErrorCode, Entry>>
