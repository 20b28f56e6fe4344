import { describe, expect, it } from 'vitest'
import { isLink, LINK_LIMIT, MOST_DOCUMENTS } from './documents.ts'
import { documentsRequest } from './documents-requests.ts'

describe('a link to a document', () => {
  it.each([
    'https://eksempel.sharepoint.com/:w:/s/prosjekt/EaBc?e=4%3Ax&web=1',
    'https://intranett/dok/1',
    'https://kommune.no:8443/æøå#side=2',
    'HTTPS://kommune.no',
  ])('is %s', (text) => expect(isLink(text)).toBe(true))

  it.each([
    '',
    'https://',
    'http://kommune.no/dok',
    'kommune.no/dok',
    'javascript:alert(1)',
    'data:text/html,x',
    'https:kommune.no',
    'https://kommune.no\\@ond.no',
    'https://bruker:ord@kommune.no/dok',
    'https://kommune.no/to ord',
    ' https://kommune.no',
    'https://kommune.no/\nhttps://ond.no',
  ])('is not «%s»', (text) => expect(isLink(text)).toBe(false))

  it('is kept with its name, and no more of them than one cell takes', () => {
    const one = { title: ' Plan ', url: 'https://a.no', rule: null }
    const longest = { ...one, title: 'x'.repeat(150), url: `https://a.no/${'x'.repeat(LINK_LIMIT - 13)}`, rule: 'x'.repeat(60) }
    expect(documentsRequest.parse([one])).toEqual([{ ...one, title: 'Plan' }])
    const most = documentsRequest.parse(Array.from({ length: MOST_DOCUMENTS }, () => longest))
    // A multi-line column of SharePoint takes 63 999 characters.
    expect(JSON.stringify(most).length).toBeLessThan(63_999)
    expect(documentsRequest.safeParse([...most, one]).success).toBe(false)
    expect(documentsRequest.safeParse([{ ...one, url: `${longest.url}x` }]).success).toBe(false)
  })
})
