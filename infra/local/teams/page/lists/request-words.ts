/** The url as people read it; one that is no proper url is shown as it came. */
export const readableUrl = (url: string): string => {
  try {
    return decodeURIComponent(url)
  } catch (error) {
    if (error instanceof URIError) return url
    throw error
  }
}

/** `/sites/…/lists/1a2b…/items` without the long ids, which say nothing to a reader. */
export const shortUrl = (url: string): string =>
  readableUrl(url)
    .replace(/^\/v1\.0/, '')
    .replace(/^\/sites\/[^/]+/, '/sites/…')
    .replace(/([0-9a-f]{4})[0-9a-f]{4}-[0-9a-f-]{27}/g, '$1…')
    .replace(/token=[^&]{12,}/g, 'token=…')
