import * as z from 'zod/mini'
import { NUDGE_STEPS, RATINGS, REPORT_ROWS } from '#domain/codes.ts'
import { NUDGE_WHYS } from '#domain/model.ts'

/** Shapes of the JSON columns. A row edited by hand into another shape is a reported fault, not a crash later on. */
const waiver = z.object({ rule: z.string(), reason: z.string(), byId: z.string() })
const nullableNumber = z.nullable(z.number())

export const SHAPES = {
  anything: z.unknown(),
  object: z.record(z.string(), z.unknown()),
  checklist: z.array(z.object({ rule: z.string(), done: z.boolean(), link: z.optional(z.string()) })),
  waiver,
  waivers: z.array(waiver),
  amountsByYear: z.record(z.string().check(z.regex(/^\d{4}$/)), z.number()),
  documents: z.array(z.object({ title: z.string(), url: z.string(), rule: z.nullable(z.string()) })),
  milestones: z.array(z.object({ date: z.iso.date(), value: z.number() })),
  reportRows: z.array(z.object({ row: z.enum(REPORT_ROWS), rating: z.enum(RATINGS), comment: z.string() })),
  benefitFigures: z.array(
    z.object({
      benefitKey: z.string(),
      indicatorKey: z.nullable(z.string()),
      title: z.string(),
      unit: z.nullable(z.string()),
      value: nullableNumber,
      asOf: z.nullable(z.string()),
      achievementPercent: nullableNumber,
      plannedPercent: nullableNumber,
      course: z.string(),
    }),
  ),
  nudgeSteps: z.array(z.object({ obligationKey: z.string(), round: z.number(), step: z.enum(NUDGE_STEPS), why: z.enum(NUDGE_WHYS) })),
} as const
export type ShapeName = keyof typeof SHAPES
