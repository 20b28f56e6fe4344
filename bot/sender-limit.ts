/** What becomes of one more thing from a sender: answered, told once that it is too much, or left lying. */
export type Hearing = 'answer' | 'tell' | 'leave'

const MINUTE_MS = 60_000
/** Senders remembered before the quiet ones are forgotten. */
const REMEMBERED = 5_000

interface Sender {
  from: number
  heard: number
}

/**
 * Counts what each sender says in a minute, so that one of them cannot keep the bot from the others. `nowMs` is any clock in
 * milliseconds that never goes back.
 */
export function createSenderLimit(perMinute: number): (sender: string, nowMs: number) => Hearing {
  const senders = new Map<string, Sender>()
  return (sender, nowMs) => {
    if (senders.size > REMEMBERED) for (const [id, { from }] of senders) if (nowMs - from >= MINUTE_MS) senders.delete(id)
    const known = senders.get(sender)
    const current = known && nowMs - known.from < MINUTE_MS ? known : { from: nowMs, heard: 0 }
    current.heard += 1
    senders.set(sender, current)
    if (current.heard <= perMinute) return 'answer'
    return current.heard === perMinute + 1 ? 'tell' : 'leave'
  }
}
