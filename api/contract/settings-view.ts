import * as z from 'zod/mini'
import { DECIDERS, WORD_SETS } from '#domain/settings.ts'
import { civilDate, decisionKind, instant, key, language, phase, role } from './codes.ts'

const count = z.number()
const localTime = z.string()
const ownWords = z.optional(z.partialRecord(language, z.string()))
const decider = z.enum(DECIDERS)

/** A method's version: its phases, decision points and checklists, in the municipality's own words where it has any. */
export const methodValue = z.object({
  version: z.string(),
  phases: z.array(z.object({ phase, title: ownWords })),
  points: z.array(
    z.object({
      point: decisionKind,
      title: ownWords,
      decider: z.nullable(decider),
      hard: z.boolean(),
      repeatMonths: z.nullable(count),
      rules: z.array(z.string()),
      checklist: z.array(z.object({ rule: z.string(), title: ownWords, sizes: z.optional(z.array(z.string())) })),
    }),
  ),
  pilotPhase: z.nullable(phase),
})
export type MethodValue = z.infer<typeof methodValue>

/** Every setting's value: days are counts, times are `HH:MM` in `zone`, closed periods `MM-DD`. */
export const settingValues = z.object({
  calendar: z.object({
    zone: z.string(),
    summerClosureWeeks: z.array(count),
    christmasClosed: z.nullable(z.object({ from: z.string(), to: z.string() })),
    extraClosedDays: z.array(civilDate),
    halfDayStop: localTime,
    sendFrom: localTime,
    quietFrom: localTime,
    quietTo: localTime,
  }),
  due: z.object({
    registrationDays: count,
    graceOpenDays: count,
    reportOpenDays: count,
    reportGraceOpenDays: count,
    meetingOpenDays: count,
  }),
  ladder: z.object({ preNoticeOpenDays: count, chase: count, leader: count, office: count }),
  limits: z.object({ perDay: count, perWeek: count }),
  course: z.object({ onTrack: count, watch: count }),
  words: z.enum(WORD_SETS),
  language,
  hoursPerFte: z.nullable(z.number()),
  hourlyRate: z.nullable(z.number()),
  decides: z.record(decisionKind, decider),
  startOn: z.nullable(civilDate),
  method: methodValue,
  meetings: z.record(z.string(), z.array(civilDate)),
})
export type SettingValues = z.infer<typeof settingValues>
export type SettingCode = keyof SettingValues

/** One time a setting was written. `coming` = from a day that has not come yet. */
export const settingChange = z.object({
  key,
  name: z.string(),
  validFrom: civilDate,
  coming: z.boolean(),
  value: z.unknown(),
  byName: z.string(),
  at: instant,
})
export type SettingChange = z.infer<typeof settingChange>

/** Where a channel gets its summary of, and how often. */
export const channelView = z.object({
  key,
  channel: z.string(),
  scope: z.enum(['portfolio', 'programme', 'area', 'project']),
  /** Title of the programme or project, name of the area; null for the whole portfolio. */
  title: z.nullable(z.string()),
  rhythm: z.enum(['weekly', 'monthly', 'beforeMeeting']),
  language: z.nullable(language),
})
export type ChannelView = z.infer<typeof channelView>

/** GET /api/settings: what holds today, what has been changed and when, and who has which role. */
export const settingsView = z.object({
  today: civilDate,
  values: settingValues,
  /** Newest first. */
  changes: z.array(settingChange),
  /** The first day a change may hold from, for those that decide dates; the rest may hold from any day. */
  earliest: z.partialRecord(z.string(), z.nullable(civilDate)),
  /** Every method a project can have begun with, and how many did. */
  methods: z.array(z.object({ version: z.string(), projects: z.number() })),
  roles: z.array(z.object({ personId: z.string(), name: z.string(), roles: z.array(role) })),
  /** Projects whose board meets: title by key, for the setting `meetings`. */
  projects: z.array(z.object({ key, title: z.string() })),
  channels: z.array(channelView),
  can: z.object({ managePeople: z.boolean() }),
})
export type SettingsView = z.infer<typeof settingsView>
