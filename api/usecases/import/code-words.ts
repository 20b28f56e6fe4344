import type {
  ActionState,
  BenefitCategory,
  BenefitLevel,
  Direction,
  Frequency,
  IndicatorKind,
  Phase,
  ProjectSize,
  ProjectState,
  Rating,
  TakeOut,
} from '#domain/codes.ts'

/** Lower case, accents and punctuation gone, one space between words: how headers and code words are compared. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[éèê]/g, 'e')
    .replace(/[^\p{L}\p{N}<>%£€$]+/gu, ' ')
    .trim()

/** The words of each code in bokmål, nynorsk and English, as plainWords writes them; the code itself always counts. */
type Words<C extends string> = Record<C, readonly string[]>

const RATING_WORDS: Words<Rating> = {
  green: ['grønn', 'grøn', 'i rute', 'on track', 'g'],
  yellow: ['gul', 'amber', 'følg med', 'orange', 'oransje', 'watch', 'amber green', 'amber red', 'y', 'a'],
  red: ['rød', 'raud', 'avvik', 'off track', 'r'],
  notAssessed: ['ikke vurdert', 'ikkje vurdert', 'not assessed', 'grå', 'grey', 'gray', 'exempt', 'n a', 'ikke startet'],
}
const PHASE_WORDS: Words<Phase> = {
  idea: ['ide', 'idefase', 'innspill'],
  concept: ['konsept', 'konseptfase', 'forprosjekt', 'utredning'],
  plan: ['planlegge', 'planleggje', 'planlegging', 'planleggingsfase', 'planning'],
  deliver: ['gjennomføre', 'gjennomføring', 'gjennomføringsfase', 'delivery', 'execution', 'implementation'],
  close: ['avslutte', 'avslutning', 'avslutting', 'overlevere', 'overlevering', 'avslutningsfase', 'closing', 'closure'],
  realise: [
    'realisere',
    'realisering',
    'gevinstrealisering',
    'nyttestyring',
    'drift',
    'realise benefits',
    'benefits realisation',
    'operations',
  ],
}
const STATE_WORDS: Words<ProjectState> = {
  active: ['aktiv', 'aktivt', 'pågår', 'pågående', 'under arbeid', 'i gang', 'ongoing', 'in progress', 'started'],
  onHold: ['satt på vent', 'sett på vent', 'på vent', 'pause', 'on hold', 'paused'],
  stopped: ['stanset', 'stansa', 'stoppet', 'stoppa', 'avbrutt', 'avlyst', 'stopped', 'cancelled', 'canceled'],
  closed: ['avsluttet', 'avslutta', 'ferdig', 'fullført', 'lukket', 'closed', 'completed', 'done'],
}
const SIZE_WORDS: Words<ProjectSize> = {
  small: ['liten', 'lite', 's'],
  medium: ['middels', 'mellomstort', 'm'],
  large: ['stor', 'stort', 'l'],
}
const CATEGORY_WORDS: Words<BenefitCategory> = {
  quality: ['kvalitet', 'kvalitativ', 'kvalitative', 'økt kvalitet', 'auka kvalitet', 'qualitative'],
  time: ['tid', 'spart tid', 'frigjort tid', 'indirekte', 'indirekte gevinst', 'time saved'],
  cost: ['kostnad', 'kostnader', 'økonomi', 'økonomisk', 'direkte', 'direkte gevinst', 'spart kostnad', 'costs', 'financial', 'cashable'],
}
const LEVEL_WORDS: Words<BenefitLevel> = {
  unit: ['enhet', 'eining', 'virksomhet', 'verksemd', 'avdeling'],
  municipality: ['kommune', 'kommunen', 'kommunal'],
  county: ['fylke', 'fylkeskommune'],
  state: ['stat', 'staten', 'statlig', 'national'],
}
const TAKE_OUT_WORDS: Words<TakeOut> = {
  budgetCut: ['budsjettkutt', 'kutt', 'innsparing', 'budget cut', 'cashable'],
  reallocated: ['omdisponert', 'omdisponeres', 'blir omdisponert', 'frigjort til annet'],
  quality: ['økt kvalitet', 'auka kvalitet', 'kvalitet', 'improved quality'],
  notTaken: ['ikke tatt ut', 'ikkje teken ut', 'not taken out', 'ikke tatt', 'ingen'],
}
const DIRECTION_WORDS: Words<Direction> = {
  increase: ['øk', 'øke', 'økning', 'opp', 'auke', 'høyere er bedre', 'higher is better', 'up'],
  decrease: ['reduser', 'redusere', 'ned', 'reduksjon', 'lavere er bedre', 'lower is better', 'down', 'reduce'],
  maintain: ['oppretthold', 'opprettholde', 'halde ved lag', 'behold', 'stabil', 'keep'],
}
const FREQUENCY_WORDS: Words<Frequency> = {
  monthly: ['månedlig', 'månadleg', 'hver måned', 'måned', 'every month', 'month'],
  quarterly: ['kvartalsvis', 'kvartal', 'hvert kvartal', 'quarter'],
  tertial: ['tertialvis', 'tertial', 'hvert tertial', 'every four months'],
  halfYearly: ['halvårlig', 'halvårleg', 'halvår', 'hvert halvår', 'half yearly', 'semiannual'],
  yearly: ['årlig', 'årleg', 'år', 'hvert år', 'annual', 'annually', 'year'],
  once: ['engangs', 'eingongs', 'en gang', 'éin gong', 'one time'],
}
const KIND_WORDS: Words<IndicatorKind> = {
  snapshot: ['øyeblikk', 'øyeblikksbilde', 'augneblink', 'nivå', 'point in time'],
  cumulative: ['kumulativ', 'kumulativt', 'akkumulert', 'sum', 'opptelling'],
}
const ACTION_STATE_WORDS: Words<ActionState> = {
  planned: ['planlagt', 'ikke startet', 'ikkje starta', 'not started'],
  started: ['startet', 'starta', 'under arbeid', 'pågår', 'in progress'],
  done: ['ferdig', 'fullført', 'utført', 'completed'],
  late: ['forsinket', 'forseinka', 'delayed'],
  dropped: ['avlyst', 'utgår', 'droppet', 'cancelled'],
}

function reader<C extends string>(words: Words<C>): (text: string) => C | null {
  const byWord = new Map<string, C>()
  for (const [code, known] of Object.entries(words) as [C, readonly string[]][]) {
    for (const word of [code, ...known]) byWord.set(plainWords(word), code)
  }
  // «2. Gul», «4 - Gjennomføre»: a list's own numbering is no part of the word.
  return (text) => byWord.get(plainWords(text)) ?? byWord.get(plainWords(text).replace(/^\d+ /, '')) ?? null
}

/** What each code set's words mean; null for a word nobody has told us. */
export const readRating = reader(RATING_WORDS)
export const readPhase = reader(PHASE_WORDS)
export const readState = reader(STATE_WORDS)
export const readSize = reader(SIZE_WORDS)
export const readCategory = reader(CATEGORY_WORDS)
export const readLevel = reader(LEVEL_WORDS)
export const readTakeOut = reader(TAKE_OUT_WORDS)
export const readDirection = reader(DIRECTION_WORDS)
export const readFrequency = reader(FREQUENCY_WORDS)
export const readKind = reader(KIND_WORDS)
export const readActionState = reader(ACTION_STATE_WORDS)

/** `prosent` → `%`, `kroner` → `kr`; any other unit as it is written. */
export function unitOf(text: string): string {
  const word = plainWords(text)
  if (['prosent', 'pst', 'percent', 'per cent', '%'].includes(word)) return '%'
  if (['kroner', 'nok', 'kr'].includes(word)) return 'kr'
  return text
}
