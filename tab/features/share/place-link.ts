import type { Host } from '../../host.ts'

/** The personal tab that opens any place, as the manifest has it. */
const TAB = 'portfolio'
/** Teams on a phone has no window for sharing: there the call comes to nothing. */
const PHONES = ['android', 'ios', 'ipados']

/**
 * Lets Teams show its own window with a link to a place in the tab (`#/project/KEY`, `#/?sort=rank`). False where it has none;
 * then the link is shown by ourselves.
 */
export function shareInTeams(host: Pick<Host, 'program' | 'share'>, hash: string, label: string): boolean {
  if (PHONES.includes(host.program.host.clientType)) return false
  try {
    host.share({ subPageId: hash, subPageLabel: label })
    return true
  } catch {
    // Outlook and others have pages of their own, without a window for sharing.
    return false
  }
}

/** A link to a place in the tab, to be sent: Teams' own kind where it tells the app's id, otherwise the page's address. */
export function linkTo({ program }: Pick<Host, 'program'>, hash: string, page: string): string {
  if (program.appId === undefined) return `${page}${hash}`
  const context = encodeURIComponent(JSON.stringify({ subEntityId: hash }))
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(String(program.appId))}/${TAB}?context=${context}`
}
