import type { Language, Phase } from '#contract/codes.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import type { firstWords } from '#contract/texts/first-words.ts'
import { formatDate, formatNumber, formatPercent, formatPeriod, formatShortDate } from '#contract/texts/format.ts'
import type { tab } from '#contract/texts/tab.ts'
import type { OverdueView, ProjectRow } from '#contract/views.ts'

type Say = Translator<typeof tab>
export type SayWords = Translator<typeof firstWords>
/** A cell's first and second line. */
export interface Lines {
  first: string
  second: string
}

export const PHASE_ORDER: readonly Phase[] = ['idea', 'concept', 'plan', 'deliver', 'close', 'realise']

/** 1 for idea … 6 for realise. */
export const phaseNumber = (phase: Phase): number => PHASE_ORDER.indexOf(phase) + 1

/** Where the status went since the report before: «ned fra Følg med», «uendret», or of a measured one «bedre». */
export function trendWords(overall: ProjectRow['overall'], say: Say, sayWords: SayWords): string {
  if (overall === null) return say('trend.never')
  // In Realisere the status is measured, not reported: then there is a direction but no rating before.
  if (overall.previous === null)
    return overall.trend === null ? (overall.period === null ? '' : say('trend.first')) : sayWords(`trend.${overall.trend}`)
  if (overall.trend === null || overall.trend === 'same' || overall.previous === overall.rating) return say('trend.same')
  return say(overall.trend === 'better' ? 'trend.up' : 'trend.down', { rating: sayWords(`rating.${overall.previous}`) })
}

/** What the bar shows, in words, when there is a percentage to show; else null. */
export function barWords(
  row: ProjectRow,
  say: Say,
  language: Language,
): { percent: string; plan: string | null; title: string; onTrack: string } | null {
  const main = row.mainBenefit
  if (main === null || main.assessment.achievementPercent === null) return null
  const plan = main.assessment.plannedPercent
  return {
    percent: formatPercent(main.assessment.achievementPercent, language),
    plan: plan === null ? null : say('bar.plan', { plan: formatNumber(Math.round(plan), language) }),
    title: main.title,
    onTrack: say('bar.onTrack', { n: row.benefits.onTrack, all: row.benefits.measured }),
  }
}

/** Words instead of a bar: what is lacking before there is anything to show, or simply how it stands. */
export function benefitWords(row: ProjectRow, say: Say, sayWords: SayWords): Lines {
  const { benefits, mainBenefit, measuresFrom } = row
  if (benefits.total === 0) {
    const early = row.phase === 'idea' || row.phase === 'concept'
    return { first: say(early ? 'benefit.beforeBp2' : 'benefit.none'), second: '' }
  }
  if (mainBenefit !== null && mainBenefit.assessment.course !== 'notMeasured' && benefits.measured > 0) {
    return { first: sayWords(`course.${mainBenefit.assessment.course}`), second: mainBenefit.title }
  }
  if (benefits.measured > 0) return { first: say('benefit.someOnTrack', { n: benefits.onTrack, all: benefits.measured }), second: '' }
  const described = say('benefit.ofDescribed', { n: benefits.total })
  if (benefits.withoutBaseline > 0) return { first: say('benefit.withoutBaseline', { n: benefits.withoutBaseline }), second: described }
  if (measuresFrom !== null) {
    return {
      first: say('benefit.measuredFrom', { date: formatShortDate(measuresFrom) }),
      second: say('benefit.planned', { n: benefits.total }),
    }
  }
  if (benefits.withoutIndicator > 0) return { first: say('benefit.withoutIndicator', { n: benefits.withoutIndicator }), second: described }
  return {
    first: say('benefit.described', { n: benefits.total }),
    second: benefits.withoutOwner > 0 ? say('benefit.withoutOwner', { n: benefits.withoutOwner }) : '',
  }
}

/** `BP5` or the short word for the board. */
export function pointName(point: NonNullable<ProjectRow['nextDecision']>['point'], say: Say): string {
  return point === 'board' ? say('decision.boardShort') : point.toUpperCase()
}

/** The date of the next decision, and under it what stands in the way or where it leads. */
export function decisionWords(next: NonNullable<ProjectRow['nextDecision']>, say: Say): Lines {
  const first = next.dueOn === null ? say('decision.noDate') : formatShortDate(next.dueOn)
  if (next.late) return { first, second: say('decision.late') }
  if (next.missing > 0) return { first, second: say('decision.missing', { n: next.missing }) }
  return { first, second: say(next.point === 'bp5' ? 'decision.complete' : `decision.${next.point}`) }
}

/** What is overdue and since when, without anyone's name: «Målinger for 1. tertial», «siden 16. mai». */
export function overdueWords(overdue: readonly OverdueView[], say: Say, language: Language, today: string): Lines {
  const kinds = [...new Set(overdue.map((one) => one.kind))]
  const groups = kinds.map((kind) => overdue.filter((one) => one.kind === kind))
  const since = overdue.reduce((first, one) => (one.overdueFrom < first ? one.overdueFrom : first), overdue[0]?.overdueFrom ?? today)
  const phrases = groups.map((group, i) => groupPhrase(group, i > 0, say, language, today))
  const first = phrases.length === 1 ? (phrases[0] as string) : phrases.reduce((a, b) => say('overdue.and', { first: a, second: lower(b) }))
  return { first, second: say('overdue.since', { date: formatDate(since, language, today) }) }
}

function groupPhrase(group: readonly OverdueView[], short: boolean, say: Say, language: Language, today: string): string {
  const one = group[0] as OverdueView
  const n = group.length
  const samePeriod = group.every((other) => other.periodKey === one.periodKey && other.frequency === one.frequency)
  if (one.kind === 'measurement') {
    return samePeriod
      ? inPeriod(say('overdue.measurement', { n }), one.periodKey, one.frequency ?? null, say, language, today)
      : say('overdue.measurements', { n })
  }
  if (n > 1) return say(`overdue.${one.kind}s`, { n })
  if (one.kind === 'statusReport')
    return inPeriod(say(short ? 'overdue.reportShort' : 'overdue.statusReport'), one.periodKey, null, say, language, today)
  if (one.kind === 'decisionFollowUp' && /^bp\d$/.test(one.periodKey)) return one.periodKey.toUpperCase()
  return say(`overdue.${one.kind}`)
}

/** «Måling for april», or «Måling per 12. april» when the period has no name of its own. */
export function inPeriod(
  what: string,
  periodKey: string,
  frequency: Parameters<typeof formatPeriod>[1],
  say: Say,
  language: Language,
  today: string,
): string {
  const period = formatPeriod(periodKey, frequency, language, today)
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(periodKey) && period === formatDate(periodKey, language, today)
  return say(isDate ? 'overdue.perDate' : 'overdue.forPeriod', { what, period })
}

/** A phrase in the middle of a sentence begins small, unless it is an abbreviation. */
const lower = (text: string): string => (/^[A-ZÆØÅ]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))
