import type { ClosedReason } from '#domain/calendar.ts'
import type { Language } from '#domain/codes.ts'
import type { Catalogue } from './catalogue.ts'

/** Why a day is closed, said after the day itself: «10. juli er i fellesferien». */
export const closedTexts = {
  newYear: { nb: '{date} er første nyttårsdag', nn: '{date} er første nyttårsdag', en: '{date} is New Year’s Day' },
  maundyThursday: { nb: '{date} er skjærtorsdag', nn: '{date} er skjertorsdag', en: '{date} is Maundy Thursday' },
  goodFriday: { nb: '{date} er langfredag', nn: '{date} er langfredag', en: '{date} is Good Friday' },
  easterSunday: { nb: '{date} er første påskedag', nn: '{date} er første påskedag', en: '{date} is Easter Sunday' },
  easterMonday: { nb: '{date} er annen påskedag', nn: '{date} er andre påskedag', en: '{date} is Easter Monday' },
  labourDay: { nb: '{date} er offentlig høytidsdag', nn: '{date} er offentleg høgtidsdag', en: '{date} is a public holiday' },
  ascensionDay: { nb: '{date} er Kristi himmelfartsdag', nn: '{date} er Kristi himmelfartsdag', en: '{date} is Ascension Day' },
  constitutionDay: { nb: '{date} er grunnlovsdagen', nn: '{date} er grunnlovsdagen', en: '{date} is Constitution Day' },
  whitSunday: { nb: '{date} er første pinsedag', nn: '{date} er første pinsedag', en: '{date} is Whit Sunday' },
  whitMonday: { nb: '{date} er annen pinsedag', nn: '{date} er andre pinsedag', en: '{date} is Whit Monday' },
  christmasDay: { nb: '{date} er første juledag', nn: '{date} er første juledag', en: '{date} is Christmas Day' },
  boxingDay: { nb: '{date} er annen juledag', nn: '{date} er andre juledag', en: '{date} is Boxing Day' },
  weekend: { nb: '{date} er en {weekday}', nn: '{date} er ein {weekday}', en: '{date} is a {weekday}' },
  summerClosure: { nb: '{date} er i fellesferien', nn: '{date} er i fellesferien', en: '{date} is in the summer closure' },
  christmasClosed: { nb: '{date} er julestengt', nn: '{date} er julestengd', en: '{date} is in the Christmas closure' },
  extraClosed: { nb: '{date} er stengt i kommunen', nn: '{date} er stengd i kommunen', en: '{date} is closed in the municipality' },
} satisfies Record<ClosedReason, Record<Language, string>>

/** The sentences of an explanation (explain.ts puts them together). */
export const explainTexts = {
  'due.on': { nb: 'Frist {date}.', nn: 'Frist {date}.', en: 'Due {date}.' },
  'due.closed': { nb: 'Frist {date} fordi {why}.', nn: 'Frist {date} fordi {why}.', en: 'Due {date} because {why}.' },
  'closed.both': { nb: '{first} og {second}', nn: '{first} og {second}', en: '{first} and {second}' },
  'due.sameDay': {
    nb: 'Frist {date}, på selve måledatoen.',
    nn: 'Frist {date}, på sjølve måledatoen.',
    en: 'Due {date}, the measurement date itself.',
  },
  'due.registration': {
    nb: 'Frist {date}, {n, plural, one {én dag} other {# dager}} etter måledatoen {from}.',
    nn: 'Frist {date}, {n, plural, one {éin dag} other {# dagar}} etter måledatoen {from}.',
    en: 'Due {date}, {n, plural, one {one day} other {# days}} after the measurement date {from}.',
  },
  'due.report': {
    nb: 'Frist {date}, {n, plural, one {første åpne dag} other {# åpne dager}} etter månedsslutt {from}.',
    nn: 'Frist {date}, {n, plural, one {første opne dag} other {# opne dagar}} etter månadsslutt {from}.',
    en: 'Due {date}, {n, plural, one {the first open day} other {# open days}} after the month ended on {from}.',
  },
  'due.meeting': {
    nb: 'Frist {date}, {n, plural, =0 {på dagen for} one {én åpen dag før} other {# åpne dager før}} møtet i styringsgruppen {from}.',
    nn: 'Frist {date}, {n, plural, =0 {på dagen for} one {éin open dag før} other {# opne dagar før}} møtet i styringsgruppa {from}.',
    en: 'Due {date}, {n, plural, =0 {the day of} one {one open day before} other {# open days before}} the project board’s meeting {from}.',
  },
  'due.goLive': {
    nb: 'Frist {date}, siste åpne dag før løsningen tas i bruk {from}.',
    nn: 'Frist {date}, siste opne dag før løysinga blir teken i bruk {from}.',
    en: 'Due {date}, the last open day before going live on {from}.',
  },
  'due.held': {
    nb: 'Frist {date}, {n, plural, one {én åpen dag} other {# åpne dager}} etter at ventetiden tok slutt {from}.',
    nn: 'Frist {date}, {n, plural, one {éin open dag} other {# opne dagar}} etter at ventetida tok slutt {from}.',
    en: 'Due {date}, {n, plural, one {one open day} other {# open days}} after the hold ended on {from}.',
  },
  'due.stands': {
    nb: 'Frist {date}. Datoen står slik den ble satt, også om reglene er endret siden.',
    nn: 'Frist {date}. Datoen står slik han vart sett, også om reglane er endra sidan.',
    en: 'Due {date}. The date stands as it was set, even if the rules have changed since.',
  },
  measuredOn: { nb: 'Måledato {date}.', nn: 'Måledato {date}.', en: 'Measurement date {date}.' },
  registered: {
    nb: 'Måledato {date}, og {n, plural, one {én dag} other {# dager}} til å registrere.',
    nn: 'Måledato {date}, og {n, plural, one {éin dag} other {# dagar}} til å registrere.',
    en: 'Measurement date {date}, and {n, plural, one {one day} other {# days}} to record it.',
  },
  goLiveOn: { nb: 'Løsningen tas i bruk {date}.', nn: 'Løysinga blir teken i bruk {date}.', en: 'Goes live on {date}.' },
  monthEndsOn: { nb: 'Måneden sluttet {date}.', nn: 'Månaden slutta {date}.', en: 'The month ended on {date}.' },
  overdueFrom: { nb: 'Forfalt fra {date}.', nn: 'Forfallen frå {date}.', en: 'Overdue from {date}.' },
  'overdueFrom.grace': {
    nb: 'Forfalt fra {date}, etter {n, plural, one {én åpen dag} other {# åpne dager}} ekstra.',
    nn: 'Forfallen frå {date}, etter {n, plural, one {éin open dag} other {# opne dagar}} ekstra.',
    en: 'Overdue from {date}, after {n, plural, one {one open day} other {# open days}} more.',
  },
  'firstNudge.sameDay': { nb: 'Første varsel samme dag.', nn: 'Første varsel same dag.', en: 'First notice the same day.' },
  'firstNudge.on': { nb: 'Første varsel {date}.', nn: 'Første varsel {date}.', en: 'First notice {date}.' },
  'firstNudge.closed': {
    nb: 'Første varsel {date} fordi {why}.',
    nn: 'Første varsel {date} fordi {why}.',
    en: 'First notice {date} because {why}.',
  },
  'none.july': {
    nb: 'Det er ingen statusrapport for juli.',
    nn: 'Det er ingen statusrapport for juli.',
    en: 'There is no status report for July.',
  },

  'state.answered': { nb: 'Besvart.', nn: 'Svara på.', en: 'Answered.' },
  'state.inTime': { nb: 'Besvart i tide.', nn: 'Svara på i tide.', en: 'Answered in time.' },
  'state.late': {
    nb: 'Besvart etter at den var forfalt.',
    nn: 'Svara på etter at ho var forfallen.',
    en: 'Answered after it was overdue.',
  },
  'state.onHold': {
    nb: 'Venter, og ingen varsles imens.',
    nn: 'Ventar, og ingen blir varsla imens.',
    en: 'On hold, and nobody is notified meanwhile.',
  },
  'state.snoozedUntil': {
    nb: 'Varselet er utsatt til {date}. Fristen står.',
    nn: 'Varselet er utsett til {date}. Fristen står.',
    en: 'The notice is snoozed until {date}. The deadline stands.',
  },
  'state.delegatedUntil': {
    nb: 'Delegert, og tilbake {date} hvis ingen har svart.',
    nn: 'Delegert, og tilbake {date} om ingen har svara.',
    en: 'Delegated, and back on {date} if nobody has answered.',
  },
  'state.handedOverOn': {
    nb: 'Ny ansvarlig fikk beskjed {date}.',
    nn: 'Ny ansvarleg fekk beskjed {date}.',
    en: 'The new owner was told on {date}.',
  },
  'lapsed.waived': { nb: 'Ikke lenger aktuelt.', nn: 'Ikkje lenger aktuelt.', en: 'No longer relevant.' },
  'lapsed.hold': {
    nb: 'Falt bort fordi prosjektet var satt på vent.',
    nn: 'Fall bort fordi prosjektet var sett på vent.',
    en: 'Fell away because the project was on hold.',
  },
  'lapsed.stopped': {
    nb: 'Falt bort fordi prosjektet er stanset.',
    nn: 'Fall bort fordi prosjektet er stansa.',
    en: 'Fell away because the project has been stopped.',
  },
  'lapsed.closed': {
    nb: 'Falt bort fordi det den gjaldt, er avsluttet.',
    nn: 'Fall bort fordi det ho galdt, er avslutta.',
    en: 'Fell away because what it was about is closed.',
  },
  'lapsed.settled': {
    nb: 'Falt bort fordi saken er avgjort.',
    nn: 'Fall bort fordi saka er avgjord.',
    en: 'Fell away because the matter is settled.',
  },

  'step.preNotice': { nb: 'Forvarsel i dag.', nn: 'Førehandsvarsel i dag.', en: 'Advance notice today.' },
  'step.first': { nb: 'Første varsel i dag.', nn: 'Første varsel i dag.', en: 'First notice today.' },
  'step.chase': { nb: 'Purring i dag.', nn: 'Purring i dag.', en: 'Chaser today.' },
  'step.leader': {
    nb: 'Neste ansvarlige spørres i dag.',
    nn: 'Neste ansvarlege blir spurd i dag.',
    en: 'The next person responsible is asked today.',
  },
  'step.office': {
    nb: 'Med i porteføljekontorets samlede varsel i dag.',
    nn: 'Med i det samla varselet til porteføljekontoret i dag.',
    en: 'In the portfolio office’s digest today.',
  },
  'step.handover': { nb: 'Ny ansvarlig får beskjed i dag.', nn: 'Ny ansvarleg får beskjed i dag.', en: 'The new owner is told today.' },
  'step.approval': {
    nb: 'Den som godkjenner, spørres i dag.',
    nn: 'Den som godkjenner, blir spurd i dag.',
    en: 'The one who approves is asked today.',
  },
  'step.request': {
    nb: 'Den det er delegert til, spørres i dag.',
    nn: 'Den det er delegert til, blir spurd i dag.',
    en: 'The delegate is asked today.',
  },

  'wait.notDue': { nb: 'Ingen varsles i dag.', nn: 'Ingen blir varsla i dag.', en: 'Nobody is notified today.' },
  'wait.approval': {
    nb: 'Venter på svar på om den fortsatt er aktuell.',
    nn: 'Ventar på svar på om ho framleis er aktuell.',
    en: 'Waiting to hear whether it is still relevant.',
  },
  'wait.notOpenDay': { nb: 'Venter fordi dagen er stengt.', nn: 'Ventar fordi dagen er stengd.', en: 'Waiting because the day is closed.' },
  'wait.quietHours': {
    nb: 'Venter fordi det er utenfor arbeidstiden.',
    nn: 'Ventar fordi det er utanfor arbeidstida.',
    en: 'Waiting because it is outside working hours.',
  },
  'wait.dailyLimit': {
    nb: 'Venter fordi ett kort per dag er nok.',
    nn: 'Ventar fordi eitt kort per dag er nok.',
    en: 'Waiting because one card a day is enough.',
  },
  'wait.weeklyLimit': {
    nb: 'Venter fordi to kort per uke er nok.',
    nn: 'Ventar fordi to kort per veke er nok.',
    en: 'Waiting because two cards a week are enough.',
  },
  'wait.away': {
    nb: 'Venter fordi den ansvarlige er borte.',
    nn: 'Ventar fordi den ansvarlege er borte.',
    en: 'Waiting because the person responsible is away.',
  },
  'wait.snoozed': {
    nb: 'Venter fordi varselet er utsatt.',
    nn: 'Ventar fordi varselet er utsett.',
    en: 'Waiting because the notice is snoozed.',
  },
  'wait.delegated': { nb: 'Venter fordi den er delegert.', nn: 'Ventar fordi ho er delegert.', en: 'Waiting because it is delegated.' },
  'wait.onHold': {
    nb: 'Venter fordi prosjektet er satt på vent.',
    nn: 'Ventar fordi prosjektet er sett på vent.',
    en: 'Waiting because the project is on hold.',
  },
  'wait.paused': {
    nb: 'Venter fordi den ansvarlige har satt varsler på pause.',
    nn: 'Ventar fordi den ansvarlege har sett varsel på pause.',
    en: 'Waiting because the person responsible has paused notices.',
  },
  'wait.unreachable': {
    nb: 'Venter fordi den ansvarlige ikke kan nås i Teams.',
    nn: 'Ventar fordi den ansvarlege ikkje kan nåast i Teams.',
    en: 'Waiting because the person responsible cannot be reached in Teams.',
  },
  'wait.answered': {
    nb: 'Venter ikke lenger; den er besvart.',
    nn: 'Ventar ikkje lenger; ho er svara på.',
    en: 'No longer waiting; it is answered.',
  },
  'wait.noRecipient': {
    nb: 'Venter fordi ingen er satt opp som ansvarlig.',
    nn: 'Ventar fordi ingen er sett opp som ansvarleg.',
    en: 'Waiting because nobody is named as responsible.',
  },
  'wait.superseded': {
    nb: 'Venter fordi et senere varsel har tatt over.',
    nn: 'Ventar fordi eit seinare varsel har teke over.',
    en: 'Waiting because a later notice has taken over.',
  },
  'wait.until': { nb: 'Neste varsel {date}.', nn: 'Neste varsel {date}.', en: 'Next notice {date}.' },
  'stop.ladderEnded': {
    nb: 'Alle varsler er sendt. Porteføljekontoret har saken.',
    nn: 'Alle varsla er sende. Porteføljekontoret har saka.',
    en: 'All notices have been sent. The portfolio office has the matter.',
  },
} satisfies Catalogue
