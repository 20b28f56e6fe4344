import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useSession } from '../../app/session.ts'
import { linkTo, shareInTeams } from './place-link.ts'

const ShareDialog = lazy(() => import('./share-dialog.tsx').then((module) => ({ default: module.ShareDialog })))

/** «Del lenke»: Teams' own window where it has one, otherwise ours, which must be drawn where the act is. `onClosed` gives focus back. */
export function useShare(onClosed: () => void): { share: (hash: string, label: string) => void; dialog: ReactNode } {
  const { host } = useSession()
  const [link, setLink] = useState<string | null>(null)
  const share = (hash: string, label: string) => {
    const { origin, pathname } = window.location
    if (!shareInTeams(host, hash, label)) setLink(linkTo(host, hash, `${origin}${pathname}`))
  }
  const close = () => {
    setLink(null)
    onClosed()
  }
  return { share, dialog: link === null ? null : <Suspense fallback={null}>{<ShareDialog link={link} onClose={close} />}</Suspense> }
}
