import type { WorldEvent } from './shapes.ts'

export interface WorldEvents {
  emit(event: WorldEvent): void
  /** Gives the function that ends the subscription. */
  subscribe(listener: (event: WorldEvent) => void): () => void
}

export const createEvents = (): WorldEvents => {
  const listeners = new Set<(event: WorldEvent) => void>()
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
