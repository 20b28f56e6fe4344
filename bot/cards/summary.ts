import type { SummaryCardView, SummaryException } from '#contract/card-views.ts'
import { formatDeadline, formatNumber, formatPercent, formatShortDate } from '#contract/texts/format.ts'
import { formatSummaryPeriod, isMeetingPeriod } from '#contract/texts/summary-period.ts'
import { actions, caption, card, clip, heading, type Json, line, openUrl, rich, run, type Say, sayIn } from './parts.ts'

/** The leaders' card: one sentence, three numbers, at most three exceptions, one button. Counts, never who. */
export function summaryCard(view: SummaryCardView): Json {
  const say = sayIn(view)
  const sentence = summarySentence(view, say)
  const words = periodWords(view)
  const label = view.scope.title === null ? say.bot('summary.label', words) : null
  return card(view, {
    speak: say.bot('summary.notice', { ...words, sentence }),
    wide: true,
    body: [
      // A scope's name is somebody's text, so it stands as a run.
      label ? caption(label) : caption(say.bot('summary.labelScope', { title: view.scope.title ?? '', ...words })),
      heading(sentence, { size: 'Large', spacing: 'Small' }),
      ...(view.projects === 0 ? [] : [numbersOf(view, say)]),
      ...view.exceptions.map((exception) => exceptionRow(exception, view, say)),
      ...(view.moreExceptions > 0 ? [caption(say.bot('summary.moreExceptions', { n: view.moreExceptions }), { spacing: 'Small' })] : []),
      actions([mainAction(view, say)], { spacing: 'Medium' }),
      caption(say.bot('summary.foot'), { separator: true, spacing: 'Medium' }),
      rich(
        [
          ...(view.action.kind === 'portfolio'
            ? []
            : [
                run(say.bot('open.portfolio'), { size: 'Small', color: 'Accent', href: view.portfolioUrl }),
                run(' · ', { size: 'Small', subtle: true }),
              ]),
          run(say.bot('summary.stop'), { size: 'Small', subtle: true }),
        ],
        { spacing: 'Small' },
      ),
    ],
  })
}

/** What the period is called, and whether it is a meeting's: «Porteføljen i uke 21», «Porteføljen før møtet 4. juni 2026». */
export const periodWords = ({ period, language }: Pick<SummaryCardView, 'period' | 'language'>): { month: string; meeting: boolean } => ({
  month: formatSummaryPeriod(period, language),
  meeting: isMeetingPeriod(period),
})

/** What a leader reads first. Nothing wrong: a calm sentence and the next decision. */
export function summarySentence(view: SummaryCardView, say: Say = sayIn(view)): string {
  if (view.projects === 0) return say.bot('summary.empty')
  if (view.offTrack > 0) return say.bot('summary.offTrack', { n: view.offTrack, total: view.projects })
  if (view.watch > 0) return say.bot('summary.watch', { n: view.watch })
  const all = view.active === view.projects ? 'summary.allOnTrack' : 'summary.allActiveOnTrack'
  const calm = say.bot(view.onTrack === view.active && view.active > 0 ? all : 'summary.noneOff')
  if (!view.nextDecision) return calm
  const date = formatDeadline(view.nextDecision.dueOn, view.language, view.today)
  return `${calm} ${say.bot('summary.nextDecision', { date })}`
}

function numbersOf(view: SummaryCardView, say: Say): Json {
  const of = (n: number, total: number): string =>
    say.bot('summary.ofTotal', { n: formatNumber(n, view.language), total: formatNumber(total, view.language) })
  const numbers = [
    { figure: of(view.onTrack, view.projects), word: say.bot('summary.projectsOnTrack'), change: view.change?.onTrack },
    {
      figure: of(view.benefitsOnTrack, view.benefitsMeasured),
      word: say.bot('summary.benefitsOnTrack'),
      change: view.change?.benefitsOnTrack,
    },
    { figure: formatNumber(view.overdue, view.language), word: say.bot('summary.overdue'), change: view.change?.overdue },
  ]
  return {
    type: 'ColumnSet',
    spacing: 'Medium',
    columns: numbers.map(({ figure, word, change }, at) => ({
      type: 'Column',
      width: 'stretch',
      ...(at > 0 && { separator: true, spacing: 'Medium' }),
      items: [
        line(figure, { size: 'Large', weight: 'Bolder' }),
        caption(word),
        ...(change === undefined ? [] : [caption(changeWords(change, view, say))]),
      ],
    })),
  }
}

function changeWords(change: number, view: SummaryCardView, say: Say): string {
  if (change === 0) return say.bot('summary.same')
  const month = formatSummaryPeriod(view.comparedWith, view.language, view.today)
  return say.bot(change > 0 ? 'summary.more' : 'summary.fewer', { n: Math.abs(change), month })
}

/** Shape and word, colour third: ■! for what is wrong, ◇ for a decision that is ready. */
function exceptionRow(exception: SummaryException, view: SummaryCardView, say: Say): Json {
  const { decision } = exception
  const ready = exception.what === 'decisionReady'
  const mark = ready ? run('◇ ', { weight: 'Bolder' }) : run('■ ', { color: 'Attention', weight: 'Bolder' })
  const when = decision ? `${decision.point.toUpperCase()}${decision.dueOn ? ` ${formatShortDate(decision.dueOn)}` : ''}` : ''
  return {
    type: 'ColumnSet',
    separator: true,
    spacing: 'Small',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [rich([mark, run(exception.title, { weight: 'Bolder', href: exception.url })]), caption(whatIsWrong(exception, view, say))],
      },
      ...(when === '' ? [] : [{ type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [caption(when)] }]),
    ],
  }
}

function whatIsWrong(exception: SummaryException, view: SummaryCardView, say: Say): string {
  const point = exception.decision?.point.toUpperCase() ?? ''
  const date = exception.decision?.dueOn ? formatDeadline(exception.decision.dueOn, view.language, view.today) : ''
  const rating = say.word('rating.red')
  switch (exception.what) {
    case 'decisionLate':
      return say.bot('summary.x.decisionLate', { point, date })
    case 'decisionReady':
      return say.bot('summary.x.decisionReady', { point })
    case 'forecastShort':
      return `${say.bot('summary.x.forecastShort', { percent: formatPercent(exception.forecastPercent ?? 0, view.language) })} ${exception.benefitTitle ?? ''}`
    default:
      return exception.previous
        ? say.bot('summary.x.fell', { previous: say.word(`rating.${exception.previous}`), rating })
        : say.bot('summary.x.offTrack', { rating })
  }
}

function mainAction(view: SummaryCardView, say: Say): Json {
  const { action } = view
  const made =
    action.kind === 'decide'
      ? openUrl(say.bot('summary.decide', { point: action.point.toUpperCase(), title: clip(action.title, 36) }), action.url)
      : openUrl(say.bot('open.portfolio'), action.url)
  return { ...made, style: 'positive' }
}
