import type { Instant, PersonId, Stamp } from '#domain/model.ts'
import { stampOf } from '../stamp.ts'
import { LARGE_PEOPLE } from './people.ts'

const ids = LARGE_PEOPLE.map(({ personId }) => personId)

/** Some person, the same one for the same number. */
export const person = (number: number): PersonId => ids[number % ids.length] ?? ''

/** The items in turn, over and over. */
export const at = <T>(items: readonly [T, ...T[]], number: number): T => items[number % items.length] ?? items[0]

export const padded = (number: number): string => String(number).padStart(3, '0')

export const seen = (key: string, actorId: PersonId, actedAt: Instant): Stamp => stampOf(key, { actorId, actedAt, via: 'bot' })
