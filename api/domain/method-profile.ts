import {
  DECISION_POINTS,
  type DecisionPoint,
  LANGUAGES,
  type Language,
  PHASES,
  type Phase,
  PROJECT_SIZES,
  type ProjectSize,
} from './codes.ts'
import type { Facts } from './facts.ts'
import { PILOT, PROSJEKTVEIVISEREN_6 } from './method-profiles-built-in.ts'
import type { Project, SettingRecord } from './model.ts'
import type { Decider } from './settings.ts'

/** What a decision point can ask of the lists themselves (gate-rules.ts); `handover` is the whole of BP5. */
export const GATE_RULES = [
  'benefit',
  'costBenefitUnit',
  'costBenefitMunicipality',
  'cost',
  'owner',
  'manager',
  'lineLead',
  'indicator',
  'baselinePlan',
  'reportPublished',
  'measured',
  'handover',
] as const
export type GateRule = (typeof GATE_RULES)[number]

/** The municipality's own words for something of the method; where a language is missing, the catalogue's word stands. */
export type Words = Partial<Record<Language, string>>

/** One line that a person ticks, with a link to the document. `sizes` = only for projects of these sizes (all when left out). */
export interface ChecklistItem {
  rule: string
  title?: Words
  sizes?: readonly ProjectSize[]
}

export interface PointProfile {
  point: DecisionPoint
  title?: Words
  /** null: as the setting `decides` says. */
  decider: Decider | null
  /** Nothing but a baseline and the checklist may be waived. BP5 always is (domain.md §3). */
  hard: boolean
  /** Months until the point is to be held again; null = once. */
  repeatMonths: number | null
  rules: readonly GateRule[]
  checklist: readonly ChecklistItem[]
}

/**
 * A method with its phases, decision points and checklists, as a municipality may edit it (strategies U30, U31). It is never
 * changed once begun with: a change is a new version, and a project keeps the version it began with.
 */
export interface MethodProfile {
  /** What a project keeps in `methodVersion`; unique among all profiles. */
  version: string
  /** The phases in their order; each is ended by the decision point of its own number (idea by BP1 … realise by BP6). */
  phases: readonly { phase: Phase; title?: Words }[]
  points: readonly PointProfile[]
  /** The phase that is a trial with an end date (N70: a pilot, without the full set of points); null = none. */
  pilotPhase: Phase | null
}

export const BUILT_IN_PROFILES: readonly MethodProfile[] = [PROSJEKTVEIVISEREN_6, PILOT]

type Check = (value: unknown) => boolean
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isIn = (codes: readonly unknown[], value: unknown): boolean => codes.includes(value)
const isName: Check = (value) => typeof value === 'string' && /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$/.test(value)
const isWords: Check = (value) =>
  value === undefined ||
  (isRecord(value) &&
    Object.entries(value).every(
      ([language, text]) => isIn(LANGUAGES, language) && typeof text === 'string' && text.trim() !== '' && text.length <= 200,
    ))
const isList = (value: unknown, check: Check, nameOf: (item: never) => unknown): boolean =>
  Array.isArray(value) &&
  value.length <= 60 &&
  value.every(check) &&
  new Set(value.map((item) => nameOf(item as never))).size === value.length

const isItem: Check = (value) =>
  isRecord(value) &&
  isName(value.rule) &&
  !isIn(GATE_RULES, value.rule) &&
  isWords(value.title) &&
  (value.sizes === undefined || (Array.isArray(value.sizes) && value.sizes.every((size) => isIn(PROJECT_SIZES, size))))

const isMonths: Check = (value) => value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 60)

const isPoint: Check = (value) =>
  isRecord(value) &&
  isIn(DECISION_POINTS, value.point) &&
  isWords(value.title) &&
  (value.decider === null || value.decider === 'projectOwner' || value.decider === 'leader') &&
  typeof value.hard === 'boolean' &&
  isMonths(value.repeatMonths) &&
  isList(
    value.rules,
    (rule) => isIn(GATE_RULES, rule),
    (rule) => rule,
  ) &&
  isList(value.checklist, isItem, (item: ChecklistItem) => item.rule) &&
  // The handover stays hard whatever a municipality edits (strategies U33 and A26).
  (value.point !== 'bp5' || (value.hard && (value.rules as unknown[]).includes('handover')))

const isPhase: Check = (value) => isRecord(value) && isIn(PHASES, value.phase) && isWords(value.title)

/** Each phase has the point that ends it, and whoever hands over to operations passes BP5 on the way. */
function isWhole(profile: MethodProfile): boolean {
  const phases = profile.phases.map(({ phase }) => phase)
  const points = profile.points.map(({ point }) => point)
  const inOrder = phases.every((phase, at) => at === 0 || PHASES.indexOf(phase) > PHASES.indexOf(phases[at - 1] as Phase))
  const handsOver = phases.includes('realise') && phases.includes('close')
  return (
    inOrder &&
    phases.every((phase) => points.includes(pointAfter(phase))) &&
    points.length === phases.length &&
    (profile.pilotPhase === null ? handsOver : phases.includes(profile.pilotPhase))
  )
}

/** Whether a setting's value can be used as a method profile: known phases and points in order, BP5 hard. */
export const isMethodProfile = (value: unknown): value is MethodProfile =>
  isRecord(value) &&
  isName(value.version) &&
  (value.pilotPhase === null || isIn(PHASES, value.pilotPhase)) &&
  isList(value.phases, isPhase, (item: { phase: Phase }) => item.phase) &&
  isList(value.points, isPoint, (item: PointProfile) => item.point) &&
  isWhole(value as unknown as MethodProfile)

/** The decision point that ends a phase (Prosjektveiviseren v6): idea by BP1 … realise by BP6. */
export const pointAfter = (phase: Phase): DecisionPoint => POINT_AFTER[phase]

const POINT_AFTER: Record<Phase, DecisionPoint> = { idea: 'bp1', concept: 'bp2', plan: 'bp3', deliver: 'bp4', close: 'bp5', realise: 'bp6' }

/** The phase a point opens in a profile when it says proceed; null for the last one, and for a point the profile does not have. */
export function phaseOpenedBy(point: DecisionPoint, { phases }: MethodProfile): Phase | null {
  const ended = phases.findIndex(({ phase }) => pointAfter(phase) === point)
  return ended < 0 ? null : (phases[ended + 1]?.phase ?? null)
}

/**
 * All profiles by version: the built-in ones and each one ever written as the setting `method`. A version once written stands:
 * of two rows with one version the first written counts, so that a later edit moves no project that began with it.
 */
export function profilesByVersion(records: Iterable<SettingRecord>): ReadonlyMap<string, MethodProfile> {
  const written = [...records]
    .filter(({ name, value }) => name === 'method' && isMethodProfile(value))
    .sort((a, b) => (a.actedAt < b.actedAt ? -1 : a.actedAt > b.actedAt ? 1 : a.key < b.key ? -1 : 1))
  const profiles = new Map(BUILT_IN_PROFILES.map((profile) => [profile.version, profile]))
  for (const { value } of written) {
    const profile = value as MethodProfile
    if (!profiles.has(profile.version)) profiles.set(profile.version, profile)
  }
  return profiles
}

const profilesOfFacts = new WeakMap<Facts, ReadonlyMap<string, MethodProfile>>()

/** The profile a project began with. A version nobody knows (from an import) is read as Prosjektveiviseren 6. */
export function profileOf(project: Pick<Project, 'methodVersion'>, facts: Facts): MethodProfile {
  let profiles = profilesOfFacts.get(facts)
  if (!profiles) {
    profiles = profilesByVersion(facts.tables.settings.values())
    profilesOfFacts.set(facts, profiles)
  }
  return profiles.get(project.methodVersion) ?? PROSJEKTVEIVISEREN_6
}

/** What a profile says of a point; undefined when it does not have it. */
export const pointIn = (profile: MethodProfile, point: string): PointProfile | undefined =>
  profile.points.find((one) => one.point === point)

/** The checklist lines that a project of this size is asked for. A project without a size is asked for all but the light ones. */
export const checklistFor = ({ checklist }: Pick<PointProfile, 'checklist'>, { size }: Pick<Project, 'size'>): ChecklistItem[] =>
  checklist.filter(({ sizes }) => sizes === undefined || sizes.includes(size ?? 'medium'))
