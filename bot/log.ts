/** How the bot reports: a code and ids, never a name or anybody's text. */
export type Log = (code: string, ids?: Readonly<Record<string, string | number | null>>) => void
