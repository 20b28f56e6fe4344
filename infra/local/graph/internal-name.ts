/** SharePoint cuts internal names here (office365-rest-python-client#262). */
const MAX_LENGTH = 32

const escaped = (character: string): string => `_x${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`

/**
 * The internal name a column gets: what is no letter, digit or underscore becomes `_xHHHH_`, so does a leading digit,
 * and the whole is cut at 32 characters. It never changes afterwards.
 */
export const internalName = (name: string): string =>
  name
    .replace(/^[0-9]/, escaped)
    .replace(/[^A-Za-z0-9_]/gu, escaped)
    .slice(0, MAX_LENGTH)
