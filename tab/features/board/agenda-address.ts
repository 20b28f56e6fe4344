let address: string | null = null

/** Remembers where in the agenda the meeting is, `#/board?group=leader&at=2`, until the tab is closed. */
export function rememberAgenda(hash: string): void {
  address = hash
}

/** The way back to the agenda for who came by it; null for everyone else. */
export const agendaAddress = (): string | null => address
