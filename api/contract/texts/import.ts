import type { Catalogue, Entry } from './catalogue.ts'

/** What an import put where the file said nothing, or did not take: each is listed for a person to confirm or mend. */
export const importNotes = {
  programmeMissing: {
    nb: 'Fila sier ikke hvilket program prosjektet hører til. Velg det på prosjektets side, under rammene.',
    nn: 'Fila seier ikkje kva program prosjektet høyrer til. Vel det på sida til prosjektet, under rammene.',
    en: 'The file does not say which programme the project belongs to. Choose it on the project’s page, with its frame.',
  },
  areaDefault: {
    nb: 'Fila sier ikke hvilket område prosjektet hører til. Vi skrev «{value}».',
    nn: 'Fila seier ikkje kva område prosjektet høyrer til. Vi skreiv «{value}».',
    en: 'The file does not say which area the project belongs to. We wrote “{value}”.',
  },
  areaOfOwner: {
    nb: 'Fila sier ikke hvilket område prosjektet hører til. Vi brukte området til prosjekteieren: «{value}».',
    nn: 'Fila seier ikkje kva område prosjektet høyrer til. Vi brukte området til prosjekteigaren: «{value}».',
    en: 'The file does not say which area the project belongs to. We used the project owner’s area: “{value}”.',
  },
  phaseDefault: {
    nb: 'Fila sier ikke hvilken fase prosjektet er i. Vi satte {value}, fra i dag.',
    nn: 'Fila seier ikkje kva fase prosjektet er i. Vi sette {value}, frå i dag.',
    en: 'The file does not say which phase the project is in. We set {value}, from today.',
  },
  phaseOfSheets: {
    nb: 'Arbeidsboka sier ikke hvilken fase prosjektet er i. Vi satte {value}, fra i dag, ut fra hvilke ark som er fylt ut og planlagt sluttdato.',
    nn: 'Arbeidsboka seier ikkje kva fase prosjektet er i. Vi sette {value}, frå i dag, ut frå kva ark som er fylte ut og planlagd sluttdato.',
    en: 'The workbook does not say which phase the project is in. We set {value}, from today, judging by the sheets that are filled in and the planned end date.',
  },
  phaseDateDefault: {
    nb: 'Fila sier ikke når prosjektet kom inn i fasen. Vi satte dagen i dag.',
    nn: 'Fila seier ikkje når prosjektet kom inn i fasen. Vi sette dagen i dag.',
    en: 'The file does not say when the project entered its phase. We set today.',
  },
  noPerson: {
    nb: 'Vi fant ingen i personlista som heter «{name}». {role} står tom: mangler ansvarlig.',
    nn: 'Vi fann ingen i personlista som heiter «{name}». {role} står tom: manglar ansvarleg.',
    en: 'We found nobody called “{name}” in the people list. {role} is left empty: nobody is responsible.',
  },
  severalPersons: {
    nb: 'Flere i personlista heter «{name}». {role} står tom: mangler ansvarlig.',
    nn: 'Fleire i personlista heiter «{name}». {role} står tom: manglar ansvarleg.',
    en: 'Several people in the people list are called “{name}”. {role} is left empty: nobody is responsible.',
  },
  ownerMissing: {
    nb: 'Gevinsten «{title}» har ingen gevinstansvarlig i fila: mangler ansvarlig.',
    nn: 'Gevinsten «{title}» har ingen gevinstansvarleg i fila: manglar ansvarleg.',
    en: 'The benefit “{title}” has no benefit owner in the file: nobody is responsible.',
  },
  serviceOwner: {
    nb: 'Tjenesteeier er satt som gevinstansvarlig for prosjektet.',
    nn: 'Tenesteeigar er sett som gevinstansvarleg for prosjektet.',
    en: 'The service owner has been made benefit owner of the project.',
  },
  typeMissing: {
    nb: 'Gevinsten «{title}» har ingen type i fila. Vi satte kategorien til kvalitet.',
    nn: 'Gevinsten «{title}» har ingen type i fila. Vi sette kategorien til kvalitet.',
    en: 'The benefit “{title}” has no type in the file. We set the category to quality.',
  },
  levelDefault: {
    nb: 'Fila sier ikke hvilket nivå gevinsten hører til. Vi satte kommune.',
    nn: 'Fila seier ikkje kva nivå gevinsten høyrer til. Vi sette kommune.',
    en: 'The file does not say at which level the benefit arises. We set municipality.',
  },
  benefitState: {
    nb: 'Fila sier ikke om gevinsten er godkjent. Vi satte {value}.',
    nn: 'Fila seier ikkje om gevinsten er godkjend. Vi sette {value}.',
    en: 'The file does not say whether the benefit is approved. We set {value}.',
  },
  takeOutOfText: {
    nb: '«{text}» er tolket som uttaksform: {value}.',
    nn: '«{text}» er tolka som uttaksform: {value}.',
    en: 'We took “{text}” to mean: {value}.',
  },
  yearsDefault: {
    nb: 'Overskriftene sier bare «År». Vi leste gevinstbudsjettet som {value}.',
    nn: 'Overskriftene seier berre «År». Vi las gevinstbudsjettet som {value}.',
    en: 'The headers only say “År”. We read the yearly budget as {value}.',
  },
  actionPast: {
    nb: 'Fristen for tiltaket «{title}» er passert, og fila sier ikke om det er gjort. Vi satte planlagt.',
    nn: 'Fristen for tiltaket «{title}» er passert, og fila seier ikkje om det er gjort. Vi sette planlagt.',
    en: 'The deadline of the action “{title}” has passed, and the file does not say whether it is done. We set planned.',
  },
  actionUnknown: {
    nb: 'Tiltaket «{title}» i statusrapporten står ikke i gevinstrealiseringsplanen, så det er ikke hentet.',
    nn: 'Tiltaket «{title}» i statusrapporten står ikkje i gevinstrealiseringsplanen, så det er ikkje henta.',
    en: 'The action “{title}” in the status report is not in the benefits plan, so it was not imported.',
  },
  indicatorTitle: {
    nb: 'Måleindikatoren har ikke noe navn i fila. Den heter det samme som gevinsten.',
    nn: 'Måleindikatoren har ikkje noko namn i fila. Han heiter det same som gevinsten.',
    en: 'The indicator has no name in the file. It is named after the benefit.',
  },
  benefitTitle: {
    nb: 'Raden har ingen gevinst. Gevinsten heter det samme som måleindikatoren.',
    nn: 'Rada har ingen gevinst. Gevinsten heiter det same som måleindikatoren.',
    en: 'The row has no benefit. The benefit is named after the indicator.',
  },
  unitDefault: {
    nb: 'Måleindikatoren «{title}» har ingen måleenhet i fila. Vi skrev «{value}».',
    nn: 'Måleindikatoren «{title}» har inga måleining i fila. Vi skreiv «{value}».',
    en: 'The indicator “{title}” has no unit in the file. We wrote “{value}”.',
  },
  direction: {
    nb: 'Retning for «{title}»: {value}, ut fra nullpunkt og mål.',
    nn: 'Retning for «{title}»: {value}, ut frå nullpunkt og mål.',
    en: 'Direction of “{title}”: {value}, judging by baseline and target.',
  },
  directionDefault: {
    nb: 'Retningen for «{title}» kan ikke leses av nullpunkt og mål. Vi satte {value}.',
    nn: 'Retninga for «{title}» kan ikkje lesast av nullpunkt og mål. Vi sette {value}.',
    en: 'The direction of “{title}” cannot be read from baseline and target. We set {value}.',
  },
  frequencyDefault: {
    nb: 'Fila sier ikke hvor ofte det skal måles. Vi satte {value}, regnet fra {date}.',
    nn: 'Fila seier ikkje kor ofte det skal målast. Vi sette {value}, rekna frå {date}.',
    en: 'The file does not say how often to measure. We set {value}, counted from {date}.',
  },
  anchorDefault: {
    nb: 'Fila sier ikke når det skal måles første gang. Vi satte {date}.',
    nn: 'Fila seier ikkje når det skal målast første gongen. Vi sette {date}.',
    en: 'The file does not say when to measure first. We set {date}.',
  },
  baselineOn: {
    nb: 'Fila sier ikke når dagens verdi ble målt. Vi satte planlagt startdato, {date}.',
    nn: 'Fila seier ikkje når dagens verdi vart målt. Vi sette planlagd startdato, {date}.',
    en: 'The file does not say when today’s value was measured. We set the planned start date, {date}.',
  },
  baselineMissing: {
    nb: 'Måleindikatoren «{title}» har ingen dagens verdi: nullpunkt mangler.',
    nn: 'Måleindikatoren «{title}» har ingen dagens verdi: nullpunkt manglar.',
    en: 'The indicator “{title}” has no value for today: baseline missing.',
  },
  targetMissing: {
    nb: 'Måleindikatoren «{title}» har ingen ønsket verdi og er lagret som utkast.',
    nn: 'Måleindikatoren «{title}» har ingen ønskt verdi og er lagra som utkast.',
    en: 'The indicator “{title}” has no wanted value and was saved as a draft.',
  },
  targetOn: {
    nb: '«{text}» er lest som måldato {date}.',
    nn: '«{text}» er lese som måldato {date}.',
    en: 'We read “{text}” as the target date {date}.',
  },
  targetOnMissing: {
    nb: 'Måleindikatoren «{title}» har ingen måldato vi kan lese. Fyll den ut.',
    nn: 'Måleindikatoren «{title}» har ingen måldato vi kan lese. Fyll han ut.',
    en: 'The indicator “{title}” has no target date we can read. Fill it in.',
  },
  measuredEarly: {
    nb: 'Det er målt før prosjektet er i fasen Realisere. Målingene fortsetter i fasen prosjektet er i.',
    nn: 'Det er målt før prosjektet er i fasen Realisere. Målingane held fram i fasen prosjektet er i.',
    en: 'There are measurements from before the phase Realise benefits. Measuring goes on in the phase the project is in.',
  },
  reportPeriod: {
    nb: 'Statusrapporten har ingen dato i fila. Vi satte {period}.',
    nn: 'Statusrapporten har ingen dato i fila. Vi sette {period}.',
    en: 'The status report has no date in the file. We set {period}.',
  },
  reportRows: {
    nb: 'Statusen er hentet som en publisert statusrapport. Det fila ikke vurderer, står som ikke vurdert.',
    nn: 'Statusen er henta som ein publisert statusrapport. Det fila ikkje vurderer, står som ikkje vurdert.',
    en: 'The status came in as a published status report. What the file does not assess is marked as not assessed.',
  },
  sheetNotTaken: {
    nb: 'Arket har innhold som ikke har noe felt i Prosjektpuls ennå. Det er ikke hentet.',
    nn: 'Arket har innhald som ikkje har noko felt i Prosjektpuls enno. Det er ikkje henta.',
    en: 'The sheet has content for which Prosjektpuls has no field yet. It was not imported.',
  },
  columnNotTaken: {
    nb: 'Kolonnen «{column}» har ikke noe felt i Prosjektpuls ennå. Den er ikke hentet.',
    nn: 'Kolonnen «{column}» har ikkje noko felt i Prosjektpuls enno. Han er ikkje henta.',
    en: 'Prosjektpuls has no field for the column “{column}” yet. It was not imported.',
  },
  titleCut: {
    nb: 'Navnet er for langt og er kortet ned til {limit, number} tegn.',
    nn: 'Namnet er for langt og er korta ned til {limit, number} teikn.',
    en: 'The name is too long and was cut to {limit, number} characters.',
  },
  columnsNotMapped: {
    nb: 'Disse kolonnene er ikke koblet til noe felt og er ikke hentet: {columns}.',
    nn: 'Desse kolonnane er ikkje kopla til noko felt og er ikkje henta: {columns}.',
    en: 'These columns are not mapped to any field and were not imported: {columns}.',
  },
  scale: {
    nb: 'Tallene i kolonnen «{column}» er lest som {scale, plural, =1000 {tusen} =1000000 {millioner} other {ganger #}}.',
    nn: 'Tala i kolonnen «{column}» er lesne som {scale, plural, =1000 {tusen} =1000000 {millionar} other {gonger #}}.',
    en: 'The numbers in the column “{column}” are read as {scale, plural, =1000 {thousands} =1000000 {millions} other {times #}}.',
  },
  currencyDefault: {
    nb: 'Fila sier ikke hvilken valuta beløpene er i. Vi satte NOK.',
    nn: 'Fila seier ikkje kva valuta beløpa er i. Vi sette NOK.',
    en: 'The file does not say which currency the amounts are in. We set NOK.',
  },
  currencyOfHeader: {
    nb: 'Valutaen er lest av overskriften: {value}.',
    nn: 'Valutaen er lesen av overskrifta: {value}.',
    en: 'The currency is read from the header: {value}.',
  },
  mappingProposed: {
    nb: 'Kolonnene er koblet ut fra overskriftene. Se over koblingen før du henter.',
    nn: 'Kolonnane er kopla ut frå overskriftene. Sjå over koplinga før du hentar.',
    en: 'The columns were mapped by their headers. Look the mapping over before you import.',
  },
  programmeCreated: {
    nb: 'Programmet «{title}» fantes ikke og blir opprettet.',
    nn: 'Programmet «{title}» fanst ikkje og blir oppretta.',
    en: 'The programme “{title}” did not exist and is created.',
  },
  stateDefault: {
    nb: 'Fila sier ikke om prosjektet er aktivt. Vi satte aktivt.',
    nn: 'Fila seier ikkje om prosjektet er aktivt. Vi sette aktivt.',
    en: 'The file does not say whether the project is active. We set active.',
  },
  categoryDefault: {
    nb: 'Gevinsten «{title}» har ingen kategori i fila. Vi satte kvalitet.',
    nn: 'Gevinsten «{title}» har ingen kategori i fila. Vi sette kvalitet.',
    en: 'The benefit “{title}” has no category in the file. We set quality.',
  },
} satisfies Catalogue

export type ImportNote = keyof typeof importNotes

/** Said after a note that holds for several rows. */
export const importCounts = {
  rows: {
    nb: '{text} Gjelder {n, plural, one {# rad} other {# rader}}.',
    nn: '{text} Gjeld {n, plural, one {# rad} other {# rader}}.',
    en: '{text} This is so for {n, plural, one {# row} other {# rows}}.',
  },
} satisfies Catalogue

/** Texts that an import writes into the lists, in the language of the one who imports. */
export const importStored = {
  areaUnknown: { nb: 'Ikke angitt', nn: 'Ikkje oppgitt', en: 'Not stated' },
  unitUnknown: { nb: 'antall', nn: 'tal', en: 'number' },
  noComment: {
    nb: 'Hentet ved import; kilden har ingen kommentar.',
    nn: 'Henta ved import; kjelda har ingen kommentar.',
    en: 'Imported; the source has no comment.',
  },
  corrected: {
    nb: 'Rettet ved ny import av fila.',
    nn: 'Retta ved ny import av fila.',
    en: 'Corrected when the file was imported again.',
  },
} satisfies Catalogue

/** Words of codes that no other catalogue has. */
export const importWords = {
  'direction.increase': { nb: 'øk', nn: 'auk', en: 'increase' },
  'direction.decrease': { nb: 'reduser', nn: 'reduser', en: 'decrease' },
  'direction.maintain': { nb: 'oppretthold', nn: 'hald ved lag', en: 'maintain' },
  'benefitState.proposed': { nb: 'foreslått', nn: 'foreslått', en: 'proposed' },
  'benefitState.realising': { nb: 'under realisering', nn: 'under realisering', en: 'being realised' },
} satisfies Catalogue

/** The fields of an import as people read them in its sentences; also what a mapping may name. */
export const importFieldWords = {
  title: { nb: 'prosjektnavn', nn: 'prosjektnamn', en: 'project name' },
  key: { nb: 'id i kilden', nn: 'id i kjelda', en: 'id in the source' },
  programme: { nb: 'program', nn: 'program', en: 'programme' },
  area: { nb: 'område', nn: 'område', en: 'area' },
  size: { nb: 'størrelse', nn: 'storleik', en: 'size' },
  phase: { nb: 'fase', nn: 'fase', en: 'phase' },
  phaseEnteredOn: { nb: 'i fasen siden', nn: 'i fasen sidan', en: 'in the phase since' },
  state: { nb: 'tilstand', nn: 'tilstand', en: 'state' },
  owner: { nb: 'prosjekteier', nn: 'prosjekteigar', en: 'project owner' },
  manager: { nb: 'prosjektleder', nn: 'prosjektleiar', en: 'project manager' },
  benefitOwner: { nb: 'gevinstansvarlig', nn: 'gevinstansvarleg', en: 'benefit owner' },
  lineLead: { nb: 'linjeansvarlig', nn: 'linjeansvarleg', en: 'line lead' },
  why: { nb: 'hvorfor', nn: 'kvifor', en: 'why' },
  what: { nb: 'hva', nn: 'kva', en: 'what' },
  whenText: { nb: 'når', nn: 'når', en: 'when' },
  startOn: { nb: 'startdato', nn: 'startdato', en: 'start date' },
  endOn: { nb: 'sluttdato', nn: 'sluttdato', en: 'end date' },
  forecastEndOn: { nb: 'forventet slutt', nn: 'forventa slutt', en: 'expected end' },
  plannedGoLive: { nb: 'planlagt ibruktaking', nn: 'planlagd ibruktaking', en: 'planned go-live' },
  budget: { nb: 'budsjett', nn: 'budsjett', en: 'budget' },
  spent: { nb: 'brukt', nn: 'brukt', en: 'spent' },
  forecastCost: { nb: 'prognose for kostnad', nn: 'prognose for kostnad', en: 'cost forecast' },
  currency: { nb: 'valuta', nn: 'valuta', en: 'currency' },
  rank: { nb: 'prioritet', nn: 'prioritet', en: 'priority' },
  rating: { nb: 'status', nn: 'status', en: 'status' },
  'rating.comment': { nb: 'statuskommentar', nn: 'statuskommentar', en: 'status comment' },
  'rating.period': { nb: 'rapportmåned', nn: 'rapportmånad', en: 'report month' },
  'benefit.title': { nb: 'gevinst', nn: 'gevinst', en: 'benefit' },
  'benefit.category': { nb: 'kategori', nn: 'kategori', en: 'category' },
  'benefit.level': { nb: 'nivå', nn: 'nivå', en: 'level' },
  'benefit.owner': { nb: 'gevinstansvarlig', nn: 'gevinstansvarleg', en: 'benefit owner' },
  'benefit.change': { nb: 'endring', nn: 'endring', en: 'change' },
  'benefit.before': { nb: 'før', nn: 'før', en: 'before' },
  'benefit.after': { nb: 'etter', nn: 'etter', en: 'after' },
  'benefit.contributesTo': { nb: 'mål gevinsten bidrar til', nn: 'mål gevinsten bidreg til', en: 'goal the benefit contributes to' },
  'benefit.assumptions': { nb: 'forutsetninger', nn: 'føresetnader', en: 'assumptions' },
  'benefit.takeOut': { nb: 'uttaksform', nn: 'uttaksform', en: 'how it is taken out' },
  'benefit.importance': { nb: 'gevinstbetydning (1–5)', nn: 'gevinstverdi (1–5)', en: 'importance (1–5)' },
  'benefit.plannedByYear': { nb: 'gevinstbudsjett', nn: 'gevinstbudsjett', en: 'yearly budget' },
  'benefit.state': { nb: 'gevinstens tilstand', nn: 'tilstanden til gevinsten', en: 'state of the benefit' },
  'action.title': { nb: 'tiltak', nn: 'tiltak', en: 'action' },
  'action.dueOn': { nb: 'frist for tiltak', nn: 'frist for tiltak', en: 'deadline of the action' },
  'action.state': { nb: 'status for tiltak', nn: 'status for tiltak', en: 'state of the action' },
  'action.responsible': { nb: 'ansvarlig for tiltak', nn: 'ansvarleg for tiltak', en: 'responsible for the action' },
  'indicator.title': { nb: 'måleindikator', nn: 'måleindikator', en: 'indicator' },
  'indicator.unit': { nb: 'måleenhet', nn: 'måleining', en: 'unit' },
  'indicator.kind': { nb: 'måletype', nn: 'måletype', en: 'kind' },
  'indicator.direction': { nb: 'retning', nn: 'retning', en: 'direction' },
  'indicator.baseline': { nb: 'dagens verdi', nn: 'verdi i dag', en: 'baseline' },
  'indicator.baselineOn': { nb: 'nullpunkt målt', nn: 'nullpunkt målt den', en: 'baseline date' },
  'indicator.target': { nb: 'ønsket verdi', nn: 'ønskt verdi', en: 'target' },
  'indicator.targetOn': { nb: 'måldato', nn: 'måldato', en: 'target date' },
  'indicator.frequency': { nb: 'målefrekvens', nn: 'målefrekvens', en: 'frequency' },
  'indicator.anchorOn': { nb: 'første måledato', nn: 'første måledato', en: 'first measurement date' },
  'indicator.method': { nb: 'målemetode', nn: 'målemetode', en: 'method' },
  'indicator.measurer': { nb: 'måles av', nn: 'blir målt av', en: 'measured by' },
  'measurement.value': { nb: 'måling', nn: 'måling', en: 'measurement' },
  'measurement.asOf': { nb: 'måledato', nn: 'måledato', en: 'measurement date' },
  'measurement.comment': { nb: 'kommentar til måling', nn: 'kommentar til måling', en: 'comment on the measurement' },
  'measurement.reason': { nb: 'hvorfor ikke målt', nn: 'kvifor ikkje målt', en: 'why not measured' },
  sheet: { nb: 'ark', nn: 'ark', en: 'sheet' },
  columns: { nb: 'kolonner', nn: 'kolonnar', en: 'columns' },
  mapping: { nb: 'kobling', nn: 'kopling', en: 'mapping' },
} satisfies Record<string, Entry>

export type ImportField = keyof typeof importFieldWords
