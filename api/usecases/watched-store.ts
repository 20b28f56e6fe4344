import type { Store } from './ports.ts'

/** A code and ids, never a name or anybody's text. */
type Log = (code: string, ids: Readonly<Record<string, string | number | null>>) => void

/**
 * The store, with a line in the log for every write that SharePoint refuses for good: people are only told that something
 * went wrong, and whoever runs the server needs the list, the HTTP status and Graph's error code to mend it.
 */
export function watchedStore<S extends Store>(store: S, log: Log): S {
  return {
    ...store,
    write: async (...[changes, actor]: Parameters<Store['write']>) => {
      const written = await store.write(changes, actor)
      if (!written.ok && written.code === 'refusedByStore') {
        const [, status = null, code = ''] = /^(\d{3})?\s*(.*)$/s.exec(written.detail) ?? []
        log('writeRefused', { list: written.list, status: status && Number(status), code: /^[\w.-]{1,60}$/.test(code) ? code : null })
      }
      return written
    },
  }
}
