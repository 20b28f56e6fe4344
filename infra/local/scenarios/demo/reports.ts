import { addOpenDays, nextOpenDay } from '#domain/calendar.ts'
import { type Rating, REPORT_ROWS, type ReportRowName } from '#domain/codes.ts'
import { addDays, civilDateOf, dayNumber } from '#domain/dates.ts'
import { endOfPeriod, statusReportDue } from '#domain/due-dates.ts'
import { emptyTables, joinFacts } from '#domain/facts.ts'
import type {
  Benefit,
  BenefitFigures,
  CivilDate,
  Indicator,
  Instant,
  LogEntry,
  Measurement,
  Project,
  ReportRow,
  StatusReport,
} from '#domain/model.ts'
import { freezeBenefits } from '#domain/report.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { periodsBetween, workingTime } from '../days.ts'
import { randomOf } from '../random.ts'
import { stampOf } from '../stamp.ts'
import type { ReportStory } from './spec.ts'

const { calendar } = DEFAULT_SETTINGS

/** What the project's own rows look like when the reports are written. */
export interface Reported {
  project: Project
  /** When it came into Planlegge, from when on reports are due. */
  plannedFrom: CivilDate
  benefits: Benefit[]
  indicators: Indicator[]
  measurements: Measurement[]
  mainIndicatorKey: string | null
}

/** Months in which the project owed a report: in Planlegge by the 15th, and not on hold or stopped on the last day (domain.md §3.2, rule 4). */
function owedPeriods({ project, plannedFrom }: Reported, from: CivilDate, today: CivilDate): string[] {
  const start = plannedFrom > from ? plannedFrom : from
  const ended = project.stoppedOn ?? project.holdFrom
  return periodsBetween(start, today).filter(
    (period) => `${period}-15` >= plannedFrom && statusReportDue(period) !== null && (ended === null || endOfPeriod(period) < ended),
  )
}

const byKey = <T extends { key: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.key, row]))

/** The gevinst figures as the product itself would have frozen them at an instant. */
function figuresAt({ project, benefits, indicators, measurements }: Reported, at: Instant): BenefitFigures[] {
  const tables = {
    ...emptyTables(),
    benefits: byKey(benefits),
    indicators: byKey(indicators),
    measurements: byKey(measurements.filter(({ actedAt }) => actedAt < at)),
  }
  return freezeBenefits(project, joinFacts(tables), civilDateOf(at))
}

const BEHIND = ['watch', 'offTrack', 'nearly', 'notReached', 'notMaintained']

/** The benefits row as the figures have it: red when the main gevinst is off track, yellow when any is behind. */
function benefitsRow(figures: BenefitFigures[], { project, indicators, mainIndicatorKey }: Reported): ReportRow {
  const measured = figures.filter(({ value }) => value !== null)
  if (measured.length === 0) return { row: 'benefits', rating: project.phase === 'plan' ? 'green' : 'notAssessed', comment: '' }
  const behind = measured.filter(({ course }) => BEHIND.includes(course))
  const worst = behind.sort((a, b) => gapOf(a) - gapOf(b))[0]
  if (!worst) return { row: 'benefits', rating: 'green', comment: '' }
  const main = behind.some(({ indicatorKey, course }) => indicatorKey === mainIndicatorKey && course === 'offTrack')
  const gap = Math.round(-gapOf(worst))
  const title = indicators.find(({ key }) => key === worst.indicatorKey)?.title ?? worst.title
  const comment = gap > 0 ? `«${title}» ligger ${gap} poeng bak planen.` : `«${title}» holder ikke nivået som er avtalt.`
  return { row: 'benefits', rating: main ? 'red' : 'yellow', comment }
}

const gapOf = ({ achievementPercent, plannedPercent }: BenefitFigures): number => (achievementPercent ?? 0) - (plannedPercent ?? 0)

const ROW_WORDS: Record<Exclude<ReportRowName, 'overall'>, string> = {
  time: 'tid',
  cost: 'kostnad',
  benefits: 'gevinster',
  quality: 'kvalitet',
  scope: 'omfang',
  sustainability: 'bærekraft',
  risk: 'risiko',
}

const listed = (words: string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`)

/** Overall: red when two are red, yellow when one is red or two are yellow; said in one sentence. */
function overallRow(rows: ReportRow[]): ReportRow {
  const of = (rating: Rating): string[] =>
    rows.filter((row) => row.rating === rating).map(({ row }) => (row === 'overall' ? '' : ROW_WORDS[row]))
  const [red, yellow] = [of('red'), of('yellow')]
  if (red.length >= 2) return { row: 'overall', rating: 'red', comment: `Avvik på ${listed(red)}. Tiltak er avtalt med prosjekteier.` }
  if (red.length + yellow.length >= 2 || red.length === 1) {
    return { row: 'overall', rating: 'yellow', comment: `Vi følger med på ${listed([...red, ...yellow])}.` }
  }
  return { row: 'overall', rating: 'green', comment: '' }
}

/** Eight rows; `back` counts reports back from the newest. */
function rowsOf(story: ReportStory, back: number, figures: BenefitFigures[], reported: Reported): ReportRow[] {
  const rows = REPORT_ROWS.filter((row) => row !== 'overall').map((row): ReportRow => {
    const trouble = story.troubles?.find((found) => found.row === row && found.from >= back && found.to <= back)
    if (trouble) return { row, rating: trouble.rating, comment: trouble.comment }
    if (row === 'benefits') return benefitsRow(figures, reported)
    return { row, rating: row === 'sustainability' && !story.sustainable ? 'notAssessed' : 'green', comment: '' }
  })
  return [overallRow(rows), ...rows]
}

/** Texts are written oldest first and the last belongs to the newest report; before the first, work simply went on. */
const textFor = (texts: string[], back: number, otherwise: string): string => texts[texts.length - 1 - back] ?? otherwise

/** How much of the way from Planlegge to its end the project has gone, 0 to 1. */
function shareGone({ project, plannedFrom }: Reported, at: CivilDate): number {
  const end = project.forecastEndOn ?? project.endOn ?? at
  const whole = dayNumber(end) - dayNumber(plannedFrom)
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (dayNumber(at) - dayNumber(plannedFrom)) / whole))
}

function moneyAt({ project, plannedFrom }: Reported, story: ReportStory, at: CivilDate, back: number, today: CivilDate) {
  const { budget, spent, forecastCost } = project
  if (budget === null || spent === null) return { budget, spent, forecastCost }
  const until = project.stoppedOn ?? project.holdFrom ?? today
  const elapsed = (dayNumber(at) - dayNumber(plannedFrom)) / Math.max(1, dayNumber(until) - dayNumber(plannedFrom))
  const costly = story.troubles?.some(({ row, from, to }) => row === 'cost' && from >= back && to <= back) ?? false
  return { budget, spent: Math.round((spent * Math.min(1, elapsed)) / 1000) * 1000, forecastCost: costly ? forecastCost : budget }
}

/**
 * The project's published reports before `today`, oldest first, from `from` on. Each carries the figures that stood when
 * it was published; a correction is a second version of the same period.
 */
export function reportsOf(reported: Reported, story: ReportStory, from: CivilDate, today: CivilDate): StatusReport[] {
  const { project } = reported
  const published = owedPeriods(reported, from, today)
    .map((period) => ({
      period,
      on: addOpenDays(endOfPeriod(period), story.publishDay, calendar),
      overdueFrom: statusReportDue(period)?.overdueFrom ?? today,
    }))
    .filter(({ on }) => on < today)
  const written = story.leavesLastOverdue ? published.filter(({ overdueFrom }) => overdueFrom <= today).slice(0, -1) : published
  const writerId = project.managerId ?? project.ownerId ?? ''

  return written.flatMap(({ period, on }, index): StatusReport[] => {
    const back = written.length - 1 - index
    const random = randomOf(`${project.key}:${period}`)
    const version = (number: number, publishedAt: Instant, rows: ReportRow[]): StatusReport => ({
      ...stampOf(`${project.key}:${period}:${number}`, {
        actorId: writerId,
        actedAt: publishedAt,
        via: random.next() < 0.5 ? 'bot' : 'tab',
      }),
      projectKey: project.key,
      period,
      version: number,
      state: 'published',
      rows,
      sinceLast: textFor(story.news, back, 'Arbeidet går etter faseplanen.'),
      next: textFor(story.next, back, 'Fortsette etter faseplanen.'),
      decisionNeeded: back === 0 ? (story.decisionNeeded ?? null) : null,
      percentComplete: Math.round(shareGone(reported, endOfPeriod(period)) * 20) * 5,
      ...moneyAt(reported, story, endOfPeriod(period), back, today),
      snapshot: figuresAt(reported, publishedAt),
      publishedAt,
    })
    const publishedAt = workingTime(on, random)
    const rows = rowsOf(story, back, figuresAt(reported, publishedAt), reported)
    const { corrected } = story
    if (corrected?.back !== back) return [version(1, publishedAt, rows)]

    const first = rows.map((row): ReportRow => (row.row === corrected.row ? { row: row.row, rating: 'green', comment: '' } : row))
    const mended = first.map(
      (row): ReportRow => (row.row === corrected.row ? { row: row.row, rating: corrected.rating, comment: corrected.comment } : row),
    )
    const again = (all: ReportRow[]): ReportRow[] => [overallRow(all.slice(1)), ...all.slice(1)]
    const correctedAt = workingTime(nextOpenDay(addDays(on, 2), calendar), random)
    return [version(1, publishedAt, again(first)), version(2, correctedAt, again(mended))]
  })
}

/** Why a report came in a second version, as the log keeps it. */
export function correctionsOf(reports: StatusReport[], story: ReportStory | undefined): LogEntry[] {
  const why = story?.corrected?.why ?? null
  return reports
    .filter(({ version }) => version > 1)
    .map(({ key, version, actorId, actedAt, via }) => ({
      ...stampOf(`log:${key}`, { actorId, actedAt, via }),
      what: 'reportCorrection',
      refKey: key,
      before: { version: version - 1 },
      after: { version },
      why,
    }))
}
