import type { ErrorCode } from '../errors.ts'
import type { Entry } from './catalogue.ts'

/** What is wrong with one field: missing, not readable, or a value that cannot be. */
export const fieldErrors = {
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
  linkInvalid: {
    nb: 'Lenken må være hele adressen til dokumentet og begynne med https://. Kopier den på nytt og lim den inn.',
    nn: 'Lenkja må vere heile adressa til dokumentet og byrje med https://. Kopier ho på nytt og lim ho inn.',
    en: 'The link must be the whole address of the document and begin with https://. Copy it again and paste it.',
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
  datesReversed: {
    nb: 'Datoen i «{field}» må være etter {date}. Velg en senere dag.',
    nn: 'Datoen i «{field}» må vere etter {date}. Vel ein seinare dag.',
    en: 'The date in “{field}” must be after {date}. Choose a later day.',
  },
  nameTaken: {
    nb: '«{value}» finnes fra før. Velg et annet navn, eller rett det som står.',
    nn: '«{value}» finst frå før. Vel eit anna namn, eller rett det som står.',
    en: '“{value}” exists already. Choose another name, or correct what stands.',
  },
  versionTaken: {
    nb: 'Versjonen «{value}» finnes alt, og prosjekter følger den. Gi endringen et nytt versjonsnavn.',
    nn: 'Versjonen «{value}» finst alt, og prosjekt følgjer han. Gi endringa eit nytt versjonsnamn.',
    en: 'The version “{value}” exists already, and projects follow it. Give the change a new version name.',
  },
  personMissing: {
    nb: 'Velg en person, eller skriv navnet.',
    nn: 'Vel ein person, eller skriv namnet.',
    en: 'Choose a person, or type the name.',
  },
  personSeveral: {
    nb: 'Flere passer med «{value}»: {names}. Skriv hele navnet.',
    nn: 'Fleire passar med «{value}»: {names}. Skriv heile namnet.',
    en: 'Several fit “{value}”: {names}. Type the whole name.',
  },
  personUnknown: {
    nb: 'Vi finner ingen som heter «{value}». Velg fra listen, eller skriv hele navnet.',
    nn: 'Vi finn ingen som heiter «{value}». Vel frå lista, eller skriv heile namnet.',
    en: 'We find nobody called “{value}”. Choose from the list, or type the whole name.',
  },
  personInvalid: {
    nb: 'Det kan ikke gis til den personen. Velg en annen som bruker Prosjektpuls.',
    nn: 'Det kan ikkje gjevast til den personen. Vel ein annan som bruker Prosjektpuls.',
    en: 'It cannot be given to that person. Choose somebody else who uses Prosjektpuls.',
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
} satisfies Partial<Record<ErrorCode, Entry>>
