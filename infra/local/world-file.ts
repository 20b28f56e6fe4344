import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { CivilDate } from '#domain/model.ts'
import { type Database, openDatabase } from './graph/database.ts'
import { openState, type WorldState } from './state.ts'

/** What cannot be done, in a sentence that says what to do instead; for whoever started the world. */
export class WorldRefusal extends Error {}

export interface WorldFile {
  path: string
  db: Database
  state: WorldState
  /** The day the scenario was made for. */
  day: CivilDate
  /** False until `seeded()` has been called once: the scenario's rows are not there, or not all of them. */
  isSeeded: boolean
  seeded(): void
}

/** Each scenario has one file of its own, outside git. */
export const scenarioFile = (root: string, scenario: string, dataFile?: string): string =>
  dataFile === undefined ? join(root, '.local', `${scenario}.sqlite`) : resolve(dataFile)

const remove = (path: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
}

/**
 * Opens a scenario's file, or begins it. What a killed start left half seeded is begun anew. Throws WorldRefusal when the
 * file holds another scenario or was made for another day than the one asked for.
 */
export const openWorldFile = (
  path: string,
  wanted: { scenario: string; today: CivilDate | undefined; realToday: CivilDate; reset: boolean },
): WorldFile => {
  if (wanted.reset) remove(path)
  const opened = existsSync(path) ? openExisting(path, wanted) : undefined
  return opened ?? begin(path, wanted)
}

const openExisting = (path: string, wanted: { scenario: string; today: CivilDate | undefined }): WorldFile | undefined => {
  const db = openDatabase(path)
  const state = openState(db)
  const scenario = state.get('scenario')
  const seededFor = state.get('seededFor')
  if (seededFor === undefined) {
    db.close()
    remove(path)
    return undefined
  }
  const refusal =
    scenario !== wanted.scenario
      ? `${path} holds the scenario ${scenario}. Start with --scenario ${scenario}, another --data FILE, or --reset.`
      : wanted.today !== undefined && wanted.today !== seededFor
        ? `The scenario ${scenario} was begun on ${seededFor} and keeps its days. Add --reset to begin it anew on ${wanted.today}.`
        : null
  if (refusal !== null) {
    db.close()
    throw new WorldRefusal(refusal)
  }
  return { path, db, state, day: seededFor, isSeeded: true, seeded: () => undefined }
}

const begin = (path: string, wanted: { scenario: string; today: CivilDate | undefined; realToday: CivilDate }): WorldFile => {
  mkdirSync(dirname(path), { recursive: true })
  const db = openDatabase(path)
  const state = openState(db)
  const day = wanted.today ?? wanted.realToday
  state.set('scenario', wanted.scenario)
  state.set('worldId', randomUUID())
  return { path, db, state, day, isSeeded: false, seeded: () => state.set('seededFor', day) }
}
