import type { Fault } from '#contract/errors.ts'
import type { Acting } from '#domain/acting.ts'
import type { Change } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import { type Result, refuse } from '#domain/result.ts'
import { viewContext } from '#views/context.ts'
import { actingOf, obligationOf } from './acting-of.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/** One obligation as it stands for an act on it, and what the rule of the act reads. */
export interface ObligationAct {
  obligation: Obligation
  /** All that is asked for on the day. */
  obligations: readonly Obligation[]
  acting: Acting
}

/**
 * An act on one obligation: found, decided by its rule, written. Rows that have changed meanwhile are read and decided on once
 * more, so the same act twice at once is one act; what has become impossible is refused by its rule. `fields` names the field
 * that mends a refusal, by its code. Refuses: notFound, the rule's own, cardOutdated, storeUnavailable.
 */
export async function actOnObligation<V extends { changes: Change[] }>(
  obligationKey: string,
  asker: Asker,
  deps: { store: Store },
  decide: (act: ObligationAct) => Result<V, Fault>,
  fields: Partial<Record<Fault['code'], string>> = {},
): Promise<UseCaseResult<V>> {
  const decided = (): Result<V, Fault> => {
    const snapshot = deps.store.snapshot()
    const obligation = obligationOf(snapshot, obligationKey, asker.today)
    if (!obligation) return refuse({ code: 'notFound' as const })
    const { obligations } = viewContext(snapshot.facts, asker.today)
    return decide({ obligation, obligations, acting: actingOf(snapshot, asker.today) })
  }
  return carryOut(decided, asker, deps, fields)
}

/** Decides and writes; once more when somebody was first. */
export async function carryOut<V extends { changes: Change[] }>(
  decide: () => Result<V, Fault>,
  asker: Asker,
  deps: { store: Store },
  fields: Partial<Record<Fault['code'], string>> = {},
): Promise<UseCaseResult<V>> {
  for (let attempt = 1; ; attempt += 1) {
    const decided = decide()
    if (!decided.ok) {
      const field = decided.field ?? fields[decided.code]
      return field === undefined ? decided : { ...decided, field }
    }
    if (decided.value.changes.length === 0) return decided
    const written = await deps.store.write(decided.value.changes, { personId: asker.personId, via: asker.via, now: asker.now })
    if (written.ok) return decided
    const fault = writeFault(written)
    if (fault.code !== 'staleEdit') return refuse(fault)
    if (attempt === 2) return refuse({ code: 'cardOutdated' as const })
    await deps.store.refresh()
  }
}
