import type { ClosedReason } from '#domain/calendar.ts'
import type { Language } from '#domain/codes.ts'
import type { Explanation, StateExplanation } from '#domain/explain.ts'
import type { CivilDate } from '#domain/model.ts'
import type { NudgeDecision } from '#domain/nudge.ts'
import type { OutlookView } from '../explanation-view.ts'
import { type Translator, translator } from './catalogue.ts'
import { closedTexts, explainTexts } from './explain-texts.ts'
import { formatDate, formatWeekday } from './format.ts'

type Say = Translator<typeof explainTexts>
const closedSay: Record<Language, Translator<typeof closedTexts>> = {
  nb: translator(closedTexts, 'nb'),
  nn: translator(closedTexts, 'nn'),
  en: translator(closedTexts, 'en'),
}

interface Speech {
  say: Say
  date: (date: CivilDate) => string
  closed: (line: Extract<Explanation, { code: 'closed' }>) => string
}

/** `today`: its year is left out of dates. */
function speech(language: Language, today: CivilDate): Speech {
  const say = translator(explainTexts, language)
  const date = (day: CivilDate): string => formatDate(day, language, today)
  const reason = (day: CivilDate, why: ClosedReason): string =>
    closedSay[language](why, { date: date(day), weekday: formatWeekday(day, language) })
  return {
    say,
    date,
    closed: ({ on, reason: why, also }) =>
      also === null ? reason(on, why) : say('closed.both', { first: reason(on, why), second: reason(also.on, also.reason) }),
  }
}

type Line<C extends Explanation['code']> = Explanation & { code: C }
const find = <C extends Explanation['code']>(lines: readonly Explanation[], code: C): Line<C> | undefined =>
  lines.find((line): line is Line<C> => line.code === code)

/** The due date with its nearest reason, and what else led to it. */
function dueSentences(lines: readonly Explanation[], { say, date, closed }: Speech): string[] {
  const due = find(lines, 'dueOn')
  if (!due) return []
  const on = { date: date(due.date) }
  const measured = find(lines, 'measuredOn')
  const registered = find(lines, 'registrationDays')
  const goLive = find(lines, 'goLiveOn')
  const monthEnd = find(lines, 'monthEndsOn')
  const moved = find(lines.slice(0, lines.indexOf(due)), 'closed')
  const held = find(lines, 'heldUntil')
  const from = [
    ...(measured && registered ? [say('registered', { date: date(measured.date), n: registered.days })] : []),
    ...(goLive ? [say('goLiveOn', { date: date(goLive.date) })] : []),
    ...(monthEnd ? [say('monthEndsOn', { date: date(monthEnd.date) })] : []),
  ]
  if (moved) return [say('due.closed', { ...on, why: closed(moved) }), ...from]
  if (held) return [say('due.held', { ...on, n: held.days, from: date(held.on) }), ...from]
  if (find(lines, 'dateStands')) return [say('due.stands', on), ...from]
  if (measured && registered?.days === 0) return [say('due.sameDay', on)]
  if (measured && registered) return [say('due.registration', { ...on, n: registered.days, from: date(measured.date) })]
  if (goLive) return [say('due.goLive', { ...on, from: date(goLive.date) })]
  const report = find(lines, 'reportOpenDays')
  if (monthEnd && report) return [say('due.report', { ...on, n: report.days, from: date(monthEnd.date) })]
  const meeting = find(lines, 'meetingOn')
  const before = find(lines, 'meetingOpenDays')
  return meeting && before ? [say('due.meeting', { ...on, n: before.days, from: date(meeting.date) })] : [say('due.on', on)]
}

/** When it is overdue, and when somebody is first told. */
function overdueSentences(lines: readonly Explanation[], { say, date, closed }: Speech): string[] {
  const overdue = find(lines, 'overdueFrom')
  const first = find(lines, 'firstNudgeOn')
  if (!overdue || !first) return []
  const grace = find(lines, 'graceOpenDays')
  const on = { date: date(overdue.date) }
  const moved = find(lines.slice(lines.indexOf(overdue)), 'closed')
  return [
    grace ? say('overdueFrom.grace', { ...on, n: grace.days }) : say('overdueFrom', on),
    moved
      ? say('firstNudge.closed', { date: date(first.date), why: closed(moved) })
      : first.date === overdue.date
        ? say('firstNudge.sameDay')
        : say('firstNudge.on', { date: date(first.date) }),
  ]
}

/**
 * How an obligation got its dates, in sentences: «Frist 27. juli fordi 10. juli er i fellesferien. Måledato 30. juni, og 10 dager
 * til å registrere. …» `lines` as `explain` gives them; dates in the year of `today` are without year.
 */
export function explanationText(lines: readonly Explanation[], language: Language, today: CivilDate): string {
  const spoken = speech(language, today)
  return [...dueSentences(lines, spoken), ...overdueSentences(lines, spoken)].join(' ')
}

/** The due date and its nearest reason alone: «Frist 27. juli fordi 10. juli er i fellesferien.» */
export const dueReasonText = (lines: readonly Explanation[], language: Language, today: CivilDate): string =>
  dueSentences(lines, speech(language, today))[0] ?? ''

/** What has happened to an obligation, in sentences; empty when nothing has. `lines` as `explainState` gives them. */
export function stateText(lines: readonly StateExplanation[], language: Language, today: CivilDate): string {
  const { say, date } = speech(language, today)
  return lines
    .map((line) => {
      switch (line.code) {
        case 'answered':
          return say(line.inTime === null ? 'state.answered' : line.inTime ? 'state.inTime' : 'state.late')
        case 'lapsed':
          return say(`lapsed.${line.reason}`)
        case 'onHold':
          return say('state.onHold')
        default:
          return say(`state.${line.code}`, { date: date(line.date) })
      }
    })
    .join(' ')
}

/** A card that is held back, as `decideNudges` gives it: also said in words. */
type Held = Pick<Extract<NudgeDecision, { action: 'skip' }>, 'action' | 'reason' | 'until'>

/** What happens next with an obligation, or why a card waits, in one or two sentences: «Venter fordi varselet er utsatt. Neste varsel 20. februar.» */
export function outlookText(outlook: OutlookView | Held, language: Language, today: CivilDate): string {
  const { say, date } = speech(language, today)
  if (outlook.action === 'send') return say(`step.${outlook.reason}`)
  if (outlook.action === 'wait' || outlook.action === 'skip') {
    const why = say(`wait.${outlook.reason}`)
    return outlook.until === null ? why : `${why} ${say('wait.until', { date: date(outlook.until) })}`
  }
  if (outlook.reason === 'answered') return say('state.answered')
  return say(outlook.reason === 'ladderEnded' ? 'stop.ladderEnded' : `lapsed.${outlook.reason}`)
}
