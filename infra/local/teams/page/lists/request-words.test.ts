import { describe, expect, it } from 'vitest'
import { readableUrl, shortUrl } from './request-words.ts'

describe('a request in the log', () => {
  it.each([
    [
      '/v1.0/sites/a.sharepoint.com%2C1%2C2/lists/5822aaaa-1111-2222-3333-444455556666/items/2/fields',
      '/sites/…/lists/5822…/items/2/fields',
    ],
    ['/v1.0/sites/s/lists/l/items/delta?token=eyJsaXN0IjoiYWJj&$top=5', '/sites/…/lists/l/items/delta?token=…&$top=5'],
    ["/v1.0/sites/s/lists/l/items?$filter=fields/key%20eq%20'a'", "/sites/…/lists/l/items?$filter=fields/key eq 'a'"],
    ['/v1.0/%zz', '/%zz'],
  ])('%s', (url, short) => {
    expect(shortUrl(url)).toBe(short)
  })

  it('is shown whole when asked for', () => {
    expect(readableUrl('/v1.0/a%20b')).toBe('/v1.0/a b')
  })
})
