import type { ErrorCode } from '#contract/errors.ts'
import type { ImportNote } from '#contract/texts/import.ts'
import type { Rating, ReportRowName } from '#domain/codes.ts'
import type { Benefit, BenefitAction, CivilDate, Indicator, Project } from '#domain/model.ts'

/** Where something stands in the file. `row` as the sheet numbers it, from 1; `column` is its letter in a workbook, its header in a table. */
export interface Place {
  sheet: string
  row: number
  column: string | null
}

/** One cell or row that was not taken, and why. `args` fill the sentence of the code. */
export interface Rejection extends Place {
  value: string | null
  code: ErrorCode
  /** A field of texts/import.ts, for the sentence. */
  field: string
  args?: Record<string, string | number>
}

/**
 * Something the file does not say, with what was put there instead. Told when it was used: `created` – only when the record
 * is new; `inferred` – while what was inferred stands; `empty` – only while that field of the record is empty; `always`.
 */
export interface Assumption {
  sheet: string
  row: number | null
  field: string
  value: string | null
  note: ImportNote
  args?: Record<string, string | number>
  told: 'always' | 'created' | 'inferred' | { empty: string }
}

/**
 * A record as the file has it. `given` is what the file says: it is written at every import. `inferred` is what we read out
 * of it (a date from «2026 høst»): it follows the file only as long as no person has changed the record. `assumed` is used
 * when the record is made and never again. `line` is what is counted: a row of a table, or one thing in a workbook.
 */
export interface Found<R> {
  line: number
  place: Place
  given: Partial<R>
  inferred: Partial<R>
  assumed: Partial<R>
  assumptions: Assumption[]
}

export interface FoundMeasurement {
  line: number
  place: Place
  asOf: CivilDate
  value: number | null
  reason: string | null
  comment: string | null
}

export interface FoundIndicator extends Found<Indicator> {
  title: string
  slug: string
  measurements: FoundMeasurement[]
}

export interface FoundAction extends Found<BenefitAction> {
  title: string
  slug: string
}

export interface FoundBenefit extends Found<Benefit> {
  title: string
  slug: string
  actions: FoundAction[]
  indicators: FoundIndicator[]
}

export interface FoundReport {
  line: number
  place: Place
  /** `YYYY-MM` */
  period: string
  /** The file does not date its status: then the same assessment is the same report, whatever month it is by now. */
  periodAssumed: boolean
  ratings: Partial<Record<ReportRowName, { rating: Rating; comment: string }>>
  sinceLast: string | null
  assumptions: Assumption[]
}

export interface FoundProject extends Found<Project> {
  title: string
  /** From the id in the source where there is one, otherwise from the title. */
  slug: string
  /** The id it has in the source; null when the file has none. */
  sourceId: string | null
  /** Title of the programme; null when the file does not say. */
  programme: string | null
  /** Further rows of a table that speak of the project, beside the first. */
  moreLines: { line: number; place: Place }[]
  benefits: FoundBenefit[]
  reports: FoundReport[]
}

/** Everything that was found in a file, before it is compared with what stands in the lists. */
export interface FoundFile {
  kind: 'workbook' | 'table'
  projects: FoundProject[]
  rejected: Rejection[]
  /** What is assumed of the file as a whole. */
  assumptions: Assumption[]
  /** Rows of a table, or things in a workbook, that were looked at. */
  lines: number
}
