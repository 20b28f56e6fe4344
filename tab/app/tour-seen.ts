const NAME = 'puls.tour'

/** Whether the tour has been taken or turned down in this browser. Where nothing can be kept it is not offered: it would be offered for ever. */
export function isTourSeen(): boolean {
  try {
    return localStorage.getItem(NAME) !== null
  } catch {
    return true
  }
}

/** The tour is not offered again; it stays in the menu. */
export function markTourSeen(): void {
  try {
    localStorage.setItem(NAME, 'seen')
  } catch {
    // Without storage it is never offered in the first place.
    return
  }
}
