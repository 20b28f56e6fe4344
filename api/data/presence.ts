import type { PersonId } from '#domain/model.ts'
import type { Presence } from '#usecases/ports.ts'
import type { Graph } from './graph.ts'

/** Most people Graph answers about at once (getPresencesByUserId). */
const AT_ONCE = 650

interface PresenceRow {
  id: string
  outOfOfficeSettings?: { isOutOfOffice?: boolean } | null
}

/**
 * Presence from Microsoft Graph, with the application permission Presence.Read.All. Only whether somebody is out of office is
 * read: neither the automatic reply nor what they are doing. null when it is not consented to, or Graph does not answer.
 */
export function graphPresence(graph: Graph): Presence {
  return {
    async outOfOffice(personIds) {
      const found = new Set<PersonId>()
      for (let from = 0; from < personIds.length; from += AT_ONCE) {
        const ids = personIds.slice(from, from + AT_ONCE)
        // A question may be asked again without harm, as what carries a key may.
        const answer = await graph.post<{ value: PresenceRow[] }>('/communications/getPresencesByUserId', { ids }, { keyed: true })
        if (!answer.ok) return null
        for (const { id, outOfOfficeSettings } of answer.value.value) if (outOfOfficeSettings?.isOutOfOffice === true) found.add(id)
      }
      return found
    },
  }
}
