import type { Draft, Person } from '#domain/model.ts'

/** Somebody the lists do not have yet: no roles, nothing chosen. */
export const newPerson = (personId: string, displayName: string, reach: Person['reach']): Draft<'people'> => ({
  key: personId.toLowerCase(),
  personId,
  displayName,
  roles: [],
  area: null,
  deputyId: null,
  deputyFrom: null,
  deputyTo: null,
  language: null,
  pausedUntil: null,
  awaySince: null,
  reach,
})
