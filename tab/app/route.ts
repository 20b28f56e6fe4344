/** Pages that are named by one word. */
// biome-ignore format: one page a line
const PAGES = [
  'tasks',
  'roadmap',
  'board',
  'import',
  'health',
  'settings',
  'nudges',
  'tour',
  'benefits',
  'new-project',
] as const

/** Where in the tab a person is. Stands in the address after `#`, so that back, reload and deep links work. */
export type Route =
  | { name: 'portfolio' }
  /** `form` and `record` open a form on the page: `#/project/KEY/edit/indicator/KEY`. */
  | { name: 'project'; key: string; form?: string; record?: string }
  | { name: 'plan'; key: string }
  | { name: 'reports'; key: string }
  | { name: 'report'; key: string }
  | { name: 'decision'; key: string; board?: true }
  | { name: (typeof PAGES)[number] }

/** Reads `#/project/KEY/report` and the like; anything unknown is the portfolio. */
export function parseRoute(hash: string): Route {
  const [name, key, part, form, record] = hash
    .replace(/^#?\/?/, '')
    // What stands after «?» is the page's own view.
    .replace(/\?.*$/, '')
    .split('/')
    .map(decode)
  if (name === 'project' && key) {
    if (part === 'decision' && form === 'board') return { name: part, key, board: true }
    if (part === 'decision' || part === 'report' || part === 'plan' || part === 'reports') return { name: part, key }
    if (part === 'edit' && form) return { name: 'project', key, form, ...(record ? { record } : {}) }
    return { name: 'project', key }
  }
  const page = PAGES.find((one) => one === name)
  if (page !== undefined) return { name: page }
  return { name: 'portfolio' }
}

/** The address of a place, `#/project/KEY`. */
export function hrefOf(route: Route): string {
  if (route.name === 'project') {
    const parts = ['#/project', encodeURIComponent(route.key)]
    if (route.form !== undefined) parts.push('edit', encodeURIComponent(route.form))
    if (route.form !== undefined && route.record !== undefined) parts.push(encodeURIComponent(route.record))
    return parts.join('/')
  }
  if (route.name === 'decision' && route.board) return `#/project/${encodeURIComponent(route.key)}/decision/board`
  if ('key' in route) return `#/project/${encodeURIComponent(route.key)}/${route.name}`
  return route.name === 'portfolio' ? '#/' : `#/${route.name}`
}

/**
 * Where a freshly opened tab begins: a deep link from Teams first, then the address itself,
 * then what the channel tab was set up to show (`?scope=project&key=KEY`), or the personal tab «Mine oppgaver» (`?view=mine`).
 */
export function firstRoute(subPageId: string, hash: string, search: string): Route {
  if (subPageId !== '') return parseRoute(subPageId)
  if (hash.replace(/^#?\/?/, '') !== '') return parseRoute(hash)
  const query = new URLSearchParams(search)
  if (query.get('view') === 'mine') return { name: 'tasks' }
  const key = query.get('key')
  return query.get('scope') === 'project' && key ? { name: 'project', key } : { name: 'portfolio' }
}

/** How a portfolio's address says it is to be shown, `group=phase&sort=-rank`; empty for as everybody begins. */
export const queryOf = (address: string): string => /^#?\/?\?(.*)/.exec(address)?.[1] ?? ''

/** The programme or the area a channel tab is limited to at first; null where it is not. */
export function limitsOf(search: string): { programme: string | null; area: string | null } {
  const query = new URLSearchParams(search)
  const within = (scope: string) => (query.get('scope') === scope ? query.get('key') : null)
  return { programme: within('programme'), area: within('area') }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
