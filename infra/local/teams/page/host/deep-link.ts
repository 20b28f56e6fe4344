/** Where a link in a card or in the tab leads. */
export type Target = { to: 'tab'; subPageId: string } | { to: 'elsewhere'; url: string } | { to: 'nowhere' }

const subPageOf = (context: string | null): string => {
  try {
    const parsed: unknown = JSON.parse(context ?? '{}')
    const value = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'subEntityId') : ''
    return typeof value === 'string' ? value : ''
  } catch {
    // No JSON: Teams opens the tab at its beginning then.
    return ''
  }
}

/** The place in the tab that an address names after its `#`: of the tab itself, or of this page. */
export const subPageOfHash = (hash: string): string => hash.replace(/^#?\/?/, '')

/** The address of this page at a place in the tab: what `subPageOfHash` reads. */
export const linkToPlace = (subPageId: string, origin: string): string => `${origin}/#/${subPageOfHash(subPageId)}`

/**
 * Reads a link as Teams does: `https://teams.microsoft.com/l/entity/APP/ENTITY?context={"subEntityId":…}` opens the tab
 * there, an address of the tab itself or of this page too; other web addresses open beside Teams, everything else nothing.
 */
export const targetOf = (link: string, origin: string): Target => {
  if (!URL.canParse(link, origin)) return { to: 'nowhere' }
  const url = new URL(link, origin)
  if (url.hostname === 'teams.microsoft.com' && url.pathname.startsWith('/l/entity/'))
    return { to: 'tab', subPageId: subPageOf(url.searchParams.get('context')) }
  if (url.origin === origin && (url.pathname === '/' || url.pathname.startsWith('/tab/')))
    return { to: 'tab', subPageId: subPageOfHash(url.hash) }
  return url.protocol === 'https:' || url.protocol === 'http:' ? { to: 'elsewhere', url: url.href } : { to: 'nowhere' }
}
