import { importStored, importWords } from '#contract/texts/import.ts'
import { words } from '#contract/texts/words.ts'
import { type Direction, type Frequency, type Language, PHASES, type Phase } from '#domain/codes.ts'
import { dateOfDay, dayNumber, dayNumberOf, daysInMonth } from '#domain/dates.ts'
import { MONTHS_BETWEEN } from '#domain/due-dates.ts'
import type { CivilDate, Indicator } from '#domain/model.ts'
import type { Assumption } from './found.ts'

/** What the file says of an indicator and its surroundings; undefined where it says nothing. */
export interface KnownIndicator {
  title: string
  fields: Partial<Indicator>
  /** Days of its measurements in the file. */
  measuredOn: readonly CivilDate[]
  phase: Phase
  startOn: CivilDate | undefined
  /** Whether a wanted value stood there but equals the baseline: told elsewhere. */
  targetRejected: boolean
}

export interface IndicatorDefaults {
  inferred: Partial<Indicator>
  assumed: Partial<Indicator>
  assumptions: Omit<Assumption, 'sheet' | 'row'>[]
}

/** Municipalities report by tertial (kommuneloven § 14-5), so that is how often is measured where nothing is said. */
const DEFAULT_FREQUENCY: Frequency = 'tertial'

/** Fills in what an indicator must have and the file does not say, and tells what was filled in. */
export function indicatorDefaults(known: KnownIndicator, today: CivilDate, language: Language): IndicatorDefaults {
  const { title, fields } = known
  const assumptions: IndicatorDefaults['assumptions'] = []
  const tell = (field: Assumption['field'], note: Assumption['note'], told: Assumption['told'], value: string | null, args = {}) =>
    assumptions.push({ field, note, told, value, args: { title, value: value ?? '', ...args } })

  const unit = fields.unit ?? importStored.unitUnknown[language]
  if (fields.unit === undefined) tell('indicator.unit', 'unitDefault', 'created', unit)

  const sure = fields.baseline !== undefined && fields.target !== undefined
  const direction = fields.direction ?? directionOf(fields.baseline, fields.target)
  if (fields.direction === undefined) {
    const value = importWords[`direction.${direction}`][language]
    if (!known.targetRejected)
      tell('indicator.direction', sure ? 'direction' : 'directionDefault', sure ? 'inferred' : 'created', direction, { value })
  }

  const frequency = fields.frequency ?? frequencyOf(known.measuredOn) ?? DEFAULT_FREQUENCY
  const anchorOn = fields.anchorOn ?? anchorOf(frequency, known, today)
  if (fields.frequency === undefined) {
    tell('indicator.frequency', 'frequencyDefault', 'created', frequency, {
      value: words[`frequency.${frequency}`][language],
      date: anchorOn,
    })
  } else if (fields.anchorOn === undefined) tell('indicator.anchorOn', 'anchorDefault', 'created', anchorOn, { date: anchorOn })

  const baselineOn = baselineDay(known)
  if (baselineOn !== undefined) tell('indicator.baselineOn', 'baselineOn', 'created', baselineOn, { date: baselineOn })
  if (fields.baseline === undefined) tell('indicator.baseline', 'baselineMissing', { empty: 'baseline' }, null)
  if (fields.target === undefined && !known.targetRejected) tell('indicator.target', 'targetMissing', { empty: 'target' }, null)
  if (fields.target !== undefined && fields.targetOn === undefined)
    tell('indicator.targetOn', 'targetOnMissing', { empty: 'targetOn' }, null)

  const early = known.measuredOn.length > 0 && known.phase !== 'realise'
  if (early) tell('phase', 'measuredEarly', 'created', null)
  return {
    inferred: sure && fields.direction === undefined ? { direction } : {},
    assumed: {
      unit,
      kind: 'snapshot',
      direction,
      frequency,
      anchorOn,
      ...(baselineOn === undefined ? {} : { baselineOn }),
      activePhases: early ? PHASES.slice(PHASES.indexOf(known.phase)) : ['realise'],
      state: fields.target === undefined ? 'draft' : 'active',
    },
    assumptions,
  }
}

/** Longest usual distance in days between two measurements of each frequency; beyond them it is yearly. */
const RHYTHMS: readonly [days: number, frequency: Frequency][] = [
  [45, 'monthly'],
  [105, 'quarterly'],
  [150, 'tertial'],
  [270, 'halfYearly'],
]

/** How often it has been measured, when the file has at least three days to tell by. */
function frequencyOf(measuredOn: readonly CivilDate[]): Frequency | null {
  const days = [...new Set(measuredOn)].map(dayNumber).sort((a, b) => a - b)
  if (days.length < 3) return null
  const gaps = days
    .slice(1)
    .map((day, at) => day - (days[at] ?? day))
    .sort((a, b) => a - b)
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0
  return RHYTHMS.find(([most]) => usual <= most)?.[1] ?? 'yearly'
}

/** Towards the wanted value; without a start, a wanted 0 can only be reached from above. */
function directionOf(baseline: number | null | undefined, target: number | null | undefined): Direction {
  if (target === undefined || target === null) return 'increase'
  if (baseline === undefined || baseline === null) return target <= 0 ? 'decrease' : 'increase'
  return target < baseline ? 'decrease' : 'increase'
}

function anchorOf(frequency: Frequency, { measuredOn, fields }: KnownIndicator, today: CivilDate): CivilDate {
  const [first] = [...measuredOn].sort()
  if (first !== undefined) return first
  return frequency === 'once' ? (fields.targetOn ?? today) : nextPeriodEnd(today, MONTHS_BETWEEN[frequency])
}

/** The last day of the running month, quarter, tertial, half-year or year. */
function nextPeriodEnd(today: CivilDate, months: number): CivilDate {
  const year = Number(today.slice(0, 4))
  const month = Math.ceil(Number(today.slice(5, 7)) / months) * months
  return dateOfDay(dayNumberOf(year, month, daysInMonth(year, month)))
}

/** The project's start, when the baseline has no day of its own and the target lies after it. */
function baselineDay({ fields, startOn }: KnownIndicator): CivilDate | undefined {
  if (fields.baseline === undefined || fields.baselineOn !== undefined || startOn === undefined) return undefined
  return fields.targetOn && fields.targetOn <= startOn ? undefined : startOn
}
