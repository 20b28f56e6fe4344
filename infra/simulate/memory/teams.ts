import type { NudgeRecord } from '#domain/model.ts'
import type { SendOutcome } from '../../../bot/outcomes.ts'
import type { ConversationReference } from '../../../bot/reference.ts'
import type { Adapter } from '../../../bot/teams.ts'
import type { Owner, Turns } from './turns.ts'

/** One thing that Teams took, or may have taken, from the bot. */
export interface Arrival {
  what: 'card' | 'post'
  /** Person or channel. */
  to: string
  /** The sender's own clock when it was sent. */
  at: string
  /** false: nobody can tell whether it was shown. */
  sure: boolean
  /** The ledger's row for this person and day at that moment; null when there was none that was claimed. */
  row: NudgeRecord | null
}

/** What befalls one request to Teams. */
export type TeamsFault =
  | 'none'
  /** Taken, and the answer lost. */
  | 'taken'
  /** Not taken, and nobody can tell. */
  | 'dropped'
  | 'throttled'
  | 'conflict'
  | 'blocked'
  | 'gone'
  | 'tooLarge'
  | 'stopped'

export interface MemoryTeams {
  arrivals: Arrival[]
  /** People who do not have the app. */
  without: Set<string>
  /** Teams as one instance meets it. */
  adapter(instance: Sender): Adapter
}

interface Sender {
  owner: Owner
  turns: Turns
  latency: () => number
  fault: () => TeamsFault
  now: () => string
}

const REFUSED: Partial<Record<TeamsFault, SendOutcome>> = {
  throttled: { outcome: 'failed', failure: 'throttled', detail: '429', safeToRepeat: true, retryAfterMs: 2_000 },
  conflict: { outcome: 'failed', failure: 'refused', detail: '412', safeToRepeat: true, retryAfterMs: null },
  blocked: { outcome: 'failed', failure: 'blocked', detail: '403 ConversationBlockedByUser' },
  gone: { outcome: 'failed', failure: 'gone', detail: '404 ConversationNotFound' },
  tooLarge: { outcome: 'failed', failure: 'tooLarge', detail: '413 MessageSizeTooBig' },
  stopped: { outcome: 'failed', failure: 'disabledByAdmin', detail: '403 BotDisabledByAdmin' },
}

/** Teams' connector in memory: it takes what is sent, and keeps what it took. `rowOf` looks into the ledger as it stands. */
export function createMemoryTeams(rowOf: (personId: string, at: string) => NudgeRecord | null): MemoryTeams {
  const arrivals: Arrival[] = []
  const without = new Set<string>()
  let activity = 0

  const adapter = ({ owner, turns, latency, fault, now }: Sender): Adapter => {
    async function take(what: Arrival['what'], to: string, conversation: string): Promise<SendOutcome> {
      const at = now()
      await turns.wait(owner, latency(), true)
      const befalls = fault()
      const refused = REFUSED[befalls]
      if (!refused) arrivals.push({ what, to, at, sure: befalls !== 'dropped', row: what === 'card' ? rowOf(to, at) : null })
      activity += 1
      const activityId = String(activity)
      await turns.wait(owner, latency())
      if (refused) return refused
      return befalls === 'none' ? { outcome: 'sent', conversation, activityId } : { outcome: 'unknown', detail: '502' }
    }

    return {
      listen: () => undefined,
      receive: async () => ({ status: 404 }),
      mayCall: () => true,
      send: (to) => take('card', to.personId ?? '', to.conversationId),
      update: async (to, activityId) => {
        await turns.wait(owner, latency(), true)
        return { outcome: 'sent', conversation: to.conversationId, activityId }
      },
      async createPersonal(personId, place) {
        await turns.wait(owner, latency(), true)
        const befalls = fault()
        await turns.wait(owner, latency())
        if (befalls === 'throttled' || befalls === 'stopped') return { ok: false, outcome: REFUSED[befalls] as SendOutcome }
        if (befalls === 'taken' || befalls === 'dropped') return { ok: false, outcome: { outcome: 'unknown', detail: '502' } }
        if (without.has(personId)) return { ok: false, outcome: { outcome: 'failed', failure: 'refused', detail: '403' } }
        return { ok: true, reference: personalReference(personId, place) }
      },
      postToChannel: (to) => take('post', to.conversationId, to.conversationId),
      members: async () => [],
    }
  }
  return { arrivals, without, adapter }
}

const personalReference = (
  personId: string,
  place: { serviceUrl: string; tenantId: string | null; botId: string },
): ConversationReference => ({
  ...{ kind: 'personal', ...place, conversationId: `a:${personId}`, personId, channelId: null, teamId: null },
})
