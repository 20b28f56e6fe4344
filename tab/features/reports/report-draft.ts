import { type Language, type Rating, type ReportRowName, reportRowName } from '#contract/codes.ts'
import type { ReportDraftView } from '#contract/report-draft-view.ts'
import type { PublishReportRequest } from '#contract/requests.ts'
import { formatTyped } from '#contract/texts/format.ts'
import type { ProjectView, ReportView } from '#contract/views.ts'

export const ROWS: readonly ReportRowName[] = reportRowName.options
export const RATING_CHOICES: readonly Rating[] = ['green', 'yellow', 'red', 'notAssessed']
export const NUMBER_FIELDS = ['percentComplete', 'budget', 'spent', 'forecastCost'] as const
export type NumberField = (typeof NUMBER_FIELDS)[number]
export const TEXT_FIELDS = ['sinceLast', 'next', 'decisionNeeded'] as const

/** What stands in the form. Numbers travel as they were typed. */
export interface ReportDraft extends Record<NumberField, string>, Record<(typeof TEXT_FIELDS)[number], string> {
  rows: Record<ReportRowName, { rating: Rating | ''; comment: string }>
  reason: string
}

/** The months one may report for: this one and the five before, newest first. `today` is `YYYY-MM-DD`. */
export function monthsToReport(today: string): string[] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  return Array.from({ length: 6 }, (_, back) => {
    const index = year * 12 + month - 1 - back
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

/** The newest published version of a month the person has seen; 0 for none. */
export const seenVersion = (project: Pick<ProjectView, 'reports'>, period: string): number =>
  Math.max(0, ...project.reports.filter((one) => one.period === period).map((one) => one.version))

/**
 * The month asked about at first: the one that waits, else the last that has ended, else this one: whoever means to correct a
 * report that is published and locked chooses its month.
 */
export function firstMonth(project: Pick<ProjectView, 'reports' | 'reportDue' | 'today'>): string {
  const [now = '', ended = ''] = monthsToReport(project.today)
  return project.reportDue?.period ?? (seenVersion(project, ended) === 0 ? ended : now)
}

/**
 * Where a report begins: status and figures of the last one. Its words are not carried on, so that no comment is
 * published again unread; a correction of the same month starts from the whole text.
 */
export function startFrom(last: ReportView | null, corrects: boolean, language: Language): ReportDraft {
  const text = (value: string | null | undefined) => (corrects ? (value ?? '') : '')
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? '' : formatTyped(value, language))
  const rows = Object.fromEntries(
    ROWS.map((row) => {
      const before = last?.rows.find((one) => one.row === row)
      return [row, { rating: before?.rating ?? '', comment: text(before?.comment) }]
    }),
  ) as ReportDraft['rows']
  return {
    rows,
    sinceLast: text(last?.sinceLast),
    next: text(last?.next),
    decisionNeeded: text(last?.decisionNeeded),
    percentComplete: figure(last?.percentComplete),
    budget: figure(last?.budget),
    spent: figure(last?.spent),
    forecastCost: figure(last?.forecastCost),
    reason: '',
  }
}

/** What was begun in a card, over what a report starts from: nothing that was typed there is lost. */
export function goOnWith(begun: NonNullable<ReportDraftView['draft']>, start: ReportDraft): ReportDraft {
  const rows = { ...start.rows }
  for (const { row, rating, comment } of begun.rows) rows[row] = { rating, comment }
  const text = (field: 'sinceLast' | 'next' | 'decisionNeeded') => begun[field] ?? start[field]
  return { ...start, rows, sinceLast: text('sinceLast'), next: text('next'), decisionNeeded: text('decisionNeeded') }
}

/** Yellow and red need a word on why. */
export const needsComment = (rating: Rating | ''): rating is 'yellow' | 'red' => rating === 'yellow' || rating === 'red'

/** What must be mended before it can be published: the rating of a row, its comment, or the reason. */
export interface Lack {
  field: ReportRowName | 'reason'
  what: 'rating' | 'comment' | 'reason'
}

export function lacksOf(draft: ReportDraft, corrects: boolean): Lack[] {
  const lacks = ROWS.flatMap((row): Lack[] => {
    const { rating, comment } = draft.rows[row]
    if (rating === '') return [{ field: row, what: 'rating' }]
    return needsComment(rating) && comment.trim() === '' ? [{ field: row, what: 'comment' }] : []
  })
  return corrects && draft.reason.trim() === '' ? [...lacks, { field: 'reason', what: 'reason' }] : lacks
}

/** The draft as the API takes it. Only for a draft that lacks nothing. */
export function requestOf(draft: ReportDraft, project: ProjectView, period: string): PublishReportRequest {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    projectKey: project.key,
    period,
    rows: ROWS.map((row) => ({ row, rating: draft.rows[row].rating || 'notAssessed', comment: draft.rows[row].comment.trim() })),
    sinceLast: orNull(draft.sinceLast),
    next: orNull(draft.next),
    decisionNeeded: orNull(draft.decisionNeeded),
    percentComplete: orNull(draft.percentComplete),
    budget: orNull(draft.budget),
    spent: orNull(draft.spent),
    forecastCost: orNull(draft.forecastCost),
    seenVersion: seenVersion(project, period),
    reason: orNull(draft.reason),
  }
}
