import * as z from 'zod/mini'
import { civilDate, frequency, key, rating } from './codes.ts'

/** Why a measurement is lacking: it was due, it was said that it could not be taken, or there is nothing to measure from. */
export const LACKING_WHYS = ['overdue', 'baselineOverdue', 'notMeasurable', 'baselineMissing'] as const
const lackingView = z.object({
  why: z.enum(LACKING_WHYS),
  /** The indicator, in the project's own words. */
  title: z.string(),
  periodKey: z.nullable(z.string()),
  frequency: z.nullable(frequency),
  /** Overdue since, or the measurement date that could not be answered. */
  on: z.nullable(civilDate),
  /** What was written when it could not be measured. */
  reason: z.nullable(z.string()),
})
export type LackingView = z.infer<typeof lackingView>

export const STOP_WHYS = ['redTwice', 'forecastBelowHalf', 'noReportTwice', 'noOwner'] as const
/** This year's amounts of one unit; kroner only of one currency and one price year. Never added across units. */
const amountSum = z.object({
  unit: z.enum(['kr', 'hours', 'fte']),
  currency: z.nullable(z.string()),
  priceYear: z.nullable(z.number()),
  /** Benefits less drawbacks, in the unit. */
  planned: z.number(),
  realised: z.number(),
  /** Whether anything has been measured: nothing measured is not 0. */
  measured: z.boolean(),
})
export type AmountSum = z.infer<typeof amountSum>

/** The seven parameters of the last published report, in the report's own order. */
const parametersView = z.object({
  time: rating,
  cost: rating,
  benefits: rating,
  quality: rating,
  scope: rating,
  sustainability: rating,
  risk: rating,
})

export const detailsRow = z.object({
  key,
  parameters: z.nullable(parametersView),
  ownerName: z.nullable(z.string()),
  /** The owner's own area in the people list. */
  ownerUnit: z.nullable(z.string()),
  /** As stored, to be named when the project is moved; its place is found in `ranked`. */
  rank: z.nullable(z.number()),
  budget: z.nullable(z.number()),
  spent: z.nullable(z.number()),
  forecastCost: z.nullable(z.number()),
  currency: z.string(),
  /** Planned end, and the end as it is now expected. */
  endOn: z.nullable(civilDate),
  forecastEndOn: z.nullable(civilDate),
  stop: z.array(z.enum(STOP_WHYS)),
  lacking: z.array(lackingView),
  /** Titles of benefits that nothing measures. */
  withoutIndicator: z.array(z.string()),
  sums: z.array(amountSum),
})
export type DetailsRow = z.infer<typeof detailsRow>

/** A way of looking at the portfolio that somebody has given a name. */
export const savedView = z.object({
  key,
  title: z.string(),
  /** As it stands in the address, `phase=plan&sort=-rank`. */
  query: z.string(),
  shared: z.boolean(),
})
export type SavedView = z.infer<typeof savedView>

const rankedKeys = z.array(key)

/** What the portfolio shows beyond its first screen: further columns, finds, the board's order, saved views. */
export const portfolioDetailsView = z.object({
  version: z.string(),
  projects: z.array(detailsRow),
  /** Projects with a place in the board's order, the first first; only those the person may see. */
  ranked: rankedKeys,
  /** The newest decision about the order. */
  rankedLast: z.nullable(z.object({ on: civilDate, byName: z.string(), why: z.nullable(z.string()) })),
  views: z.array(savedView),
  can: z.object({ rank: z.boolean(), share: z.boolean() }),
})
export type PortfolioDetails = z.infer<typeof portfolioDetailsView>

/** The order as it is after a move, with the stored rank of the moved project. */
export const rankedView = z.object({ ranked: rankedKeys, rank: z.nullable(z.number()) })
export type RankedView = z.infer<typeof rankedView>

export const savedViewsView = z.object({ views: z.array(savedView) })
