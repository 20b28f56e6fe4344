import { setFlagsFromString } from 'node:v8'

/**
 * Does work that makes much garbage, such as the first reading of all lists, with a heap that is kept small instead of fast:
 * otherwise V8 lets the heap grow to several times of what is kept, and gives nothing of it back.
 */
export async function withSmallHeap<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--optimize-for-size')
  try {
    return await work()
  } finally {
    setFlagsFromString('--no-optimize-for-size')
  }
}
