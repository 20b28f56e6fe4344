import type { PersonId } from '#domain/model.ts'
import { refuse } from '#domain/result.ts'
import { sayWrongPerson, type WrongPersonInput } from '#domain/wrong-person.ts'
import { actOnObligation } from './act-on-obligation.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

export interface WrongPersonRequest extends Pick<WrongPersonInput, 'suggestedId' | 'reason'> {
  obligationKey: string
}

/**
 * «Feil person»: the assignee hands it to the next who can answer for it (`toId`), who is told as a new owner. The last of the
 * chain keeps it, is told that the office can change it, and the log tells the office. The same again changes nothing.
 * Refuses: notFound, notAllowed, cardOutdated, personInvalid, lastResponsible, storeUnavailable.
 */
export async function wrongPerson(
  { obligationKey, suggestedId, reason }: WrongPersonRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ toId: PersonId }>> {
  const { personId: byId } = asker
  const done = await actOnObligation(
    obligationKey,
    asker,
    deps,
    ({ obligation, obligations, acting }) => sayWrongPerson({ obligation, obligations, byId, suggestedId, reason }, acting),
    { personInvalid: 'suggestedId' },
  )
  if (!done.ok) return done
  const { toId } = done.value
  return toId === null ? refuse({ code: 'lastResponsible' as const }) : { ok: true, value: { toId } }
}
