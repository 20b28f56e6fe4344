import type { Stamp } from '#domain/model.ts'

/** Who, when and from where, as every row carries it. */
export const stampOf = (key: string, by: Pick<Stamp, 'actorId' | 'actedAt' | 'via'>): Stamp => ({ key, ...by, schemaVersion: 1 })
