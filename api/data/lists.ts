import {
  ACTION_STATES,
  AMOUNT_UNITS,
  BENEFICIARIES,
  BENEFIT_CATEGORIES,
  BENEFIT_LEVELS,
  BENEFIT_STATES,
  DECISION_KINDS,
  DECISION_OUTCOMES,
  DIRECTIONS,
  EFFECT_KINDS,
  FREQUENCIES,
  INDICATOR_KINDS,
  INDICATOR_STATES,
  LANGUAGES,
  MONTH_END_RULES,
  NUDGE_STATES,
  OBLIGATION_KINDS,
  OBLIGATION_STATES,
  PHASES,
  PROJECT_SIZES,
  PROJECT_STATES,
  REACHES,
  RECURRENCES,
  REPORT_STATES,
  RHYTHMS,
  ROLES,
  SCOPES,
  TAKE_OUTS,
  VIAS,
} from '#domain/codes.ts'
import type { ListCode, Records, Stamp } from '#domain/model.ts'
import type { ShapeName } from './json-shapes.ts'

/**
 * How one field is kept in SharePoint. Everything but numbers, booleans and long text is an indexed-able single line:
 * civil dates (`YYYY-MM-DD`) and instants (ISO, UTC) are text too, since date columns shift by the site's zone,
 * and people are Entra object ids, since person columns need site-local ids.
 */
export type ColumnType = 'text' | 'note' | 'number' | 'boolean' | 'date' | 'instant' | 'code' | 'codes' | 'json' | 'person'

export interface ColumnSpec {
  /** Column name in SharePoint: camelCase ASCII, at most 32 characters, fixed for ever. */
  column: string
  /** What a site owner reads. */
  display: string
  type: ColumnType
  required: boolean
  indexed: boolean
  unique: boolean
  /** The legal values of `code` and `codes`. */
  values: readonly string[]
  /** What an empty cell means; only for columns that are not required. */
  empty: unknown
  /** What a JSON column must hold (json-shapes.ts). */
  shape: ShapeName
}

export interface ListSpec<L extends ListCode = ListCode> {
  code: L
  /** The list's title in the site. */
  display: string
  columns: Readonly<Record<keyof Records[L] & string, ColumnSpec>>
}

/** Version of the schema below, stamped on every row. A change of meaning raises it. */
export const SCHEMA_VERSION = 1

interface Options {
  required?: boolean
  indexed?: boolean
  unique?: boolean
  values?: readonly string[]
  column?: string
  empty?: unknown
  shape?: ShapeName
}
type Pending = Omit<ColumnSpec, 'column'> & { column: string | null }

const make =
  (type: ColumnType, empty: unknown = null) =>
  (display: string, options: Options = {}): Pending => ({
    type,
    display,
    required: options.required ?? false,
    indexed: options.indexed ?? false,
    unique: options.unique ?? false,
    values: options.values ?? [],
    column: options.column ?? null,
    empty: options.empty === undefined ? empty : options.empty,
    shape: options.shape ?? 'anything',
  })

const text = make('text')
const note = make('note')
const number = make('number')
const date = make('date')
const instant = make('instant')
const person = make('person')
const json = make('json')
const flag = make('boolean', false)
const code = (display: string, values: readonly string[], options: Options = {}): Pending => make('code')(display, { ...options, values })
const codes = (display: string, values: readonly string[], options: Options = {}): Pending =>
  make('codes', [])(display, { ...options, values })
/** The built-in Title column; SharePoint would not take a second one that differs only in case. */
const title = (display: string): Pending => text(display, { required: true, column: 'Title' })

const required = { required: true }
const indexed = { indexed: true }
const requiredIndexed = { required: true, indexed: true }

const STAMP: Record<keyof Stamp, Pending> = {
  key: text('Nøkkel', { required: true, indexed: true, unique: true }),
  actorId: person('Utført av', required),
  actedAt: instant('Utført', required),
  via: code('Hvorfra', VIAS, required),
  schemaVersion: number('Skjemaversjon', required),
}

type Own<L extends ListCode> = Record<Exclude<keyof Records[L], keyof Stamp> & string, Pending>

function list<L extends ListCode>(listCode: L, display: string, own: Own<L>): ListSpec<L> {
  const columns = Object.fromEntries(
    Object.entries({ ...STAMP, ...own } as Record<string, Pending>).map(([field, spec]) => [
      field,
      { ...spec, column: spec.column ?? field },
    ]),
  )
  return { code: listCode, display, columns: columns as ListSpec<L>['columns'] }
}

/** The municipality's lists as data: the only place that knows column names. Order = the order they are created in. */
export const LISTS: { [L in ListCode]: ListSpec<L> } = {
  settings: list('settings', 'Innstillinger', {
    name: text('Navn', requiredIndexed),
    validFrom: date('Gjelder fra', requiredIndexed),
    value: json('Verdi', required),
  }),
  people: list('people', 'Personer', {
    personId: person('Person', requiredIndexed),
    displayName: text('Navn', required),
    roles: codes('Roller', ROLES),
    area: text('Område'),
    deputyId: person('Stedfortreder'),
    deputyFrom: date('Stedfortreder fra'),
    deputyTo: date('Stedfortreder til'),
    language: code('Språk', LANGUAGES),
    pausedUntil: date('Pause til'),
    awaySince: date('Borte siden'),
    reach: code('Kan nås', REACHES, { empty: 'unknown' }),
  }),
  programmes: list('programmes', 'Programmer', {
    title: title('Tittel'),
    ownerId: person('Programeier'),
    belongsRule: note('Hører hjemme her når'),
    active: flag('Aktivt', required),
  }),
  projects: list('projects', 'Prosjekter', {
    title: title('Tittel'),
    programmeKey: text('Program', indexed),
    area: text('Område', requiredIndexed),
    size: code('Størrelse', PROJECT_SIZES),
    phase: code('Fase', PHASES, requiredIndexed),
    phaseEnteredOn: date('I fasen siden', required),
    state: code('Tilstand', PROJECT_STATES, requiredIndexed),
    holdFrom: date('På vent fra'),
    holdTo: date('På vent til'),
    stoppedOn: date('Stanset'),
    stopReason: note('Hvorfor stanset'),
    ownerId: person('Prosjekteier'),
    managerId: person('Prosjektleder'),
    benefitOwnerId: person('Gevinstansvarlig'),
    deputyId: person('Stedfortreder'),
    lineLeadId: person('Linjeansvarlig'),
    why: note('Hvorfor'),
    what: note('Hva'),
    whenText: note('Når'),
    startOn: date('Start'),
    endOn: date('Planlagt slutt'),
    forecastEndOn: date('Forventet slutt'),
    plannedGoLive: date('Planlagt ibruktaking'),
    budget: number('Budsjett'),
    spent: number('Brukt'),
    forecastCost: number('Prognose kostnad'),
    currency: text('Valuta', { empty: 'NOK' }),
    restricted: flag('Skjermet'),
    rank: number('Prioritet'),
    mainIndicatorKey: text('Hovedindikator'),
    documents: json('Dokumenter', { empty: [], shape: 'documents' }),
    methodVersion: text('Metodeversjon', required),
    sourceId: text('Kildens id', indexed),
  }),
  decisions: list('decisions', 'Beslutninger', {
    projectKey: text('Prosjekt', requiredIndexed),
    point: code('Beslutningspunkt', DECISION_KINDS, required),
    occurrence: number('Gang', required),
    outcome: code('Utfall', DECISION_OUTCOMES),
    decidedById: person('Besluttet av'),
    decidedOn: date('Besluttet'),
    checklist: json('Sjekkliste', { empty: [], shape: 'checklist' }),
    waivers: json('Unntak', { empty: [], shape: 'waivers' }),
    responsibleId: person('Ansvarlig'),
    dueOn: date('Frist', indexed),
  }),
  benefits: list('benefits', 'Gevinster', {
    projectKey: text('Prosjekt', requiredIndexed),
    title: title('Tittel'),
    category: code('Kategori', BENEFIT_CATEGORIES, required),
    effectKind: code('Type virkning', EFFECT_KINDS),
    level: code('Nivå', BENEFIT_LEVELS, required),
    beneficiary: code('Hvem får gevinsten', BENEFICIARIES),
    area: text('Område', indexed),
    change: note('Hva gjøres annerledes'),
    before: note('Før'),
    after: note('Etter'),
    ownerId: person('Gevinstansvarlig'),
    delegateId: person('Gevinsteier'),
    assumptions: note('Forutsetninger'),
    risk: note('Risiko'),
    drawback: flag('Ulempe'),
    takeOut: code('Uttaksform', TAKE_OUTS),
    recurrence: code('Gjentas', RECURRENCES),
    contributesTo: text('Bidrar til'),
    priceYear: number('Prisår'),
    plannedByYear: json('Planlagt per år', { empty: {}, shape: 'amountsByYear' }),
    plannedUnit: code('Planlagt enhet', AMOUNT_UNITS),
    importance: number('Viktighet'),
    state: code('Tilstand', BENEFIT_STATES, requiredIndexed),
  }),
  benefitActions: list('benefitActions', 'Gevinsttiltak', {
    benefitKey: text('Gevinst', requiredIndexed),
    title: title('Tittel'),
    type: text('Type'),
    responsibleId: person('Ansvarlig'),
    dueOn: date('Frist', indexed),
    state: code('Tilstand', ACTION_STATES, required),
  }),
  indicators: list('indicators', 'Måleindikatorer', {
    benefitKey: text('Gevinst', requiredIndexed),
    projectKey: text('Prosjekt', requiredIndexed),
    title: title('Tittel'),
    unit: text('Enhet', required),
    decimals: number('Desimaler'),
    kind: code('Slag', INDICATOR_KINDS, required),
    direction: code('Retning', DIRECTIONS, required),
    baseline: number('Nullpunkt'),
    baselineOn: date('Nullpunkt målt'),
    baselineWaiver: json('Fritak fra nullpunkt', { shape: 'waiver' }),
    target: number('Mål'),
    targetOn: date('Måldato'),
    tolerance: number('Toleranse'),
    milestones: json('Delmål', { empty: [], shape: 'milestones' }),
    frequency: code('Frekvens', FREQUENCIES, required),
    anchorOn: date('Første måledato', required),
    monthEndRule: code('Månedsslutt', MONTH_END_RULES),
    registrationDays: number('Dager til registrering'),
    graceOpenDays: number('Slingring i åpne dager'),
    activePhases: codes('Måles i fasene', PHASES),
    activeFrom: date('Måles fra'),
    activeTo: date('Måles til'),
    measurerId: person('Måles av'),
    deputyId: person('Stedfortreder'),
    method: note('Metode'),
    source: text('Kilde'),
    state: code('Tilstand', INDICATOR_STATES, requiredIndexed),
  }),
  measurements: list('measurements', 'Målinger', {
    indicatorKey: text('Måleindikator', requiredIndexed),
    projectKey: text('Prosjekt', requiredIndexed),
    periodKey: text('Periode', requiredIndexed),
    asOf: date('Måledato', requiredIndexed),
    value: number('Verdi'),
    reason: note('Begrunnelse'),
    comment: note('Kommentar'),
    correctsKey: text('Retter'),
  }),
  statusReports: list('statusReports', 'Statusrapporter', {
    projectKey: text('Prosjekt', requiredIndexed),
    period: text('Måned', requiredIndexed),
    version: number('Versjon', required),
    state: code('Tilstand', REPORT_STATES, requiredIndexed),
    rows: json('Vurderinger', { required: true, shape: 'reportRows' }),
    sinceLast: note('Siden sist'),
    next: note('Neste periode'),
    decisionNeeded: note('Beslutningsbehov'),
    percentComplete: number('Prosent ferdig'),
    budget: number('Budsjett'),
    spent: number('Brukt'),
    forecastCost: number('Prognose kostnad'),
    snapshot: json('Gevinster ved publisering', { empty: [], shape: 'benefitFigures' }),
    publishedAt: instant('Publisert'),
  }),
  obligations: list('obligations', 'Plikter', {
    kind: code('Slag', OBLIGATION_KINDS, required),
    refKey: text('Gjelder', requiredIndexed),
    projectKey: text('Prosjekt', requiredIndexed),
    periodKey: text('Periode', required),
    asOf: date('Måledato'),
    dueOn: date('Frist', requiredIndexed),
    overdueFrom: date('Forfalt fra', requiredIndexed),
    assigneeId: person('Ansvarlig'),
    round: number('Runde', required),
    state: code('Tilstand', OBLIGATION_STATES, requiredIndexed),
    snoozedUntil: date('Utsatt til'),
    snoozeCount: number('Ganger utsatt', { empty: 0 }),
    delegatedToId: person('Delegert til'),
    waivedReason: note('Hvorfor ikke aktuelt'),
    fulfilledByKey: text('Oppfylt av'),
  }),
  nudges: list('nudges', 'Varsler', {
    personId: person('Person', requiredIndexed),
    day: date('Dag', requiredIndexed),
    steps: json('Trinn', { required: true, shape: 'nudgeSteps' }),
    state: code('Tilstand', NUDGE_STATES, requiredIndexed),
    claimedBy: text('Tatt av'),
    claimedUntil: instant('Tatt til'),
    conversation: text('Samtale'),
    activityId: text('Kort', indexed),
    outcome: text('Utfall'),
    answeredAt: instant('Besvart'),
  }),
  conversations: list('conversations', 'Samtaler', {
    personId: person('Person', indexed),
    channel: text('Kanal', indexed),
    reference: json('Referanse', { required: true, shape: 'object' }),
    installedAt: instant('Installert'),
    lastSeenAt: instant('Sist sett'),
  }),
  subscriptions: list('subscriptions', 'Abonnement', {
    channel: text('Kanal', requiredIndexed),
    scope: code('Omfang', SCOPES, required),
    scopeKey: text('Gjelder'),
    rhythm: code('Rytme', RHYTHMS, required),
    language: code('Språk', LANGUAGES),
    currentActivityId: text('Gjeldende kort'),
    currentPeriod: text('Gjeldende periode'),
    endedOn: date('Avsluttet'),
  }),
  leases: list('leases', 'Låser', {
    name: text('Navn', required),
    holder: text('Holder'),
    until: instant('Til'),
  }),
  log: list('log', 'Logg', {
    what: text('Hva', requiredIndexed),
    refKey: text('Gjelder', requiredIndexed),
    before: json('Før'),
    after: json('Etter'),
    why: note('Hvorfor'),
  }),
}

export const LIST_CODES = Object.keys(LISTS) as ListCode[]
