import type { DecisionOutcome } from '#contract/codes.ts'
import type { DecideRequest, PlanDecisionRequest } from '#contract/decision-requests.ts'
import type { DecisionView, MissingView, RequirementView, WaiverView } from '#contract/decision-view.ts'
import type { PersonRef } from '#contract/views.ts'

/** What a person has typed on the page of a decision point, prepared or not yet saved. */
export interface DecisionDraft {
  /** By the name of the line. */
  ticks: Readonly<Record<string, { done: boolean; evidence: string }>>
  waivers: readonly WaiverView[]
  dueOn: string
  preparer: PersonRef | null
  outcome: DecisionOutcome | null
  on: string
  reason: string
  lesson: string
  responsible: PersonRef | null
  followUpOn: string
}

const documents = (view: Pick<DecisionView, 'requirements'>): RequirementView[] =>
  view.requirements.filter(({ kind }) => kind === 'document')

/** Where the form begins: as it is saved. */
export const startFrom = (view: DecisionView): DecisionDraft => ({
  ticks: Object.fromEntries(documents(view).map(({ rule, done, evidence }) => [rule, { done, evidence: evidence ?? '' }])),
  waivers: view.waivers,
  dueOn: view.planned?.dueOn ?? '',
  preparer: view.planned?.responsible ?? null,
  outcome: null,
  on: view.today,
  reason: '',
  lesson: '',
  responsible: null,
  followUpOn: '',
})

/** A waiver counts for what it names: one benefit or indicator, or all that the rule is about. */
export const waiverFor = ({ rule, waiverRule, waivable }: MissingView, waivers: readonly WaiverView[]): WaiverView | undefined =>
  waivable ? waivers.find((waiver) => waiver.rule === waiverRule || waiver.rule === rule) : undefined

export type LineState = 'done' | 'waived' | 'missing'

/** How one requirement stands, with what has been ticked and waived but perhaps not saved. */
export function lineState(line: RequirementView, draft: Pick<DecisionDraft, 'ticks' | 'waivers'>): LineState {
  if (line.kind === 'document' ? draft.ticks[line.rule]?.done : line.done) return 'done'
  if (line.kind === 'document') return draft.waivers.some(({ rule }) => rule === line.rule) ? 'waived' : 'missing'
  return line.missing.every((missing) => waiverFor(missing, draft.waivers)) ? 'waived' : 'missing'
}

/**
 * How many lines somebody stands by, and how many things are missing: a line about every benefit lacks as many things as it
 * names, so that the number is the portfolio's and the project's own.
 */
export function countLacks(view: DecisionView, draft: Pick<DecisionDraft, 'ticks' | 'waivers'>): { missing: number; waived: number } {
  const counts = { missing: 0, waived: 0 }
  for (const line of view.requirements) {
    const state = lineState(line, draft)
    if (state === 'waived') counts.waived += 1
    if (state === 'missing') counts.missing += Math.max(1, line.missing.filter((one) => !waiverFor(one, draft.waivers)).length)
  }
  return counts
}

export type RequiredField = 'outcome' | 'on' | 'reason' | 'responsible' | 'followUpOn'

/** The fields the chosen outcome still lacks, in the order they stand. */
export function lackingFields({ outcome, on, reason, responsible, followUpOn }: DecisionDraft): RequiredField[] {
  if (outcome === null) return ['outcome']
  const lacks: RequiredField[] = []
  if (on === '') lacks.push('on')
  if (outcome !== 'proceed' && reason.trim() === '') lacks.push('reason')
  if (outcome === 'adjust' || outcome === 'extend') {
    if (responsible === null) lacks.push('responsible')
    if (followUpOn === '') lacks.push('followUpOn')
  }
  return lacks
}

const linesOf = (view: DecisionView, { ticks }: DecisionDraft): PlanDecisionRequest['checklist'] =>
  documents(view).map(({ rule }) => {
    const { done = false, evidence = '' } = ticks[rule] ?? {}
    return { rule, done, ...(evidence.trim() !== '' && { link: evidence.trim() }) }
  })
const waiversOf = ({ waivers }: DecisionDraft): PlanDecisionRequest['waivers'] =>
  waivers.map(({ rule, reason, by }) => ({ rule, reason, byId: by.personId }))

/** What is sent to ask for a decision or prepare it. */
export const planRequest = (view: DecisionView, draft: DecisionDraft): PlanDecisionRequest => ({
  point: view.point,
  seen: view.seen,
  dueOn: draft.dueOn === '' ? null : draft.dueOn,
  responsibleId: draft.preparer?.personId ?? null,
  checklist: linesOf(view, draft),
  waivers: waiversOf(draft),
})

/** What is sent to decide: only what the chosen outcome asks for. */
export function decideRequest(view: DecisionView, draft: DecisionDraft, outcome: DecisionOutcome): DecideRequest {
  const follows = outcome === 'adjust' || outcome === 'extend'
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim())
  return {
    point: view.point,
    seen: view.seen,
    outcome,
    on: draft.on,
    checklist: linesOf(view, draft),
    waivers: waiversOf(draft),
    reason: text(draft.reason),
    ...(follows && { responsibleId: draft.responsible?.personId ?? null, dueOn: draft.followUpOn }),
    ...(outcome === 'stop' && { lesson: text(draft.lesson) }),
  }
}

/** Whether something prepared differs from what is saved. */
export const isUnsaved = (view: DecisionView, draft: DecisionDraft): boolean =>
  JSON.stringify(planRequest(view, draft)) !== JSON.stringify(planRequest(view, startFrom(view)))

export interface Difference {
  field: 'dueOn' | 'preparer' | 'line' | 'waiver'
  /** What a line or waiver is about. */
  text: string
  saved: string | boolean
  mine: string | boolean
}

/** Where what somebody else has saved differs from what is typed here. */
export function differences(view: DecisionView, draft: DecisionDraft): Difference[] {
  const saved = startFrom(view)
  const found: Difference[] = []
  if (saved.dueOn !== draft.dueOn) found.push({ field: 'dueOn', text: '', saved: saved.dueOn, mine: draft.dueOn })
  if (saved.preparer?.personId !== draft.preparer?.personId) {
    found.push({ field: 'preparer', text: '', saved: saved.preparer?.name ?? '', mine: draft.preparer?.name ?? '' })
  }
  for (const { rule, text } of documents(view)) {
    const [theirs, own] = [saved.ticks[rule], draft.ticks[rule]]
    if (theirs?.done !== own?.done) found.push({ field: 'line', text, saved: theirs?.done ?? false, mine: own?.done ?? false })
    else if ((theirs?.evidence ?? '') !== (own?.evidence ?? '')) {
      found.push({ field: 'line', text, saved: theirs?.evidence ?? '', mine: own?.evidence ?? '' })
    }
  }
  const rules = new Set([...saved.waivers, ...draft.waivers].map(({ rule }) => rule))
  for (const rule of rules) {
    const reasonIn = (waivers: readonly WaiverView[]) => waivers.find((waiver) => waiver.rule === rule)?.reason ?? ''
    const [theirs, own] = [reasonIn(saved.waivers), reasonIn(draft.waivers)]
    const line = view.requirements.find((one) => one.rule === rule || one.missing.some(({ waiverRule }) => waiverRule === rule))
    if (theirs !== own) found.push({ field: 'waiver', text: line?.text ?? rule, saved: theirs, mine: own })
  }
  return found
}
