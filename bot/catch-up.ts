import type { Instant } from '#domain/model.ts'
import type { Courier } from '#usecases/courier.ts'
import { type Done, freshenCards } from '#usecases/freshen-cards.ts'
import type { Store } from '#usecases/ports.ts'
import type { Written } from '#usecases/telling-store.ts'
import type { Timer } from './timer.ts'

/** What is written within so long is one change of the card: several answers saved together, an import. */
const TOGETHER_MS = 300

export interface CatchUpDeps {
  store: Store
  courier: Courier
  now: () => Instant
  timer: Timer
  /** Work that goes on after the answer has been given. */
  afterwards: (work: Promise<unknown>) => void
}

/** Told of each act and of the card it was done in, if any; soon after, the cards in the chats say the same as the tab. */
export function createCatchUp({ store, courier, now, timer, afterwards }: CatchUpDeps) {
  let waiting: (Done & { by: Set<string>; except: Set<string> }) | null = null
  async function run(): Promise<void> {
    await timer.sleep(TOGETHER_MS)
    const done = waiting
    waiting = null
    if (done) await freshenCards(done, { now: now() }, { store, courier })
  }
  return ({ before, by }: Written, pressed: string | null = null): void => {
    if (!waiting) {
      waiting = { before, by: new Set(), except: new Set() }
      afterwards(run())
    }
    waiting.by.add(by)
    if (pressed !== null) waiting.except.add(pressed)
  }
}
