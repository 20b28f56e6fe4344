import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { Language } from '#contract/codes.ts'

const ChoiceMenu = lazy(() => import('./choice-menu.tsx').then((module) => ({ default: module.ChoiceMenu })))
/** Fetched when a pointer or focus comes near, so that the menu opens without a wait. */
const fetchAhead = () => void import('./choice-menu.tsx')

export interface ChoiceGroup {
  name: string
  label: string
  value: string
  /** `lang` where an option is written in another language than the page. */
  options: readonly { value: string; label: string; lang?: Language }[]
}
export interface MenuLink {
  href: string
  label: string
}

/** A button that opens a menu of choices. The menu itself loads only when somebody wants it. */
export function MenuButton(props: {
  label: string
  className?: string | undefined
  children: ReactNode
  groups: readonly ChoiceGroup[]
  links?: readonly MenuLink[]
  onChoose: (group: string, value: string) => void
}) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const setShown = (shown: boolean) => {
    setOpen(shown)
    if (shown) setWanted(true)
    else button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={props.label}
        title={props.label}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => setShown(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setShown(true)
        }}
      >
        {props.children}
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <ChoiceMenu
            open={open}
            onOpen={setShown}
            target={button}
            label={props.label}
            groups={props.groups}
            links={props.links ?? []}
            onChoose={props.onChoose}
          />
        </Suspense>
      )}
    </>
  )
}
