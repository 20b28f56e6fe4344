import type { Saved } from './use-edit.ts'

/** What was just made or taken back, where another page is shown afterwards. */
let carried: Saved | null = null

/** Keeps it for the page that is opened next. */
export const carry = (saved: Saved): void => {
  carried = saved
}

/** What the page before has done with a record of this key; `forgetCarried` once it is shown. */
export const carriedOf = (key: string): Saved | null => (carried?.view.key === key ? carried : null)
/** What the page before has taken back. */
export const carriedUndone = (): Saved | null => (carried?.undone ? carried : null)

export const forgetCarried = (): void => {
  carried = null
}
