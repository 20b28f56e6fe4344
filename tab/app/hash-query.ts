import { useCallback, useEffect, useState } from 'react'

/** What stands after `?` in the address's hash: a page's own view, so that a link shows the same to the next person. */
export const queryOf = (hash: string): URLSearchParams => new URLSearchParams(hash.split('?')[1] ?? '')

/** The hash with another query; empty values are left out. */
export function withQuery(hash: string, values: Readonly<Record<string, string>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== '')
  const path = hash.split('?')[0] || '#/'
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** The page's query and how to change it. A change replaces the address: «back» leaves the page and does not undo a filter. */
export function useHashQuery(): [URLSearchParams, (values: Readonly<Record<string, string>>) => void] {
  const [hash, setHash] = useState(window.location.hash)
  useEffect(() => {
    const follow = () => setHash(window.location.hash)
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const set = useCallback((values: Readonly<Record<string, string>>) => {
    const next = withQuery(window.location.hash, values)
    window.history.replaceState(window.history.state, '', next)
    setHash(next)
  }, [])
  return [queryOf(hash), set]
}
