import { describe, expect, it } from 'vitest'
import { markdownToHtml } from './markdown.ts'

describe('markdownToHtml', () => {
  it.each([
    ['Hei **Kari**', '<p>Hei <strong>Kari</strong></p>'],
    ['_måling_ av *tid*', '<p><em>måling</em> av <em>tid</em></p>'],
    ['snake_case_name', '<p>snake_case_name</p>'],
    ['en\nto\n\ntre', '<p>en<br>to</p><p>tre</p>'],
    ['- en\n- to', '<ul><li>en</li><li>to</li></ul>'],
    ['1. en\n2. to', '<ol><li>en</li><li>to</li></ol>'],
    ['[KS](https://www.ks.no/)', '<p><a href="https://www.ks.no/">KS</a></p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['[x](https://a"onmouseover="b)', '<p><a href="https://a&quot;onmouseover=&quot;b">x</a></p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['\\*ikke fet\\* \\[a\\](https://b.no)', '<p>*ikke fet* [a](https://b.no)</p>'],
  ])('%j', (text, html) => {
    expect(markdownToHtml(text)).toBe(html)
  })
})
