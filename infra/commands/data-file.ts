import { existsSync } from 'node:fs'
import { civilDateOf } from '#domain/dates.ts'
import type { Instant } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { openDatabase } from '../local/graph/database.ts'
import { type LocalLists, openLocalLists } from '../local/lists.ts'
import { scenarioNamed } from '../local/scenarios/scenarios.ts'
import { openState } from '../local/state.ts'

/** The lists of a scenario's own file, opened without a running local world. */
export interface DataFile {
  lists: LocalLists
  /** The world's own clock, as it was left. */
  now: Instant
}

/** Opens a data file by the product's own path: list server, Graph client, store. Close `lists` afterwards. */
export async function openDataFile(path: string): Promise<Result<DataFile, { code: 'dataMissing'; sentence: string }>> {
  if (!existsSync(path)) {
    return refuse({ code: 'dataMissing', sentence: `There is no data file «${path}». Start the scenario once with npm start.` })
  }
  const now = momentOf(path)
  const scenario = scenarioNamed('empty')
  if (!scenario) throw new Error('the scenario empty is gone')
  const lists = await openLocalLists({
    file: path,
    scenario,
    day: civilDateOf(now),
    now: () => new Date(now),
    wallClock: () => new Date(),
    port: 0,
  })
  return ok({ lists, now })
}

function momentOf(path: string): Instant {
  const database = openDatabase(path)
  try {
    return openState(database).get('now') ?? new Date().toISOString()
  } finally {
    database.close()
  }
}
