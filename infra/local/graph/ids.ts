import { createHash } from 'node:crypto'
import { LOCAL_SITE_OWNERS_GROUP_ID } from '../identity/identity.ts'
import type { Site, SiteSpec } from './types.ts'

/** A GUID that follows from a text, so that a site keeps its id when its file is made anew. */
export const guidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The site with its triple id `{hostname},{siteCollectionId},{webId}` (Microsoft's listitem-delta page). */
export const siteOf = (spec: SiteSpec): Site => {
  const address = `${spec.hostname}${spec.path}`.toLowerCase()
  const id = [spec.hostname, guidOf(`collection:${address}`), guidOf(`web:${address}`)].join(',')
  return { ...spec, ownersGroupId: spec.ownersGroupId ?? LOCAL_SITE_OWNERS_GROUP_ID, id }
}

/** Whole seconds, as SharePoint keeps them. */
export const storedInstant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
