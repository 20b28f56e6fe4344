import type { Scope } from '#domain/codes.ts'
import type { Subscription } from '#domain/model.ts'

/** What a channel's summary is about; `key` is null for the whole portfolio, the area's name for an area. */
export interface SummaryScope {
  kind: Scope
  key: string | null
}

export const isRunning = (subscription: Pick<Subscription, 'endedOn'>): boolean => subscription.endedOn === null

/** One row for each channel and scope: subscribing twice collides. */
export function subscriptionKey(channel: string, scope: SummaryScope): string {
  const about = (scope.key ?? 'all')
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/[^\x21-\x7e]/g, '-')
  return `${channel}:${scope.kind}:${about}`.toLowerCase().slice(0, 200)
}
