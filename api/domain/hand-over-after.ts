import type { Acting } from './acting.ts'
import type { Facts } from './facts.ts'
import { handOver } from './hand-over.ts'
import type { Change, ListCode, PersonId, Records } from './model.ts'
import type { Obligation } from './obligation.ts'
import { responsibleChain } from './responsible.ts'

/** The facts with one record written over, for asking who is responsible then; the joins stay as they were. */
export function withRecord<L extends ListCode>(facts: Facts, list: L, record: Records[L]): Facts {
  const rows = new Map<string, unknown>(facts.tables[list]).set(record.key, record)
  return { ...facts, tables: { ...facts.tables, [list]: rows } }
}

/**
 * Hands over what is asked for now when a change of people has given it another first responsible: a new measurer, benefit
 * owner, project manager or owner, whoever is first in the chain (rule 9). Where nobody new is named nothing is handed over:
 * then it has no owner and rule 8 says who is told. `obligations` are those before the change.
 */
export function handOverAfter(
  obligations: readonly Obligation[],
  before: Facts,
  after: Facts,
  acting: Pick<Acting, 'facts' | 'versionOf'>,
): Change[] {
  const byPerson = new Map<PersonId, Obligation[]>()
  for (const obligation of obligations) {
    const [next] = responsibleChain(obligation, after)
    if (next === undefined || responsibleChain(obligation, before)[0]?.personId === next.personId) continue
    byPerson.set(next.personId, [...(byPerson.get(next.personId) ?? []), obligation])
  }
  return [...byPerson].flatMap(([personId, theirs]) => handOver(theirs, personId, acting))
}
