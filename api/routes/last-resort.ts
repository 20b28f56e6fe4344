import { placeOf } from './place-of.ts'

export interface LastResort {
  /** Codes and ids only: what was thrown may carry a person's text in its message. */
  log: (line: { level: 'error'; what: string; error: string; at: string }) => void
  /** Stops taking requests and lets what is under way end. */
  close: () => Promise<void>
  exit: (code: number) => void
  /** How long closing may take, in milliseconds. */
  within: number
}

/** Longer than a write to the lists with its retries usually takes, shorter than a platform waits before it kills. */
export const CLOSING_MS = 10_000

/**
 * What the server does with something thrown that nobody caught: nothing of its state can be trusted any more, so it is told,
 * closed and left with code 1, and the platform starts it again. A second fault while closing ends it at once.
 */
export function lastResort({ log, close, exit, within }: LastResort): (fault: unknown) => Promise<void> {
  let closing = false
  return async (fault) => {
    const error = fault instanceof Error ? fault : null
    log({ level: 'error', what: 'crashed', error: error?.name ?? typeof fault, at: error ? placeOf(error) : '' })
    if (closing) return exit(1)
    closing = true
    const late = setTimeout(() => exit(1), within)
    try {
      await close()
    } catch (failed) {
      log({ level: 'error', what: 'closeFailed', error: failed instanceof Error ? failed.name : typeof failed, at: '' })
    }
    clearTimeout(late)
    exit(1)
  }
}

/** Registers it for this process. Without it Node would print the whole fault, text and all, and leave without closing. */
export function leaveOnUncaught(options: Omit<LastResort, 'exit'>): void {
  const handler = lastResort({ ...options, exit: (code) => process.exit(code) })
  process.on('uncaughtException', handler)
  process.on('unhandledRejection', handler)
}
