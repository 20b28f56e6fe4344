import * as z from 'zod/mini'
import { civilDate, key, language, rating, reportRowName, yearMonth } from './codes.ts'

/** Longest free text a person may send. SharePoint note columns take more; a sentence or two is what is asked for. */
export const TEXT_LIMIT = 2000

const text = z.nullish(z.string().check(z.maxLength(TEXT_LIMIT)))
/** A number as a person types it (`1 234,5`) or as JSON has it. */
/** Beyond this nothing a municipality counts is meant, and sums stay exact. */
const LARGEST = 1e15
const typedNumber = z.union([z.number().check(z.minimum(-LARGEST), z.maximum(LARGEST)), z.string().check(z.maxLength(40))])

/** POST /api/measurements. One period of one indicator answered, corrected, or declared impossible to measure (`value: null` + `reason`). */
export const recordMeasurementRequest = z.strictObject({
  indicatorKey: key,
  /** The period answered, as in `open[].periodKey`; left out, the period is found from `asOf`. */
  periodKey: z.optional(z.string().check(z.maxLength(20))),
  asOf: z.optional(civilDate),
  value: z.nullable(typedNumber),
  reason: text,
  comment: text,
  /** Key of the measurement this one corrects; then `reason` says why. */
  correctsKey: z.nullish(key),
  /** The person has been asked about a value about ten times off (`valueUnlikely`) and stands by it. */
  confirmed: z.optional(z.boolean()),
})
export type RecordMeasurementRequest = z.infer<typeof recordMeasurementRequest>

/** POST /api/reports. Publishing freezes it; `corrects` makes a new version of a published one and needs a reason. */
export const publishReportRequest = z.strictObject({
  projectKey: key,
  period: yearMonth,
  rows: z.array(z.strictObject({ row: reportRowName, rating, comment: z.string().check(z.maxLength(TEXT_LIMIT)) })).check(z.maxLength(8)),
  sinceLast: text,
  next: text,
  decisionNeeded: text,
  percentComplete: z.nullish(typedNumber),
  budget: z.nullish(typedNumber),
  spent: z.nullish(typedNumber),
  forecastCost: z.nullish(typedNumber),
  /** The version the person saw as the newest, 0 for none; another one meanwhile is a stale edit. */
  seenVersion: z.number().check(z.minimum(0)),
  reason: text,
})
export type PublishReportRequest = z.infer<typeof publishReportRequest>

/** PATCH /api/me. The person's own language; null follows Teams. */
export const updateMeRequest = z.strictObject({ language: z.nullable(language) })
export type UpdateMeRequest = z.infer<typeof updateMeRequest>

/** How a table's columns become fields: `{"columns":{field:header},"constants":{field:value},"keyColumn":header,"currency":"GBP","scale":{"budget":1000000}}`. */
export const importMapping = z.strictObject({
  columns: z.record(z.string(), z.string()),
  constants: z.optional(z.record(z.string(), z.string())),
  keyColumn: z.optional(z.string()),
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  scale: z.optional(z.record(z.string(), z.number())),
})
export type ImportMapping = z.infer<typeof importMapping>

/** POST /api/import. `people` says who the names in the file are, `{"Kommunalsjef oppvekst":PERSON}`. The file travels as base64 so that one JSON schema covers the whole request. */
export const importRequest = z.strictObject({
  fileName: z.string().check(z.minLength(1), z.maxLength(200)),
  contentBase64: z.string().check(z.minLength(1), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  mapping: z.optional(importMapping),
  people: z.optional(z.record(z.string().check(z.maxLength(255)), z.string())),
  dryRun: z.boolean(),
})
export type ImportRequest = z.infer<typeof importRequest>
