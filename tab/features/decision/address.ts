/** Only web addresses become links; whatever else is written stays words. */
export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim())

/** What a link is called: the last part of its path, else the host. An address with a stray `%` is shown as it is written. */
export function nameOfAddress(text: string): string {
  const { hostname, pathname } = new URL(text.trim())
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  try {
    return decodeURIComponent(last) || hostname
  } catch {
    return last
  }
}
