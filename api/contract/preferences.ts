import * as z from 'zod/mini'
import { civilDate, language } from './codes.ts'

/** GET /api/preferences: what a person decides about their own nudges. */
export const preferencesView = z.object({
  today: civilDate,
  language,
  /** No unasked card before this day; null = not paused. */
  pausedUntil: z.nullable(civilDate),
  /** The last day a pause may be set to. */
  pauseAtMost: civilDate,
  /** Who is asked instead, from and including the first day to and including the last; an open end is null. */
  deputy: z.nullable(z.object({ personId: z.string(), name: z.string(), from: z.nullable(civilDate), to: z.nullable(civilDate) })),
})
export type PreferencesView = z.infer<typeof preferencesView>

/** PATCH /api/preferences. What is left out stays as it is. */
export const changePreferencesRequest = z.strictObject({
  pausedUntil: z.optional(z.nullable(civilDate)),
  deputy: z.optional(
    z.nullable(
      z.strictObject({ personId: z.string().check(z.minLength(1), z.maxLength(100)), from: civilDate, to: z.nullable(civilDate) }),
    ),
  ),
})
export type ChangePreferencesRequest = z.infer<typeof changePreferencesRequest>
