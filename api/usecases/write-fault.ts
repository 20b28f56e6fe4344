import type { Fault } from '#contract/errors.ts'
import type { WriteFault } from './ports.ts'

/** A refused write as a person is told of it. What the store itself refuses is our fault, not theirs. */
export function writeFault(fault: WriteFault): Fault {
  switch (fault.code) {
    case 'storeUnavailable':
      return { code: 'storeUnavailable' }
    case 'refusedByStore':
      return { code: 'internal' }
    default:
      return { code: 'staleEdit' }
  }
}
