import type { RemoveViewRequest } from '#contract/portfolio-requests.ts'
import { may } from '#domain/may.ts'
import { refuse } from '#domain/result.ts'
import { saveViewChange, viewOf } from '#domain/saved-views.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/**
 * Takes a saved view away: one's own, or a shared one (leaders and office). One that is gone already stays gone. Another's own
 * is answered as one that does not exist. Refuses: notFound, notAllowed, storeUnavailable.
 */
export async function removeView(request: RemoveViewRequest, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<true>> {
  const snapshot = deps.store.snapshot()
  const { facts } = snapshot
  const row = facts.tables.settings.get(request.viewKey)
  const view = row ? viewOf(row) : null
  if (view === null || (view.ownerId !== null && view.ownerId !== asker.personId)) return refuse({ code: 'notFound', field: 'viewKey' })
  const person = facts.peopleById.get(asker.personId) ?? null
  if (view.ownerId === null && !may(person, 'shareView', {}, facts).ok) return refuse({ code: 'notAllowed', field: 'viewKey' })
  if (view.removed) return { ok: true, value: true }
  const change = saveViewChange(request.viewKey, { ...view, removed: true }, snapshot.versionOf('settings', request.viewKey))
  const written = await deps.store.write([change], { personId: asker.personId, via: asker.via, now: asker.now })
  // Saved anew in the same moment: then it is wanted, and stays.
  if (written.ok || written.code === 'conflict') return { ok: true, value: true }
  return refuse(writeFault(written))
}
