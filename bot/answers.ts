import * as z from 'zod/mini'
import { key, reportRowName } from '#contract/codes.ts'
import { PANELS, type PanelName } from '#contract/nudge-card-view.ts'
import { TYPED_FIELDS, type Typed, type TypedField } from '#contract/typed.ts'
import { type Result, refuse } from '#domain/result.ts'

export const NUDGE_VERBS = [
  'recordMeasurement',
  'cannotMeasure',
  'snooze',
  'delegate',
  'takeBack',
  'notRelevant',
  'approve',
  'reject',
  'wrongPerson',
  'confirmOwnership',
  'nameResponsible',
  'followUp',
  'actionDone',
  'previewReport',
  'publishReport',
  'saveDraft',
  'undo',
  'pause',
  'show',
  'refresh',
] as const
export type NudgeVerb = (typeof NUDGE_VERBS)[number]

/** A pressed button of a nudge card. Who pressed it is not in it. */
export interface NudgeAnswer {
  verb: NudgeVerb
  nudgeKey: string
  obligationKey: string
  /** The newest report version the card knew of; 0 for none. */
  seenVersion: number
  /** The part of the block that is open, or is to be opened. */
  panel: PanelName | null
  /** The text of a value about ten times off that the person stands by. */
  confirmed: string | null
  /** The answer that is taken back. */
  measurementKey: string | null
  /** Everything typed in the card, by block number: all of it travels with every button. */
  typed: ReadonlyMap<number, Typed>
  /** The same for data without block numbers (`value`, `reason`): a client that names the fields itself. */
  plain: Typed
}

export type CardAnswer = { kind: 'nudge'; answer: NudgeAnswer } | { kind: 'command'; text: string }
export type AnswerFault = { code: 'badRequest'; field: string }

/** Longest thing a card sends back in one field; the contract's own limits are checked by the use cases' schemas. */
const FIELD_LIMIT = 4000

const nudgeData = z.looseObject({
  nudgeKey: key,
  obligationKey: key,
  seenVersion: z.optional(z.number().check(z.minimum(0), z.maximum(10_000))),
  panel: z.optional(z.union([z.enum(PANELS), z.literal('')])),
  confirmed: z.optional(z.string().check(z.maxLength(40))),
  measurementKey: z.optional(key),
})
const commandData = z.looseObject({ text: z.string().check(z.maxLength(500)) })

/** The verb and data of a card action as something the bot can act on; refused with the field that is wrong. */
export function parseAnswer(verb: string, data: unknown): Result<CardAnswer, AnswerFault> {
  if (verb === 'command') {
    const parsed = commandData.safeParse(data)
    return parsed.success ? { ok: true, value: { kind: 'command', text: parsed.data.text } } : refuse({ code: 'badRequest', field: 'text' })
  }
  const nudgeVerb = NUDGE_VERBS.find((one) => one === verb)
  if (!nudgeVerb) return refuse({ code: 'badRequest', field: 'verb' })
  const parsed = nudgeData.safeParse(data)
  if (!parsed.success) return refuse({ code: 'badRequest', field: String(parsed.error.issues[0]?.path[0] ?? 'data') })
  const { nudgeKey, obligationKey, seenVersion = 0, panel, confirmed = null, measurementKey = null, ...fields } = parsed.data
  const answer = { verb: nudgeVerb, nudgeKey, obligationKey, seenVersion, panel: panel || null, confirmed, measurementKey }
  return { ok: true, value: { kind: 'nudge', answer: { ...answer, ...typedIn(fields) } } }
}

const isTextField = (name: string): name is TypedField => TYPED_FIELDS.some((field) => field === name)

function typedIn(fields: Record<string, unknown>): { typed: Map<number, Typed>; plain: Typed } {
  const typed = new Map<number, Typed>()
  const plain: Typed = {}
  for (const [name, raw] of Object.entries(fields)) {
    const text = typeof raw === 'string' ? raw.slice(0, FIELD_LIMIT) : typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : null
    if (text === null) continue
    const [field = '', number, row] = name.split('_')
    if (number === undefined) {
      if (isTextField(field)) plain[field] = text
      continue
    }
    if (!/^\d{1,3}$/.test(number)) continue
    const block = typed.get(Number(number)) ?? {}
    typed.set(Number(number), block)
    if (row === undefined) {
      if (isTextField(field)) block[field] = text
      continue
    }
    const named = reportRowName.safeParse(row)
    if (!named.success) continue
    if (field === 'rating') block.ratings = { ...block.ratings, [named.data]: text }
    if (field === 'comment') block.comments = { ...block.comments, [named.data]: text }
  }
  return { typed, plain }
}
