/**
 * The Markdown that Teams shows in a card's text: bold, italic, links, lists (Adaptive Cards, "Text features").
 * Everything is escaped first, so no text can become markup of its own; a link leads only to a web or mail address.
 */
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

/** A backslash takes the meaning from the sign that follows; such signs are put aside while the rest is read. */
const HIDDEN = '\uE000'

const inline = (text: string): string => {
  const aside: string[] = []
  return escaped(text)
    .replace(/\\([\\`*_{}[\]()#+\-.!~|])/g, (_whole, sign: string) => {
      aside.push(sign)
      return `${HIDDEN}${aside.length - 1}${HIDDEN}`
    })
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, label: string, url: string) =>
      /^(https?:|mailto:)/i.test(url) ? `<a href="${url}">${label}</a>` : whole,
    )
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w*])\*(\S(?:.*?\S)?)\*(?![\w*])/g, '$1<em>$2</em>')
    .replace(/(^|[^\w_])_(\S(?:.*?\S)?)_(?![\w_])/g, '$1<em>$2</em>')
    .replace(new RegExp(`${HIDDEN}(\\d+)${HIDDEN}`, 'g'), (_whole, index: string) => aside[Number(index)] ?? '')
}

const listOf = (lines: string[], pattern: RegExp, tag: 'ul' | 'ol'): string | null =>
  lines.every((line) => pattern.test(line))
    ? `<${tag}>${lines.map((line) => `<li>${inline(line.replace(pattern, ''))}</li>`).join('')}</${tag}>`
    : null

/** HTML of one text of a card. */
export const markdownToHtml = (text: string): string =>
  text
    .replaceAll('\r', '')
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split('\n')
      return listOf(lines, /^\s*[-*+]\s+/, 'ul') ?? listOf(lines, /^\s*\d+\.\s+/, 'ol') ?? `<p>${lines.map(inline).join('<br>')}</p>`
    })
    .join('')
