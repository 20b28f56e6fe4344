import type { Database } from './graph/database.ts'

/** Small facts the world keeps about itself. */
export const STATE_NAMES = ['scenario', 'seededFor', 'worldId', 'now', 'connectorUrl'] as const
export type StateName = (typeof STATE_NAMES)[number]

export interface WorldState {
  get(name: StateName): string | undefined
  set(name: StateName, value: string): void
}

/** Kept in the scenario's own file, so that copying the file copies the whole world with its clock. */
export const openState = (db: Database): WorldState => {
  db.exec('CREATE TABLE IF NOT EXISTS world_state (name TEXT PRIMARY KEY, value TEXT NOT NULL)')
  return {
    get: (name) => db.get<{ value: string }>('SELECT value FROM world_state WHERE name = ?', name)?.value,
    set: (name, value) => {
      db.run('INSERT INTO world_state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value)
    },
  }
}
