import type { ErrorCode } from '../errors.ts'
import type { Entry } from './catalogue.ts'

/** Somebody else was first, or it has changed since it was read. */
export const firstErrors = {
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
  editConflict: {
    nb: '{byName} endret dette kl. {time}. Vil du beholde det eller bruke ditt?',
    nn: '{byName} endra dette kl. {time}. Vil du behalde det eller bruke ditt?',
    en: '{byName} changed this at {time}. Do you want to keep it or use yours?',
  },
  rankChanged: {
    nb: 'Noen andre har flyttet prosjektet. Se den nye rekkefølgen og flytt det på nytt om du vil.',
    nn: 'Nokon andre har flytta prosjektet. Sjå den nye rekkjefølgja og flytt det på nytt om du vil.',
    en: 'Someone else has moved the project. Look at the new order and move it again if you wish.',
  },
  cardOutdated: {
    nb: 'Dette er endret siden du så det. Her er det slik det er nå.',
    nn: 'Dette er endra sidan du såg det. Her er det slik det er no.',
    en: 'This has changed since you saw it. Here is how it stands now.',
  },
} satisfies Partial<Record<ErrorCode, Entry>>
