/** One answered request: what was asked, what it cost, who asked. `at` is the product's own time, not the wall clock's. */
export interface LoggedRequest {
  at: string
  method: string
  /** Path and query as they came. */
  url: string
  status: number
  /** Resource units by Microsoft's table; a throttled request costs too. */
  units: number
  /** `app`, `admin`, `owner`, a person's id or `anonymous`. */
  caller: string
}

/** Enough for every benchmark; older entries fall out, a thousand at a time. */
const KEPT = 50_000
const SLACK = 1_000
/** No request is under way longer than this. */
const SLOWEST_MS = 10 * 60_000

export interface RequestLog {
  add(entry: LoggedRequest): void
  /** All kept entries, or those at or after an instant. Throws when `sinceIso` is no instant. */
  since(sinceIso?: string): LoggedRequest[]
}

/** Kept in memory: it belongs to one run of the server. */
export const requestLog = (kept: number = KEPT): RequestLog => {
  let entries: LoggedRequest[] = []
  return {
    add: (entry) => {
      entries.push(entry)
      if (entries.length > kept + SLACK) entries = entries.slice(-kept)
    },
    since: (sinceIso) => {
      if (sinceIso === undefined) return entries.slice()
      const since = Date.parse(sinceIso)
      if (Number.isNaN(since)) throw new RangeError('since must be an instant such as 2026-05-04T07:00:00Z')
      // The product's time never goes back, so what is wanted is the end of the log; a slow request is entered late.
      const surelyBefore = new Date(since - SLOWEST_MS).toISOString()
      let from = entries.length
      while (from > 0 && (entries[from - 1]?.at ?? '') >= surelyBefore) from -= 1
      return entries.slice(from).filter((entry) => Date.parse(entry.at) >= since)
    },
  }
}
