import * as z from 'zod/mini'
import { civilDate, key, obligationKind } from './codes.ts'

const NUDGE_STATES = ['planned', 'claimed', 'sent', 'unknown', 'failed', 'skipped'] as const
const REACHES = ['notInstalled', 'blocked', 'left', 'unknown'] as const

/** What one card asked for: a step of an obligation, and why it was this person. */
const cardLine = z.object({
  title: z.string(),
  projectKey: key,
  projectTitle: z.string(),
  kind: obligationKind,
  step: z.string(),
  why: z.string(),
})

/** One card to one person on one day. When it was answered is not told: that would be a response time of a person. */
export const sentCard = z.object({
  key,
  day: civilDate,
  personName: z.string(),
  state: z.enum(NUDGE_STATES),
  /** Why it failed or was held back, by code; null when there is nothing to say. */
  outcome: z.nullable(z.string()),
  lines: z.array(cardLine),
})
export type SentCard = z.infer<typeof sentCard>

/** «Feil person» about something that still waits. */
export const wrongPersonView = z.object({
  obligationKey: key,
  title: z.string(),
  projectKey: key,
  projectTitle: z.string(),
  byName: z.string(),
  /** Who they think it is. */
  suggestedName: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  on: civilDate,
  /** Who has taken over; null when nobody has: then it is the office’s to give to somebody. */
  holderName: z.nullable(z.string()),
})
export type WrongPersonView = z.infer<typeof wrongPersonView>

const share = z.object({ name: z.string(), asked: z.number(), inTime: z.number() })

/** GET /api/bot-log: what the bot does, for the portfolio office. */
export const botLogView = z.object({
  today: civilDate,
  /** What a pass at this moment would do: cards it would send, and those that wait, by reason. */
  next: z.object({ send: z.number(), waiting: z.array(z.object({ reason: z.string(), cards: z.number() })) }),
  /** The newest pass could send to nobody at all, and none has since; why, by code. */
  stopped: z.nullable(z.object({ on: civilDate, reason: z.string() })),
  cards: z.array(sentCard),
  /** More cards than are shown. */
  more: z.number(),
  /** Ambiguous sends nobody has looked at. */
  unsettled: z.array(sentCard),
  unreachable: z.array(z.object({ personId: z.string(), name: z.string(), reach: z.enum(REACHES), waiting: z.number() })),
  wrongPersons: z.array(wrongPersonView),
  /** Answers before they were overdue, of projects and areas; never of persons. */
  shares: z.object({ projects: z.array(share), areas: z.array(share) }),
})
export type BotLogView = z.infer<typeof botLogView>

/** POST /api/bot-log/settle: what became of an ambiguous send. It is never sent again either way. */
export const settleCardRequest = z.strictObject({ key, arrived: z.boolean() })
export type SettleCardRequest = z.infer<typeof settleCardRequest>

/** Kept in a card's outcome when the office has looked at an ambiguous send. */
export const SETTLED = { arrived: 'settledArrived', lost: 'settledLost' } as const
