import { undoCreated as undoOf } from '#domain/undo-created.ts'
import type { MadeList } from '#domain/withdrawn.ts'
import { carryOut } from './act-on-obligation.ts'
import { actingOf } from './acting-of.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

/**
 * «Angre» within ten minutes of making it, by the one who made it: a project, benefit, indicator, action or request for a
 * decision is not there any more. The same again changes nothing. Refuses: notFound, notAllowed, createdTooLate, builtUpon (with
 * what hangs on it by now), cardOutdated (somebody was first), storeUnavailable.
 */
export const undoCreated = async (
  { list, key }: { list: MadeList; key: string },
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ projectKey: string }>> =>
  carryOut(() => undoOf({ list, key, byId: asker.personId, now: asker.now }, actingOf(deps.store.snapshot(), asker.today)), asker, deps)
