import type { SaveViewRequest } from '#contract/portfolio-requests.ts'
import { may } from '#domain/may.ts'
import { refuse } from '#domain/result.ts'
import { MAX_VIEWS, saveViewChange, viewKey, viewsFor } from '#domain/saved-views.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/**
 * Keeps a way of looking at the portfolio under a name: one's own, or shared with everyone (leaders and office). The same name
 * again is written over. Refuses: notAllowed, tooManyViews, storeUnavailable.
 */
export async function saveView(
  request: SaveViewRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ viewKey: string }>> {
  const snapshot = deps.store.snapshot()
  const { facts } = snapshot
  const person = facts.peopleById.get(asker.personId) ?? null
  if (person === null || (request.shared && !may(person, 'shareView', {}, facts).ok)) return refuse({ code: 'notAllowed', field: 'shared' })
  const title = request.title.trim()
  const ownerId = request.shared ? null : asker.personId
  const key = viewKey(ownerId, title)
  const standing = viewsFor(asker.personId, facts.tables.settings.values()).filter(({ shared }) => shared === request.shared)
  if (standing.length >= MAX_VIEWS && !standing.some((view) => view.key === key)) {
    return refuse({ code: 'tooManyViews', field: 'title', args: { limit: MAX_VIEWS } })
  }
  const value = { title, query: request.query, ownerId, removed: false }
  const change = saveViewChange(key, value, snapshot.versionOf('settings', key))
  const written = await deps.store.write([change], { personId: asker.personId, via: asker.via, now: asker.now })
  // Two windows that save the same name at once both meant it: either of them is the view.
  if (written.ok || written.code === 'alreadyExists' || written.code === 'conflict') return { ok: true, value: { viewKey: key } }
  return refuse(writeFault(written))
}
