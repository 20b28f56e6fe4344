import { plainWords } from './code-words.ts'
import { isNested, TABLE_FIELDS, type TableField, wordsOfField } from './table-fields.ts'

/** Headers as plainWords writes them, most telling first: bokmål, nynorsk, English. */
const HEADERS: Partial<Record<TableField, readonly string[]>> = {
  title: [
    'prosjektnavn',
    'prosjektnamn',
    'navn på prosjekt',
    'prosjekttittel',
    'prosjekt',
    'project name',
    'project title',
    'project',
    'tiltaksnavn',
    'tittel',
    'title',
    'navn',
    'namn',
    'name',
  ],
  key: [
    'prosjekt id',
    'prosjektid',
    'prosjektnummer',
    'prosjekt nr',
    'prosjektnr',
    'project id',
    'projectid',
    'project number',
    'project code',
    'gmpp id',
    'id',
    'nr',
    'ref',
    'referanse',
    'reference',
  ],
  programme: [
    'program',
    'programme',
    'programområde',
    'satsningsområde',
    'satsingsområde',
    'portefølje',
    'portfolio',
    'kategori',
    'category',
  ],
  area: [
    'område',
    'area',
    'virksomhetsområde',
    'tjenesteområde',
    'kommunalområde',
    'sektor',
    'etat',
    'avdeling',
    'enhet',
    'virksomhet',
    'department',
    'division',
    'sector',
  ],
  phase: ['fase', 'prosjektfase', 'phase', 'project phase', 'stage'],
  phaseEnteredOn: ['i fase siden', 'fase fra', 'phase since', 'phase start'],
  state: ['tilstand', 'prosjektstatus', 'state', 'project state'],
  size: ['størrelse', 'prosjektstørrelse', 'storleik', 'size'],
  owner: ['prosjekteier', 'prosjekteigar', 'eier', 'eigar', 'project owner', 'owner', 'sro', 'senior responsible owner', 'sponsor'],
  manager: ['prosjektleder', 'prosjektleiar', 'leder', 'project manager', 'manager', 'project lead'],
  benefitOwner: ['gevinstansvarlig', 'gevinstansvarleg', 'nytteeier', 'benefit owner', 'benefits owner'],
  lineLead: ['linjeansvarlig', 'linjeansvarleg', 'tjenesteeier', 'line lead', 'service owner'],
  why: ['hvorfor', 'kvifor', 'bakgrunn', 'formål', 'hensikt', 'føremål', 'why', 'purpose', 'background'],
  what: ['hva', 'kva', 'beskrivelse', 'prosjektbeskrivelse', 'what', 'description', 'scope'],
  whenText: ['når', 'when'],
  startOn: [
    'startdato',
    'start',
    'oppstart',
    'planlagt start',
    'planlagt startdato',
    'fra dato',
    'start date',
    'startdate',
    'planned start',
  ],
  endOn: [
    'sluttdato',
    'slutt',
    'planlagt slutt',
    'planlagt sluttdato',
    'ferdig',
    'til dato',
    'end',
    'end date',
    'enddate',
    'planned end',
    'finish',
  ],
  forecastEndOn: ['forventet slutt', 'ventet slutt', 'prognose slutt', 'expected end', 'forecast end'],
  plannedGoLive: ['ibruktaking', 'planlagt ibruktaking', 'go live', 'planned go live'],
  budget: [
    'budsjett',
    'prosjektbudsjett',
    'totalbudsjett',
    'ramme',
    'kostnadsramme',
    'budget',
    'total budget',
    'kostnad',
    'cost',
    'whole life cost',
    'baseline cost',
    'investering',
  ],
  spent: ['brukt', 'forbruk', 'påløpt', 'regnskap', 'brukt hittil', 'spent', 'actual cost', 'actuals', 'spend'],
  forecastCost: ['prognose', 'prognose kostnad', 'sluttprognose', 'forecast', 'forecast cost'],
  currency: ['valuta', 'currency'],
  rank: ['prioritet', 'rangering', 'priority', 'rank'],
  rating: ['status', 'overordnet status', 'rating', 'rag', 'rag rating', 'delivery confidence', 'dca', 'trafikklys', 'health'],
  'rating.comment': ['kommentar til status', 'statuskommentar', 'status comment', 'kommentar', 'commentary', 'comment'],
  'rating.period': ['rapportmåned', 'statusmåned', 'report month'],
  'benefit.title': ['gevinst', 'gevinster', 'gevinstnavn', 'nyttevirkning', 'nytteverknad', 'benefit', 'benefit name'],
  'benefit.category': ['gevinsttype', 'type gevinst', 'gevinstkategori', 'benefit type', 'benefit category'],
  'benefit.level': ['gevinstnivå', 'benefit level'],
  'benefit.owner': ['gevinsteier', 'gevinsteigar', 'nytteansvarlig'],
  'benefit.change': ['endring', 'hva gjøres annerledes', 'change'],
  'benefit.assumptions': ['forutsetninger', 'forutsetning', 'føresetnader', 'assumptions'],
  'benefit.takeOut': ['uttaksform', 'uttak'],
  'benefit.importance': ['gevinstbetydning', 'viktighet', 'importance'],
  'action.title': ['gevinsttiltak', 'tiltak', 'action'],
  'action.dueOn': ['frist', 'tiltaksfrist', 'due', 'due date', 'deadline'],
  'indicator.title': ['måleindikator', 'indikator', 'indicator'],
  'indicator.unit': ['måleenhet', 'måleining', 'unit'],
  'indicator.direction': ['retning', 'ønsket retning', 'direction'],
  'indicator.baseline': ['nullpunkt', 'dagens verdi', 'startverdi', 'nåverdi', 'baseline'],
  'indicator.baselineOn': ['nullpunktdato', 'dato nullpunkt', 'baseline date'],
  'indicator.target': ['målverdi', 'ønsket verdi', 'ønska verdi', 'mål', 'target'],
  'indicator.targetOn': ['måldato', 'mål dato', 'når realisert', 'target date'],
  'indicator.frequency': ['målefrekvens', 'frekvens', 'frequency'],
  'indicator.method': ['målemetode', 'metode', 'method'],
  'indicator.measurer': ['måles av', 'måler', 'ansvarlig for måling', 'measured by'],
  'measurement.value': ['måling', 'målt verdi', 'måleverdi', 'siste måling', 'verdi', 'measurement', 'measured value', 'value', 'actual'],
  'measurement.asOf': ['måledato', 'målt dato', 'dato for måling', 'dato', 'measured on', 'measurement date', 'date'],
  'measurement.comment': ['kommentar til måling', 'målekommentar'],
}

interface Meaning {
  field: TableField
  /** 0 is the most telling word of the field. */
  rank: number
}

/** The words people are shown for a project's fields; those below it («kategori», «nivå») could be anything's. */
const ownWords = (field: TableField): string[] => (isNested(field) ? [] : wordsOfField(field).map(plainWords))

const MEANINGS = new Map<string, Meaning>()
for (const field of TABLE_FIELDS) {
  for (const [rank, word] of [...(HEADERS[field] ?? []), ...ownWords(field), field].entries()) {
    const known = MEANINGS.get(word)
    if (!known || known.rank > rank) MEANINGS.set(word, { field, rank })
  }
}

/** What a header says: its field, and the scale and currency of its numbers where it names them. */
export interface HeaderMeaning extends Meaning {
  scale: number | null
  currency: string | null
}

const SCALES: Record<string, { scale?: number; currency?: string }> = {
  m: { scale: 1e6 },
  mill: { scale: 1e6 },
  mio: { scale: 1e6 },
  million: { scale: 1e6 },
  millions: { scale: 1e6 },
  millioner: { scale: 1e6 },
  millionar: { scale: 1e6 },
  mkr: { scale: 1e6, currency: 'NOK' },
  mnok: { scale: 1e6, currency: 'NOK' },
  'mill kr': { scale: 1e6, currency: 'NOK' },
  '£m': { scale: 1e6, currency: 'GBP' },
  'm£': { scale: 1e6, currency: 'GBP' },
  '€m': { scale: 1e6, currency: 'EUR' },
  meur: { scale: 1e6, currency: 'EUR' },
  gbpm: { scale: 1e6, currency: 'GBP' },
  k: { scale: 1e3 },
  tusen: { scale: 1e3 },
  '1000': { scale: 1e3 },
  thousand: { scale: 1e3 },
  tkr: { scale: 1e3, currency: 'NOK' },
  tnok: { scale: 1e3, currency: 'NOK' },
  knok: { scale: 1e3, currency: 'NOK' },
  '£k': { scale: 1e3, currency: 'GBP' },
  kr: { currency: 'NOK' },
  kroner: { currency: 'NOK' },
  nok: { currency: 'NOK' },
  gbp: { currency: 'GBP' },
  '£': { currency: 'GBP' },
  eur: { currency: 'EUR' },
  '€': { currency: 'EUR' },
  usd: { currency: 'USD' },
  $: { currency: 'USD' },
  sek: { currency: 'SEK' },
  dkk: { currency: 'DKK' },
  i: {},
  in: {},
}

/** What a header means, or null when we do not know it. `Budsjett (mill. kr)`, `cost_m` and `Cost £m` name scale and currency too. */
export function meaningOf(header: string): HeaderMeaning | null {
  const tokens = plainWords(header).split(' ')
  let scale: number | null = null
  let currency: string | null = null
  for (let kept = tokens.length; kept > 0; kept -= 1) {
    const meaning = MEANINGS.get(tokens.slice(0, kept).join(' '))
    if (meaning) return { ...meaning, scale, currency }
    const unit = SCALES[tokens[kept - 1] ?? '']
    if (!unit) return null
    scale = unit.scale ?? scale
    currency = unit.currency ?? currency
  }
  return null
}
