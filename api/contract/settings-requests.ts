import * as z from 'zod/mini'
import { RHYTHMS } from '#domain/codes.ts'
import { key, language, plausibleDate, role } from './codes.ts'

/** POST /api/settings. One setting as a whole; the rules say which parts of the value cannot be used. */
export const changeSettingRequest = z.strictObject({
  name: z.string().check(z.maxLength(60)),
  value: z.unknown(),
  /** From which day it holds; null = as early as it may. */
  validFrom: z.nullable(plausibleDate),
  /** Key of the newest change of this setting the person saw, null for none; another one meanwhile is a stale edit. */
  seen: z.nullable(key),
})
export type ChangeSettingRequest = z.infer<typeof changeSettingRequest>

const roles = z.array(role).check(z.maxLength(3))

/** POST /api/settings/roles. Who is office, administrator or leader. `seen` are the roles the person had when it was chosen. */
export const changeRolesRequest = z.strictObject({ personId: z.string().check(z.minLength(1), z.maxLength(100)), roles, seen: roles })
export type ChangeRolesRequest = z.infer<typeof changeRolesRequest>

/** POST /api/settings/channels. How often a channel gets its summary and in which language; `end` stops it. */
export const changeSubscriptionRequest = z.strictObject({
  key,
  rhythm: z.enum(RHYTHMS),
  language: z.nullable(language),
  end: z.boolean(),
})
export type ChangeSubscriptionRequest = z.infer<typeof changeSubscriptionRequest>
