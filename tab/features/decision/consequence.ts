import type { DecisionOutcome, Language } from '#contract/codes.ts'
import type { DecisionView } from '#contract/decision-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate } from '#contract/texts/format.ts'
import type { tabDecision } from '#contract/texts/tab-decision.ts'
import type { DecisionDraft } from './decision-draft.ts'

type Say = Translator<typeof tabDecision>

/** The last point's stop ends the follow-up; before it, the project is stopped. */
export const endsFollowUp = (view: Pick<DecisionView, 'point'>, outcome: DecisionOutcome): boolean =>
  view.point === 'bp6' && outcome === 'stop'

/** What a choice is called at this point. */
export function outcomeWord(view: DecisionView, outcome: DecisionOutcome, say: Say): string {
  if (view.point === 'board' && outcome === 'proceed') return say('outcome.noted')
  return say(endsFollowUp(view, outcome) ? 'outcome.end' : `outcome.${outcome}`)
}

/** What a choice means, before anything is typed. */
export function meaningOf(view: DecisionView, outcome: DecisionOutcome, say: Say): string {
  if (endsFollowUp(view, outcome)) return say('means.end')
  if (outcome !== 'proceed') return say(`means.${outcome}`)
  if (view.point === 'board') return say('means.noted')
  const { opens, closes } = view.effects
  return opens !== null ? say('means.proceed', { phase: opens }) : say(closes ? 'means.closes' : 'means.again')
}

/** What will happen when it is decided, as sentences: «Prosjektet går til Gjennomføre 18. mai.» */
export function consequences(view: DecisionView, draft: DecisionDraft, say: Say, language: Language): string[] {
  const { outcome } = draft
  if (outcome === null) return []
  const { effects, phaseTitle: phase, pointTitle: point, today } = view
  const day = (date: string): string => (date === '' ? '…' : formatDate(date, language, today))
  const date = day(draft.on)
  const name = draft.responsible?.name ?? '…'
  const waived = draft.waivers.length > 0 && outcome === 'proceed' ? [say('will.waived', { n: draft.waivers.length })] : []
  switch (outcome) {
    case 'proceed': {
      if (view.point === 'board') return [say('means.noted')]
      const { opens, closes, handsOver, benefits, indicators, repeatMonths } = effects
      if (opens === null) return [say(closes ? 'will.closes' : 'will.again', { date, point, n: repeatMonths ?? 0 }), ...waived]
      const handover = handsOver ? [say('will.handOver', { benefits, indicators }).trim()] : []
      return [say('will.proceed', { phase: opens, date }), ...handover, ...waived]
    }
    case 'adjust':
      return [say('will.stays', { phase }), say('will.adjust', { name, date: day(draft.followUpOn) })]
    case 'extend':
      return [say('will.stays', { phase }), say('will.extend', { point, name, date: day(draft.followUpOn) })]
    case 'stop': {
      if (endsFollowUp(view, outcome)) return [say('will.end')]
      const falls = effects.falls > 0 ? [say('will.falls', { n: effects.falls })] : []
      const lesson = draft.lesson.trim() === '' ? [say('will.lesson', { date: day(effects.lessonOn) })] : []
      return [say('will.stop', { date }), ...falls, ...lesson]
    }
  }
}
