/** A fault as the list server takes it (infra/local/graph/fault-schema.ts). */
export type GraphFault = Record<string, unknown>

/** The switches a person can press, one fault each. */
export const PRESETS = {
  budget: { budget: { unitsPerMinute: 60 } },
  dayBudget: { budget: { unitsPerDay: 600 } },
  throttled: { throttle: { retryAfter: 2 } },
  throttledSilently: { throttle: {} },
  slow: { delayMs: 3000 },
  unavailable: { status: { code: 503 } },
  broken: { status: { code: 500 } },
  answerLost: { match: '^(POST|PATCH)', status: { code: 504, afterCommit: true } },
  cut: { cut: {} },
  conflict: { status: { code: 412 } },
  resync: { status: { code: 410 } },
  tokenLifetime: { tokenLifetimeMs: 60_000 },
  threshold: { threshold: 10 },
  indexLimit: { indexLimit: 10 },
  expiredToken: { expiredToken: {} },
  revokedGrant: { revokedGrant: {} },
  slowSpread: { match: '^(POST|PATCH|DELETE)', replicationDelayMs: 10_000 },
  uniqueRace: { uniqueRaceMs: 5000 },
  staleDates: { staleDates: {} },
  deltaError: { deltaError: {} },
  emptyPage: { emptyPage: { count: 20 } },
  batchDrop: { batchDrop: {} },
  batchReversed: { batchReversed: {} },
  missingColumns: { missingColumns: {} },
  nullRefused: { otherwise: ['nullRefused'] },
  choicesFree: { otherwise: ['choicesFree'] },
  deltaForgetsOptions: { otherwise: ['deltaForgetsOptions'] },
  foreignTokenInvalid: { otherwise: ['foreignTokenInvalid'] },
  indexNotPatched: { otherwise: ['indexNotPatched'] },
} satisfies Record<string, GraphFault>

export type Preset = keyof typeof PRESETS
export const PRESET_NAMES = Object.keys(PRESETS) as Preset[]

/** Names of an object come back in another order from the server. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  )

export const isOn = (faults: readonly GraphFault[], preset: Preset): boolean =>
  faults.some((fault) => canonical(fault) === canonical(PRESETS[preset]))

/** The faults with one preset turned; those that are nobody's preset stay as they are. */
export const turned = (faults: readonly GraphFault[], preset: Preset): GraphFault[] =>
  isOn(faults, preset) ? faults.filter((fault) => canonical(fault) !== canonical(PRESETS[preset])) : [...faults, PRESETS[preset]]

/** How many faults are set that no switch here shows. */
export const others = (faults: readonly GraphFault[]): number =>
  faults.length - PRESET_NAMES.filter((preset) => isOn(faults, preset)).length
