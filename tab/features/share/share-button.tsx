import { useRef } from 'react'
import { tabShare } from '#contract/texts/tab-share.ts'
import { useSay } from '../../app/session.ts'
import { useShare } from './use-share.tsx'

/** The act as a button of its own. */
export function ShareButton({ hash, label, className }: { hash: string; label: string; className: string | undefined }) {
  const say = useSay(tabShare)
  const button = useRef<HTMLButtonElement>(null)
  const { share, dialog } = useShare(() => button.current?.focus())
  return (
    <>
      <button ref={button} type="button" className={className} onClick={() => share(hash, label)}>
        {say('share')}
      </button>
      {dialog}
    </>
  )
}
