import type { Facts } from '#domain/facts.ts'
import type { ListCode, PersonId } from '#domain/model.ts'
import type { Store } from './ports.ts'

/** Lists in which a write may change what somebody is asked for. */
const ASKED_FROM: readonly ListCode[] = [
  'projects',
  'decisions',
  'benefits',
  'benefitActions',
  'indicators',
  'measurements',
  'statusReports',
  'obligations',
]

/** One act that stands: the lists as they were before it, and who did it. */
export interface Written {
  before: Facts
  by: PersonId
}

/** The store, telling of each act that may have changed what somebody is asked for. */
export function tellingStore<S extends Store>(store: S, told: (written: Written) => void): S {
  return {
    ...store,
    write: async (...[changes, actor]: Parameters<Store['write']>) => {
      const before = store.snapshot().facts
      const written = await store.write(changes, actor)
      if (written.ok && changes.some(({ list }) => ASKED_FROM.includes(list))) told({ before, by: actor.personId })
      return written
    },
  }
}
