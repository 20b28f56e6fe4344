import type { Fault } from '#contract/errors.ts'
import type { Facts } from '#domain/facts.ts'
import type { PersonId } from '#domain/model.ts'
import { parseNorwegianNumber } from '#domain/numbers.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

/** A number of a form as it came: typed the Norwegian way, as JSON has it, or emptied. */
type Typed = number | string | null | undefined

/** A typed number read; null for an emptied field, undefined where nothing was said. `field` names it in the refusal. */
export function readNumber<T extends Typed>(typed: T, field: string, unit = ''): Result<Exclude<T, string> | number, Fault> {
  if (typeof typed !== 'string') return ok(typed as Exclude<T, string>)
  const parsed = parseNorwegianNumber(typed, unit)
  return parsed.ok ? parsed : refuse<Fault>({ code: parsed.code, field, args: { value: typed, unit } })
}

/** The named fields of a form as numbers; those that were not said stay unsaid. */
export function readNumbers<F extends string>(
  given: { [K in F]?: Typed },
  fields: readonly F[],
  unitOf: (field: F) => string = () => '',
): Result<{ [K in F]?: number | null }, Fault> {
  const numbers: { [K in F]?: number | null } = {}
  for (const field of fields) {
    const typed = given[field]
    if (typed === undefined) continue
    const read = readNumber(typed, field, unitOf(field))
    if (!read.ok) return read
    numbers[field] = read.value
  }
  return ok(numbers)
}

/** The texts of a form without space around them; an empty one is null. */
export function tidyTexts<T extends object>(given: T): T {
  const tidy = Object.entries(given).map(([field, value]) => [field, typeof value === 'string' ? value.trim() || null : value])
  return Object.fromEntries(tidy) as T
}

/** Refuses a person nobody knows or who has left: nothing new is given to them. One who stands there already may stay. */
export function knownPeople<F extends string>(
  given: { [K in F]?: PersonId | null | undefined },
  fields: readonly F[],
  facts: Facts,
  standing?: { [K in F]: PersonId | null },
): Result<true, Fault> {
  for (const field of fields) {
    const personId = given[field]
    if (!personId || personId === standing?.[field]) continue
    const person = facts.peopleById.get(personId)
    if (!person || person.reach === 'left') return refuse<Fault>({ code: 'personInvalid', field })
  }
  return ok(true)
}
